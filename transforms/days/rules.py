"""The days of an article's statements by rule: what the chooser starts from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.days.clauses import Clauses
from transforms.days.model import UNKNOWN, Day
from transforms.days.narrative import (
    Narrative,
    is_essay,
    is_live_page,
)
from transforms.nesting import outer
from transforms.speakers.model import Parts, Speakers


def ruled(
    words: Words,
    clauses: Clauses,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    readings: Sequence[Reading | None],
    published_on: date | None,
    dateline: Day | None,
    text: str,
) -> list[Day]:
    """The day of each statement by rule, in the order of `parts`; `readings` how cues are read.

    What is no plain report of something said (a perfect, `had promised`, a future or conditional,
    the present outside a headline, what somebody says that another said, a thought, a document,
    `once said`, `at a rally`) has a day only where a time at the cue tells it.
    """
    is_live = is_live_page(text)
    rules = _Rules(words, clauses, parts, speakers, readings, published_on, dateline, is_live)
    return rules.all()


class _Rules:
    def __init__(
        self,
        words: Words,
        clauses: Clauses,
        parts: Sequence[Parts],
        speakers: Sequence[Speakers],
        readings: Sequence[Reading | None],
        published_on: date | None,
        dated: Day | None,
        is_live_page: bool,
    ) -> None:
        self._clauses = clauses
        self._narrative = Narrative(self._clauses, parts, published_on)
        self._is_essay = is_essay(words, parts)
        self._parts, self._speakers, self._readings = parts, speakers, readings
        self._published_on, self._dated = published_on, dated
        self._is_live_page = is_live_page
        self._inside = [each is not None for each in outer(parts)]
        self._found: list[Day] = [UNKNOWN] * len(parts)

    def all(self) -> list[Day]:
        before: int | None = None
        for number in sorted(range(len(self._parts)), key=lambda each: self._parts[each].place):
            self._found[number] = self._day(number, before)
            before = number
        return self._found

    def _day(self, number: int, before: int | None) -> Day:
        part = self._parts[number]
        reading = self._readings[number]
        if reading is None:
            is_more = self._speakers[number].method == "quotation_continued"
            return _inherited(self._found[before]) if is_more and before is not None else UNKNOWN
        cue = reading.place
        time, is_shared = self._clauses.time(cue, part)
        if time is not None:
            return Day(time.starts_on, time.ends_on, "inherited" if is_shared else "explicit")
        if self._clauses.is_back_then(cue):
            return self._narrative.back_then(part.place)
        if self._inside[number] or not self._is_report(number, cue):
            return UNKNOWN
        occasion = self._occasion(number, before)
        if occasion is not None or self._is_essay:
            return occasion or UNKNOWN
        return self._told(part, cue)

    def _is_report(self, number: int, cue: int) -> bool:
        """Whether a cue reports, as a fact of its own, something said on one occasion."""
        clauses, reading = self._clauses, self._readings[number]
        is_fact = reading is not None and reading.modality == "asserted"
        is_aside = clauses.is_open(cue) or clauses.is_elsewhen(cue) or clauses.is_before(cue)
        return is_fact and not is_aside and self._is_voiced(number)

    def _is_voiced(self, number: int) -> bool:
        """Whether a cue tells of something said."""
        reading = self._readings[number]
        if reading is None or reading.cue is None:
            is_done = reading is not None and self._clauses.is_past(reading.place)
            return is_done or self._parts[number].is_direct
        return reading.cue.statement_kind == "speech"

    def _occasion(self, number: int, before: int | None) -> Day | None:
        """The day of the statement before, where one speaker goes on in the same paragraph."""
        if before is None:
            return None
        one, other = self._speakers[before].names[:1], self._speakers[number].names[:1]
        if not one or not other or one[0].entity is None or one[0].entity != other[0].entity:
            return None
        start, end = self._parts[before].place, self._parts[number].place
        is_near = self._clauses.paragraph(start) == self._clauses.paragraph(end)
        earlier = self._found[before]
        is_dated = earlier.basis in {"explicit", "inherited"}
        is_one = is_near and not self._clauses.has_time(self._parts[before].end, end)
        return _inherited(earlier) if is_dated and is_one else None

    def _told(self, part: Parts, cue: int) -> Day:
        """The day that the article tells of there, that of its dateline, or its own.

        A headline in the present and a live report (`is telling`, pages by the hour) are too.
        """
        published_on, clauses = self._published_on, self._clauses
        is_headline = clauses.paragraph(part.place) == 0
        is_live = self._is_live_page or clauses.is_live(cue)
        if published_on is None or not (clauses.is_past(cue) or is_live or is_headline):
            return UNKNOWN
        if is_live and not clauses.is_past(cue):
            return _published(published_on)
        near = self._narrative.near(clauses.sentence(part.place), part.place)
        if near or self._is_live_page:
            return near or _published(published_on)
        return self._narrative.news() or self._dated or _published(published_on)


def _published(day: date) -> Day:
    return Day(day, day, "published")


def _inherited(day: Day) -> Day:
    return day if day.first is None else Day(day.first, day.last, "inherited")
