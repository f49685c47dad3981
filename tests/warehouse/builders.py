"""A tiny valid warehouse: one article of two sentences, two statements, one entity."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from warehouse import ddl
from warehouse.connection import Connection, memory
from warehouse.frames import conform, schema
from warehouse.load import Build
from warehouse.publish import publish
from warehouse.schema import TABLES

# An accent, a character outside the basic plane and curly quotes: offsets are code points.
TEXT = "Zoë Müller \U0001f642 said talks will go on. “We agree,” he said, “on this.”"
DAY = date(2024, 4, 9)
STARTED = datetime(2024, 4, 10, 2, tzinfo=UTC)
FILE = "f" * 64

Row = dict[str, object]


def span(words: str, *, after: str = "") -> tuple[int, int]:
    """Where the words stand in TEXT, behind `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words)


def frame(table: str, *rows: Row) -> pl.DataFrame:
    """Rows of a table; columns that a row lacks are NULL."""
    names = schema(TABLES[table])
    full = [{name: row.get(name) for name in names} for row in rows]
    return conform(pl.DataFrame(full, schema=names), TABLES[table])


def _mention(mention_id: str, sentence_id: str, words: str, kind: str, *, after: str = "") -> Row:
    start, end = span(words, after=after)
    return {
        "mention_id": mention_id,
        "article_id": "a1",
        "sentence_id": sentence_id,
        "start_char": start,
        "end_char": end,
        "head_start": start,
        "head_end": end,
        "text": words,
        "mention_type": kind,
        "entity_type": "PERSON",
        "score": 0.9,
        "entity_id": "e1",
        "link_method": "alias",
        "link_score": 0.8,
    }


def _statement(statement_id: str, sentence_id: str, **parts: tuple[int, int]) -> Row:
    row: Row = {
        "statement_id": statement_id,
        "article_id": "a1",
        "sentence_id": sentence_id,
        "statement_kind": "speech",
        "kind_basis": "lexicon",
        "speech_type": "indirect",
        "cue_lemma": "say",
        "cue_class": "say",
        "negated": False,
        "modality": "asserted",
        "speaker_entity_id": "e1",
        "speaker_method": "mention",
        "speaker_score": 0.8,
        "said_on_start": DAY,
        "said_on_end": DAY,
        "said_on_basis": "published",
        "score": 0.9,
        "source_score": 0.9,
        "method": "model",
    }
    for part, (start, end) in parts.items():
        row |= {f"{part}_start": start, f"{part}_end": end, f"{part}_text": TEXT[start:end]}
    return row


def _contact() -> Row:
    start, end = span("talks")
    place_start, place_end = span("Zoë")
    return {
        "contact_id": "c1",
        "article_id": "a1",
        "sentence_id": "s1",
        "start_char": start,
        "end_char": end,
        "text": "talks",
        "contact_type": "talk",
        "plover_type": "CONSULT",
        "plover_mode": "phone",
        "status": "happened",
        "place_text": "Zoë",
        "place_start": place_start,
        "place_end": place_end,
        "starts_on": DAY,
        "ends_on": DAY,
        "day_basis": "published",
        "method": "syntax",
        "score": 0.8,
    }


def _piece(statement_id: str, part: str, piece_no: int, place: tuple[int, int]) -> Row:
    start, end = place
    return {
        "statement_id": statement_id,
        "part": part,
        "piece_no": piece_no,
        "start_char": start,
        "end_char": end,
    }


def _sentence(sentence_id: str, sentence_no: int, start: int, end: int) -> Row:
    return {
        "sentence_id": sentence_id,
        "article_id": "a1",
        "sentence_no": sentence_no,
        "paragraph_no": 0,
        "start_char": start,
        "end_char": end,
    }


def _speaker(statement_id: str, mention_id: str) -> Row:
    return {"statement_id": statement_id, "rank": 1, "entity_id": "e1", "mention_id": mention_id}


def found() -> dict[str, pl.DataFrame]:
    """What extraction would find in the article."""
    first, second = span("“We agree,”"), span("“on this.”")
    said, again = span("said"), span("said", after="he said")
    border = span("“We")[0]
    return {
        "sentences": frame(
            "sentences", _sentence("s1", 0, 0, border - 1), _sentence("s2", 1, border, len(TEXT))
        ),
        "entities": frame(
            "entities",
            {
                "entity_id": "e1",
                "name": "Zoë Müller",
                "entity_type": "PERSON",
                "first_seen_on": DAY,
            },
        ),
        "aliases": frame(
            "aliases", {"alias": "Zoë Müller", "entity_id": "e1", "origin": "article"}
        ),
        "mentions": frame(
            "mentions",
            _mention("m1", "s1", "Zoë Müller", "name"),
            _mention("m2", "s2", "he", "pronoun", after="he said"),
        ),
        "roles": frame(
            "roles",
            {
                "mention_id": "m1",
                "entity_id": "e1",
                "article_id": "a1",
                "role": "talks",
                "start_char": span("talks")[0],
                "end_char": span("talks")[1],
            },
        ),
        "times": frame(
            "times",
            {
                "time_id": "d1",
                "article_id": "a1",
                "sentence_id": "s1",
                "start_char": span("on")[0],
                "end_char": span("on")[1],
                "text": "on",
                "kind": "DATE",
                "time_value": "2024-04-09",
                "starts_on": DAY,
                "ends_on": DAY,
                "grain": "day",
                "method": "weekday",
            },
        ),
        "contacts": frame("contacts", _contact()),
        "contact_participants": frame(
            "contact_participants",
            {
                "contact_id": "c1",
                "rank": 1,
                "mention_id": "m1",
                "entity_id": "e1",
                "role": "participant",
                "basis": "name",
            },
        ),
        "contact_spans": frame(
            "contact_spans",
            {
                "contact_id": "c1",
                "sentence_id": "s1",
                "start_char": span("talks")[0],
                "end_char": span("talks")[1],
                "text": "talks",
            },
        ),
        "statements": frame(
            "statements",
            _statement(
                "t1", "s1", source=span("Zoë Müller"), cue=said, content=span("talks will go on")
            )
            | {"contact_id": "c1"},
            _statement(
                "t2",
                "s2",
                source=span("he", after="he said"),
                cue=again,
                content=(first[0], second[1]),
            ),
        ),
        "statement_spans": frame(
            "statement_spans",
            _piece("t1", "source", 0, span("Zoë Müller")),
            _piece("t1", "cue", 0, said),
            _piece("t1", "content", 0, span("talks will go on")),
            _piece("t2", "source", 0, span("he", after="he said")),
            _piece("t2", "cue", 0, again),
            _piece("t2", "content", 0, first),
            _piece("t2", "content", 1, second),
        ),
        "statement_speakers": frame(
            "statement_speakers", _speaker("t1", "m1"), _speaker("t2", "m2")
        ),
        "statement_parties": frame(
            "statement_parties",
            {
                "statement_id": "t2",
                "role": "channel",
                "party_no": 1,
                "start_char": span("Zoë Müller")[0],
                "end_char": span("Zoë Müller")[1],
                "text": "Zoë Müller",
                "mention_id": "m1",
                "entity_id": "e1",
                "method": "through",
                "score": 0.85,
            },
        ),
        "statement_entities": frame(
            "statement_entities",
            {"statement_id": "t1", "mention_id": "m1", "entity_id": "e1", "role": "target"},
        ),
    }


def read(run_id: str = "r1") -> dict[str, pl.DataFrame]:
    """What reading the raw file would give."""
    article: Row = {
        "article_id": "a1",
        "file_id": FILE,
        "record_no": 1,
        "publisher": "The Daily",
        "title": "Talks",
        "published_on": DAY,
        "published_basis": "header",
        "text": TEXT,
        "word_count": len(TEXT.split()),
        "encoding": "utf-8",
        "was_mended": False,
        "run_id": run_id,
    }
    file: Row = {
        "file_id": FILE,
        "uri": "talks.txt",
        "format": "headed_text",
        "size_bytes": 99,
        "first_run_id": run_id,
        "status": "loaded",
    }
    return {
        "files": frame("files", file),
        "rejects": frame("rejects"),
        "articles": frame("articles", article),
    }


def run_row(run_id: str = "r1") -> pl.DataFrame:
    """The row of a finished run that added the article."""
    row: Row = {column.name: 0 for column in TABLES["runs"].columns if column.dtype.is_numeric()}
    row |= {
        "run_id": run_id,
        "started_at": STARTED.replace(tzinfo=None),
        "finished_at": STARTED.replace(tzinfo=None, hour=3),
        "status": "published",
        "code_version": "0.1.0",
        "model_version": "1",
        "seeds_version": "abc",
        "articles_added": 1,
    }
    return frame("runs", row)


@contextmanager
def loose_database() -> Iterator[Connection]:
    """The tiny warehouse without any constraint, so that a test can spoil it."""
    filled = {"runs": run_row(), **read(), **found()}
    with memory() as database:
        for name, table in TABLES.items():
            rows = filled.get(name, pl.DataFrame(schema=schema(table)))
            database.register("rows", rows)
            database.execute(f"CREATE TABLE {ddl.quoted(name)} AS SELECT * FROM rows")
            database.unregister("rows")
        yield database


def begin_run(build: Build, run_id: str = "r1", *, seeds_version: str = "abc") -> None:
    """A run's first row."""
    build.begin_run(
        run_id=run_id,
        started_at=STARTED,
        code_version="0.1.0",
        model_version="1",
        seeds_version=seeds_version,
    )


def finish_run(build: Build, *, articles_added: int) -> None:
    """A run's last word."""
    counts: dict[str, float] = {
        column.name: 0 for column in TABLES["runs"].columns if column.dtype.is_numeric()
    }
    build.finish_run(
        finished_at=STARTED.replace(hour=3), **counts | {"articles_added": articles_added}
    )


def published(folder: Path) -> Path:
    """The tiny warehouse as a published file, `onrecord.duckdb` in the folder."""
    target = folder / "onrecord.duckdb"
    target.write_bytes(_first_night())
    return target


def another_night(folder: Path, run_id: str) -> Path:
    """One more run over the same raw file; the published file, new where there was none."""
    target, work = folder / "onrecord.duckdb", folder / "onrecord.duckdb.next"
    with Build.begin(target, work) as build:
        begin_run(build, run_id)
        added = build.load({**read(run_id), **found()})
        finish_run(build, articles_added=added["articles"])
        build.finish()
        publish(work, target)
    return target


@cache
def _first_night() -> bytes:
    with TemporaryDirectory() as folder:
        return another_night(Path(folder), "r1").read_bytes()
