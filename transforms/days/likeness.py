"""What a statement has in common with a day that its article tells: nouns, names, the occasion.

`At Monday's debate she defended the plan` dates `he said during the debate`, paragraphs away.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.coreference.words import Words
from transforms.days.lines import (
    OCCASIONS,
    OPENINGS,
    Dated,
    Lines,
    Said,
    statements_said,
    times_told,
)
from transforms.days.pairs import Places
from transforms.days.rules import Read
from transforms.days.told import Told

Ints = npt.NDArray[np.int64]
Bags = Sequence[frozenset[str]]

LIKENESS: Final = {
    "nouns": 4, "occasion": 4, "speaker": 2, "subject": 2, "names": 3, "content": 4, "verb": 2,
    "others_between": 6,
}  # fmt: skip
"""Features of a statement and a day together, and how many values each has."""
SCENE: Final = {
    "occasion": 1 + len(OCCASIONS),
    "opening": 1 + len(OPENINGS),
    "occasion_before": 1 + len(OCCASIONS),
}
"""Features of a statement's sentence, and how many values each has."""


def likeness(words: Words, read: Read, told: Told, at: Places) -> tuple[Ints, Ints]:
    """(s, d, features) the values of `LIKENESS` and (s, features) those of `SCENE`."""
    lines = Lines(words)
    said, dated = statements_said(lines, read), times_told(lines, told)
    frames = [each.frame for each in said]
    columns = [
        _most(_shared(frames, [each.nouns for each in dated]), told, 3),
        _occasion(said, dated, told),
        _most(_shared([each.speaker for each in said], [each.names for each in dated]), told, 1),
        _most(_shared([each.speaker for each in said], [each.subject for each in dated]), told, 1),
        _most(_shared([each.names for each in said], [each.names for each in dated]), told, 2),
        _most(_shared([each.content for each in said], [each.words for each in dated]), told, 3),
        _most(_shared([each.verb for each in said], [each.verb for each in dated]), told, 1),
        _others_between(told, at),
    ]
    scene = [(_first(each.occasions), each.opening, _first(each.occasions_before)) for each in said]
    return np.stack(columns, 2), np.array(scene, dtype=np.int64).reshape(len(said), len(SCENE))


def _shared(one: Bags, other: Bags) -> Ints:
    """(len(one), len(other)) how many words two have in common."""
    found = [[len(each & its) for its in other] for each in one]
    return np.array(found, dtype=np.int64).reshape(len(one), len(other))


def _most(values: Ints, told: Told, most: int) -> Ints:
    """(s, t) -> (s, d): the most among the times of each day, and no more than `most`."""
    every = np.where(told.means, values[:, None], 0)
    found: Ints = np.minimum(every.max(2, initial=0), most)
    return found


def _occasion(said: Sequence[Said], dated: Sequence[Dated], told: Told) -> Ints:
    """(s, d) 1 where only the statement names an occasion, 2 where both, 3 where only the day."""
    days = [
        frozenset[int]().union(*(dated[time].occasions for time in np.flatnonzero(times).tolist()))
        for times in told.means
    ]
    found = [
        [2 if each.occasions & day else 1 if each.occasions else 3 if day else 0 for day in days]
        for each in said
    ]
    return np.array(found, dtype=np.int64).reshape(len(said), len(days))


def _others_between(told: Told, at: Places) -> Ints:
    """(s, d) how many others speak since the day was last told; 0 where it was not, else 1 more."""
    most = LIKENESS["others_between"] - 2
    last = np.where(told.means & (told.place < at.place[:, None, None]), told.place, -1)
    since = last.max(2, initial=-1)
    found = np.zeros(since.shape, dtype=np.int64)
    for number, own in enumerate(at.speaker):
        others: set[str | None] = set()
        first = number
        for day in np.argsort(-since[number], kind="stable"):
            if since[number, day] < 0:
                break
            while first and at.place[first - 1] >= since[number, day]:
                first -= 1
                others |= {at.speaker[first]} - {own}
            found[number, day] = 1 + min(len(others), most)
    return found


def _first(occasions: frozenset[int]) -> int:
    return min(occasions, default=0)
