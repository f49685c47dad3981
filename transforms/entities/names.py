"""The written form of names: keys to look them up by, and the parts of a person's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "ø": "o", "Ø": "O"}
    | {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe"}
)
_POSSESSIVE = re.compile(r"'s?(?=\W|$)", re.IGNORECASE)
_TRAILING = re.compile(r"['’]s?$", re.IGNORECASE)
_DOTS = re.compile(r"[.']")
_BREAKS = re.compile(r"[^\w&+]+")
_GLUED_INITIAL = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z])")
_QUOTED = re.compile(r"[\"(][^\")]*[\")]")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_BEFORE_TITLE = frozenset({"then", "ex", "former", "late", "now", "new", "incoming", "outgoing"})
_MAX_TITLE_WORDS = 5
_TITLES_THAT_ARE_NAMES = frozenset(
    {"m", "pan", "earl", "dean", "duke", "del", "baron", "count", "private", "major", "prefect"}
)
"""Left in place inside a span: more often a given name or an initial than a title."""


@dataclass(frozen=True)
class Title:
    """A title or role: its kind (`head_of_state`, `legislator`, ...) and gender (m, f or '')."""

    words: str
    kind: str
    gender: str


@dataclass(frozen=True)
class PersonName:
    """The parts of a person's name.

    `display` is the name as printed without titles and possessive; `tokens` are its folded words
    without titles, middle initials and suffix; `title` the last title inside the span.
    """

    display: str
    tokens: tuple[str, ...]
    initials: tuple[str, ...]
    suffix: str
    title: Title | None

    @property
    def key(self) -> str:
        """What the name is looked up by: words and suffix, no middle initials."""
        return " ".join((*self.tokens, self.suffix)) if self.suffix else " ".join(self.tokens)


def fold(text: str) -> str:
    """The text without case, accents and typographic marks."""
    if text.isascii():
        return text.casefold()
    spread = unicodedata.normalize("NFKD", text.translate(_MARKS))
    return "".join(mark for mark in spread if not unicodedata.combining(mark)).casefold()


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """What a name is looked up by: folded; no dots, hyphens, possessives or leading article.

    `U.S.` and `US` are `us`, `The Fed's` is `fed`.
    """
    folded = _DOTS.sub("", _POSSESSIVE.sub("", fold(text)))
    plain = _BREAKS.sub(" ", folded).strip()
    return plain[4:] if plain.startswith("the ") else plain


def printed(text: str) -> str:
    """The name as printed, without a possessive, outer quotation marks and spare white space."""
    return _TRAILING.sub("", " ".join(text.split()).strip(' ,;:"“”'))


def title_before(words: list[str], titles: Mapping[str, Title]) -> tuple[Title | None, int]:
    """The longest title that `words` end in, and how many words it takes (none: 0)."""
    for size in range(min(_MAX_TITLE_WORDS, len(words)), 0, -1):
        title = titles.get(" ".join(words[-size:]))
        if title is not None:
            return title, size
    return None, 0


def person_name(text: str, titles: Mapping[str, Title]) -> PersonName:
    """The parts of a person's name; for a text without a word all parts are empty."""
    shown = printed(_QUOTED.sub(" ", text))
    words = _GLUED_INITIAL.sub(r"\1. ", shown).split()
    folded = [key(word) for word in words]
    title, begin = _title_inside(folded, titles)
    kept, suffix = _without_suffix([word for word in folded[begin:] if word])
    tokens, initials = _split_initials(_parts(kept))
    return PersonName(" ".join(words[begin:]), tokens, initials, suffix, title)


def _title_inside(folded: list[str], titles: Mapping[str, Title]) -> tuple[Title | None, int]:
    found, begin = None, 0
    while begin < len(folded) - 1:
        title, size = _title_at(folded, begin, titles)
        if title is not None:
            found, begin = title, begin + size
        elif folded[begin] in _BEFORE_TITLE:
            begin += 1
        else:
            break
    return found, begin


def _title_at(
    folded: list[str], begin: int, titles: Mapping[str, Title]
) -> tuple[Title | None, int]:
    for size in range(min(_MAX_TITLE_WORDS, len(folded) - 1 - begin), 0, -1):
        words = " ".join(folded[begin : begin + size])
        title = titles.get(words) or titles.get(words.removeprefix("then ").removeprefix("ex "))
        if title is not None and words not in _TITLES_THAT_ARE_NAMES:
            return title, size
    return None, 0


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return words[:-1], words[-1]
    return words, ""


def _parts(words: list[str]) -> list[str]:
    return [part for word in words for part in word.split()]


def _split_initials(parts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead = 0
    while lead < len(parts) and len(parts[lead]) == 1:
        lead += 1
    if lead > 1 and lead < len(parts):
        parts = ["".join(parts[:lead]), *parts[lead:]]
    middle = parts[1:-1]
    initials = tuple(part for part in middle if len(part) == 1)
    tokens = (*parts[:1], *(part for part in middle if len(part) > 1), *parts[1:][-1:])
    return tokens, initials
