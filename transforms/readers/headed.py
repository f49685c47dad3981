"""Headed text: header lines, a blank line, the body. Text without a header is a body."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final, NamedTuple

from transforms.readers.dates import looks_like_day
from transforms.readers.decoding import Decoded
from transforms.readers.fields import NAMES, Fields, article, field_of
from transforms.readers.model import Record

FORMAT: Final = "headed_text"

_COLON: Final = re.compile(r"([A-Za-z][\w-]{0,30}(?: [\w-]{1,30}){0,2})[ \t]*:(?!//)[ \t]*(.*)")
_NO_COLON: Final = re.compile(rf"({'|'.join(NAMES)})[ \t]+(\S.*)", re.IGNORECASE)
_URL: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?:\S+\s+){5,}.*[.!?][\"'”’)]*")
_WORDS_MOST: Final = {
    "title": 40, "author": 20, "publisher": 12, "url": 1, "section": 8, "language": 2, "date": 10,
}  # fmt: skip
_UNKNOWN_WORDS_MOST: Final = 25
_LONGEST: Final = 2000
_LINES_MOST: Final = 100


class _Trust(IntEnum):
    """How far a line is to be taken for a header line."""

    DOUBTFUL = 0
    """Only beside other header lines: `Title Fights Go On`, `edition: late`."""
    LIKELY = 1
    """If a blank line ends the block: `title Fights go on`."""
    SURE = 2
    """By itself: `date 2024-04-09`, `Title: Fights go on`."""


class _Line(NamedTuple):
    key: str
    value: str
    known: bool
    trust: _Trust


def read(decoded: Decoded, name: str) -> list[Record]:
    """The file's one article, or its reject."""
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    header = _header(lines)
    fields = Fields(text="\n".join(lines[len(header) :]), basis="header")
    for line in header:
        known = line.known and line.key not in fields.values
        kept = fields.values if known else fields.extra
        if line.value:
            kept[line.key] = "; ".join(filter(None, (kept.get(line.key), line.value)))
    return [article(fields, decoded, record_no=1, name=name)]


def _header(lines: list[str]) -> list[_Line]:
    """The header lines at the top; none where they are more likely the body's first lines."""
    header: list[_Line] = []
    for text in lines[:_LINES_MOST]:
        line = _header_line(text.strip())
        if line is None:
            break
        header.append(line)
    rest = lines[len(header) :]
    ended = not rest or not rest[0].strip()
    if not ended:
        while header and header[-1].trust < _Trust.SURE:
            header.pop()
    has_body = any(text.strip() for text in rest)
    return header if _convincing(header, ended and has_body) else []


def _convincing(header: list[_Line], ended_by_blank: bool) -> bool:
    if any(line.trust is _Trust.SURE for line in header):
        return True
    likely = any(line.trust is _Trust.LIKELY for line in header)
    return ended_by_blank and (likely or len({line.key for line in header if line.known}) > 1)


def _header_line(text: str) -> _Line | None:
    if not text or len(text) > _LONGEST:
        return None
    if found := _COLON.fullmatch(text):
        return _colon_line(found[1], found[2].strip())
    found = _NO_COLON.fullmatch(text)
    return _plain_line(found[1], found[2].strip()) if found else None


def _colon_line(key: str, value: str) -> _Line | None:
    known = field_of(key)
    if known is None:
        fits = len(value.split()) <= _UNKNOWN_WORDS_MOST
        return _Line(key.casefold(), value, False, _Trust.DOUBTFUL) if fits else None
    if not _fits(known, value):
        return None
    told = any(map(str.isdigit, value)) if known == "date" else value
    return _Line(known, value, True, _Trust.SURE if told else _Trust.DOUBTFUL)


def _plain_line(key: str, value: str) -> _Line | None:
    known = key.casefold()
    if known == "date":
        return _Line(known, value, True, _Trust.SURE) if looks_like_day(value) else None
    if not _fits(known, value) or _SENTENCE.fullmatch(value):
        return None
    if known == "url":
        return _Line(known, value, True, _Trust.SURE)
    if key.islower() or (key.isupper() and not value.isupper()):
        return _Line(known, value, True, _Trust.LIKELY)
    # `Title fights ...` and `Section 230 ...` are how sentences begin.
    opens_value = value[0].isupper() or value[0] in "\"'“‘"
    return _Line(known, value, True, _Trust.DOUBTFUL) if opens_value else None


def _fits(known: str, value: str) -> bool:
    if len(value.split()) > _WORDS_MOST[known]:
        return False
    return known != "url" or not value or _URL.fullmatch(value) is not None
