"""A finished build becomes the published file in one step."""

from __future__ import annotations

import os
from pathlib import Path

from warehouse.errors import PublishError


def publish(build: Path, target: Path) -> None:
    """Put the closed build file in the target's place, durably and with no state in between.

    Readers that have the old file open go on reading it; the next to open gets the new one.

    Raises:
        PublishError: there is no build, a write-ahead log lies beside either file (part of the
            data is in it), or the two are on different file systems. The target is untouched.
    """
    if not build.is_file():
        raise PublishError(f"there is no build at {build} to publish")
    for path in (build, target):
        log = write_ahead_log(path)
        if log.exists():
            raise PublishError(
                f"{log} holds changes that are not in {path.name} yet: close whatever has the file "
                "open, or open and close it once with DuckDB; then run again"
            )
    _flush(build)
    try:
        build.replace(target)
    except OSError as error:
        raise PublishError(f"{build} can't take the place of {target}: {error.strerror}") from error
    _flush(target.absolute().parent)


def write_ahead_log(path: Path) -> Path:
    """Where DuckDB keeps the changes of a file that is open, or was not closed in order."""
    return path.with_name(f"{path.name}.wal")


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
