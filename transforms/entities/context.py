"""What stands around a name: titles, countries in apposition, the sentence, the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.entities.gazetteer import STATES
from transforms.entities.model import Name
from transforms.entities.names import PersonName, Title, key, title_before
from transforms.entities.reference import Reference

_WINDOW = 80
_PIECE = re.compile(r"[^\W_][\w.'’&-]*|[^\w\s]|\n")
_MAX_WORDS = 7
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘A-Z])|\n")
_LONG = 4
_CAPITALISED = frozenset({"honorific", "military", "royalty", "religious", "judicial"})
_PAST = frozenset({"former", "ex", "then", "late", "onetime"})


@dataclass(frozen=True)
class Standing:
    """A title or role beside a name, the country it is said of, whether it is past."""

    title: Title
    country: str
    is_past: bool


@dataclass(frozen=True)
class PersonMention:
    """One name of a person in an article, its parts, its standings and its paragraph."""

    name: Name
    parsed: PersonName
    standings: tuple[Standing, ...]
    paragraph: int

    @property
    def gender(self) -> str:
        """m, f or '': what the titles say (`Mrs.`, `Sheikha`)."""
        return next((each.title.gender for each in self.standings if each.title.gender), "")


def person_mention(
    name: Name, parsed: PersonName, text: str, reference: Reference
) -> PersonMention:
    """The name with what its context says of the person."""
    standings = []
    before, nearest, comma = _words_before(text, name.start)
    if parsed.title is not None:
        standings.append(Standing(parsed.title, _country_at_end(before, reference), False))
    title, size = title_before(before, reference.titles)
    if title is not None and not _is_chance(title, size, nearest, comma=comma):
        standings.append(_standing(title, before[: len(before) - size], reference))
    standings.extend(_standing_after(text, name.end, reference))
    paragraph = text.rfind("\n", 0, max(name.start, 0))
    return PersonMention(name, parsed, tuple(standings), paragraph)


def country_code(words: list[str], reference: Reference) -> str:
    """The country that the folded words name or describe at their end, or ''."""
    return _country_at_end(words, reference)


def words_before(text: str, start: int) -> list[str]:
    """The folded words of the clause that lead up to a span, at most seven."""
    return _words_before(text, start)[0]


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence around a span, by full stops and line ends."""
    begin = 0
    window = max(0, start - 1000)
    for found in _SENTENCE_END.finditer(text, window, max(start, window)):
        begin = found.end()
    after = _SENTENCE_END.search(text, end)
    return max(begin, window), after.start() + 1 if after else len(text)


def _is_chance(title: Title, size: int, nearest: str, *, comma: bool) -> bool:
    """`polls miss Trump`, `in general, Trump`: words that are titles with a capital only."""
    return size == 1 and title.kind in _CAPITALISED and (comma or nearest[:1].islower())


def _words_before(text: str, start: int) -> tuple[list[str], str, bool]:
    """The folded words before, the nearest of them as printed, whether a comma parts it."""
    pieces = _PIECE.findall(text[max(0, start - _WINDOW) : max(start, 0)])
    words: list[str] = []
    nearest = ""
    comma = False
    for piece in reversed(pieces):
        if piece == "," and not words and not comma:
            comma = True
            continue
        is_word = piece[0].isalnum()
        if not is_word and piece != "-":
            break
        if is_word:
            if piece.endswith(".") and len(piece) > _LONG + 1:
                break
            words.append(key(piece))
            nearest = nearest or piece
        if len(words) == _MAX_WORDS:
            break
    words.reverse()
    return [part for word in words for part in word.split()], nearest, comma


def _standing(title: Title, before: list[str], reference: Reference) -> Standing:
    is_past = any(word in _PAST for word in before[-3:]) or title.words.startswith("ex ")
    own = title.words.split()
    country = _country_at_end(before, reference) or (
        _country_at_end(own[:1], reference) if len(own) > 1 else ""
    )
    return Standing(title, country, is_past)


def _country_at_end(words: list[str], reference: Reference) -> str:
    for size in (3, 2, 1):
        name = " ".join(words[-size:])
        for index in (reference.countries, reference.demonyms):
            if len(words) >= size and len(index.get(name, ())) == 1:
                return index[name][0].code
        if name in STATES:
            return "US"
    return ""


def _standing_after(text: str, end: int, reference: Reference) -> Iterator[Standing]:
    if not text.startswith(", ", max(end, 0)):
        return
    words: list[str] = []
    for piece in _PIECE.findall(text[end + 2 : end + 2 + _WINDOW]):
        if not piece[0].isalnum():
            break
        words.append(key(piece))
    for begin in range(min(len(words), _MAX_WORDS)):
        if words[begin] in {"who", "said", "says", "and", "but"}:
            return
        for size in range(min(4, len(words) - begin), 0, -1):
            title = reference.titles.get(" ".join(words[begin : begin + size]))
            if title is not None:
                yield _said_after(title, words[:begin], words[begin + size :], reference)
                return


def _said_after(
    title: Title, before: list[str], after: list[str], reference: Reference
) -> Standing:
    standing = _standing(title, before, reference)
    if standing.country or after[:1] != ["of"]:
        return standing
    rest = after[2:] if after[1:2] == ["the"] else after[1:]
    for size in (2, 1):
        code = _country_at_end(rest[:size], reference)
        if code:
            return Standing(title, code, standing.is_past)
    return standing
