"""What times are counted from: the article's day, and what the sentences before have named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from transforms.coreference.words import Words
from transforms.times.periods import Period, shifted, size
from transforms.times.tense import Tense, tense


class Anchor:
    """The article's day and the last periods named, kept as the text goes on.

    `today` is the day of publication, None where it is unknown. `reference` is the last day, month
    or year that a date named, `quarter` the last quarter of a business year, `fiscal` the grain
    (quarter or year) of the last period that results were told for. `day_first` is the order of the
    article's dates in numbers, None where they do not tell.
    """

    def __init__(self, words: Words, published_on: date | None) -> None:
        self._words = words
        self.today = Period("day", published_on) if published_on else None
        self.reference: Period | None = None
        self.quarter: Period | None = None
        self.fiscal: str | None = None
        self._sentence = self._named_in = 0
        self.day_first: bool | None = None

    def tense(self, word: int) -> Tense | None:
        """The tense of the verb that a word hangs on."""
        return tense(self._words, word)

    def had(self, word: int) -> bool:
        """Whether the verb that a word hangs on tells what had been."""
        verb = self._words.head[word]
        return any(self._words.text[i] == "had" for i in self._words.children[verb])

    def tag(self, word: int) -> str:
        """A word's part-of-speech tag."""
        return self._words.tag[word]

    def text(self, word: int) -> str:
        """A word as it stands; empty outside the article."""
        return self._words.text[word] if 0 <= word < len(self._words) else ""

    def tag_or_none(self, word: int) -> str:
        """A word's tag; empty outside the article."""
        return self._words.tag[word] if 0 <= word < len(self._words) else ""

    def this(self, grain: str, count: int = 0) -> Period | None:
        """The period of that grain that holds the article's day, or one `count` away."""
        return Period.of(grain, self.today.first).moved(count) if self.today else None

    def ago(self, count: int, grain: str) -> Period | None:
        """The article's day moved, in the coarser grain: three years ago is a year."""
        return shifted(self.today, count, grain) if self.today else None

    def day(self, *, past: bool = False) -> Period | None:
        """The day named in this sentence or the one before, else the article's.

        `past`: not a day after the article's.
        """
        named = self.reference
        if named is None or named.grain != "day" or self._sentence - self._named_in > 1:
            return self.today
        return self.today if past and self.today and named.first > self.today.first else named

    def move_to(self, word: int) -> None:
        """Go on to a word: the next time stands there."""
        self._sentence = self._words.sentence[word]

    def name(self, period: Period) -> None:
        """Keep a period as the last that a date named."""
        self.reference, self._named_in = period, self._sentence

    def reference_of(self, grain: str) -> Period | None:
        """The period of that grain around the last date named; None where that is a coarser one."""
        base = self.reference
        if base is None or size(base.grain) > size(grain):
            return None
        return Period.of(grain, base.first)

    def year_before(self) -> Period | None:
        """The period a year before the results told last; None where none were told."""
        if self.fiscal == "quarter" and self.quarter:
            return self.quarter.moved(-4)
        return self.this("year", -1) if self.fiscal == "year" else None

    def quarter_number(self, number: int, when: Tense | None) -> Period | None:
        """The quarter of that number: the last that has begun, for a future verb the nearest."""
        if not 1 <= number <= 4:
            return None
        return self.nearest("quarter", 3 * number - 2, 1, None if when == "future" else "past")

    def numeric(self, days: Collection[Period], one: int) -> Period | None:
        """Which of two days a date in numbers is: `one` is its first number.

        It is the article's own day, or follows the order that its other dates tell; else None.
        """
        for day in days:
            if day == self.today:
                return day
            if self.day_first is not None and day.first.day == one and self.day_first:
                return day
            if self.day_first is False and day.first.month == one:
                return day
        return None

    def weekday(self, number: int, when: Tense | None) -> Period | None:
        """The day of that weekday: the last up to the article's, the next from it for a future."""
        if self.today is None:
            return None
        ahead = (number - self.today.first.weekday()) % 7
        if when not in ("future", "present") and ahead:
            ahead -= 7
        return self.today.moved(ahead)

    def nearest(
        self, grain: str, month: int, day: int, when: Tense | None, *, near: bool = False
    ) -> Period | None:
        """The period of that grain that begins on a day of the year, of the year that is meant.

        A past verb means the last, a future one the next, any other the nearest to the article's
        day; with `near` the verb only counts against what is far. None where no year has that day
        or the article has none.
        """
        if self.today is None:
            return None
        year = self.today.first.year
        found = [dated(grain, each, month, day) for each in (year - 1, year, year + 1)]
        return self.closest([each for each in found if each], when, near=near)

    def closest(
        self, periods: Sequence[Period], when: Tense | None, *, near: bool = False
    ) -> Period | None:
        """The one of several periods that is meant, as `nearest` chooses among years."""
        if self.today is None or not periods:
            return None
        today = self.today.first
        if near:
            return min(periods, key=lambda each: _cost((each.first - today).days, when))
        if when == "past":
            past = [each for each in periods if each.first <= today] or periods
            return max(past, key=lambda each: each.first)
        if when == "future":
            ahead = [each for each in periods if each.last >= today] or periods
            return min(ahead, key=lambda each: each.first)
        return min(periods, key=lambda each: abs((each.first - today) + (each.last - today)))


def _cost(days: int, when: Tense | None) -> float:
    """How far a day is, twice and a half as far where the verb speaks against it."""
    against = days > 0 if when == "past" else days < 0
    return abs(days) * (2.5 if against and when in ("past", "future") else 1)


def dated(grain: str, year: int, month: int, day: int) -> Period | None:
    """The period of that grain that begins on a day; None where the calendar has no such day."""
    try:
        return Period(grain, date(year, month, day))
    except ValueError:
        return None
