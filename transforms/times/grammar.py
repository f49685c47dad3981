"""A small notation for rules over token classes, and what a rule's match gives.

`m=month d=day (comma? y=year)?` becomes a regular expression on the letters of `Tokens.classes`:
names are classes or the unions of them below, `x=` names a group, the rest is as in `re`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from transforms.times.anchors import Anchor
from transforms.times.model import Reading
from transforms.times.tokens import LETTERS, NAMES, OTHER, Tokens

_SMALL: Final = "int12 int24 int31"
UNIONS: Final[Mapping[str, str]] = {
    "dayno": f"{_SMALL} dayth",
    "hour": "int12 int24",
    "digits": f"{_SMALL} int99 year big_int decimal",
    "any_unit": "unit second quarter night",
    "any_units": "units quarters nights",
    "period_unit": "unit quarter weekend night",
    "day_part": "part night",
    "day_parts": "parts nights",
    "th": "ordinal second dayth nth",
    "possessive_word": "its",
}
YEAR: Final = "(year | card tens (hyphen? card)?)"
"""A year, in digits or as one says it: `nineteen ninety-six`."""
_DIGITS: Final = frozenset(UNIONS["digits"].split())
_PIECES: Final = re.compile(
    r"\s+|(?:(?P<group>\w+)=)?(?:(?P<open>\()|(?P<name>[a-z_]\w*))|(?P<mark>.)"
)

NUMBER: Final = (
    "(digits (big)*"
    "| a couple of? | couple of? | a few | few | several"
    "| a? half a? big | (a big | card | tens | big) (hyphen? (card|big) | and (card|tens) | tens)*)"
)
"""How many: `5`, `twenty-five`, `a couple of`, `several`, `a hundred`."""


def compiled(rule: str) -> re.Pattern[str]:
    """The regular expression of a rule; KeyError where it names no class."""
    return re.compile("".join(_piece(found) for found in _PIECES.finditer(rule)))


def _piece(found: re.Match[str]) -> str:
    group, name = found["group"], found["name"]
    if found["open"]:
        return f"(?P<{group}>" if group else "(?:"
    if name:
        letters = "".join(LETTERS[each] for each in UNIONS.get(name, name).split())
        inner = f"[{letters}]" if len(letters) > 1 else letters
        return f"(?P<{group}>{inner})" if group else inner
    return found["mark"] or ""


class Found:
    """A rule's match on the tokens."""

    def __init__(self, tokens: Tokens, match: re.Match[str]) -> None:
        self.tokens = tokens
        self.first, self.end = match.span()
        self._match = match

    def has(self, group: str) -> bool:
        """Whether the group took part."""
        return self._at(group) >= 0

    def _at(self, group: str) -> int:
        return self._match.start(group) if group in self._match.re.groupindex else -1

    def number(self, group: str) -> int | None:
        """The value of the group's only token, as a number; None where the group took no part."""
        value = self.value(group)
        return value if isinstance(value, int) else None

    def value(self, group: str) -> int | str | None:
        """The value of the group's first token; None where the group took no part."""
        at = self._at(group)
        return self.tokens.values[at] if at >= 0 else None

    def span(self, group: str) -> range:
        """The numbers of the group's tokens."""
        return range(*self._match.span(group)) if self.has(group) else range(0)

    def unit(self, group: str) -> str:
        """The unit that the group's first token names."""
        value = str(self.value(group))
        return {"2": "second", "NI": "night"}.get(value, value)

    def kind(self, group: str) -> str:
        """The class of the group's first token; empty where the group took no part."""
        at = self._at(group)
        return NAMES.get(self.tokens.classes[at], "") if at >= 0 else ""

    def before(self, steps: int = 1) -> str:
        """The class of a token before the match."""
        at = self.first - steps
        return NAMES.get(self.tokens.classes[at], "") if at >= 0 else ""

    def follows(self, name: str) -> bool:
        """Whether a token of that class stands before it, among at most four of other times."""
        before = self.tokens.classes[max(0, self.first - 4) : self.first]
        return LETTERS[name] in before.rpartition(OTHER)[2]

    def ahead(self, pattern: re.Pattern[str]) -> Found | None:
        """What the pattern matches right behind the match; None where it does not."""
        match = pattern.match(self.tokens.classes, self.end)
        return Found(self.tokens, match) if match else None

    def behind(self, steps: int = 0) -> str:
        """The class of a token behind the match."""
        at = self.end + steps
        return NAMES.get(self.tokens.classes[at], "") if at < len(self.tokens.values) else ""

    @property
    def word(self) -> int:
        """The number of the match's first word in the doc."""
        return self.tokens.words[self.first]

    @property
    def last_word(self) -> int:
        """The number of the match's last word in the doc."""
        return self.tokens.words[self.end - 1]

    def kinds_all(self) -> list[str]:
        """The classes of all its tokens."""
        return [NAMES.get(each, "") for each in self.tokens.classes[self.first : self.end]]

    def kinds(self, group: str) -> list[str]:
        """The classes of the group's tokens."""
        return [NAMES.get(self.tokens.classes[i], "") for i in self.span(group)]


@dataclass(frozen=True)
class Rule:
    """A rule: its name, its pattern, and what reads its matches (None: no time after all)."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Found, Anchor], Reading | None]


def rules(name: str, read: Callable[[Found, Anchor], Reading | None], *forms: str) -> list[Rule]:
    """The rules of one name and one reader, one a form."""
    return [Rule(name, compiled(form), read) for form in forms]


def count_of(found: Found, group: str) -> int | float | None:
    """The number that a group's words name; None where it is open (`several`)."""
    total, block = 0.0, 0.0
    kinds = found.kinds(group)
    if "few" in kinds or "several" in kinds:
        return None
    for number, kind in zip(found.span(group), kinds, strict=True):
        value = found.tokens.values[number]
        if kind == "couple":
            return 2
        if kind == "half":
            return 6
        if kind == "big":
            block = max(block, 1.0) * float(value)
            if value != 100:
                total, block = total + block, 0.0
        elif kind in ("card", "tens") or kind in _DIGITS:
            block += float(value)
    total += block or (1.0 if "a" in kinds and not total else 0.0)
    return int(total) if total == int(total) else total
