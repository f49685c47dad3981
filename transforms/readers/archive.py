"""What is inside .gz and .zip, never more of it than a limit."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

DEEPEST: Final = 3
"""How many archives inside each other are opened."""
GZIP: Final = "gzip"
ZIP: Final = "zip"

_GZIP_START: Final = b"\x1f\x8b"
_ZIP_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError)
"""What Python's own modules raise on damaged archives."""
_METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Compressions that can be unpacked up to a size; the others unpack all or nothing."""
_IGNORED_NAMES: Final = (".DS_Store", "Thumbs.db", "desktop.ini")
_OFFICE: Final = "[Content_Types].xml"


@dataclass(kw_only=True)
class Budget:
    """How many bytes a file may still unpack to, all its members together."""

    limit: int
    left: int


class ArchiveError(Exception):
    """An archive, or a member, that can't be read: its rule and detail."""

    def __init__(self, rule: str, detail: str) -> None:
        super().__init__(detail)
        self.rule = rule
        self.detail = detail


def archive_kind(data: bytes) -> str | None:
    """`gzip` or `zip` by the first bytes."""
    if data.startswith(_GZIP_START):
        return GZIP
    return ZIP if data.startswith(_ZIP_STARTS) else None


def gunzipped(data: bytes, budget: Budget) -> bytes:
    """The bytes in a gzip file, however many streams it is made of.

    Raises:
        ArchiveError: it is damaged, or holds more than the budget.
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            content = stream.read(max(budget.left, 0) + 1)
    except _BROKEN as error:
        raise ArchiveError("archive_broken", f"gzip: {error}") from error
    budget.left -= len(content)
    if budget.left < 0:
        raise ArchiveError("too_large", f"unpacks to more than {budget.limit} bytes")
    return content


def members(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes | ArchiveError]]:
    """Path and bytes of each file in a zip, in order of their paths.

    A member that can't be read comes as its fault; what systems add by themselves does not come.
    The iteration ends with the member that the budget does not suffice for.

    Raises:
        ArchiveError: it is no zip, or none of news files.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_BROKEN, NotImplementedError) as error:
        raise ArchiveError("archive_broken", f"zip: {error}") from error
    with archive:
        infos = sorted(filter(_is_wanted, archive.infolist()), key=_place)
        if any(info.filename == _OFFICE for info in infos):
            raise ArchiveError("unsupported_format", "an Office document")
        for no, info in enumerate(infos):
            if budget.left < info.file_size <= budget.limit:
                unread = f"{len(infos) - no} of {len(infos)} members are not read"
                detail = f"{unread}: together they unpack to more than {budget.limit} bytes"
                yield info.filename, ArchiveError("archive_too_large", detail)
                return
            yield info.filename, _member(archive, info, budget)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget
) -> bytes | ArchiveError:
    if info.file_size > budget.limit:
        detail = f"{info.file_size} bytes, at most {budget.limit} are read"
        return ArchiveError("member_too_large", detail)
    if info.flag_bits & 1:
        return ArchiveError("encrypted", "needs a password")
    if info.compress_type not in _METHODS:
        return ArchiveError("unsupported_format", f"compression method {info.compress_type}")
    budget.left -= info.file_size
    try:
        with archive.open(info) as stream:
            # With its size, as without it more than that may be unpacked before the end is seen.
            content = stream.read(info.file_size)
    except (*_BROKEN, RuntimeError) as error:
        return ArchiveError("archive_broken", f"zip: {error}")
    if len(content) < info.file_size:
        return ArchiveError("archive_broken", f"{len(content)} of {info.file_size} bytes are there")
    return content


def _place(info: zipfile.ZipInfo) -> tuple[str, int]:
    return info.filename, info.header_offset


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.split("/")
    own = "__MACOSX" in parts or parts[-1] in _IGNORED_NAMES or parts[-1].startswith("._")
    return not (info.filename.endswith("/") or own)
