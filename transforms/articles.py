"""Read files to the frames of what is loaded: files, articles, rejects."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from transforms import ids
from transforms.readers import EMPTY_RULES, FileContent, RawArticle
from warehouse import frames
from warehouse.schema import TABLES

_AS_READ: Final = (
    "record_no",
    "record_path",
    "publisher",
    "url",
    "title",
    "author",
    "section",
    "language",
    "published_on",
    "published_basis",
    "dateline_place",
    "text",
    "encoding",
    "was_mended",
)
"""Columns of articles that a RawArticle has under the same name."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """Frames of the tables of the same names, conformed and in the order of their keys."""

    files: pl.DataFrame
    articles: pl.DataFrame
    rejects: pl.DataFrame
    duplicates: int
    """Articles that are not in `articles`, as the same wording is or was loaded already."""


def loaded(
    contents: Sequence[FileContent], *, known_articles: frozenset[str], run_id: str
) -> Loaded:
    """The rows that the files add, whatever order they come in.

    The same bytes under several names are one file, under the first name in order. The same
    wording is one article, of the first (file_id, record_no) in order; none of `known_articles`
    (their ids) is loaded again.
    """
    files = _distinct(contents)
    first = _first_records(files, known_articles)
    kept = {
        content.file_id: [
            (article_id, article)
            for article_id, article in _identified(content)
            if first.get(article_id) == (content.file_id, article.record_no)
        ]
        for content in files
    }
    rows = {
        "files": [_file_row(content, kept[content.file_id], run_id) for content in files],
        "articles": [
            _article_row(article_id, article, content.file_id, run_id)
            for content in files
            for article_id, article in kept[content.file_id]
        ],
        "rejects": list(_reject_rows(files, run_id)),
    }
    return Loaded(
        files=_frame("files", rows["files"]),
        articles=_frame("articles", rows["articles"]).sort("article_id"),
        rejects=_frame("rejects", rows["rejects"]).sort("file_id", "record_no", "rule"),
        duplicates=sum(len(content.articles) for content in files) - len(rows["articles"]),
    )


def _distinct(contents: Sequence[FileContent]) -> list[FileContent]:
    """One content a file_id, the one of the smallest uri, in order of file_id."""
    by_id: dict[str, FileContent] = {}
    for content in sorted(contents, key=lambda content: (content.file_id, content.uri)):
        by_id.setdefault(content.file_id, content)
    return list(by_id.values())


def _identified(content: FileContent) -> Iterator[tuple[str, RawArticle]]:
    for article in sorted(content.articles, key=lambda article: article.record_no):
        yield ids.article_id(article.text), article


def _first_records(
    files: Sequence[FileContent], known_articles: frozenset[str]
) -> dict[str, tuple[str, int]]:
    """New article_id to the (file_id, record_no) that it is loaded from; files come in order."""
    first: dict[str, tuple[str, int]] = {}
    for content in files:
        for article_id, article in _identified(content):
            if article_id not in known_articles:
                first.setdefault(article_id, (content.file_id, article.record_no))
    return first


def _file_row(
    content: FileContent, kept: Sequence[tuple[str, RawArticle]], run_id: str
) -> dict[str, object]:
    return {
        "file_id": content.file_id,
        "uri": content.uri,
        "format": content.format,
        "size_bytes": content.size_bytes,
        "first_run_id": run_id,
        "status": "loaded" if kept else _status_of_unloaded(content),
    }


def _status_of_unloaded(content: FileContent) -> str:
    if content.articles:
        return "duplicate"
    return "empty" if all(each.rule in EMPTY_RULES for each in content.rejects) else "rejected"


def _article_row(
    article_id: str, article: RawArticle, file_id: str, run_id: str
) -> dict[str, object]:
    extra = json.dumps(article.extra, ensure_ascii=False, sort_keys=True)
    return {
        "article_id": article_id,
        "file_id": file_id,
        **{name: getattr(article, name) for name in _AS_READ},
        "word_count": len(article.text.split()),
        "extra": extra if article.extra else None,
        "duplicate_of": None,
        "run_id": run_id,
    }


def _reject_rows(files: Sequence[FileContent], run_id: str) -> Iterator[dict[str, object]]:
    for content in files:
        for reject in content.rejects:
            yield {
                "file_id": content.file_id,
                "record_no": reject.record_no,
                "rule": reject.rule,
                "detail": reject.detail,
                "run_id": run_id,
            }


def _frame(name: str, rows: list[dict[str, object]]) -> pl.DataFrame:
    """The rows as a frame of the table; a key that is no column of it is an error."""
    table = TABLES[name]
    if not rows:
        return frames.empty(table)
    columns = {column: [row[column] for row in rows] for column in rows[0]}
    declared = frames.schema(table)
    overrides = {column: dtype for column, dtype in declared.items() if column in columns}
    return frames.conform(pl.DataFrame(columns, schema_overrides=overrides), table)
