"""What who and which go back to: the name right before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from transforms.entities.model import Resolved

_RIGHT_BEFORE: Final = re.compile(
    r"['’]?\s*\([^)\n]{1,40}\),?\s*|\s*[,(—–]\s*(?:and\s+)?|\s+--?\s+|\s"
)
_APPOSED: Final = re.compile(
    r"(?:\s*\([^)\n]{1,40}\))?,\s(?:the|an?|his|her|its)\s[^,;:.\n]{3,80},?\s"
)
_OF: Final = re.compile(
    r"\b(?:of|for|to|by|with|from|at|in)\s+(?:the\s+)?(?:\w+\.?\s+){0,2}$", re.IGNORECASE
)
_THINGS: Final = frozenset({"ORG", "GPE", "NORP"})


def antecedent(text: str, place: int, word: str, names: Sequence[Resolved]) -> Resolved | None:
    """The name that a relative pronoun at a place goes back to, or None.

    `who` needs a person and a comma, unless nothing but the name could be meant; `which` an
    organisation, a country or its people.
    """
    before = [name for name in names if name.name.end <= place]
    if not before:
        return None
    last = before[-1]
    between = text[last.name.end : place]
    if word in {"who", "whom", "whose"}:
        if last.entity_type != "PERSON":
            return _apposed(text, place, before)
        is_near = bool(_RIGHT_BEFORE.fullmatch(between))
        if is_near and (
            between.strip() or not _OF.search(text, max(0, last.name.start - 40), last.name.start)
        ):
            return last
        return last if _APPOSED.fullmatch(between) else None
    if last.entity_type in _THINGS and _RIGHT_BEFORE.fullmatch(between) and between.strip():
        return last
    return None


def _apposed(text: str, place: int, before: Sequence[Resolved]) -> Resolved | None:
    """`Ann Lee, the mayor of Oslo, who`: a person before an apposition that holds other names."""
    for name in reversed(before[-4:]):
        if name.entity_type == "PERSON":
            between = text[name.name.end : place]
            return name if _APPOSED.fullmatch(between) else None
    return None
