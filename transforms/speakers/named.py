"""Sources that a name heads: `Mr. Lavrov`, `Ann Lee, the mayor,`, `Merkel and Hollande`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from transforms.entities.model import Resolved
from transforms.speakers.model import Span

_AWAY: Final = re.compile(
    r"\b(?:of|for|from|in|at|with|by|to|on|near|against|about|under|over|between|outside|inside"
    r"|around|behind|within|who|that|which|whose|representing|including|like)\b",
    re.IGNORECASE,
)
"""A name after one of these is part of a description, not its head: a spokesman for Mr. X."""
_APPOSED: Final = re.compile(
    r"[,(—–]\s*(?:(?:the|an?|his|her|its|their)\s+)?(?:(?!and\b|or\b)[\w.-]+\s+){0,4}$",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"(?:,|\band\b|&|,\s*and\b|\bor\b|\balong with\b|\bas well as\b)")
_AFTER_HEAD: Final = re.compile(
    r"\s*(?:$|[,(\[—–:;]|['’]s?\s*$|(?:and|or|&|who|which|himself|herself|itself|along|as well)\b"
    r"|(?:of|for|from|in|at)\b)"
)
_JOINS_OTHERS: Final = re.compile(r"\b(?:and|or)\s+(?:the\s+)?$", re.IGNORECASE)
"""The first name comes second: `he and Mr. Lee`, `the army and NATO`."""
_APPOSABLE: Final = frozenset({"PERSON", "ORG"})
_TYPES: Final = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "MISC", "EVENT")


def heads(text: str, source: Span, names: Sequence[Resolved]) -> list[Resolved]:
    """The name that the source is, and those joined to it by `and` or commas; or none.

    `names`: those inside the source, in text order; some may be without an entity.
    """
    start, end = source
    candidates = [
        name
        for name in names
        if _may_head(name, text[start : name.name.start], text[name.name.end : end])
    ]
    if not candidates or _JOINS_OTHERS.search(text[start : candidates[0].name.start]):
        return []
    first = min(candidates, key=lambda n: (_TYPES.index(n.entity_type), n.name.start))
    found = [first]
    for name in names:
        last = found[-1]
        between = text[last.name.end : name.name.start]
        joined = _JOINED.search(between) and re.search(r"\band\b|&", text[last.name.end : end])
        same = name.entity_type == last.entity_type
        if name.name.start > last.name.start and same and joined and not _AWAY.search(between):
            found.append(name)
    return found


def _may_head(name: Resolved, before: str, after: str) -> bool:
    """Whether a name between these words of its source can be what the source is."""
    if not _AFTER_HEAD.match(after):
        return False
    if not _AWAY.search(before):
        return True
    apposed = _APPOSED.search(before) if name.entity_type in _APPOSABLE else None
    return apposed is not None and not _AWAY.search(apposed.group())
