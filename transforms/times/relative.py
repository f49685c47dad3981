"""Rules for what is counted from the article's day or a date before: `last month`, `Friday`."""

from __future__ import annotations

from typing import Final

from transforms.times.anchors import Anchor
from transforms.times.dates import when
from transforms.times.durations import lasting
from transforms.times.grammar import NUMBER, Found, Rule, count_of, rules
from transforms.times.model import Reading, calendar, vague
from transforms.times.periods import CALENDAR, Period, shifted

_SOME_WEEKS: Final = 3
"""From how many weeks ago on a week is meant, not the day of the week."""
_SHIFT: Final = {"this": 0, "current": 0, "last": -1, "past": -1, "next": 1, "coming": 1}


def part_of(day: Period | None, part: str) -> Reading:
    """A part of a day: 2024-04-09TMO."""
    value = f"{day.value}T{part}" if day else f"XXXX-XX-XXT{part}"
    return Reading(kind="TIME", grain="part_of_day", period=day, value=value)


def with_part(day: Period | None, found: Found) -> Reading:
    """The day, or the part of it that the group `p` names."""
    return part_of(day, str(found.value("p"))) if found.has("p") else calendar(day, "day")


def _day_word(found: Found, anchor: Anchor) -> Reading | None:
    shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[found.kind("d")]
    return with_part(anchor.today.moved(shift) if anchor.today else None, found)


def _tonight(_: Found, anchor: Anchor) -> Reading | None:
    return part_of(anchor.today, "NI")


def _day_beyond(found: Found, anchor: Anchor) -> Reading | None:
    if found.unit("u") != "day":
        return None
    shift = -2 if found.kind("d") == "yesterday" else 2
    return calendar(anchor.today.moved(shift) if anchor.today else None, "day")


def _weekday(found: Found, anchor: Anchor) -> Reading | None:
    number = found.number("w") or 0
    day = anchor.weekday(number, when(found, anchor))
    if day is None and not found.has("p"):
        return Reading(kind="DATE", grain="day", value=f"XXXX-WXX-{number + 1}")
    return with_part(day, found)


def _weekday_beside(found: Found, anchor: Anchor) -> Reading | None:
    number, kind = found.number("w") or 0, found.kind("r")
    if anchor.today is None:
        return with_part(None, found)
    told = anchor.day()
    if kind in ("previous", "following") and told:
        ahead = (number - told.first.weekday()) % 7
        return with_part(told.moved(ahead - 7 if kind == "previous" else ahead or 7), found)
    ahead = (number - anchor.today.first.weekday()) % 7
    if kind in ("last", "past"):
        return with_part(anchor.today.moved(ahead - 7), found)
    if kind in ("next", "coming"):
        return with_part(anchor.today.moved(ahead or 7), found)
    return with_part(anchor.weekday(number, anchor.tense(found.word) or "future"), found)


def _weekend(found: Found, anchor: Anchor) -> Reading | None:
    kind = found.kind("r")
    if anchor.today is None:
        return calendar(None, "weekend")
    this = Period.of("weekend", anchor.today.first)
    if kind in ("last", "past", "previous"):
        return calendar(this.moved(-1))
    if kind in ("next", "following"):
        return calendar(this.moved(1))
    back = kind not in ("coming", "this") and when(found, anchor) != "future"
    return calendar(this.moved(-1) if back and this.first > anchor.today.first else this)


def _this_part(found: Found, anchor: Anchor) -> Reading | None:
    kind, part = found.kind("r"), str(found.value("p"))
    if kind == "that":
        return part_of(anchor.day(), part)
    shift = -1 if kind == "last" else 0
    return part_of(anchor.today.moved(shift) if anchor.today else None, part)


def _part_told(found: Found, anchor: Anchor) -> Reading | None:
    day = anchor.day()
    shift = 0 if found.kind("r") == "same" else 1
    return part_of(day.moved(shift) if day else None, str(found.value("p")))


def _beside(found: Found, anchor: Anchor) -> Reading | None:
    """`last year`, `the current month`, `next week`."""
    kind, unit = found.kind("r"), found.unit("u")
    if anchor.text(found.last_word).istitle():
        return None
    if unit == "night":
        return _this_part(found, anchor) if kind != "next" else None
    if unit not in CALENDAR or (unit == "day" and kind != "this"):
        return _clock_unit(kind, unit)
    if kind == "past" and found.has("the"):
        return lasting(unit, 1)
    return calendar(anchor.this(unit, _SHIFT[kind]), unit)


def _clock_unit(kind: str, unit: str) -> Reading | None:
    if kind in ("past", "last", "next") and unit in ("hour", "minute"):
        return lasting(unit, 1)
    return lasting(unit, 1) if unit == "day" and kind in ("past", "last") else None


def _told(found: Found, anchor: Anchor) -> Reading | None:
    """`that year`, `the same day`, `the following month`: from the last date named."""
    kind, unit = found.kind("r"), found.unit("u")
    if unit not in CALENDAR:
        return None
    shift = {"following": 1, "next": 1, "previous": -1}.get(kind, 0)
    base = anchor.reference_of(unit)
    if base is None and kind == "previous":
        base = anchor.this(unit)
    return calendar(base.moved(shift) if base else None, unit)


