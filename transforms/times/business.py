"""Rules for the quarters and halves of a business year, and the periods that results compare."""

from __future__ import annotations

from typing import Final

from transforms.times.anchors import Anchor, dated
from transforms.times.dates import when, year_of
from transforms.times.grammar import YEAR, Found, Rule, compiled, rules
from transforms.times.model import Reading, calendar
from transforms.times.periods import Period

_YEARS: Final = {"this": 0, "current": 0, "last": -1, "past": -1, "next": 1, "coming": 1}


def _year(found: Found, anchor: Anchor) -> int | None:
    """The year that the words give: in numbers, or as this, last or next year."""
    if found.has("y"):
        return year_of(found, "y")
    period = anchor.this("year", _YEARS[found.kind("r")]) if found.has("r") else None
    return period.first.year if period else None


def _quarter(found: Found, anchor: Anchor) -> Reading | None:
    number = found.number("o") or 0
    if not 1 <= number <= 4:
        return None
    if months := _ended(found, anchor):
        value = f"{months.last.year}-Q{number}"
        return Reading(kind="DATE", grain="quarter", period=months, value=value)
    if found.has("y") or found.has("r"):
        year = _year(found, anchor)
        return calendar(dated("quarter", year, 3 * number - 2, 1) if year else None, "quarter")
    return calendar(anchor.quarter_number(number, when(found, anchor)), "quarter")


def _ended(found: Found, anchor: Anchor) -> Period | None:
    """The three months of `the quarter ended July 31`, whatever the business year."""
    told = found.ahead(_ENDED)
    if told is None:
        return None
    month, day = told.number("m") or 0, told.number("d") or 0
    if told.has("y"):
        last = dated("day", year_of(told, "y") or 0, month, day)
    else:
        is_over = found.tokens.values[told.first] == "ended"
        last = anchor.nearest("day", month, day, "past" if is_over else None)
    if last is None:
        return None
    months = Period.of("month", last.first).moved(-2 if day > _MID_MONTH else -3)
    return Period("quarter", months.first) if months else None


def _half(found: Found, anchor: Anchor) -> Reading | None:
    number = found.number("o") or 0
    year = _year(found, anchor)
    if found.has("t"):
        this = anchor.this("year")
        year = this.first.year if this else None
    if not 1 <= number <= 2 or not (year or found.has("r") or anchor.fiscal):
        return None
    if year:
        return calendar(dated("half", year, 6 * number - 5, 1))
    return calendar(anchor.nearest("half", 6 * number - 5, 1, when(found, anchor)), "half")


def _last_half(found: Found, _: Anchor) -> Reading | None:
    year = year_of(found, "y")
    return calendar(dated("half", year, 7, 1)) if year else None


def _latest_year(found: Found, anchor: Anchor) -> Reading | None:
    return calendar(anchor.this("year", -1), "year") if found.unit("u") == "year" else None


def _quarter_told(found: Found, anchor: Anchor) -> Reading | None:
    """`the quarter`, `the latest period`: that of the results told last."""
    if months := _ended(found, anchor):
        return calendar(months)
    kind = found.kind("r")
    if kind in ("this", "current", "next", "last", "previous"):
        shift = {"this": 0, "current": 0, "next": 1}.get(kind, -1)
        return calendar(anchor.this("quarter", shift), "quarter")
    return calendar(anchor.quarter or anchor.this("quarter", -1), "quarter")


def _quarter_before(found: Found, anchor: Anchor) -> Reading | None:
    """`the 1988 period`, `last year's quarter`: the last told quarter, in another year."""
    year, base = _year(found, anchor), anchor.quarter
    if year is None:
        return None
    if base is None or anchor.fiscal == "year":
        return calendar(dated("year", year, 1, 1)) if found.kind("k") == "period" else None
    return calendar(dated("quarter", year, base.first.month, 1))


def _halves(found: Found, anchor: Anchor) -> Reading | None:
    """`the first two quarters of 1990`, `the first nine months of 1989`."""
    year = _year(found, anchor)
    if year is None or found.number("o") != 1:
        return None
    months = {"quarter": 3, "month": 1}.get(found.unit("u"), 0) * (found.number("n") or 0)
    if months == 6:
        return calendar(dated("half", year, 1, 1))
    return Reading(kind="DURATION", grain="month", value=f"P{months}M") if months else None


def told(reading: Reading, anchor: Anchor) -> None:
    """Keeps what results are told for, so that `a year earlier` can compare with it."""
    period = _as_named(reading)
    if period is not None and period.grain == "quarter" and anchor.today:
        anchor.fiscal = "quarter"
        is_over = period.last <= anchor.today.first
        if anchor.quarter is None or (is_over and _is_recent(period, anchor)):
            anchor.quarter = period
    elif reading.kind == "DURATION" and reading.value in ("P9M", "P6M"):
        anchor.fiscal = "year"


def _as_named(reading: Reading) -> Period | None:
    """The quarter as it is numbered, where the business year is not the calendar's."""
    period, year = reading.period, (reading.value or "")[:4]
    if period is None or period.grain != "quarter" or reading.value == period.value:
        return period
    return dated("quarter", int(year), 3 * int((reading.value or "")[-1]) - 2, 1)


def _is_recent(period: Period, anchor: Anchor) -> bool:
    oldest = anchor.this("quarter", -4)
    return oldest is not None and period.first > oldest.first


_ENDED: Final = compiled(f"ended m=month d=dayno (comma? y={YEAR})?")
_MID_MONTH: Final = 15
_OWN: Final = "(the|possessive_word|this)?"

BUSINESS: Final[list[Rule]] = [
    *rules(
        "quarter",
        _quarter,
        "fiscal? hyphen? o=th hyphen quarter",
        f"{_OWN} fiscal? hyphen? o=th quarter",
        f"{_OWN} fiscal? o=th hyphen? quarter of? (fiscal|the unit)? y={YEAR}",
        f"{_OWN} fiscal? o=th hyphen? quarter of r=(this|last|next) fiscal? unit",
        "the? y=year possessive? fiscal? o=th hyphen? quarter",
        "r=(this|last|next) unit possessive fiscal? o=th hyphen? quarter",
        f"{_OWN} unit possessive o=th quarter",
    ),
    *rules("quarter", _quarter, f"q o=int12 (of? fiscal? y={YEAR})?"),
    *rules(
        "half",
        _half,
        f"{_OWN} fiscal? o=th hyphen? half (of? fiscal? y={YEAR})?",
        f"{_OWN} o=th half of (r=(this|last|next)|t=the) fiscal? unit",
        "r=(this|last|next) unit possessive o=th half",
    ),
    *rules(
        "quarter_told",
        _quarter_told,
        "the (r=(latest|current|next|last|previous|same|corresponding|recent))? k=quarter",
        "(r=(this|last|next)) k=quarter",
        "the (latest|recent|most recent) k=period",
    ),
    *rules(
        "quarter_before",
        _quarter_before,
        "the? y=year k=(quarter|period)",
        "r=(this|last) unit possessive k=(quarter|period)",
        "the (same|corresponding|previous)? k=(quarter|period) (of|in)? (y=year|r=(last) unit)",
    ),
    *rules("half", _last_half, f"the last half of y={YEAR}"),
    *rules("last_year", _latest_year, "the (latest|recent) fiscal u=unit"),
    *rules("first_of_year", _halves, f"the? o=th n=card u=any_units of y={YEAR}"),
]
