"""Docs and resolved names -> the rows of one article; the last module that sees a doc."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from spacy.tokens import Doc, Span

from transforms import ids
from transforms.entities.model import Name, Resolved
from transforms.statements import Statement

Row = dict[str, Any]
Border = tuple[int, int, int]


@dataclass(frozen=True)
class Sentence:
    """A sentence without the white space around it; numbers count from 0."""

    sentence_id: str
    sentence_no: int
    paragraph_no: int
    start: int
    end: int


class Sentences:
    """The sentences of one article, and which of them a character lies in.

    `whole`: spans in text order that no border may cut (names, cues): what the model read as one
    is one, and the rule that saw a border there was wrong.
    """

    def __init__(
        self, doc: Doc, text: str, article_id: str, whole: Sequence[tuple[int, int]]
    ) -> None:
        self.all = _numbered(_uncut(list(_borders(doc, text)), whole), article_id)
        self._starts = [sentence.start for sentence in self.all]

    def at(self, place: int) -> Sentence:
        """The sentence that holds character `place`, or the one before it."""
        return self.all[max(0, bisect_right(self._starts, place) - 1)]


def _borders(doc: Doc, text: str) -> Iterator[Border]:
    """(paragraph number, start, end) of each sentence that holds a word."""
    starts = sorted(doc._.paragraph_starts)
    for sent in doc.sents:
        words = text[sent.start_char : sent.end_char]
        start = sent.start_char + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if end > start:
            yield max(bisect_left(starts, sent.end) - 1, 0), start, end


def _uncut(borders: list[Border], whole: Sequence[tuple[int, int]]) -> list[Border]:
    spans = iter(sorted(whole))
    span = next(spans, None)
    result: list[Border] = []
    for paragraph, start, end in borders:
        while span and span[1] <= start:
            span = next(spans, None)
        if result and span and span[0] < start:
            first, begin, _ = result[-1]
            result[-1] = (first, begin, end)
        else:
            result.append((paragraph, start, end))
    return result


def _numbered(borders: list[Border], article_id: str) -> list[Sentence]:
    return [
        Sentence(ids.sentence_id(article_id, start, end), number, paragraph, start, end)
        for number, (paragraph, start, end) in enumerate(borders)
    ]


def names(doc: Doc) -> list[Name]:
    """The doc's names in text order."""
    return [_name(span) for span in doc.ents]


def _name(span: Span) -> Name:
    score = None if span._.score is None else round(span._.score, 4)
    return Name(span.start_char, span.end_char, span.text, span.label_, score)


def sentence_rows(sentences: Sentences, article_id: str) -> Iterator[Row]:
    """Rows of `sentences`."""
    for sentence in sentences.all:
        yield {
            "sentence_id": sentence.sentence_id,
            "article_id": article_id,
            "sentence_no": sentence.sentence_no,
            "paragraph_no": sentence.paragraph_no,
            "start_char": sentence.start,
            "end_char": sentence.end,
        }


def entity_rows(resolved: Sequence[Resolved], seen_on: date | None) -> Iterator[Row]:
    """Rows of `entities`, one a mention that has one: they repeat."""
    for item in resolved:
        entity = item.entity
        if entity is not None:
            yield {
                "entity_id": entity.entity_id,
                "name": entity.name,
                "entity_type": entity.entity_type,
                "wikidata_id": entity.wikidata_id,
                "country_code": entity.country_code,
                "description": entity.description,
                "affiliation_id": entity.affiliation_id,
                "first_seen_on": seen_on,
            }


def statement_row(
    statement: Statement,
    text: str,
    sentences: Sentences,
    article_id: str,
    addressee: Row | None,
) -> Row:
    """The row of `statements`; `addressee`: the first one's row of `statement_parties`."""
    reading = statement.reading
    row: Row = {
        "statement_id": statement.statement_id,
        "article_id": article_id,
        "sentence_id": sentences.at(statement.anchor).sentence_id,
        "statement_kind": statement.act.statement_kind,
        "kind_basis": statement.act.kind_basis,
        "speech_type": statement.speech_type,
        "cue_lemma": reading.lemma if reading else None,
        "cue_class": statement.act.cue_class,
        "negated": statement.negated,
        "modality": reading.modality if reading else None,
        "inside_statement_id": statement.inside_statement_id,
        "speaker_method": statement.speakers.method,
        "speaker_score": statement.speakers.score,
        "score": statement.score,
        "source_score": statement.source_score,
        "method": statement.method,
    }
    for part in ("source", "cue", "content"):
        span = statement.span(part)
        row[f"{part}_text"] = text[slice(*span)] if span else None
        row[f"{part}_start"], row[f"{part}_end"] = span or (None, None)
    entity = statement.speakers.names[0].entity if statement.speakers.names else None
    row["speaker_entity_id"] = entity.entity_id if entity else None
    row["addressee_text"] = addressee["text"] if addressee else None
    row["addressee_entity_id"] = addressee["entity_id"] if addressee else None
    day = statement.day
    row["said_on_start"], row["said_on_end"], row["said_on_basis"] = day.first, day.last, day.basis
    row["said_on_score"] = day.score
    return row


def span_rows(statement: Statement) -> Iterator[Row]:
    """Rows of `statement_spans`, one a piece."""
    for piece in statement.pieces:
        yield {
            "statement_id": statement.statement_id,
            "part": piece.part,
            "piece_no": piece.piece_no,
            "start_char": piece.start,
            "end_char": piece.end,
        }


def speaker_rows(statement: Statement, article_id: str) -> Iterator[Row]:
    """Rows of `statement_speakers`; one entity comes once, at its first rank."""
    seen: set[str] = set()
    for name in statement.speakers.names:
        if name.entity is not None and name.entity.entity_id not in seen:
            seen.add(name.entity.entity_id)
            yield {
                "statement_id": statement.statement_id,
                "rank": len(seen),
                "entity_id": name.entity.entity_id,
                "mention_id": ids.mention_id(
                    article_id, name.name.start, name.name.end, name.mention_type
                ),
            }
