"""Times of two parts: a clock time with its day, and the second date of a list or a span."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from transforms.times.anchors import Anchor, dated
from transforms.times.grammar import Found, compiled
from transforms.times.matching import longest
from transforms.times.model import Reading, calendar
from transforms.times.tokens import OTHER, Tokens

Span = tuple[int, int]

_ON: Final = compiled("comma? on?")
_AT: Final = compiled(
    "comma? (at (about|around)?)? c=(clock|noon|midnight|int12|big_int|year|card)"
)
_SEQUELS: Final = {
    "full_date": compiled("dayno (and|or|to|hyphen) d=dayno (comma? year)?"),
    "year": compiled("year (hyphen|slash) y=(int12|int24|int31|int99)"),
}
_DAY_BEFORE: Final = compiled("d=dayno (and|or|to|hyphen) dayno")
_BRACKETS: Final = re.compile(f"[{OTHER}][^{OTHER}]{{1,4}}[{OTHER}]")
_CLOCKS: Final = frozenset({"clock", "noon", "midnight"})
_PARTS: Final = frozenset({"part_of_day", "overnight"})
_COUNTED: Final = frozenset(
    "unit units quarter quarters big percent decimal hyphen slash ampm month".split()
)
_NOUNS: Final = ("NN", "JJ", "CD")


def with_day(
    tokens: Tokens, span: Span, rule: str, reading: Reading, end: int, anchor: Anchor
) -> tuple[Span, Reading]:
    """A time of day with the day before or behind it, as one: `10 p.m. on Tuesday`.

    `span` is first token and end, `rule` what read it, `end` where the run of time words ends.
    """
    if rule in _CLOCKS or rule in _PARTS:
        after = longest(tokens, _past(_ON, tokens, span[1]), end, anchor)
        if after and after[2].grain == "day" and after[2].kind == "DATE":
            return (span[0], after[0].end), _at(after[2], reading)
        if day := _behind_brackets(tokens, span[1], anchor):
            return span, _at(day, reading)
    if reading.period is None or reading.grain not in ("day", "part_of_day"):
        return span, reading
    at = _AT.match(tokens.classes, span[1], end)
    after = longest(tokens, at.start("c"), end, anchor) if at and rule not in _CLOCKS else None
    if after and after[1].name in _CLOCKS:
        return (span[0], after[0].end), _at(reading, after[2])
    return span, reading


def _behind_brackets(tokens: Tokens, at: int, anchor: Anchor) -> Reading | None:
    """The day of `3 p.m. (1900 GMT) Friday`, which is a time of its own."""
    match = _BRACKETS.match(tokens.classes, at)
    if match is None or tokens.values[at] != "(" or tokens.values[match.end() - 1] != ")":
        return None
    start = _past(_ON, tokens, match.end())
    after = longest(tokens, start, len(tokens.classes), anchor)
    return after[2] if after and after[2].grain == "day" and after[2].kind == "DATE" else None


def sequel(
    tokens: Tokens, span: Span, rule: str, reading: Reading, end: int, anchor: Anchor
) -> tuple[Span, Reading] | None:
    """The second date of `April 24 and 25` or `1985-86`; None where there is none."""
    pattern, period = _SEQUELS.get(rule), reading.period
    if pattern is None or period is None:
        return None
    match = pattern.match(tokens.classes, span[1] - 1, end)
    if match is None:
        return None
    found, year = Found(tokens, match), period.first.year
    is_count = anchor.tag_or_none(found.last_word + 1)[:2] in _NOUNS and not tokens.touches(span[1])
    if found.behind() in _COUNTED or is_count:
        return None
    number = found.number("d") or found.number("y") or 0
    later = (
        dated("day", year, period.first.month, number)
        if rule == "full_date"
        else dated("year", year // 100 * 100 + number, 1, 1)
    )
    is_later = later is not None and later.first > period.first
    return ((match.start() + 2, match.end()), calendar(later)) if is_later else None


def prequel(
    tokens: Tokens, span: Span, rule: str, reading: Reading, floor: int
) -> tuple[Span, Reading] | None:
    """The first date of `5 and 6 May`; None where there is none from the token `floor` on."""
    at, period = span[0] - 2, reading.period
    if rule != "full_date" or period is None or at < floor:
        return None
    match = _DAY_BEFORE.match(tokens.classes, at, span[0] + 1)
    number = Found(tokens, match).number("d") if match else None
    day = dated("day", period.first.year, period.first.month, number) if number else None
    is_first = day is not None and day.first < period.first
    return ((at, at + 1), calendar(day)) if is_first else None


def _past(pattern: re.Pattern[str], tokens: Tokens, at: int) -> int:
    match = pattern.match(tokens.classes, at)
    return match.end() if match else at


def _at(day: Reading, clock: Reading) -> Reading:
    """A time of day on a day."""
    date, time = (day.value or "XXXX-XX-XX"), clock.value or ""
    value = f"{date.partition('T')[0]}T{time.rpartition('T')[2]}"
    return replace(clock, period=day.period, value=value)
