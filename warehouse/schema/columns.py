"""Columns that several tables share, so that one name means one thing everywhere."""

from __future__ import annotations

import polars as pl

from warehouse.schema.model import Column

OFFSETS = "0-based, end exclusive, in code points of articles.text"

ENTITY_TYPES = {
    "PERSON": "a person, real or fictional",
    "ORG": "an organisation: government body, party, company, agency, armed group",
    "GPE": "a country, city or other place with a government",
    "LOC": "a place without one: a sea, a mountain, a region",
    "NORP": "a nationality, or a religious or political group",
    "FAC": "a building or other made place: an airport, a bridge",
    "EVENT": "a named event: a war, a summit, an election",
    "MISC": "a name of another kind",
    "GROUP": "several people or a body that the article does not name: two officials, the army",
    "UNNAMED": "one person whom the article does not name: an aide",
    "DOCUMENT": "a text whose author the article does not name: a new poll",
}

STATEMENT_KINDS = {
    "speech": "somebody said or wrote it (said, vowed, demanded, according to)",
    "thought": "somebody holds, wishes, feels or knows it (believes, wants, fears, supports)",
    "intention": "somebody means, tries, decides or refuses to do it (plans, seeks, refused)",
    "perception": "somebody saw, heard or found it, or it seems so (heard, learned, appears)",
    "document": "a text, a study or a law says it (the poll shows, the law requires)",
}

CONTACT_TYPES = {
    "meet": "they met, or are to meet, in person",
    "visit": "somebody visits a place or somebody",
    "host": "somebody receives others as their host",
    "call": "they spoke by telephone",
    "talk": "they talked or negotiated, in whatever way",
    "summit": "a summit or conference",
    "sign": "they signed an agreement",
}

PLOVER_TYPES = {
    "CONSULT": "meetings, visits, talks",
    "AGREE": "agreements",
}

PLOVER_MODES = {
    "visit": "a visit, told from either side",
    "third-party": "a meeting at a third place",
    "multilateral": "a summit or conference of several",
    "phone": "a telephone call",
}


def text(name: str, description: str, *, nullable: bool = False) -> Column:
    """A column of text, not empty where it is there."""
    return Column(
        name=name,
        dtype=pl.String(),
        description=description,
        nullable=nullable,
        check=f"\"{name}\" <> ''",
    )


def reference(name: str, target: str, description: str, *, nullable: bool = False) -> Column:
    """A foreign key of text; `target` is "table.column"."""
    return Column(
        name=name,
        dtype=pl.String(),
        description=description,
        nullable=nullable,
        references=target,
    )


def count(name: str, description: str, *, first: int = 0, nullable: bool = False) -> Column:
    """A whole number that is never below `first`."""
    return Column(
        name=name,
        dtype=pl.Int32(),
        description=description,
        nullable=nullable,
        check=f'"{name}" >= {first}',
    )


def score(name: str, description: str, *, nullable: bool = False) -> Column:
    """A score between 0 and 1."""
    return Column(
        name=name,
        dtype=pl.Float64(),
        description=f"{description} 0 (not at all) to 1 (certain).",
        nullable=nullable,
        check=f'"{name}" BETWEEN 0 AND 1',
    )


def seconds(name: str, description: str) -> Column:
    """A duration in seconds."""
    return Column(name=name, dtype=pl.Float64(), description=description, check=f'"{name}" >= 0')


def span(first: str, last: str, what: str, *, nullable: bool = False) -> tuple[Column, Column]:
    """The two offsets of a span, under these names."""
    absent = " NULL where there is none." if nullable else ""
    return (
        Column(
            name=first,
            dtype=pl.Int32(),
            description=f"Where {what} begins: {OFFSETS}.{absent}",
            nullable=nullable,
            check=f'"{first}" >= 0',
        ),
        Column(
            name=last,
            dtype=pl.Int32(),
            description=f"Where {what} ends: {OFFSETS}.{absent}",
            nullable=nullable,
        ),
    )


RUN = reference("run_id", "runs.run_id", "The run that added this row.")
ARTICLE = reference("article_id", "articles.article_id", "The article that it stands in.")
STATEMENT = reference("statement_id", "statements.statement_id", "The statement.")
RECORD_NO = count(
    "record_no",
    "Which record of the file, counted from 1 (JSONL line, CSV row, archive member, ...).",
    first=1,
)
