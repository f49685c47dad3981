"""JSON and JSONL, by the field names of news-please, Fundus, trafilatura and schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from transforms.readers import html
from transforms.readers.dates import epoch_day, read_day
from transforms.readers.decoding import Decoded
from transforms.readers.fields import NAMES, Fields, article, squashed
from transforms.readers.model import Record, Reject

FORMAT: Final = "json"
LINES_FORMAT: Final = "jsonl"
LINES_SUFFIXES: Final = (".jsonl", ".ndjson", ".jl")

_TEXT_NAMES: Final = (
    "text", "maintext", "plaintext", "articlebody", "body", "content", "contenttext", "article",
    "story", "fulltext", "rawtext",
)  # fmt: skip
_LIST_NAMES: Final = ("articles", "items", "results", "data", "news", "docs")
_OBJECT_START: Final = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\]{])')
_EPOCH: Final = re.compile(r"\d{9,13}")
_KEYS_SHOWN: Final = 10


def starts_json(text: str) -> bool:
    """Whether a file's first characters are those of JSON objects."""
    return _OBJECT_START.match(text) is not None


def starts_lines(text: str, name: str) -> bool:
    """Whether JSON is one object a line rather than one document; a single one by its name."""
    first, _, rest = text.strip().partition("\n")
    if not first.startswith("{"):
        return False
    if not rest:
        return name.lower().endswith(LINES_SUFFIXES)
    return starts_json(rest) or not isinstance(_parsed(first), _Fault)


def read(decoded: Decoded, name: str) -> list[Record]:
    """The articles of one JSON document: an object, a list, or an object that holds a list."""
    document = _parsed(decoded.text)
    if isinstance(document, _Fault):
        return [Reject(record_no=0, rule="not_json", detail=document.detail)]
    records = _records(document)
    if not records:
        return [Reject(record_no=0, rule="no_records", detail="an empty list of articles")]
    return [_record(each, decoded, no, name) for no, each in enumerate(records, start=1)]


def read_lines(decoded: Decoded, name: str) -> list[Record]:
    """One article or reject a line; `record_no` is the line's number, from 1."""
    lines = decoded.text.split("\n")
    records = [
        _record(_parsed(line), decoded, no, name)
        for no, line in enumerate(lines, start=1)
        if line.strip()
    ]
    return records or [Reject(record_no=0, rule="no_records", detail="nothing but blank lines")]


class _Fault:
    def __init__(self, detail: str) -> None:
        self.detail = detail


def _parsed(text: str) -> object:
    """The value; a _Fault where there is none."""
    try:
        value: object = json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        return _Fault(f"{error.msg} at line {error.lineno}, column {error.colno}")
    except (ValueError, RecursionError) as error:  # numbers of 4301 digits, lists 1000 deep
        return _Fault(f"too large or too deep: {type(error).__name__}")
    return value


def _records(document: object) -> list[object]:
    if isinstance(document, list):
        return document
    if isinstance(document, dict) and not _text(document):
        for key, value in document.items():
            if squashed(key) in _LIST_NAMES and isinstance(value, list):
                return value
    return [document]


def _record(value: object, decoded: Decoded, record_no: int, name: str) -> Record:
    if isinstance(value, _Fault):
        return Reject(record_no=record_no, rule="not_json", detail=value.detail)
    if not isinstance(value, dict):
        detail = f"{type(value).__name__}, must be an object with a text"
        return Reject(record_no=record_no, rule="not_an_article", detail=detail)
    try:
        fields = _fields(value)
    except RecursionError:
        return Reject(record_no=record_no, rule="not_json", detail="lists in lists without end")
    if not fields.text.strip():
        keys = ", ".join(repr(key[:40]) for key in list(value)[:_KEYS_SHOWN]) or "none"
        detail = f"no text under {', '.join(_TEXT_NAMES[:6])}; the keys are {keys}"
        return Reject(record_no=record_no, rule="no_text", detail=detail)
    return article(fields, decoded, record_no=record_no, name=name)


def _fields(record: Mapping[str, object]) -> Fields:
    used, text = _text(record) or ("", "")
    fields = Fields(text=_without_markup(text), basis="metadata")
    left = {key: value for key, value in record.items() if key != used}
    left |= _source(left.pop("source", None), left) | _requested_url(left.get("html"))
    for known in NAMES:
        for key in _by_name(left, NAMES[known]):
            value = left[key]
            if flat := _flat(value):
                fields.values[known] = flat
                fields.day = _day(value) if known == "date" else fields.day
                del left[key]
                break
    for key, value in left.items():
        if value not in (None, "", [], {}):
            fields.extra[key] = _whole(value)
    return fields


def _text(record: Mapping[str, object]) -> tuple[str, str] | None:
    """Key and value of the article's text."""
    found = ((key, _body(record[key])) for key in _by_name(record, _TEXT_NAMES))
    return next(((key, text) for key, text in found if text.strip()), None)


def _by_name(record: Mapping[str, object], names: tuple[str, ...]) -> list[str]:
    """The keys that go by one of the names, in the names' order."""
    ranked = [(names.index(name), key) for key in record if (name := squashed(key)) in names]
    return [key for _, key in sorted(ranked)]


def _source(source: object, record: Mapping[str, object]) -> dict[str, object]:
    """`source` is trafilatura's name for the address and others' for the publisher."""
    text = _flat(source)
    if not text:
        return {}
    known = "url" if text.startswith(("http://", "https://")) else "publisher"
    return {known: text} if not _by_name(record, NAMES[known]) else {"source": text}


def _requested_url(page: object) -> dict[str, object]:
    """Fundus keeps the address with the page's source."""
    url = page.get("requested_url") if isinstance(page, dict) else None
    return {"requested_url": url} if url else {}


def _body(value: object) -> str:
    """Text of a string, a list of paragraphs, or Fundus's summary and sections."""
    return "\n\n".join(_paragraphs(value)) if not isinstance(value, str) else value


def _paragraphs(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, list):
        for each in value:
            yield from _paragraphs(each)
    elif isinstance(value, dict):
        for key in ("summary", "sections", "headline", "paragraphs"):
            yield from _paragraphs(value.get(key))


def _without_markup(text: str) -> str:
    return html.body(text) or text if html.has_paragraphs(text) else text


def _flat(value: object) -> str:
    """A value as text: names of objects, lists joined; nothing of null and of objects without."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "; ".join(filter(None, map(_flat, value)))
    if isinstance(value, dict):
        return _flat(next((value[key] for key in ("name", "title", "@id") if key in value), None))
    return "" if value is None else json.dumps(value)


def _whole(value: object) -> str:
    """A value as text of which nothing is lost."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _day(value: object) -> date | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str):
        return read_day(value) or (epoch_day(int(value)) if _EPOCH.fullmatch(value) else None)
    return epoch_day(value)
