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
from transforms.about import about_rows, addressee, party_rows
from transforms.analysis import Analysed, Analyser
from transforms.batches import once
from transforms.contacts import Contact, ContactLexicon, contacts
from transforms.contacts.rows import contact_row, participant_rows, telling_rows
from transforms.contacts.speech import occasions
from transforms.coreference.article import Coreference
from transforms.coreference.model import Mention
from transforms.coreference.words import Words
from transforms.cues.lexicon import CueLexicon
from transforms.cues.reading import read
from transforms.days import days
from transforms.days.chooser import Chooser
from transforms.entities.aliases import aliases
from transforms.entities.model import Resolved
from transforms.mentions import candidate_rows, mention_rows
from transforms.parties.article import parties
from transforms.references.article import references
from transforms.roles import role_rows
from transforms.speakers.roles import Role
from transforms.statements import Statement, statements
from transforms.times.article import times
from transforms.times.model import Time
from transforms.times.rows import time_rows
from warehouse.frames import conform, schema
from warehouse.schema import TABLES

EXTRACTED: Final = (
    "sentences",
    "entities",
    "aliases",
    "mentions",
    "entity_candidates",
    "roles",
    "times",
    "contacts",
    "contact_participants",
    "contact_spans",
    "statements",
    "statement_spans",
    "statement_speakers",
    "statement_parties",
    "statement_entities",
)
"""The tables that extraction fills, in foreign-key order."""


@dataclass(frozen=True, kw_only=True)
class ReadArticle:
    """One article after reading: its record as it came, its doc and what was found in it.

    `entities`: whom or what each cluster of mentions is, by its number. `occasions`: the contact_id
    of each statement that was made on a contact, by statement_id.
    """

    record: rows.Row
    doc: Doc
    names: list[Resolved]
    mentions: list[Mention]
    entities: dict[int, Resolved]
    roles: Sequence[Role]
    times: list[Time]
    statements: list[Statement]
    contacts: list[Contact]
    occasions: dict[str, str]


class Extractor:
    """The language pipeline and the reference data, loaded once.

    `pipeline` names another spaCy pipeline for names and syntax. Raises FileNotFoundError naming
    the file where `model` or `seeds` lacks one, ValueError where `pipeline` cannot be loaded.
    """

    def __init__(self, *, model: Path, seeds: Path, pipeline: str = "", threads: int = 1) -> None:
        self._analyser = Analyser(model=model, seeds=seeds, pipeline=pipeline, threads=threads)
        self.nlp = self._analyser.nlp
        self.reference = self._analyser.reference
        self._lexicon = CueLexicon.read(seeds / "cues.csv")
        self._contact_words = ContactLexicon.read(seeds / "contacts.csv")
        self._coreference = Coreference(model, self.reference)
        self._chooser = Chooser(model)

    def read(self, records: Sequence[rows.Row]) -> Iterator[ReadArticle]:
        """Each article's doc, names, mentions, times and statements.

        `records`: article_id, title (or None), text, published_on (a date or None).
        """
        for record, analysed in zip(records, self._analyser.read(records), strict=True):
            yield self._read(record, analysed)

    def _read(self, record: rows.Row, analysed: Analysed) -> ReadArticle:
        words = Words.of(analysed.doc)
        who = references(
            analysed.article,
            words,
            analysed.names,
            article_id=record["article_id"],
            coreference=self._coreference,
            reference=self.reference,
        )
        found = times(words, record["published_on"])
        parts = analysed.article.parts
        how = [read(words, each.cue, self._lexicon) if each.cue else None for each in parts]
        when = days(
            words,
            parts,
            who.speakers,
            found,
            how,
            record["published_on"],
            record["text"],
            scores=analysed.scores,
            chooser=self._chooser,
        )
        made = statements(
            record["text"],
            analysed.attributed,
            who.speakers,
            when,
            how,
            parties(words, who.mentions, parts, how, who.speakers, when, self.reference),
            article_id=record["article_id"],
        )
        told = contacts(
            words,
            who.mentions,
            who.entities,
            found,
            record["published_on"],
            parts=parts,
            article_id=record["article_id"],
            lexicon=self._contact_words,
        )
        return ReadArticle(
            record=record,
            doc=analysed.doc,
            names=analysed.names,
            mentions=who.mentions,
            entities=who.entities,
            roles=analysed.article.roles,
            times=found,
            statements=made,
            contacts=told,
            occasions=occasions(words, made, told),
        )

    def aliases(self, names: Sequence[Resolved]) -> Iterator[rows.Row]:
        """Rows of `aliases` for the names of one article; they repeat."""
        for alias, entity_id, origin in sorted(aliases(names, self.reference)):
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
        mentions = list(
            mention_rows(
                article.names, article.mentions, article.entities, sentences, text, article_id
            )
        )
        found["mentions"] += mentions
        found["entity_candidates"] += candidate_rows(article.names, article_id)
        found["roles"] += role_rows(
            text,
            article.roles,
            article.names,
            article_id=article_id,
            published_on=published_on,
            reference=self.reference,
        )
        found["times"] += time_rows(article.times, sentences, text, article_id)
        spoken = [name for statement in article.statements for name in statement.speakers.names]
        meant = [*article.names, *article.entities.values(), *spoken]
        found["entities"] += rows.entity_rows(meant, published_on)
        found["aliases"] += self.aliases(article.names)
        by_id = {row["mention_id"]: row for row in mentions}
        for contact in article.contacts:
            found["contacts"].append(contact_row(contact, text, sentences, article_id))
            found["contact_participants"] += participant_rows(contact, by_id, article_id)
            found["contact_spans"] += telling_rows(contact, text, sentences)
        for statement in article.statements:
            others = list(party_rows(statement, text, by_id, article_id))
            found["statement_parties"] += others
            row = rows.statement_row(statement, text, sentences, article_id, addressee(others))
            row["contact_id"] = article.occasions.get(statement.statement_id)
            found["statements"].append(row)
            found["statement_spans"] += rows.span_rows(statement)
            found["statement_speakers"] += rows.speaker_rows(statement, article_id)
            found["statement_entities"] += about_rows(statement, mentions, others)


def _frame(name: str, found: Iterable[rows.Row]) -> pl.DataFrame:
    columns = schema(TABLES[name])
    values: dict[str, list[Any]] = {column: [] for column in columns}
    for row in found:
        for column, cells in values.items():
            cells.append(row[column])
    return pl.DataFrame(values, schema=columns)
