"""The day whose news an article tells: what an undated `said` goes by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from transforms.coreference.words import Words
from transforms.days.clauses import Clauses
from transforms.days.model import UNKNOWN, Day
from transforms.readers.dateline import find_dateline
from transforms.speakers.model import Parts
from transforms.times.model import Time

_HOURS: Final = re.compile(
    r"^\s*\d{1,2}(?::\d\d)? ?[ap]\.?m\.?:?\s*$", re.MULTILINE | re.IGNORECASE
)
_DASH: Final = re.compile(r",?\s*(?:\([A-Z][^)]{1,40}\))?\s*(?:—|–|--|- )")
_HEAD: Final = 300
_TWICE: Final = 2
_LATE: Final = timedelta(days=2)
_NEAR: Final = 3
_RECENT: Final = timedelta(days=7)
_OWN: Final = frozenset({"I", "me", "my"})
_SELVES: Final = 3
"""From how many such words outside what is said an article is its writer's own: an essay."""


@dataclass(frozen=True)
class _Told:
    """A time of the article's own telling: where it stands, in which sentence, which days."""

    place: int
    sentence: int
    day: Day


class Narrative:
    """The dated times of an article outside what is said, as its own words tell of them."""

    def __init__(self, clauses: Clauses, parts: Sequence[Parts], published_on: date | None) -> None:
        said = [span for part in parts for span in part.contents]
        self._published_on = published_on
        self._recent: list[_Told] = []
        self._old: list[_Told] = []
        for number, time in enumerate(clauses.times):
            first, last = time.starts_on, time.ends_on
            if not published_on or not first or not last or clauses.is_said(number, said):
                continue
            day = Day(first, min(last, published_on), "inherited")
            told = _Told(time.start, clauses.sentence(time.start), day)
            if last < published_on - _RECENT:
                self._old.append(told)
            elif first == last <= published_on and clauses.tells_of_the_past(number):
                self._recent.append(told)

    def near(self, sentence: int, place: int, reach: int = _NEAR) -> Day | None:
        """The recent day told last before a character, in its sentence or `reach` before."""
        before = [each for each in self._recent if each.place < place]
        is_near = bool(before) and sentence - before[-1].sentence <= reach
        return before[-1].day if is_near else None

    def news(self) -> Day | None:
        """The day whose news the article tells: the first recent one, up to that of publication.

        A day from then to publication where these are two days apart or more.
        """
        if not self._recent or self._published_on is None:
            return None
        first = self._recent[0].day
        if first.first is None or self._published_on - first.first < _LATE:
            return first
        return Day(first.first, self._published_on, "published")

    def back_then(self, place: int) -> Day:
        """The nearest time of long ago before a character; UNKNOWN without one."""
        before = [each.day for each in self._old if each.place < place]
        return before[-1] if before else UNKNOWN


def is_live_page(text: str) -> bool:
    """Whether a text is a page of reports by the hour: `is telling` and `says` are of that day."""
    return len(_HOURS.findall(text)) >= _TWICE


def dated_clauses(words: Words, times: Sequence[Time], text: str) -> Clauses:
    """The clauses of an article with its times but the dateline's."""
    return Clauses(words, [each for each in times if not _is_dateline(text, each.end)])


def _is_dateline(text: str, end: int) -> bool:
    """Whether a time that ends there belongs to the dateline: `PARIS, Oct. 4 (AP) -`."""
    return end < _HEAD and _DASH.match(text, end) is not None


def dateline_day(text: str, published_on: date) -> Day | None:
    """The day in a text's dateline, where it is at most a week before that of publication."""
    for year in (published_on.year, published_on.year - 1):
        found = find_dateline(text, year=year)
        if found and found.day and published_on - _RECENT <= found.day <= published_on:
            return Day(found.day, found.day, "dateline")
    return None


def is_essay(words: Words, parts: Sequence[Parts]) -> bool:
    """Whether an article speaks of its own writer: whose `said` may be of any day."""
    said = [span for part in parts for span in part.contents]
    own = 0
    for place, text in enumerate(words.text):
        if text in _OWN:
            start = int(words.start[place])
            own += not any(first <= start < last for first, last in said)
    return own >= _SELVES
