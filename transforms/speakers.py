"""Who a source is: the names inside it, or the reason why there is none.

Methods: `name` (a name heads the source), `unknown:no_source`, `unknown:pronoun` (the source is
a bare pronoun), `unknown:nominal` (a description without a name that could be it),
`unknown:ambiguous` (a name that may be several entities).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from transforms.entities.model import Resolved

_PRONOUNS: Final = frozenset(
    "he she they it we i you who that which him her them us me himself herself themselves itself"
    " this these those both others everyone everybody someone somebody anyone anybody one many"
    " some most several few all".split()
)
_AWAY: Final = re.compile(
    r"\b(?:of|for|from|in|at|with|by|to|on|near|against|about|under|over|between|outside|inside"
    r"|around|behind|within|who|that|which|whose|representing|including|like)\b",
    re.IGNORECASE,
)
"""A name after one of these is part of a description, not its head: a spokesman for Mr. X."""
_APPOSED: Final = re.compile(r"[,(—–]\s*(?:the\s+|an?\s+)?$")
_JOINED: Final = re.compile(r"(?:,|\band\b|&|,\s*and\b|\bor\b|\balong with\b|\bas well as\b)")
_AFTER_HEAD: Final = re.compile(
    r"\s*(?:$|[,(\[—–:;]|['’]s?\s*$|(?:and|or|&|who|which|himself|herself|itself|along|as well)\b"
    r"|(?:of|for|from|in|at)\b)"
)
_TYPES: Final = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "MISC", "EVENT")


@dataclass(frozen=True, kw_only=True)
class Speakers:
    """The names that a source is, in text order; `method` as in the module's docstring."""

    names: tuple[Resolved, ...]
    method: str

    @property
    def score(self) -> float | None:
        """How sure the first speaker's link is, 0 to 1; None where there is no speaker."""
        return self.names[0].link_score if self.names else None


def speakers(text: str, start: int, end: int, names: Sequence[Resolved]) -> Speakers:
    """The speakers of the source `text[start:end]`; `names` the article's, in text order."""
    source = text[start:end]
    bare = re.sub(r"[^\w\s]", "", source).lower().split()
    if len(bare) == 1 and bare[0] in _PRONOUNS:
        return Speakers(names=(), method="unknown:pronoun")
    inside = [n for n in names if n.name.start >= start and n.name.end <= end]
    heads = _heads(text, start, end, inside)
    linked = tuple(name for name in heads if name.entity is not None)
    if linked:
        return Speakers(names=linked, method="name")
    return Speakers(names=(), method="unknown:ambiguous" if heads else "unknown:nominal")


def _heads(text: str, start: int, end: int, inside: list[Resolved]) -> list[Resolved]:
    """The name that the source is, and those joined to it by `and` or commas."""
    candidates = [
        name
        for name in inside
        if _may_head(text[start : name.name.start], text[name.name.end : end])
    ]
    if not candidates:
        return []
    first = min(candidates, key=lambda n: (_TYPES.index(n.entity_type), n.name.start))
    heads = [first]
    for name in inside:
        last = heads[-1]
        between = text[last.name.end : name.name.start]
        joined = _JOINED.search(between) and re.search(r"\band\b|&", text[last.name.end : end])
        same = name.entity_type == last.entity_type
        if name.name.start > last.name.start and same and joined and not _AWAY.search(between):
            heads.append(name)
    return heads


def _may_head(before: str, after: str) -> bool:
    """Whether a name between these words of its source can be what the source is."""
    if not _AFTER_HEAD.match(after):
        return False
    return not _AWAY.search(before) or bool(_APPOSED.search(before))
