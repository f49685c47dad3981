"""Which statement's content a place lies in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from transforms.entities.model import Resolved
from transforms.speakers.known import KnownNames
from transforms.speakers.model import Parts


class Contents:
    """The contents of an article's statements."""

    def __init__(self, parts: Sequence[Parts]) -> None:
        self._spans = sorted(
            (start, end, number)
            for number, part in enumerate(parts)
            for start, end in part.contents
        )
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)
        self._around: dict[int, list[int]] = {}

    def outer(self, place: int, but: int | None) -> int | None:
        """The number of the innermost statement around a place, other than `but`; or None."""
        return next((number for number in self._at(place) if number != but), None)

    def named(self, names: KnownNames) -> dict[int, list[Resolved]]:
        """The people named in each statement's content, by the statement's number."""
        found: defaultdict[int, list[Resolved]] = defaultdict(list)
        for name in names.all:
            if name.entity_type == "PERSON":
                for number in self._at(name.name.start):
                    found[number].append(name)
        return found

    def _at(self, place: int) -> list[int]:
        """The statements around a place, the one whose piece opens last first."""
        if place not in self._around:
            first = bisect_left(self._starts, place - self._longest)
            last = bisect_right(self._starts, place)
            self._around[place] = [
                number for _, end, number in reversed(self._spans[first:last]) if place < end
            ]
        return self._around[place]
