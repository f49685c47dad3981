"""The days of an article's statements by rule, and what is known before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from transforms.cues.reading import Reading
from transforms.days.clauses import Clauses
from transforms.days.model import UNKNOWN, Day
from transforms.days.narrative import Narrative
from transforms.speakers.model import Parts, Speakers
from transforms.times.model import Time


@dataclass(frozen=True, kw_only=True, eq=False)
class Read:
    """What is known of an article's statements before their days are.

    In the order of the article's parts: `parts`, `speakers`, `readings` (how cues are read),
    `at_cue` (the time at the cue, or None, and whether it is at a verb beside), `inside` (whether
    it is in another's content). `own_day` is the article's day: its dateline's, else that of
    publication. `is_essay`: it speaks of its own writer; `is_by_hours`: reports by the hour.
    """

    clauses: Clauses
    parts: Sequence[Parts]
    speakers: Sequence[Speakers]
    readings: Sequence[Reading | None]
    at_cue: Sequence[tuple[Time | None, bool]]
    inside: Sequence[bool]
    published_on: date
    own_day: Day
    is_essay: bool
    is_by_hours: bool


def ruled(read: Read) -> list[Day]:
    """The day of each statement by rule, in the order of the article's parts.

    What is no plain report of something said (a perfect, `had promised`, a future or conditional,
    the present outside a headline, what somebody says that another said, a thought, a document,
    `once said`, `at a rally`) has a day only where a time at the cue tells it.
    """
    return _Rules(read).all()


class _Rules:
    def __init__(self, read: Read) -> None:
        self._read, self._clauses = read, read.clauses
        self._narrative = Narrative(read.clauses, read.parts, read.published_on)
        self._published = Day(read.published_on, read.published_on, "published")
        self._found: list[Day] = [UNKNOWN] * len(read.parts)

    def all(self) -> list[Day]:
        before: int | None = None
        parts = self._read.parts
        for number in sorted(range(len(parts)), key=lambda each: parts[each].place):
            self._found[number] = self._day(number, before)
            before = number
        return self._found

    def _day(self, number: int, before: int | None) -> Day:
        part = self._read.parts[number]
        reading = self._read.readings[number]
        if reading is None:
            is_more = self._read.speakers[number].method == "quotation_continued"
            return _inherited(self._found[before]) if is_more and before is not None else UNKNOWN
        cue = reading.place
        time, is_shared = self._read.at_cue[number]
        if time is not None:
            return Day(time.starts_on, time.ends_on, "inherited" if is_shared else "explicit")
        if self._clauses.is_back_then(cue):
            return self._narrative.back_then(part.place)
        if self._read.inside[number] or not self._is_report(number, cue):
            return UNKNOWN
        occasion = self._occasion(number, before)
        if occasion is not None or self._read.is_essay:
            return occasion or UNKNOWN
        return self._told(part, cue)

    def _is_report(self, number: int, cue: int) -> bool:
        """Whether a cue reports, as a fact of its own, something said on one occasion."""
        clauses, reading = self._clauses, self._read.readings[number]
        is_fact = reading is not None and reading.modality == "asserted"
        is_aside = clauses.is_open(cue) or clauses.is_elsewhen(cue) or clauses.is_before(cue)
        return is_fact and not is_aside and self._is_voiced(number)

    def _is_voiced(self, number: int) -> bool:
        """Whether a cue tells of something said."""
        reading = self._read.readings[number]
        if reading is None or reading.cue is None:
            is_done = reading is not None and self._clauses.is_past(reading.place)
            return is_done or self._read.parts[number].is_direct
        return reading.cue.statement_kind == "speech"

    def _occasion(self, number: int, before: int | None) -> Day | None:
        """The day of the statement before, where one speaker goes on in the same paragraph."""
        if before is None:
            return None
        one, other = self._read.speakers[before].names[:1], self._read.speakers[number].names[:1]
        if not one or not other or one[0].entity is None or one[0].entity != other[0].entity:
            return None
        start, end = self._read.parts[before].place, self._read.parts[number].place
        is_near = self._clauses.paragraph(start) == self._clauses.paragraph(end)
        earlier = self._found[before]
        is_dated = earlier.basis in {"explicit", "inherited"}
        is_one = is_near and not self._clauses.has_time(self._read.parts[before].end, end)
        return _inherited(earlier) if is_dated and is_one else None

    def _told(self, part: Parts, cue: int) -> Day:
        """The day that the article tells of there, that of its dateline, or its own.

        A headline in the present and a live report (`is telling`, pages by the hour) are too.
        """
        clauses, is_by_hours = self._clauses, self._read.is_by_hours
        is_headline = clauses.paragraph(part.place) == 0
        is_live = is_by_hours or clauses.is_live(cue)
        if not (clauses.is_past(cue) or is_live or is_headline):
            return UNKNOWN
        if is_live and not clauses.is_past(cue):
            return self._published
        near = self._narrative.near(clauses.sentence(part.place), part.place)
        if near or is_by_hours:
            return near or self._published
        return self._narrative.news() or self._read.own_day


def _inherited(day: Day) -> Day:
    return day if day.first is None else Day(day.first, day.last, "inherited")
