"""Which raw files a run reads: found, ordered and identified before anything is opened."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.errors import UsageError


@dataclass(frozen=True, kw_only=True)
class RawFile:
    """One file as it lay there: its path, the SHA-256 of its bytes, its size."""

    path: Path
    file_id: str
    size_bytes: int

    @property
    def uri(self) -> str:
        """The path with forward slashes; bytes that are no UTF-8 are written out."""
        return _uri(self.path)


@dataclass(frozen=True, kw_only=True)
class Unreadable:
    """A file whose bytes can't be had: it is in no table, and tried again by the next run."""

    uri: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Every file that a run was given, in order of uri."""

    files: tuple[RawFile, ...]
    unreadable: tuple[Unreadable, ...]

    @property
    def seen(self) -> int:
        """How many files there are, readable or not."""
        return len(self.files) + len(self.unreadable)

    @property
    def digest(self) -> str:
        """One SHA-256 for which bytes lay under which names."""
        lines = (f"{file.file_id} {file.uri}\n" for file in self.files)
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def new(self, known: Collection[str]) -> list[RawFile]:
        """The files whose bytes are not known; of the same bytes, the first in order."""
        first: dict[str, RawFile] = {}
        for file in self.files:
            if file.file_id not in known:
                first.setdefault(file.file_id, file)
        return list(first.values())


def taken(inputs: Sequence[Path]) -> Snapshot:
    """The files of the inputs: a file is itself, a folder all files below it.

    Links to folders are not followed.

    Raises:
        UsageError: an input does not exist.
    """
    files: list[RawFile] = []
    errors: list[OSError] = []
    for path in sorted(set(_found(inputs, errors)), key=_uri):
        try:
            files.append(_identified(path))
        except OSError as error:
            errors.append(OSError(error.errno, error.strerror, str(path)))
    unreadable = (
        Unreadable(uri=_uri(Path(str(error.filename))), reason=str(error.strerror))
        for error in errors
    )
    return Snapshot(files=tuple(files), unreadable=tuple(unreadable))


def _uri(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _found(inputs: Iterable[Path], errors: list[OSError]) -> Iterator[Path]:
    for given in inputs:
        if not given.exists():
            raise UsageError(f"{given} does not exist: name files or folders of raw articles")
        if not given.is_dir():
            yield given
            continue
        for folder, _, names in os.walk(given, onerror=errors.append):
            yield from (Path(folder) / name for name in names)


def _identified(path: Path) -> RawFile:
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise OSError(0, "not a regular file")
    with path.open("rb") as file:
        file_id = hashlib.file_digest(file, "sha256").hexdigest()
    return RawFile(path=path, file_id=file_id, size_bytes=state.st_size)