def _ago(found: Found, anchor: Anchor) -> Reading | None:
    """`two weeks ago`; without a number the past, before today the day."""
    unit = found.unit("u")
    count = count_of(found, "n") if found.has("n") else 1
    if count is None:
        return vague("PAST_REF")
    if unit == "year" and count == 1 and (period := anchor.year_before()):
        return calendar(period)
    if unit == "week" and count >= _SOME_WEEKS and count == int(count):
        return calendar(anchor.this("week", -int(count)), unit)
    return _moved(anchor.today, -count, unit)


def _ahead(found: Found, anchor: Anchor) -> Reading | None:
    count = count_of(found, "n") if found.has("n") else 1
    if count is None:
        return vague("FUTURE_REF")
    return _moved(anchor.today, count, found.unit("u"))


def _moved(base: Period | None, count: int | float, unit: str) -> Reading | None:
    if unit not in CALENDAR:
        value = base.value if base else None
        return Reading(kind="TIME", grain=unit, period=base, value=value)
    if count != int(count):
        return _moved(base, round(12 * count), "month") if unit == "year" else calendar(None, unit)
    return calendar(shifted(base, int(count), unit) if base else None, unit)


def _earlier(found: Found, anchor: Anchor) -> Reading | None:
    """`a year earlier`, `two days later`: from the last date named; else only how long it was."""
    unit = found.unit("u")
    count = count_of(found, "n") if found.has("n") else 1
    back = found.kind("x") == "earlier"
    if count is None or unit not in CALENDAR:
        return lasting(unit, count)
    if unit == "year" and count == 1 and back and (period := anchor.year_before()):
        return calendar(period)
    base = anchor.reference
    if base is None and back:
        return calendar(anchor.ago(-int(count), unit), unit)
    if base is None:
        return lasting(unit, count)
    return _moved(base, -count if back else count, unit)


def _year_earlier(found: Found, anchor: Anchor) -> Reading | None:
    """`year-earlier`, `the year-ago quarter`: of the results told last, else of the year."""
    if found.unit("u") != "year":
        return None
    if found.kind("k") == "quarter" or found.has("o"):
        base = anchor.quarter
        if found.has("o"):
            base = anchor.quarter_number(found.number("o") or 1, "past")
        return calendar(base.moved(-4) if base else None, "quarter")
    return calendar(anchor.year_before() or anchor.this("year", -1), "year")


def _within(found: Found, anchor: Anchor) -> Reading | None:
    """`earlier in the day`: the unit of the article's day, or of the last date named."""
    unit = found.unit("u")
    if unit not in CALENDAR:
        return None
    modifier = "START" if found.kind("x") in ("early", "earlier") else "END"
    period = anchor.day(past=True) if unit == "day" else anchor.this(unit)
    return Reading(
        kind="DATE",
        grain=unit,
        period=period,
        value=period.value if period else None,
        modifier=modifier,
    )


def _unit_end(found: Found, anchor: Anchor) -> Reading | None:
    unit = found.unit("u")
    if unit not in CALENDAR or unit == "day":
        return None
    period = anchor.this(unit)
    value = period.value if period else None
    return Reading(kind="DATE", grain=unit, period=period, value=value, modifier="END")


RELATIVE: Final[list[Rule]] = [
    *rules(
        "day_word",
        _day_word,
        "d=(today|yesterday|tomorrow) (p=day_part)?",
    ),
    *rules("tonight", _tonight, "tonight"),
    *rules("day_beyond", _day_beyond, "the u=unit (before|after) d=(yesterday|tomorrow)"),
    *rules("weekday", _weekday, "w=weekday (p=day_part)?"),
    *rules(
        "weekday_beside",
        _weekday_beside,
        "(the|this)? r=(this|last|next|past|coming|previous) w=weekday (p=day_part)?",
        "the r=following w=weekday (p=day_part)?",
    ),
    *rules(
        "weekend",
        _weekend,
        "r=(the|this|last|next) weekend",
        "(the|this) r=(past|coming|last) weekend",
    ),
    *rules("part_beside", _this_part, "r=(this|that|last) p=day_part"),
    *rules(
        "beside",
        _beside,
        "(the=the)? r=(this|last|next|past|current|coming) fiscal? u=period_unit",
        "this r=(past|coming) u=period_unit",
    ),
    *rules("part_told", _part_told, "the r=(same|following|next) p=day_part"),
    *rules("told", _told, "r=(that|same) u=period_unit"),
    *rules("told", _told, "the r=(same|following|next|previous) u=period_unit"),
    *rules("ago", _ago, "a u=any_unit (or so)? ago"),
    *rules("ago", _ago, f"n={NUMBER} more? u=any_units ago"),
    *rules("ahead", _ahead, "a u=any_unit (hence|from now)"),
    *rules("ahead", _ahead, f"n={NUMBER} u=any_units (hence|from now)"),
    *rules("earlier", _earlier, "a u=any_unit x=(earlier|later)"),
    *rules("earlier", _earlier, f"n={NUMBER} u=any_units x=(earlier|later)"),
    *rules(
        "year_earlier",
        _year_earlier,
        "(the)? u=unit hyphen? (ago|earlier) (o=th)? hyphen? k=(quarter|period)",
        "the k=quarter a u=unit (ago|earlier)",
        "u=unit hyphen (ago|earlier)",
    ),
    *rules("within", _within, "x=(early|late|earlier|later) (on)? in the u=period_unit"),
    *rules("unit_end", _unit_end, "u=unit possessive? hyphen? end"),
]
