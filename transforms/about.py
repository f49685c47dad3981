"""Whom a statement is about, and who else has part in it, as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from transforms.mentions import mention_id
from transforms.parties.model import ADDRESSEE
from transforms.statements import Statement

Row = dict[str, Any]


def party_rows(
    statement: Statement, text: str, mentions: Mapping[str, Row], article_id: str
) -> Iterator[Row]:
    """Rows of `statement_parties`; `mentions`: the article's rows of `mentions` by their ids."""
    seen: Counter[str] = Counter()
    for party in statement.parties:
        own = mention_id(article_id, party.mention) if party.mention else None
        row = mentions.get(own) if own else None
        seen[party.role] += 1
        yield {
            "statement_id": statement.statement_id,
            "role": party.role,
            "party_no": seen[party.role],
            "start_char": party.start,
            "end_char": party.end,
            "text": text[party.start : party.end],
            "mention_id": own if row else None,
            "entity_id": row["entity_id"] if row else None,
            "method": party.method,
            "score": party.score,
        }


def about_rows(
    statement: Statement, mentions: Sequence[Row], parties: Sequence[Row]
) -> Iterator[Row]:
    """Rows of `statement_entities`.

    `mentions`: the article's rows of `mentions`; those with an entity inside a piece of the content
    are targets. `parties`: the statement's rows of `statement_parties`; those with an entity keep
    their role.
    """
    contents = [(p.start, p.end) for p in statement.pieces if p.part == "content"]
    for mention in mentions:
        start, end = mention["start_char"], mention["end_char"]
        if any(first <= start and end <= last for first, last in contents):
            yield from _row(statement, mention, "target")
    for party in parties:
        yield from _row(statement, party, party["role"])


def _row(statement: Statement, row: Row, role: str) -> Iterator[Row]:
    if row["entity_id"] is not None:
        yield {
            "statement_id": statement.statement_id,
            "mention_id": row["mention_id"],
            "entity_id": row["entity_id"],
            "role": role,
        }


def addressee(parties: Sequence[Row]) -> Row | None:
    """The first addressee among a statement's rows of `statement_parties`."""
    return next((row for row in parties if row["role"] == ADDRESSEE), None)
