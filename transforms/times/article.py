"""The times of one article, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from transforms.coreference.words import Words
from transforms.times.anchors import Anchor
from transforms.times.business import BUSINESS, told
from transforms.times.clock import CLOCK
from transforms.times.dates import DATES
from transforms.times.grammar import Found, Rule, compiled
from transforms.times.model import Reading, Time
from transforms.times.relative import RELATIVE
from transforms.times.spans import SPANS
from transforms.times.tokens import LETTERS, OTHER, Tokens

_RULES: Final = [*DATES, *BUSINESS, *RELATIVE, *SPANS, *CLOCK]
_CORE: Final = re.compile(
    "["
    + "".join(
        LETTERS[name]
        for name in (
            "month weekday weekdays unit units second quarter quarters weekend weekends part parts"
            " night nights noon midnight season seasons year clock numeric decade today tonight"
            " yesterday tomorrow overnight now currently current recently recent previously soon"
            " future past present moment setword feast named new ampm zone period half bc oclock"
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
    found = [time for run in _RUN.finditer(tokens.classes) for time in _of_run(tokens, run, anchor)]
    return found


def _of_run(tokens: Tokens, run: re.Match[str], anchor: Anchor) -> Iterator[Time]:
    at, end = run.span()
    while core := _CORE.search(tokens.classes, at, end):
        best = None
        for start in range(at, core.start() + 1):
            best = _longest(tokens, start, end, anchor)
            if best:
                break
        if best is None:
            at = core.end()
            continue
        found, rule, reading = best
        told(reading, anchor)
        if reading.period is not None and reading.kind == "DATE":
            anchor.reference = reading.period
        yield _time(found, rule, reading)
        at = found.end


def _longest(
    tokens: Tokens, start: int, end: int, anchor: Anchor
) -> tuple[Found, Rule, Reading] | None:
    matches = [
        (match.end(), -number, match, rule)
        for number, rule in enumerate(_RULES)
        if (match := rule.pattern.match(tokens.classes, start, end))
    ]
    for _, _, match, rule in sorted(matches, key=lambda each: each[:2], reverse=True):
        found = Found(tokens, match)
        reading = rule.read(found, anchor)
        if reading is not None:
            return found, rule, reading
    return None


def _time(found: Found, rule: Rule, reading: Reading) -> Time:
    period = reading.period if reading.kind in ("DATE", "TIME") else None
    tokens = found.tokens
    return Time(
        start=tokens.starts[found.first],
        end=tokens.ends[found.end - 1],
        kind=reading.kind,
        value=reading.value,
        starts_on=period.first if period else None,
        ends_on=period.last if period else None,
        grain=reading.grain,
        modifier=reading.modifier,
        method=rule.name,
    )
