"""Holidays whose day the calendar alone tells."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from transforms.times.model import Reading, calendar
from transforms.times.periods import Period

_FIXED: Final = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year day": (1, 1),
    "new year eve": (12, 31),
    "halloween": (10, 31),
    "valentine day": (2, 14),
    "independence day": (7, 4),
    "veterans day": (11, 11),
    "boxing day": (12, 26),
}
_MOVABLE: Final = {
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "memorial day": (5, 0, -1),
}
"""Month, weekday from Monday 0, and which of them in the month; as kept in the United States."""


_ELECTION: Final = "election day"
_EASTER: Final = {
    "palm sunday": -7,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
}
"""How many days after Easter Sunday."""


def feast(name: str, year: int | None) -> Reading | None:
    """The day of a holiday, by its name in lower case without 's; no such holiday: None.

    Without a year the value has only month and day, and those only where they are fixed.
    """
    if name in _FIXED:
        month, day = _FIXED[name]
        if year is None:
            return Reading(kind="DATE", grain="day", value=f"XXXX-{month:02}-{day:02}")
        return calendar(Period("day", date(year, month, day)))
    if name not in _MOVABLE and name not in _EASTER and name != _ELECTION:
        return None
    return calendar(Period("day", _movable(name, year)) if year else None)


def _movable(name: str, year: int) -> date:
    if name == _ELECTION:
        return _nth(year, 11, 0, 1) + timedelta(days=1)
    if name in _EASTER:
        return _easter(year) + timedelta(days=_EASTER[name])
    return _nth(year, *_MOVABLE[name])


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, by the Gregorian algorithm of 1961."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    shift = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    moon -= (golden + 11 * moon) // 319
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - rest % 4 - moon) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)
