"""TimeML's values of durations."""

from __future__ import annotations

from typing import Final

from transforms.times.model import Reading

_LETTERS: Final = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "night": "{}D",
    "week": "{}W",
    "weekend": "{}W",
    "fortnight": "{}W",
    "month": "{}M",
    "quarter": "{}M",
    "year": "{}Y",
    "decade": "{}Y",
    "century": "{}Y",
    "millennium": "{}Y",
}
_FACTORS: Final = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100, "millennium": 1000}
_SMALLER: Final = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_OPEN: Final = {"decade": "PXDE", "century": "PXCE", "millennium": "PXML", "quarter": "PXM"}


def duration(unit: str, count: int | float | None) -> str:
    """TimeML's value of so many units; PXY where the number is open."""
    if count is None:
        return _OPEN.get(unit) or "P" + _LETTERS[unit].format("X")
    count *= _FACTORS.get(unit, 1)
    whole, rest = int(count), count - int(count)
    more = _SMALLER.get(unit)
    if not rest or more is None or not whole:
        return "P" + _LETTERS[unit].format(f"{count:g}")
    smaller, factor = more
    return duration(unit, whole) + _LETTERS[smaller].format(round(rest * factor)).lstrip(
        "T" if unit in ("hour", "minute") else ""
    )


def lasting(unit: str, count: int | float | None, modifier: str | None = None) -> Reading:
    """A duration of so many units."""
    value = duration(unit, count)
    return Reading(kind="DURATION", grain=unit, value=value, modifier=modifier)
