"""Days as somebody who reads writes them down: gold to train on and to measure with."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Final

Span = tuple[date, date]
"""First and last day."""

PUBLISHED: Final = "published"
UNKNOWN: Final = "unknown"
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def read_days(values: Iterable[str], published_on: date) -> set[Span | None]:
    """What a reader wrote, as days: `2016-05-01`, `2016-05`, `2016`, `2016-05-01/2016-05-03`.

    `published` is the day of publication, `unknown` is None. What began by then ends by then: of
    the month and the year of publication the days up to it. Raises ValueError naming anything else.
    """
    return {_read(value, published_on) for value in values}


def _read(value: str, published_on: date) -> Span | None:
    if value == UNKNOWN:
        return None
    if value == PUBLISHED:
        return published_on, published_on
    first, _, last = value.partition("/")
    start, end = _span(first)[0], _span(last or first)[1]
    return start, min(end, max(start, published_on))


def _span(value: str) -> Span:
    found = _DAY.fullmatch(value)
    if found is None:
        message = f"{value!r} is no day, month or year: write 2016-05-01, 2016-05 or 2016"
        raise ValueError(message)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if day is not None and month is not None:
        return date(year, month, day), date(year, month, day)
    first, last = (1, 12) if month is None else (month, month)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
