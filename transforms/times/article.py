"""The times of one article, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from transforms.coreference.words import Words
from transforms.times.anchors import Anchor
from transforms.times.business import told
from transforms.times.dates import day_first
from transforms.times.edges import widened
from transforms.times.grammar import Found, Rule
from transforms.times.joined import prequel, sequel, with_day
from transforms.times.matching import longest
from transforms.times.model import Reading, Time
from transforms.times.spans import AGE
from transforms.times.tokens import LETTERS, OTHER, Tokens

_CORE: Final = re.compile(
    "["
    + "".join(
        LETTERS[name]
        for name in (
            "month weekday weekdays unit units second quarter quarters weekend weekends part parts"
            " night nights noon midnight season seasons year clock numeric decade today tonight"
            " yesterday tomorrow overnight now currently current recently recent previously soon"
            " future past present moment setword feast named new ampm tens while big_int"
            " zone period half bc oclock term time longword"
        ).split()
    )
    + "]"
)
_RUN: Final = re.compile(f"[^{re.escape(OTHER)}{LETTERS['stop']}]+")


def times(words: Words, published_on: date | None) -> list[Time]:
    """The times of an article, in text order; they do not overlap.

    `words` are those of its parsed text, `published_on` is its day, None where it is unknown: then
    what is counted from it has no value.
    """
    tokens = Tokens.of(words)
    anchor = Anchor(words, published_on)
    numeric = re.finditer(LETTERS["numeric"], tokens.classes)
    anchor.day_first = day_first(str(tokens.values[each.start()]) for each in numeric)
    return [time for run in _RUN.finditer(tokens.classes) for time in _of_run(tokens, run, anchor)]


def _of_run(tokens: Tokens, run: re.Match[str], anchor: Anchor) -> Iterator[Time]:
    at, end = run.span()
    while core := _CORE.search(tokens.classes, at, end):
        matched = _first(tokens, at, core.start(), end, anchor)
        if matched is None:
            at = core.end()
            continue
        found, rule, reading = matched
        if rule.name == AGE:
            at = found.end
            continue
        span, modifier = widened(tokens, rule.name, reading, (found.first, found.end), at)
        reading = replace(reading, modifier=modifier)
        told(reading, anchor)
        if before := prequel(tokens, span, rule.name, reading, at):
            yield _time(tokens, before[0], rule.name, before[1])
        span, reading = with_day(tokens, span, rule.name, reading, end, anchor)
        if reading.period is not None:
            anchor.name(reading.period)
        yield _time(tokens, span, rule.name, reading)
        at = span[1]
        if more := sequel(tokens, span, rule.name, reading, end, anchor):
            yield _time(tokens, more[0], rule.name, more[1])
            at = more[0][1]


def _first(
    tokens: Tokens, at: int, core: int, end: int, anchor: Anchor
) -> tuple[Found, Rule, Reading] | None:
    """The first time that begins at or before the token `core`."""
    anchor.move_to(tokens.words[core])
    tries = (longest(tokens, start, end, anchor) for start in range(at, core + 1))
    return next((each for each in tries if each), None)


def _time(tokens: Tokens, span: tuple[int, int], method: str, reading: Reading) -> Time:
    period = reading.period if reading.kind in ("DATE", "TIME") else None
    return Time(
        start=tokens.starts[span[0]],
        end=tokens.ends[span[1] - 1],
        kind=reading.kind,
        value=reading.value,
        starts_on=period.first if period else None,
        ends_on=period.last if period else None,
        grain=reading.grain,
        modifier=reading.modifier,
        method=method,
    )
