"""Whom a statement is about and to whom it is made, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from transforms.statements import Statement

Row = dict[str, Any]


def about_rows(statement: Statement, mentions: Sequence[Row]) -> Iterator[Row]:
    """Rows of `statement_entities`.

    `mentions`: the article's rows of `mentions`; those with an entity inside a piece of the content
    are targets, inside the addressee's words addressees.
    """
    contents = [(p.start, p.end) for p in statement.pieces if p.part == "content"]
    addressee = [statement.addressee] if statement.addressee else []
    for role, spans in (("target", contents), ("addressee", addressee)):
        for mention in mentions:
            start, end = mention["start_char"], mention["end_char"]
            is_inside = any(first <= start and end <= last for first, last in spans)
            if is_inside and mention["entity_id"] is not None:
                yield {
                    "statement_id": statement.statement_id,
                    "mention_id": mention["mention_id"],
                    "entity_id": mention["entity_id"],
                    "role": role,
                }
