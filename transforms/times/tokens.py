"""Words to tokens of one class each, so that the grammar can be regular expressions on classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from transforms.coreference.words import Words
from transforms.times.lexicon import CAPITAL, WORDS, ZONES, Value

_PIECE: Final = re.compile(
    r"""
      (?P<numeric>(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d\d)(?![\d/-]|\.\d))
    | (?P<clock>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])|(?<!\d)\d{1,2}\.\d\d(?=[ap]\.?m))
    | (?P<decade>(?:['’‘]|\b\d\d)?\d0['’]?s\b)
    | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
    | (?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
    | (?P<ampm>[AaPp]\.?[Mm]\b\.?)
    | (?P<word>[^\W\d_]+)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_MARKS: Final = {
    ",": "comma",
    "$": "money",
    "£": "money",
    "€": "money",
    "#": "money",
    "%": "percent",
    "/": "slash",
    "'s": "possessive",
    "’s": "possessive",
    "'": "possessive",
    "’": "possessive",
    "a.m.": "ampm",
    "p.m.": "ampm",
    "a.m": "ampm",
    "p.m": "ampm",
    "am": "ampm",
    "pm": "ampm",
    "AM": "ampm",
    "PM": "ampm",
    "A.M.": "ampm",
    "P.M.": "ampm",
    "&": "and",
} | dict.fromkeys("-–—‑", "hyphen")
_SHAPES: Final = (
    "stop numeric clock decade int12 int24 int31 int99 year big_int decimal dayth nth ampm zone"
)
_NAMES: Final = sorted({name for name, _ in WORDS.values()} | {*_MARKS.values(), *_SHAPES.split()})

LETTERS: Final = {name: chr(0x100 + number) for number, name in enumerate(_NAMES)}
"""The letter that stands for each class in `Tokens.classes`."""
NAMES: Final = {letter: name for name, letter in LETTERS.items()}
"""The class that a letter stands for."""
OTHER: Final = "."
"""The letter of what no time is made of."""


def _known() -> dict[str, tuple[str, Value]]:
    """Every form as it may be printed -> (letter, value)."""
    forms: dict[str, tuple[str, Value]] = {}
    for word, (name, value) in WORDS.items():
        cased = {word.capitalize(), word.upper()} | ({word} if word not in CAPITAL else set())
        if name in ("month", "weekday") and len(word) <= 5:
            dotted = {form + "." for form in cased}
            cased = dotted if name == "weekday" else dotted | cased
        forms |= dict.fromkeys(cased, (LETTERS[name], value))
    forms |= {mark: (LETTERS[name], mark) for mark, name in _MARKS.items()}
    return forms | {zone: (LETTERS["zone"], zone) for zone in ZONES}


_KNOWN: Final = _known()


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """The words and marks of a text, by number; white space is left out.

    `classes` holds one letter a token (`LETTERS`, `OTHER`); `values` what each stands for: a month
    from 1, a weekday from 0, a number, a unit, or the word itself; `starts` and `ends` are code
    points; `words` the number of the word in the doc.
    """

    classes: str
    values: list[Value]
    starts: list[int]
    ends: list[int]
    words: list[int]

    @classmethod
    def of(cls, words: Words) -> Tokens:
        """The tokens of a doc's words: digits apart from letters, `mid-1990s` in three."""
        rows: list[tuple[str, Value, int, int, int]] = []
        places = zip(words.text, words.start.tolist(), words.end.tolist(), strict=True)
        for number, (word, start, end) in enumerate(places):
            known = _KNOWN.get(word)
            if known is not None:
                rows.append((*known, start, end, number))
            elif word.isalpha():
                rows.append((OTHER, word, start, end, number))
            else:
                rows += [(*piece, number) for piece in _pieces(word, start)]
        classes, *others = zip(*rows, strict=True) if rows else ((),) * 5
        values, starts, ends, numbers = map(list, others)
        return cls(classes="".join(classes), values=values, starts=starts, ends=ends, words=numbers)

    def touches(self, number: int) -> bool:
        """Whether the token stands right at the one before it."""
        return number > 0 and self.starts[number] == self.ends[number - 1]


def _pieces(word: str, start: int) -> Iterator[tuple[str, Value, int, int]]:
    """Letter, value, start and end of each piece of a word that is none of the known ones."""
    if word.count("\n") > 1:
        yield LETTERS["stop"], word, start, start + len(word)
    for found in _PIECE.finditer(word):
        name, value = _class(found.lastgroup or "", found[0])
        yield LETTERS.get(name, OTHER), value, start + found.start(), start + found.end()


def _class(shape: str, piece: str) -> tuple[str, Value]:
    if shape in ("word", "mark"):
        letter, value = _KNOWN.get(piece, (OTHER, piece))
        return NAMES.get(letter, ""), value
    if shape == "number":
        return _number(piece)
    if shape == "ordinal":
        number = int(piece[:-2][-9:])
        return ("dayth" if 1 <= number <= 31 else "nth"), number
    return shape, int(piece.strip("'’‘s")) if shape == "decade" else piece


def _number(digits: str) -> tuple[str, Value]:
    if not digits.isdecimal():
        return ("decimal" if "." in digits else "big_int"), digits.replace(",", "")
    number = int(digits[:18])
    if len(digits) == 4 and 1000 <= number < 2200:
        return "year", number
    for name, limit in (("int12", 12), ("int24", 24), ("int31", 31), ("int99", 99)):
        if number <= limit and len(digits) <= 2:
            return (name if number else "int99"), number
    return "big_int", number
