"""Words at the edge of a time that belong to it: `nearly two years`, `the end of this week`."""

from __future__ import annotations

from typing import Final

from transforms.times.model import Reading
from transforms.times.tokens import LETTERS, Tokens

_AMOUNTS: Final = {
    "around": "APPROX",
    "nearly": "APPROX",
    "more than": "MORE_THAN",
    "less than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "no less than": "EQUAL_OR_MORE",
}
_PARTS: Final = {
    "early": "START",
    "earlier": "START",
    "start of": "START",
    "mid hyphen": "MID",
    "mid": "MID",
    "middle of": "MID",
    "late": "END",
    "later": "END",
    "end of": "END",
}


def _letters(words: str) -> str:
    return "".join(LETTERS[word] for word in words.split())


_BEFORE_AMOUNT: Final = {_letters(words): modifier for words, modifier in _AMOUNTS.items()}
_BEFORE_DATE: Final = (
    {_letters(words): modifier for words, modifier in _PARTS.items()}
    | {_letters("the " + words): modifier for words, modifier in _PARTS.items()}
    | {_letters("around"): "APPROX", _letters("early hyphen"): "START"}
    | {_letters("late hyphen"): "END"}
)
_OVER_ONE: Final = _letters("over a unit")
_OF_IT: Final = LETTERS["possessive"]
_AROUND: Final = LETTERS["around"]
_ABOUT: Final = _letters("about some")
_COUNTED: Final = frozenset({"duration", "open_duration", "ago", "earlier"})
_OR_SO: Final = _letters("or so")


def widened(
    tokens: Tokens, rule: str, reading: Reading, span: tuple[int, int], floor: int
) -> tuple[tuple[int, int], str | None]:
    """The tokens of a time with the words at its edges, and the modifier that they are.

    `span` is what the rule matched, first token and end; none before `floor` is taken.
    """
    first, end = span
    counted = rule in _COUNTED
    if counted and tokens.classes.startswith(_OR_SO, end):
        return (first, end + 2), "APPROX"
    if counted and first > floor and tokens.classes[first - 1 : first + 2] == _OVER_ONE:
        return (first - 1, end), "MORE_THAN"
    known = _BEFORE_AMOUNT if counted else _BEFORE_DATE
    if not counted and reading.period is None:
        return span, reading.modifier
    for length in (3, 2, 1):
        start = first - length
        if tokens.classes[start : end + 1] == _AROUND + tokens.classes[first:end] + _OF_IT:
            continue
        if start >= floor and (modifier := known.get(tokens.classes[start:first])):
            return (start, end), modifier
    is_about = first > floor and tokens.classes[first - 1] in _ABOUT
    return span, "APPROX" if is_about else reading.modifier
