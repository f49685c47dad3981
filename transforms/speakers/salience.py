"""Who was talked of last: how likely a pronoun means each of the people mentioned before it.

A mention weighs by its part in the sentence (who speaks or is a subject most, who owns something
least) and fades with every sentence after it; a person weighs what the heaviest mention does and
a little for the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from transforms.entities.model import Resolved
from transforms.speakers.layout import Layout

_FADES: Final = 0.45
"""What is left of a mention's weight after a sentence that is told."""
_FADES_ALWAYS: Final = 0.85
"""The same after any sentence, be it quoted."""
_AGAIN: Final = 0.2
"""How much a mention counts beside a heavier one of the same person."""
_QUOTED: Final = 0.15
_UNSURE: Final = 0.5
"""How much a person of unknown gender counts."""
_REACH, _REACH_QUOTED = 9, 30
"""Sentences that are told, and sentences of all kinds, after which nobody is remembered."""
_NOBODY: Final = 0.03
"""The weight of somebody who was not mentioned as a person at all."""
_SHARPER: Final = 2.0
"""The power of the weights that the shares are made of."""


@dataclass(frozen=True)
class Point:
    """One mention of a person: where, who, the name that says so, the gender, its weight."""

    start: int
    person: str
    name: Resolved | None
    gender: str
    weight: float


@dataclass(frozen=True)
class Choice:
    """The likeliest person, the name to go by (None: nameless), and how likely, 0 to 1."""

    person: str
    name: Resolved | None
    share: float


class Salience:
    """The points of an article so far."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._points: list[Point] = []

    def add(self, point: Point) -> None:
        """One more mention; mentions come in text order."""
        self._points.append(point)

    def choice(
        self, place: int, gender: str, counts: Callable[[Point], float], later: Point | None
    ) -> Choice | None:
        """Who of that gender is meant at a place; None where nobody fits.

        `counts` multiplies a point's weight; `later` is a mention after the place that counts.
        """
        weights: defaultdict[str, list[float]] = defaultdict(list)
        last: dict[str, Point] = {}
        for point in self._near(place, later):
            if point.gender not in {"", gender}:
                continue
            weight = self._weight(point, place) * counts(point)
            if weight > 0:
                weights[point.person].append(weight)
                known = last.setdefault(point.person, point)
                if known.name is None and point.name is not None:
                    last[point.person] = point
        return _best(weights, last)

    def _near(self, place: int, later: Point | None) -> Iterator[Point]:
        if later is not None:
            yield later
        layout = self._layout
        now, told = layout.sentence_no(place), layout.told_no(place)
        for point in reversed(self._points):
            is_far = told - layout.told_no(point.start) > _REACH
            if is_far or now - layout.sentence_no(point.start) > _REACH_QUOTED:
                return
            yield point

    def _weight(self, point: Point, place: int) -> float:
        layout = self._layout
        told = max(0, layout.told_no(place) - layout.told_no(point.start))
        away = max(0, layout.sentence_no(place) - layout.sentence_no(point.start))
        weight = point.weight * _FADES**told * _FADES_ALWAYS**away
        if not layout.is_quoted(place) and layout.is_quoted(point.start):
            weight *= _QUOTED
        return weight if point.gender else weight * _UNSURE


def _best(weights: dict[str, list[float]], last: dict[str, Point]) -> Choice | None:
    if not weights:
        return None
    totals = {
        person: (max(found) + _AGAIN * (sum(found) - max(found))) ** _SHARPER
        for person, found in weights.items()
    }
    person = max(totals, key=lambda each: (totals[each], each))
    return Choice(
        person, last[person].name, totals[person] / (sum(totals.values()) + _NOBODY**_SHARPER)
    )
