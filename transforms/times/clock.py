"""Rules for times of day: `3:30 p.m. EST`, `noon`, `0930 GMT`."""

from __future__ import annotations

from typing import Final

from transforms.times.anchors import Anchor
from transforms.times.grammar import Found, Rule, rules
from transforms.times.model import Reading
from transforms.times.periods import Period
from transforms.times.relative import part_of


def at_clock(day: Period | None, clock: str) -> Reading:
    """A time of a day: 2024-04-09T15:30."""
    value = f"{day.value if day else 'XXXX-XX-XX'}T{clock}"
    return Reading(kind="TIME", grain="minute" if ":" in clock else "hour", period=day, value=value)


def _clock(found: Found, anchor: Anchor) -> Reading | None:
    hour, _, rest = str(found.value("c")).replace(".", ":").partition(":")
    minute = rest or "00"
    number = _hour(int(hour), str(found.value("a") or ""))
    if number > 24 or int(minute[:2]) > 59:
        return None
    return at_clock(anchor.day(), f"{number:02}:{minute}")


def _military(found: Found, anchor: Anchor) -> Reading | None:
    digits = f"{found.value('c')}".zfill(4)
    if int(digits[:-2]) > 24 or int(digits[-2:]) > 59:
        return None
    return at_clock(anchor.day(), f"{digits[:-2]}:{digits[-2:]}")


def _hour(hour: int, half: str) -> int:
    if half[:1] in ("p", "P"):
        return hour if hour >= 12 else hour + 12
    return 0 if half and hour == 12 else hour


def _noon(found: Found, anchor: Anchor) -> Reading | None:
    if anchor.text(found.word - 1).lower() == "high":
        return None
    return at_clock(anchor.day(), "12:00")


def _midnight(_: Found, anchor: Anchor) -> Reading | None:
    return at_clock(anchor.day(), "24:00")


def _part(found: Found, anchor: Anchor) -> Reading | None:
    """`the morning`, `mid-afternoon`: of the last day named."""
    if found.behind() == "of" or (found.before() not in _IN and found.kinds_all()[0] == "the"):
        return None
    return part_of(anchor.day(), str(found.value("p")))


def _spoken(found: Found, anchor: Anchor) -> Reading | None:
    """`four in the morning`, `10 at night`."""
    hour, part = found.number("c") or 0, str(found.value("p"))
    if not 1 <= hour <= 12:
        return None
    is_late = part in ("AF", "EV") or (part == "NI" and hour >= 6)
    return at_clock(anchor.day(), f"{_hour(hour, 'p' if is_late else 'a'):02}:00")


def _overnight(_: Found, anchor: Anchor) -> Reading | None:
    return part_of(anchor.day(), "NI")


_IN: Final = frozenset({"in", "until", "to", "since"})

_ZONE: Final = "(zone|local time)?"

CLOCK: Final[list[Rule]] = [
    *rules(
        "clock", _clock, f"c=clock a=ampm? {_ZONE}", f"c=int12 a=ampm {_ZONE}", "c=int12 oclock"
    ),
    *rules("clock", _spoken, "c=(int12|card) oclock? in the p=part", "c=(int12|card) at p=night"),
    *rules("clock", _military, "c=(big_int|year) zone"),
    *rules("noon", _noon, f"noon {_ZONE}"),
    *rules("overnight", _overnight, "overnight"),
    *rules("midnight", _midnight, f"midnight {_ZONE}"),
    *rules("part_of_day", _part, "mid hyphen? p=part", "the p=day_part"),
]
