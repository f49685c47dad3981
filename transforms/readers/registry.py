"""Which reader reads a file: by what its bytes are, then by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from transforms import ids
from transforms.readers import archive, headed, html, json_lines, markdown
from transforms.readers.archive import ArchiveError, Budget
from transforms.readers.decoding import Decoded, decoded, is_binary
from transforms.readers.model import FileContent, RawArticle, Record, Reject

_Found: TypeAlias = tuple[str, list[Record]]


@dataclass(frozen=True, kw_only=True)
class _Reader:
    """A text format: how to know it, and how to read it."""

    format: str
    fits: Callable[[str, str], bool]
    """Whether the text shows the format; the name only decides where the text allows both."""
    suffixes: tuple[str, ...]
    read: Callable[[Decoded, str], list[Record]]


_READERS: Final = (
    _Reader(
        format=json_lines.LINES_FORMAT,
        fits=json_lines.starts_lines,
        suffixes=json_lines.LINES_SUFFIXES,
        read=json_lines.read_lines,
    ),
    _Reader(
        format=json_lines.FORMAT,
        fits=lambda text, _: json_lines.starts_json(text),
        suffixes=(".json",),
        read=json_lines.read,
    ),
    _Reader(
        format=html.FORMAT,
        fits=lambda text, _: html.starts_html(text),
        suffixes=(".html", ".htm", ".xhtml"),
        read=html.read,
    ),
    _Reader(
        format=markdown.FORMAT,
        fits=lambda text, _: markdown.starts_markdown(text),
        suffixes=(),
        read=markdown.read,
    ),
    _Reader(format=headed.FORMAT, fits=lambda *_: False, suffixes=("",), read=headed.read),
)
_UNSUPPORTED: Final = (
    (b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"),
    (b"PAR1", "Parquet"), (b"\x28\xb5\x2f\xfd", "zstd"), (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"Rar!\x1a\x07", "RAR"),
    (b"WARC/", "WARC"), (b"\x7fELF", "ELF"), (b"\xd0\xcf\x11\xe0", "Office"), (b"{\\rtf", "RTF"),
    (b"SQLite format 3\0", "SQLite"),
)  # fmt: skip
_TAR_MARK: Final = slice(257, 262)


def read_file(data: bytes, uri: str, *, max_bytes: int) -> FileContent:
    """Every article of one raw file, and a Reject for all that is none; raises on no bytes.

    Args:
        data: the file's bytes.
        uri: where it was read; its last part may tell format and day.
        max_bytes: the most that a file may have, and the most that an archive may unpack to.
    """
    uri = uri.encode("utf-8", "backslashreplace").decode("utf-8")
    if len(data) > max_bytes:
        detail = f"{len(data)} bytes, at most {max_bytes} are read"
        found: _Found = "unknown", [Reject(record_no=0, rule="too_large", detail=detail)]
    else:
        found = _read(data, uri, Budget(limit=max_bytes, left=max_bytes), depth=0)
    form, records = found
    return FileContent(
        file_id=ids.file_id(data),
        uri=uri,
        format=form,
        size_bytes=len(data),
        articles=[record for record in records if isinstance(record, RawArticle)],
        rejects=[record for record in records if isinstance(record, Reject)],
    )


def _read(data: bytes, name: str, budget: Budget, *, depth: int) -> _Found:
    """Format and records; whatever a parser stumbles over is that file's or member's reject."""
    try:
        kind = archive.archive_kind(data)
        if kind and depth == archive.DEEPEST:
            detail = f"archives inside each other, at most {archive.DEEPEST} are opened"
            return kind, [Reject(record_no=0, rule="archive_too_deep", detail=detail)]
        if kind == archive.GZIP:
            return _read_gzip(data, name, budget, depth=depth)
        if kind == archive.ZIP:
            return archive.ZIP, _read_zip(data, budget, depth=depth)
        return _read_text(data, name)
    except Exception as error:  # one bad file must not end a run
        return "unknown", [Reject(record_no=0, rule="reader_failed", detail=type(error).__name__)]


def _read_text(data: bytes, name: str) -> _Found:
    if not data.strip(b" \t\r\n\0"):
        detail = f"{len(data)} bytes, none of them text"
        return "empty", [Reject(record_no=0, rule="empty_file", detail=detail)]
    form = _unsupported(data)
    if form:
        return "unknown", [Reject(record_no=0, rule="unsupported_format", detail=f"it is {form}")]
    if is_binary(data):
        detail = "control characters, as text has none"
        return "unknown", [Reject(record_no=0, rule="binary", detail=detail)]
    text = decoded(data, declared=html.declared_charset(data))
    if text is None:
        detail = "no character encoding fits its bytes"
        return "unknown", [Reject(record_no=0, rule="undecodable", detail=detail)]
    reader = _reader(text.text, name)
    if reader.format != html.FORMAT and text.text.lstrip().startswith("<?xml"):
        detail = "it is XML, not HTML"
        return "unknown", [Reject(record_no=0, rule="unsupported_format", detail=detail)]
    return reader.format, reader.read(text, name)


def _reader(text: str, name: str) -> _Reader:
    by_content = (reader for reader in _READERS if reader.fits(text, name))
    by_name = (reader for reader in _READERS if name.lower().endswith(reader.suffixes))
    return next(by_content, None) or next(by_name)


def _unsupported(data: bytes) -> str | None:
    """The name of a format that is known and not read."""
    if data[_TAR_MARK] == b"ustar":
        return "tar"
    return next((form for start, form in _UNSUPPORTED if data.startswith(start)), None)


def _read_gzip(data: bytes, name: str, budget: Budget, *, depth: int) -> _Found:
    try:
        content = archive.gunzipped(data, budget)
    except ArchiveError as fault:
        return archive.GZIP, [Reject(record_no=0, rule=fault.rule, detail=fault.detail)]
    inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    return _read(content, inner, budget, depth=depth + 1)


def _read_zip(data: bytes, budget: Budget, *, depth: int) -> list[Record]:
    """The members' records, numbered through; a whole member's reject is one record."""
    records: list[Record] = []
    try:
        for path, content in archive.members(data, budget):
            if isinstance(content, ArchiveError):
                found: list[Record] = [
                    Reject(record_no=0, rule=content.rule, detail=content.detail)
                ]
            else:
                found = _read(content, path, budget, depth=depth + 1)[1]
            before = max((record.record_no for record in records), default=0)
            records.extend(_placed(record, path, before) for record in found)
    except ArchiveError as fault:
        return [Reject(record_no=0, rule=fault.rule, detail=fault.detail)]
    return records or [Reject(record_no=0, rule="no_records", detail="a zip without files")]


def _placed(record: Record, path: str, before: int) -> Record:
    number = before + max(record.record_no, 1)
    if isinstance(record, Reject):
        return replace(record, record_no=number, detail=f"{path}: {record.detail}")
    inner = f"{path}/{record.record_path}" if record.record_path else path
    return replace(record, record_no=number, record_path=inner)
