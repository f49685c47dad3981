"""All rules, and the longest time that one of them reads at a place."""

from __future__ import annotations

import re
from typing import Final

from transforms.times.anchors import Anchor
from transforms.times.business import BUSINESS
from transforms.times.clock import CLOCK
from transforms.times.dates import DATES
from transforms.times.grammar import Found, Rule
from transforms.times.model import Reading
from transforms.times.relative import RELATIVE
from transforms.times.seasons import SEASONS
from transforms.times.spans import SPANS
from transforms.times.tokens import Tokens
from transforms.times.vague import VAGUE
from transforms.times.weeks import WEEKS

_RULES: Final = [*DATES, *WEEKS, *SEASONS, *BUSINESS, *RELATIVE, *VAGUE, *SPANS, *CLOCK]
_ANY: Final = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", r.pattern.pattern) for r in _RULES))
"""Whether any rule matches: one look instead of one a rule."""


def longest(
    tokens: Tokens, start: int, end: int, anchor: Anchor
) -> tuple[Found, Rule, Reading] | None:
    """The longest match at the token `start` that a rule reads as a time, none beyond `end`."""
    if start >= end or not _ANY.match(tokens.classes, start, end):
        return None
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
