"""Roles as rows: the words that an article introduces somebody with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from transforms import ids
from transforms.coreference.model import Span
from transforms.entities.model import Resolved
from transforms.entities.names import person_name
from transforms.entities.reference import Reference
from transforms.speakers.roles import Role, nouns_of_persons
from transforms.speakers.words import ORGANIZATION_HEADS

Row = dict[str, Any]

_SENTENCE_END = re.compile(r"[a-z]{3,}[.!?][”\"’')]*\s+(?=[A-Z])")
_OWNERS = frozenset({"ORG", "GPE", "NORP", "FAC"})


def role_rows(
    text: str,
    roles: Sequence[Role],
    names: Sequence[Resolved],
    *,
    article_id: str,
    published_on: date | None,
    reference: Reference,
) -> Iterator[Row]:
    """Rows of `roles` for those of the article's `names` that have an entity."""
    persons = nouns_of_persons(reference)
    marked = {id(name) for name in names}
    seen: set[tuple[str, Span]] = set()
    for role in roles:
        entity, name = role.name.entity, role.name.name
        start, end = _printed(text, role, reference)
        mention_id = ids.mention_id(article_id, name.start, name.end, "name")
        key = (mention_id, (start, end))
        is_role = role.phrase.head in ORGANIZATION_HEADS or role.phrase.surface in persons
        if (
            entity is None
            or id(role.name) not in marked
            or not is_role
            or end <= start
            or key in seen
        ):
            continue
        seen.add(key)
        owner = _owner(names, (start, end))
        yield {
            "mention_id": mention_id,
            "entity_id": entity.entity_id,
            "article_id": article_id,
            "role": text[start:end],
            "start_char": start,
            "end_char": end,
            "of_entity_id": owner,
            "seen_on": published_on,
        }


def _printed(text: str, role: Role, reference: Reference) -> Span:
    """The span of the role's words: a title that is part of the name included."""
    start, end, name = role.start, role.end, role.name.name
    if end == name.start and role.name.entity_type == "PERSON":
        shown = person_name(name.text, reference.titles).display.split(" ")[0]
        end += max(name.text.find(shown), 0)
    for sentence in _SENTENCE_END.finditer(text, start, end):
        start = sentence.end()
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip().rstrip(",").rstrip())


def _owner(names: Sequence[Resolved], span: Span) -> str | None:
    inside = (
        each.entity.entity_id
        for each in names
        if each.entity is not None
        and each.entity_type in _OWNERS
        and span[0] <= each.name.start
        and each.name.end <= span[1]
    )
    return next(inside, None)
