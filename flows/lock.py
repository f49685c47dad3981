"""One run at a time: a lock that the operating system frees when its holder dies."""

from __future__ import annotations

import fcntl
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from flows.errors import RunError


@contextmanager
def sole_run(warehouse: Path) -> Iterator[None]:
    """Hold `<warehouse>.lock`; the file stays, the lock does not.

    Raises:
        RunError: another run holds it; the message says which process, since when.
    """
    path = warehouse.with_name(f"{warehouse.name}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "a process that has just begun"
            message = f"{path} is held by {holder}: another run is at work; wait until it is done"
            raise RunError(message) from None
        file.truncate(0)
        began = datetime.now(UTC).isoformat(timespec="seconds")
        file.write(f"process {os.getpid()} on {platform.node()} since {began}\n")
        file.flush()
        yield
