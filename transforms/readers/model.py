"""What reading a raw file gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

EMPTY_RULES: Final = frozenset({"empty_file", "no_records"})
"""Rules of rejects that say that nothing was there, rather than that something was bad."""


@dataclass(frozen=True, kw_only=True)
class RawArticle:
    """One article as its file gives it; every later span points into `text`."""

    record_no: int
    """Which record of the file, from 1; in JSONL the line, in archives counted over members."""
    record_path: str | None = None
    """Path of the member in an archive."""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    section: str | None = None
    language: str | None = None
    """ISO 639-1."""
    published_on: date | None = None
    published_basis: str | None = None
    """header, metadata, filename or dateline; None where there is no day."""
    dateline_place: str | None = None
    text: str
    encoding: str
    was_mended: bool
    extra: dict[str, str]
    """What the file says that has no field here, and values that could not be read."""


@dataclass(frozen=True, kw_only=True)
class Reject:
    """A file (record 0) or record that was not read, and why."""

    record_no: int
    rule: str
    detail: str
    """Value and limit, for people; never the article's text."""


Record: TypeAlias = RawArticle | Reject


@dataclass(frozen=True, kw_only=True)
class FileContent:
    """Everything that one raw file holds: no record is in neither list."""

    file_id: str
    uri: str
    format: str
    """headed_text, markdown, html, json, jsonl, zip, gzip (a broken one), empty or unknown."""
    size_bytes: int
    articles: list[RawArticle]
    rejects: list[Reject]
