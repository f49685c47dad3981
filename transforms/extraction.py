"""Articles in, frames of mentions and statements out: what a worker does with a batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import polars as pl
from spacy.tokens import Doc

from transforms import rows
from transforms.batches import once
from transforms.cues import CueLexicon
from transforms.entities.aliases import aliases
from transforms.entities.article import resolve
from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.language.pipeline import build_nlp
from transforms.statements import Statement, statements
from warehouse.frames import conform, schema
from warehouse.schema import TABLES

EXTRACTED: Final = (
    "sentences",
    "entities",
    "aliases",
    "mentions",
    "statements",
    "statement_spans",
    "statement_speakers",
)
"""The tables that extraction fills, in foreign-key order."""


@dataclass(frozen=True, kw_only=True)
class ReadArticle:
    """One article after reading: its record as it came, doc, names and statements."""

    record: rows.Row
    doc: Doc
    names: list[Resolved]
    statements: list[Statement]


class Extractor:
    """The language pipeline and the reference data, loaded once.

    `pipeline` names another spaCy pipeline for names and syntax. Raises FileNotFoundError naming
    the file where `model` or `seeds` lacks one, ValueError where `pipeline` cannot be loaded.
    """

    def __init__(self, *, model: Path, seeds: Path, pipeline: str = "", threads: int = 1) -> None:
        self.nlp = build_nlp(model, threads=threads, pipeline=pipeline)
        self._reference = Reference.read(seeds)
        self._lexicon = CueLexicon.read(seeds / "cues.csv")

    def read(self, records: Sequence[rows.Row]) -> Iterator[ReadArticle]:
        """Each article's doc, names and statements.

        `records`: article_id, title (or None), text, published_on (a date or None).
        """
        docs = self.nlp.pipe(record["text"] for record in records)
        for record, doc in zip(records, docs, strict=True):
            names = resolve(
                rows.names(doc),
                text=record["text"],
                title=record["title"],
                published_on=record["published_on"],
                reference=self._reference,
            )
            found = statements(
                doc,
                record["text"],
                names,
                article_id=record["article_id"],
                lexicon=self._lexicon,
                reference=self._reference,
                published_on=record["published_on"],
            )
            doc._.word_scores = None  # A kilobyte a word, and docs live on in cycles of references.
            yield ReadArticle(record=record, doc=doc, names=names, statements=found)

    def aliases(self, names: Sequence[Resolved]) -> Iterator[rows.Row]:
        """Rows of `aliases` for the names of one article; they repeat."""
        for alias, entity_id, origin in sorted(aliases(names, self._reference)):
            yield {"alias": alias, "entity_id": entity_id, "origin": origin}

    def extract(self, articles: pl.DataFrame) -> dict[str, pl.DataFrame]:
        """A conformed frame for each of `EXTRACTED`.

        `articles`: columns article_id, title, text, published_on. An entity comes once, with the
        earliest day on which an article of the batch mentions it.
        """
        found: dict[str, list[rows.Row]] = defaultdict(list)
        columns = articles.select("article_id", "title", "text", "published_on")
        for article in self.read(columns.to_dicts()):
            self._add_rows(article, found)
        return {
            name: conform(once(name, _frame(name, found[name])), TABLES[name]) for name in EXTRACTED
        }

    def _add_rows(self, article: ReadArticle, found: dict[str, list[rows.Row]]) -> None:
        article_id: str = article.record["article_id"]
        published_on: date | None = article.record["published_on"]
        text: str = article.record["text"]
        whole = [(item.name.start, item.name.end) for item in article.names]
        whole += [span for statement in article.statements if (span := statement.span("cue"))]
        sentences = rows.Sentences(article.doc, text, article_id, whole)
        found["sentences"] += rows.sentence_rows(sentences, article_id)
        found["mentions"] += rows.mention_rows(article.names, sentences, article_id)
        spoken = [name for statement in article.statements for name in statement.speakers.names]
        found["entities"] += rows.entity_rows([*article.names, *spoken], published_on)
        found["aliases"] += self.aliases(article.names)
        for statement in article.statements:
            row = rows.statement_row(statement, text, sentences, article_id, published_on)
            found["statements"].append(row)
            found["statement_spans"] += rows.span_rows(statement)
            found["statement_speakers"] += rows.speaker_rows(statement, article_id)


def _frame(name: str, found: Iterable[rows.Row]) -> pl.DataFrame:
    columns = schema(TABLES[name])
    values: dict[str, list[Any]] = {column: [] for column in columns}
    for row in found:
        for column, cells in values.items():
            cells.append(row[column])
    return pl.DataFrame(values, schema=columns)
