"""Rules for weeks that are told by a day or a month: `the week of March 6`."""

from __future__ import annotations

from typing import Final

from transforms.times.anchors import Anchor, dated
from transforms.times.dates import full_date, when, year_of
from transforms.times.grammar import YEAR, Found, Rule, rules
from transforms.times.model import Reading, calendar
from transforms.times.periods import Period


def _week_of(found: Found, anchor: Anchor) -> Reading | None:
    """`the week of March 6`: the week that the day lies in."""
    day = full_date(found, anchor)
    if found.unit("u") != "week" or day is None or day.period is None:
        return None
    return calendar(Period.of("week", day.period.first))


def _week_in(found: Found, anchor: Anchor) -> Reading | None:
    """`the first week of May 2013`, `the last week of April`."""
    number, year = found.number("m") or 0, year_of(found, "y") if found.has("y") else None
    month = dated("month", year, number, 1) if year else None
    month = month or anchor.nearest("month", number, 1, when(found, anchor))
    if found.unit("u") != "week" or month is None:
        return None
    if found.has("l"):
        return calendar(Period.of("week", month.last))
    week = Period.of("week", month.first).moved((found.number("o") or 1) - 1)
    return calendar(week, "week")


WEEKS: Final[list[Rule]] = [
    *rules("week_of", _week_of, f"the u=unit of m=month d=dayno (comma? y={YEAR})?"),
    *rules("week_in", _week_in, f"(the)? (l=last|o=th) u=unit of m=month (comma? y={YEAR})?"),
]
