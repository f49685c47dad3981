"""All rules, and the longest time that one of them reads at a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

_GROUPS: Final = (DATES, WEEKS, SEASONS, BUSINESS, RELATIVE, VAGUE, SPANS, CLOCK)


def _any(rules: Sequence[Rule]) -> re.Pattern[str]:
    """Whether any of the rules matches: one look instead of one a rule."""
    return re.compile("|".join(re.sub(r"\?P<\w+>", "?:", r.pattern.pattern) for r in rules))


_LOOKS: Final = [(_any(group), group) for group in _GROUPS]
_ANY: Final = _any([rule for group in _GROUPS for rule in group])


def longest(
    tokens: Tokens, start: int, end: int, anchor: Anchor
) -> tuple[Found, Rule, Reading] | None:
    """The longest match at the token `start` that a rule reads as a time, none beyond `end`.

    Of two as long the rule that comes first has it.
    """
    classes = tokens.classes
    if start >= end or not _ANY.match(classes, start, end):
        return None
    matches = [
        (match, rule)
        for look, group in _LOOKS
        if look.match(classes, start, end)
        for rule in group
        if (match := rule.pattern.match(classes, start, end))
    ]
    for match, rule in sorted(matches, key=lambda each: -each[0].end()):
        found = Found(tokens, match)
        reading = rule.read(found, anchor)
        if reading is not None:
            return found, rule, reading
    return None
