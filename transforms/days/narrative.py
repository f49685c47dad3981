"""The day whose news an article tells: what an undated `said` goes by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from transforms.coreference.words import Words
from transforms.days.clauses import Clauses
from transforms.days.model import UNKNOWN, Day
from transforms.readers.dateline import find_dateline
from transforms.speakers.model import Parts

_RECENT: Final = timedelta(days=7)
_SELVES: Final = 3
"""From how many times `I` outside what is said an article is its writer's own: an essay."""


class Narrative:
    """The dated times of an article, as its own words tell of them."""

    def __init__(self, clauses: Clauses, parts: Sequence[Parts], published_on: date | None) -> None:
        said = [span for part in parts for span in part.contents]
        self._days: list[Day] = []
        for number, time in enumerate(clauses.times):
            is_day = time.starts_on is not None and time.starts_on == time.ends_on
            if published_on is None or not is_day or time.starts_on is None:
                continue
            is_recent = published_on - _RECENT <= time.starts_on <= published_on
            is_said = clauses.is_said(number, said)
            if is_recent and not is_said and clauses.tells_of_the_past(number):
                self._days.append(Day(time.starts_on, time.ends_on, "inherited"))

    @staticmethod
    def told(clauses: Clauses, place: int) -> Day:
        """The nearest dated time before a character, however long ago; UNKNOWN without one."""
        earlier = [each for each in clauses.times if each.end <= place]
        return Day(earlier[-1].starts_on, earlier[-1].ends_on, "inherited") if earlier else UNKNOWN

    def news(self) -> Day | None:
        """The day whose news the article tells: the first recent one of a past clause, or None."""
        return self._days[0] if self._days else None


def dateline_day(text: str, published_on: date | None) -> Day | None:
    """The day in a text's dateline, where it is at most a week before that of publication."""
    if published_on is None:
        return None
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
        if text == "I":
            start = int(words.start[place])
            own += not any(first <= start < last for first, last in said)
    return own >= _SELVES
