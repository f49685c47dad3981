"""What is found: a time of an article, and the reading that a rule gives to its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from transforms.times.periods import Period

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
"""TimeML's types of times."""


@dataclass(frozen=True, kw_only=True)
class Time:
    """One time: its span, what kind it is and what it means.

    `start` and `end` are 0-based, end exclusive, in code points of the text. `value` is TimeML's,
    None where the text leaves it open. `starts_on` and `ends_on` are the first and the last day
    that the value can mean, None for durations, sets and what is vague. `grain` is the unit of the
    value (`vague` for TimeML's PAST_REF, PRESENT_REF and FUTURE_REF), `modifier` TimeML's mod
    (START, END, APPROX...), `method` the name of the rule.
    """

    start: int
    end: int
    kind: Kind
    value: str | None
    starts_on: date | None
    ends_on: date | None
    grain: str
    modifier: str | None
    method: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a rule makes of its words.

    `period` is the stretch of the calendar that they name; `value` stands in for the period's own
    where there is more to it (a clock time) or no period. `modifier` as in `Time`.
    """

    kind: Kind
    grain: str
    period: Period | None = None
    value: str | None = None
    modifier: str | None = None


def calendar(period: Period | None, grain: str = "day") -> Reading:
    """A date; where `period` is None it is of that grain and has no value."""
    return Reading(
        kind="DATE",
        grain=period.grain if period else grain,
        period=period,
        value=period.value if period else None,
    )


def vague(value: str) -> Reading:
    """A date that stays open: PAST_REF, PRESENT_REF or FUTURE_REF."""
    return Reading(kind="DATE", grain="vague", value=value)
