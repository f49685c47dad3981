"""Sources that are I, we, it or they: whoever speaks around them, or did right before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.speakers.contents import Contents
from transforms.speakers.layout import Layout
from transforms.speakers.model import Parts, Speakers

_GROUPS: Final = frozenset({"ORG", "GPE", "NORP"})
_SINGULAR: Final = frozenset({"it", "its"})
_FIRST_PERSON: Final = 0.9
_AROUND: Final = 0.9
_BEFORE: Final = 0.8


class Groups:
    """Speakers for pronouns that say nothing of a gender; `found` are those known so far."""

    def __init__(
        self, layout: Layout, parts: Sequence[Parts], contents: Contents, found: list[Speakers]
    ) -> None:
        self._layout = layout
        self._parts = parts
        self._contents = contents
        self._found = found

    def first_person(self, number: int, place: int) -> Speakers | None:
        """I or we: the speaker of the quotation that a place is in; None outside of one."""
        outer = self._contents.outer(place, number)
        if outer is None or not self._layout.is_quoted(place) or not self._found[outer].names:
            return None
        return Speakers.again(self._found[outer], "first_person", _FIRST_PERSON)

    def third_person(self, number: int, place: int, word: str) -> Speakers | None:
        """It or they: a body, a country or several people; None where it may be anything."""
        if self._layout.is_quoted(place):
            return None
        outer = self._contents.outer(place, number)
        near, chance = (outer, _AROUND) if outer is not None else (self._before(place), _BEFORE)
        if near is None:
            return None
        names = self._found[near].names
        are_several = len(names) > 1
        fits = bool(names) and (are_several or names[0].entity_type in _GROUPS)
        if not fits or (are_several and word in _SINGULAR):
            return None
        return Speakers.again(self._found[near], "pronoun", chance)

    def _before(self, place: int) -> int | None:
        """The last statement before a place, unless more than a sentence lies between."""
        starts = [
            (part.source[0], number)
            for number, part in enumerate(self._parts)
            if part.source and part.source[0] < place
        ]
        if not starts:
            return None
        start, last = max(starts)
        return last if self._layout.told_no(place) - self._layout.told_no(start) <= 1 else None
