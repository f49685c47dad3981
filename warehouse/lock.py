"""One build at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import BuildError


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock file `path` until the block ends; the system frees it when a process dies.

    Raises:
        BuildError: another process, or another part of this one, holds it.
    """
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildError(
                f"another run is at work on this warehouse ({path} is locked): wait for its end"
            ) from error
        yield
