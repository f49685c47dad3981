"""What the chooser of days looks at in a statement and a day that its article tells, together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.days.told import Told

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

DAY: Final = {
    "own": 3, "before": 9, "after": 7, "paragraph": 2, "paragraph_before": 2, "content": 2,
    "last": 2, "recent": 8, "speaker_before": 7, "speaker_after": 7, "owned_before": 2,
    "past": 2, "told": 2, "past_told": 2, "open": 2, "lead": 2, "title": 2, "often": 4,
    "news": 2, "length": 6, "ago": 9, "owned": 2, "occasion": 2, "saying": 2,
    "days": 5,
}  # fmt: skip
"""Features of a day that is told, as a statement sees it, and how many values each has."""
NO_DAY: Final = {"own": 2, "recent": 8, "speaker_before": 7, "ago": 10, "days": 5}
"""Features of the article as a statement sees it, for what is no day told: published, unknown."""

_FAR: Final = 1 << 30
_NEAR: Final = (1, 2, 3, 4, 6, 9, 16)
_NEXT: Final = (1, 2, 3, 5, 9)
_RECENT: Final = (1, 2, 3, 4, 6, 9)
_SPOKEN: Final = (1, 2, 3, 5, 9)
_AGO: Final = (1, 2, 3, 4, 7, 14, 32, 367)
_LENGTHS: Final = (2, 3, 8, 32, 367)
_OFTEN: Final = (2, 3, 5)
_MANY: Final = (1, 2, 3, 4)
_LEAD: Final = 3


@dataclass(frozen=True, kw_only=True, eq=False)
class Places:
    """Where an article's statements stand, s of them in text order, and who speaks.

    `place`, `end`, `sentence`, `paragraph` (s,); `speaker` an id or None; `own` (s,) the number of
    the day told at the cue, -1 without one, `is_shared` (s,) whether a verb beside it has it.
    """

    place: Ints
    end: Ints
    sentence: Ints
    paragraph: Ints
    speaker: Sequence[str | None]
    own: Ints
    is_shared: Bools


def day_features(told: Told, at: Places, published_on: date) -> tuple[Ints, Ints]:
    """(s, d, features) the values of `DAY` and (s, features) those of `NO_DAY`."""
    shape = (len(at.place), len(told.days))
    days = np.arange(shape[1])
    is_before = told.place < at.place[:, None]
    apart = at.sentence[:, None] - told.sentence
    before = _least(np.where(is_before, apart, _FAR), told.means)
    after = _least(np.where(is_before, _FAR, -apart), told.means)
    inside = ~is_before & (told.place < at.end[:, None])
    beside = at.paragraph[:, None] - told.paragraph
    recent, recent_apart = _last(is_before & told.is_recent, told, apart)
    last, _ = _last(is_before, told, apart)
    earlier, earlier_apart = _spoken(at, -1)
    later, later_apart = _spoken(at, 1)
    owned_before = _owned_before(at.own)
    many = np.full(shape[0], np.digitize(len({*_days_of(told, told.is_recent)}), _MANY))
    is_own = days == at.own[:, None]
    columns = [
        np.where(is_own, 1 + at.is_shared[:, None], 0),
        np.where(before < _FAR, np.digitize(before, _NEAR), len(_NEAR) + 1),
        np.where(after < _FAR, np.digitize(after, _NEXT), len(_NEXT) + 1),
        _any(beside == 0, told.means),
        _any(beside == 1, told.means),
        _any(inside, told.means),
        days == last[:, None],
        _near(days == recent[:, None], recent_apart, _RECENT),
        _near(days == earlier[:, None], earlier_apart, _SPOKEN),
        _near(days == later[:, None], later_apart, _SPOKEN),
        days == owned_before[:, None],
        *_of_days(told, at, published_on),
        many[:, None],
    ]
    pairs = np.stack([np.broadcast_to(column, shape) for column in columns], 2).astype(np.int64)
    first = next(_days_of(told, told.is_recent), None)
    ago = 0 if first is None else 1 + np.digitize((published_on - told.days[first][1]).days, _AGO)
    none = [
        at.own >= 0,
        _near(recent >= 0, recent_apart, _RECENT),
        _near(earlier >= 0, earlier_apart, _SPOKEN),
        np.full(shape[0], ago),
        many,
    ]
    return pairs, np.stack(none, 1).astype(np.int64)


def nearest(told: Told, at: Places) -> Ints:
    """(s, d) the number of the time of each day that is nearest; -1 where no time means it."""
    if not len(told.place):
        return np.full((len(at.place), len(told.days)), -1)
    apart = np.abs(told.place - at.place[:, None])[:, None]
    found = np.where(told.means, apart, _FAR).argmin(2)
    return np.where(told.means.any(1), found, -1)


def _of_days(told: Told, at: Places, published_on: date) -> list[Ints | Bools]:
    """The features of each day (d,) by itself, `past` to `saying`."""
    means = told.means
    owned = np.unique(at.own)
    news = next(_days_of(told, told.is_recent), -1)
    days = np.arange(len(told.days))
    return [
        means @ told.is_past,
        means @ ~told.is_said,
        means @ (told.is_past & ~told.is_said),
        means @ told.is_open,
        means @ (told.sentence <= _LEAD),
        means @ (told.paragraph == 0),
        np.digitize(means.sum(1), _OFTEN),
        days == news,
        np.digitize([(last - first).days + 1 for first, last in told.days], _LENGTHS),
        np.digitize([(published_on - last).days for _, last in told.days], _AGO),
        np.isin(days, owned),
        means @ told.has_occasion,
        means @ told.has_saying,
    ]


def _least(values: Ints, means: Bools) -> Ints:
    """(s, t) -> (s, d): the least value among the times of each day."""
    every = np.where(means, values[:, None], _FAR)
    found: Ints = every.min(2, initial=_FAR)
    return found


def _any(marks: Bools, means: Bools) -> Bools:
    """(s, t) -> (s, d): whether a time of the day is marked."""
    found: Bools = marks @ means.T
    return found


def _last(marks: Bools, told: Told, apart: Ints) -> tuple[Ints, Ints]:
    """(s,) the day of the last marked time, -1 without one, and how many sentences before it is."""
    if not marks.shape[1]:
        return np.full(len(marks), -1), np.full(len(marks), _FAR)
    at = marks.shape[1] - 1 - marks[:, ::-1].argmax(1)
    there = marks.any(1)
    day = told.day[at]
    return np.where(there, day, -1), np.where(there, apart[np.arange(len(at)), at], _FAR)


def _days_of(told: Told, marks: Bools) -> Iterator[int]:
    """The days of the marked times, in text order."""
    return iter(told.day[marks].tolist())


def _spoken(at: Places, step: int) -> tuple[Ints, Ints]:
    """(s,) the day told at the same speaker's last cue before, or next after by `step` 1.

    -1 without one; and how many sentences away.
    """
    count = len(at.place)
    days, apart = np.full(count, -1), np.full(count, _FAR)
    seen: dict[str, int] = {}
    for number in range(count)[::-step]:
        speaker = at.speaker[number]
        if speaker is None:
            continue
        if speaker in seen:
            other = seen[speaker]
            days[number] = at.own[other]
            apart[number] = abs(at.sentence[number] - at.sentence[other])
        if at.own[number] >= 0:
            seen[speaker] = number
    return days, apart


def _owned_before(own: Ints) -> Ints:
    """(s,) the day told at the last cue before that tells one, -1 without one."""
    result, last = np.full(len(own), -1), -1
    for number, day in enumerate(own.tolist()):
        result[number] = last
        last = day if day >= 0 else last
    return result


def _near(marks: Bools, apart: Ints, edges: Sequence[int]) -> Ints:
    """0 where not marked, else 1 and how far it is."""
    far = np.digitize(apart, edges)
    return np.where(marks, 1 + (far[:, None] if marks.ndim > 1 else far), 0)
