"""The fields of an article under the names that formats give them, and the article they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from transforms.readers.characters import mended, normalised, one_line
from transforms.readers.dateline import Dateline, find_dateline
from transforms.readers.dates import day_in_name, day_in_url, read_day, year_of
from transforms.readers.decoding import Decoded
from transforms.readers.model import RawArticle, Record, Reject
from transforms.readers.prose import prose_fault

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": (
        "publisher", "sitename", "site", "outlet", "sourcename", "sourcehostname", "sourcedomain",
        "hostname", "domain",
    ),
    "url": ("url", "link", "sourceurl", "canonicalurl", "requestedurl"),
    "section": ("section", "articlesection", "category", "categories"),
    "language": ("language", "lang", "inlanguage"),
    "date": (
        "date", "datepublish", "datepublished", "publishingdate", "published", "publishedat",
        "publishedon", "publicationdate", "pubdate", "timestamp",
    ),
}  # fmt: skip
"""Field to the names it goes by, as `squashed` gives them, the more telling first."""
_LANGUAGE: Final = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})*", re.IGNORECASE)
_LANGUAGES: Final = {
    "arabic": "ar", "chinese": "zh", "dutch": "nl", "eng": "en", "english": "en", "french": "fr",
    "german": "de", "italian": "it", "japanese": "ja", "portuguese": "pt", "russian": "ru",
    "spanish": "es",
}  # fmt: skip
_EXTRA_LONGEST: Final = 1000


@dataclass(kw_only=True)
class Fields:
    """What a reader found out about one article, before it is judged."""

    text: str
    basis: str
    """What a day in `values` rests on: header or metadata."""
    values: dict[str, str] = field(default_factory=dict)
    """By the keys of `NAMES`."""
    day: date | None = None
    """The day, where the reader's format states it in another way than in words."""
    extra: dict[str, str] = field(default_factory=dict)


def squashed(name: str) -> str:
    """The name without case, hyphens, underscores and spaces: `datePublished`, `date_published`."""
    return re.sub(r"[\W_]+", "", name).casefold()


def field_of(name: str) -> str | None:
    """The field that goes by a name, if any does."""
    wanted = squashed(name)
    return next((known for known, names in NAMES.items() if wanted in names), None)


def article(fields: Fields, decoded: Decoded, *, record_no: int, name: str) -> Record:
    """The article, with its day and dateline; a Reject where it has no text or no prose.

    Args:
        fields: what the format states.
        decoded: how the file was read.
        record_no: which record of the file it is.
        name: the file's, or the member's, for a day in it.
    """
    mend = mended(fields.text)
    text = normalised(mend)
    if not text:
        return Reject(record_no=record_no, rule="no_text", detail="a header, and no text after it")
    if fault := prose_fault(text):
        return Reject(record_no=record_no, rule="not_an_article", detail=fault)
    values = _one_line_each(fields.values.items())
    extra = {key: _cut(value) for key, value in _one_line_each(fields.extra.items()).items()}
    raw_day = values.pop("date", "")
    dateline = find_dateline(text, year=year_of(raw_day))
    day, basis = _published(fields, raw_day, values.get("url", ""), name, dateline)
    if raw_day and (day is None or basis not in {"header", "metadata"}):
        extra["date"] = raw_day
    language = values.pop("language", "")
    code = _language_code(language)
    if language and code is None:
        extra["language"] = language
    return RawArticle(
        record_no=record_no,
        **{known: value for known, value in values.items() if value},
        language=code,
        published_on=day,
        published_basis=basis,
        dateline_place=dateline.place if dateline else None,
        text=text,
        encoding=decoded.encoding,
        was_mended=decoded.was_mended or mend != fields.text,
        extra=extra,
    )


def _published(
    fields: Fields, raw_day: str, url: str, name: str, dateline: Dateline | None
) -> tuple[date | None, str | None]:
    found = (
        (fields.day or read_day(raw_day), fields.basis),
        (day_in_url(url), fields.basis),
        (day_in_name(name), "filename"),
        (dateline.day if dateline else None, "dateline"),
    )
    return next(((day, basis) for day, basis in found if day), (None, None))


def _one_line_each(items: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {one_line(key): one_line(mended(value)) for key, value in items}


def _cut(value: str) -> str:
    return value if len(value) <= _EXTRA_LONGEST else value[: _EXTRA_LONGEST - 1] + "…"


def _language_code(language: str) -> str | None:
    found = _LANGUAGE.fullmatch(language)
    return found[1].lower() if found else _LANGUAGES.get(language.casefold())
