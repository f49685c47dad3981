"""Stretches of the calendar and the arithmetic on them: a day, a week, a quarter, a decade."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12_000,
}
_DAYS: Final = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
_SEASONS: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
"""TimeML's seasons by their first month; a winter belongs to the year of its December."""

CALENDAR: Final = frozenset(_MONTHS | _DAYS)
"""The grains that a period may have."""


@dataclass(frozen=True)
class Period:
    """A stretch of the calendar: its grain (one of `CALENDAR`) and its first day.

    A week begins on Monday, a weekend on Saturday. Seasons are the meteorologist's of the northern
    half of the world, three whole months each.
    """

    grain: str
    first: date

    @classmethod
    def of(cls, grain: str, day: date) -> Period:
        """The period of that grain that the day lies in; for a weekend, that of its week."""
        if grain in ("week", "weekend", "fortnight"):
            monday = date.fromordinal(max(1, day.toordinal() - day.weekday()))
            return cls(grain, _later(monday, 5) or monday if grain == "weekend" else monday)
        if grain == "day":
            return cls(grain, day)
        months = _MONTHS[grain]
        number = 12 * day.year + day.month - 1
        shift = 2 if grain == "season" else 0
        return cls(grain, _month((number - shift) // months * months + shift) or date.min)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.grain in _DAYS:
            length = 2 if self.grain == "weekend" else _DAYS[self.grain]
            return _later(self.first, length - 1) or date.max
        number = 12 * self.first.year + self.first.month - 1 + _MONTHS[self.grain]
        after = _month(number)
        return after - timedelta(days=1) if after else date.max

    @property
    def value(self) -> str:
        """Its TimeML value: 2024-04-09, 2024-W15, 2024-W15-WE, 2024-Q2, 2024-SP, 199, 19."""
        year = f"{self.first.year:04}"
        if self.grain in ("week", "weekend", "fortnight"):
            monday = self.first.isocalendar()
            week = f"{monday.year:04}-W{monday.week:02}"
            return week + ("-WE" if self.grain == "weekend" else "")
        return {
            "day": self.first.isoformat(),
            "month": f"{year}-{self.first.month:02}",
            "quarter": f"{year}-Q{(self.first.month + 2) // 3}",
            "half": f"{year}-H{(self.first.month + 5) // 6}",
            "season": f"{year}-{_SEASONS.get(self.first.month, 'WI')}",
            "decade": year[:3],
            "century": year[:2],
            "millennium": year[:1],
        }.get(self.grain, year)

    def moved(self, count: int) -> Period | None:
        """The period `count` of its grain later (earlier below 0); None outside the calendar."""
        if self.grain in _DAYS:
            first = _later(self.first, count * _DAYS[self.grain])
        else:
            number = 12 * self.first.year + self.first.month - 1
            first = _month(number + count * _MONTHS[self.grain])
        return Period(self.grain, first) if first else None


def shifted(period: Period, count: int, grain: str) -> Period | None:
    """The period `count` units of another grain later, in its own grain or the coarser of both.

    A day two weeks later is a day; a day two years later is a year. None outside the calendar.
    """
    if grain in _DAYS:
        if period.grain in _DAYS:
            first = _later(period.first, count * _DAYS[grain])
            return Period(period.grain, first) if first else None
        return None
    base = period if size(period.grain) >= size(grain) else Period.of(grain, period.first)
    number = 12 * base.first.year + base.first.month - 1 + count * _MONTHS[grain]
    first = _month(number)
    return Period(base.grain, first) if first else None


def size(grain: str) -> int:
    """How long a period of that grain is, in days, about."""
    return _DAYS.get(grain) or 30 * _MONTHS[grain]


def _later(day: date, days: int) -> date | None:
    number = day.toordinal() + days
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def _month(number: int) -> date | None:
    """The first day of a month counted from the year 0."""
    year, month = divmod(number, 12)
    return date(year, month + 1, 1) if 1 <= year <= date.max.year else None
