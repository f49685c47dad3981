"""Rules for what the calendar names: days, months, years, decades, seasons, feasts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from transforms.times.anchors import Anchor, dated
from transforms.times.grammar import YEAR, Found, Rule, compiled, count_of, rules
from transforms.times.model import Reading, calendar
from transforms.times.periods import Period
from transforms.times.tense import Tense

_MARCH: Final = 3
_COUNTED: Final = frozenset({"percent", "unit", "units", "big", "slash"})
_PARTS: Final = frozenset({"early", "late", "mid", "hyphen"})
_IN_TIME: Final = frozenset(
    {"in", "since", "until", "by", "from", "to", "and", "the", "of", "hyphen", "early", "late"}
)


def when(found: Found, anchor: Anchor) -> Tense | None:
    """The tense that a date stands in; `until` looks ahead, `by` unless the verb looks back."""
    own = anchor.tense(found.word)
    if found.behind() == "possessive" and own in ("present", "future"):
        return None
    if found.before() == "as":
        return "future"
    if found.before() == "by" and own != "past":
        return "future"
    return "future" if found.follows("until") and not anchor.had(found.word) else own


def year_of(found: Found, group: str) -> int | None:
    """The year that a group names, in digits or words."""
    numbers = [found.tokens.values[i] for i in found.span(group)]
    if found.kind(group) == "year":
        return int(numbers[0])
    parts = [int(number) for number in numbers if isinstance(number, int)]
    year = 100 * parts[0] + sum(parts[1:])
    return year if 1500 <= year < 2100 else None


def full_date(found: Found, anchor: Anchor) -> Reading | None:
    """A month and a day, with or without its year: the groups m, d and y."""
    month, day = found.number("m") or 0, found.number("d") or 0
    dater = found if found.has("y") else found.ahead(_AND_DAY)
    if dater:
        year = year_of(dater, "y")
        period = dated("day", year, month, day) if year else None
        return calendar(period) if period else None
    if found.behind() in _COUNTED and found.kind("d") != "dayth":
        return None
    is_over = found.before() == "ended" and anchor.text(found.word - 1).lower() == "ended"
    tense = "past" if is_over else when(found, anchor)
    period = anchor.nearest("day", month, day, tense, near=not is_over)
    if period or not dated("day", 2000, month, day):
        return calendar(period) if period else None
    return Reading(kind="DATE", grain="day", value=f"XXXX-{month:02}-{day:02}")


def _numeric(found: Found, anchor: Anchor) -> Reading | None:
    one, two, year = (int(part) for part in _split(str(found.value("n"))))
    if year < 100:
        pivot = anchor.today.first.year % 100 + 10 if anchor.today else 50
        century = anchor.today.first.year // 100 * 100 if anchor.today else 2000
        year += century if year <= pivot else century - 100
    days = {day for a, b in ((one, two), (two, one)) if (day := dated("day", year, a, b))}
    if not days:
        return None
    return calendar(days.pop() if len(days) == 1 else anchor.numeric(days, one))


def day_first(values: Iterable[str]) -> bool | None:
    """Whether dates in numbers begin with the day, by those that read one way; None: not told."""
    orders = set()
    for value in values:
        one, two, _ = (int(part) for part in _split(value))
        if max(one, two) > 12:
            orders.add(one > two)
    return orders.pop() if len(orders) == 1 else None


def _split(value: str) -> list[str]:
    return re.split("[/.-]", value)


def _iso(found: Found, _: Anchor) -> Reading | None:
    day = dated("day", found.number("y") or 0, found.number("m") or 0, found.number("d") or 0)
    return calendar(day) if day else None


def _month_year(found: Found, _: Anchor) -> Reading | None:
    year = year_of(found, "y")
    period = dated("month", year, found.number("m") or 0, 1) if year else None
    return calendar(period) if period else None


def _month(found: Found, anchor: Anchor) -> Reading | None:
    month = found.number("m") or 0
    tag = anchor.tag(found.word)
    if month == _MARCH and anchor.text(found.last_word + 1) in ("for", "of"):
        return None
    if month in (3, 5, 8) and not tag.startswith("NNP"):
        return None
    if len(word := anchor.text(found.word)) == 3 and word != "May":
        return None
    shared = found.ahead(_AND_MONTH)
    year = year_of(shared, "y") if shared else None
    period = dated("month", year, month, 1) if year else None
    period = period or anchor.nearest("month", month, 1, when(found, anchor))
    if period is None:
        return Reading(kind="DATE", grain="month", value=f"XXXX-{month:02}")
    return calendar(period)


def _month_of(found: Found, anchor: Anchor) -> Reading | None:
    if found.unit("u") != "year":
        return None
    year = anchor.this("year", {"this": 0, "last": -1, "next": 1}[found.kind("r")])
    period = dated("month", year.first.year, found.number("m") or 0, 1) if year else None
    return calendar(period, "month")


def _month_beside(found: Found, anchor: Anchor) -> Reading | None:
    month = found.number("m") or 0
    if anchor.today is None:
        return calendar(None, "month")
    this = Period.of("month", anchor.today.first)
    ahead = (month - this.first.month) % 12
    kind = found.kind("r")
    is_ahead = month >= this.first.month or when(found, anchor) == "future"
    count = {"this": ahead if is_ahead else ahead - 12, "next": ahead or 12}.get(kind, ahead - 12)
    month_then = this.moved(count)
    if month_then is not None and found.has("d"):
        return calendar(dated("day", month_then.first.year, month, found.number("d") or 0), "day")
    return calendar(month_then, "month")


def _year(found: Found, anchor: Anchor) -> Reading | None:
    if found.before() in ("money", "slash") or found.behind() in _COUNTED:
        return None
    if found.behind() == "hyphen" and found.behind(1) in ("unit", "units", ""):
        return None
    year = year_of(found, "y")
    after = anchor.tag_or_none(found.last_word + 1)
    before = found.before()
    if year is None or (not 1700 <= year <= 2100 and before not in _IN_TIME):
        return None
    if after == "NNS" and before not in _IN_TIME:
        return None
    return calendar(dated("year", year, 1, 1))


def _named_year(found: Found, _: Anchor) -> Reading | None:
    year = year_of(found, "y")
    return calendar(dated("year", year, 1, 1)) if year and found.unit("u") == "year" else None


def _thousand(found: Found, _: Anchor) -> Reading | None:
    year = count_of(found, "n")
    return calendar(dated("year", int(year), 1, 1)) if year and 1000 <= year < 2200 else None


def _fiscal_year(found: Found, _: Anchor) -> Reading | None:
    year = year_of(found, "y")
    return calendar(dated("year", year, 1, 1)) if year else None


def _decade(found: Found, anchor: Anchor) -> Reading | None:
    number = found.number("d") or 0
    if number < 1000 and not (found.has("the") or found.has("q") or found.before() in _PARTS):
        return None
    if 1000 <= number < 2000 and number % 100 == 0:
        return calendar(dated("century", number, 1, 1))
    if number >= 1000:
        year = number
    elif number >= 30:
        year = 1900 + number
    elif anchor.today is None:
        return None
    else:
        year = anchor.today.first.year // 100 * 100 + number
        year -= 100 if year > anchor.today.first.year else 0
    return calendar(dated("decade", year, 1, 1), "decade")


def _century(found: Found, _: Anchor) -> Reading | None:
    if found.unit("u") != "century":
        return None
    number = (found.number("n") or 1) - 1
    if found.has("b"):
        return Reading(kind="DATE", grain="century", value=f"BC{number:02}")
    return calendar(dated("century", 100 * number or 1, 1, 1), "century")


def _before_christ(found: Found, _: Anchor) -> Reading | None:
    return Reading(kind="DATE", grain="year", value=f"BC{found.number('y') or 0:04}")


_ASIDE: Final = "(the|this)? (last|next|coming|past)?"

_AND_MONTH: Final = compiled(f"(and|or|to|hyphen) m=month (comma|of)? y={YEAR}")
"""What gives its year to a month before it: `in March and April 2013`."""
_AND_DAY: Final = compiled(f"(and|or|to|hyphen) month? dayno comma? y={YEAR}")

DATES: Final[list[Rule]] = [
    *rules(
        "full_date",
        full_date,
        f"({_ASIDE} w=weekday comma?)? m=month d=(dayno|ordinal) (comma? y={YEAR})?",
        f"(w=weekday comma? the?)? d=dayno of? m=month (comma? y={YEAR})?",
        f"the d=dayth of m=month (comma? y={YEAR})?",
        "d=dayno hyphen m=month hyphen y=year",
    ),
    *rules("iso_date", _iso, "y=year hyphen m=int12 hyphen d=dayno"),
    *rules("numeric_date", _numeric, "n=numeric"),
    *rules("month_year", _month_year, f"m=month (comma|of)? y={YEAR}"),
    *rules("month_of_year", _month_of, "m=month (of|comma)? r=(this|last|next) u=unit"),
    *rules("month", _month, "m=month"),
    *rules(
        "month_beside", _month_beside, "(the)? r=(this|last|next|past|coming) m=month (d=dayno)?"
    ),
    *rules("year", _year, f"y={YEAR}"),
    *rules("year", _named_year, f"the u=unit y={YEAR}"),
    *rules("year", _thousand, "the unit n=(card big ((and)? (tens|card))*)"),
    *rules("fiscal_year", _fiscal_year, f"(the)? fiscal unit? y={YEAR}"),
    *rules(
        "decade",
        _decade,
        "(the=the)? (q=possessive)? d=decade",
        "the=the d=year possessive",
    ),
    *rules("century", _century, "(the)? n=th hyphen? u=unit (b=bc)?"),
    *rules("before_christ", _before_christ, "y=(year|big_int|int99|int31) bc"),
]
