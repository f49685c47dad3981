"""The days that an article tells, up to its own: each with the times that mean it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.coreference.words import Words
from transforms.days.clauses import Clauses

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

_OCCASIONS: Final = frozenset(
    "interview speech debate rally statement conference briefing letter forum event meeting hearing"
    " appearance call tweet email panel summit convention address remark hall".split()
)
_SAYING: Final = frozenset(
    "say tell announce speak address declare accuse call write tweet meet debate appear ask release"
    " issue".split()
)
_AROUND: Final = 4
_RECENT: Final = 7


@dataclass(frozen=True, kw_only=True, eq=False)
class Told:
    """An article's dated times in text order, t of them, and the days that they mean, d of them.

    `days` first and last, no day twice. Of each time (t,): `day` the number of the day that it
    means, `head` its head word's token,
    `place`, `sentence`, `paragraph`; `is_past` its clause tells of the past, `is_said` it is part
    of what somebody says, `is_open` its clause is a perfect or future, `is_recent` it tells of one
    day of the week before publication, as the article's own words, `has_occasion` a word like
    debate stands beside it, `has_saying` its verb is one like announce.
    """

    days: list[tuple[date, date]]
    day: Ints
    head: list[int]
    place: Ints
    sentence: Ints
    paragraph: Ints
    is_past: Bools
    is_said: Bools
    is_open: Bools
    is_recent: Bools
    has_occasion: Bools
    has_saying: Bools

    @cached_property
    def means(self) -> Bools:
        """(d, t) which time means which day."""
        result: Bools = self.day == np.arange(len(self.days))[:, None]
        return result


def told(
    words: Words,
    clauses: Clauses,
    said: Sequence[tuple[int, int]],
    published_on: date,
) -> Told:
    """The days told; `said` are the contents of the article's statements."""
    own = [
        n for n, time in enumerate(clauses.times) if (time.starts_on or date.max) <= published_on
    ]
    spans = [_days(clauses, n, published_on) for n in own]
    days = list(dict.fromkeys(spans))
    is_past = _bools(clauses.tells_of_the_past(n) for n in own)
    is_said = _bools(clauses.is_said(n, said) for n in own)
    verbs = [clauses.verb(n) for n in own]
    near = _bools(first == last and (published_on - last).days <= _RECENT for first, last in spans)
    return Told(
        days=days,
        day=_ints(days.index(span) for span in spans),
        head=[clauses.head(n) for n in own],
        place=_ints(clauses.times[n].start for n in own),
        sentence=_ints(clauses.sentence(clauses.times[n].start) for n in own),
        paragraph=_ints(clauses.paragraph(clauses.times[n].start) for n in own),
        is_past=is_past,
        is_said=is_said,
        is_open=_bools(verb is not None and clauses.is_open(verb) for verb in verbs),
        is_recent=near & is_past & ~is_said,
        has_occasion=_bools(_is_beside(words, clauses.head(n)) for n in own),
        has_saying=_bools(v is not None and words.lemma[v].lower() in _SAYING for v in verbs),
    )


def _days(clauses: Clauses, number: int, published_on: date) -> tuple[date, date]:
    time = clauses.times[number]
    first, last = time.starts_on or date.min, time.ends_on or date.max
    return first, min(last, published_on)


def _is_beside(words: Words, head: int) -> bool:
    around = range(max(0, head - _AROUND), min(len(words), head + _AROUND + 1))
    return any(words.lemma[place].lower() in _OCCASIONS for place in around)


def _bools(values: Iterable[bool]) -> Bools:
    return np.fromiter(values, dtype=bool)


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)
