"""Noun phrases by their words: determiner, head, and what narrows the head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from transforms.entities.names import key
from transforms.entities.reference import Reference
from transforms.speakers.words import (
    ABBREVIATIONS,
    COMPOUNDS,
    DETERMINERS,
    NOT_THE_SAME,
    PREPOSITIONS,
)

_END: Final = re.compile(r"[,;:(—–\n“”\"]|\s-\s")
_TOKEN: Final = re.compile(r"[^\W_][\w.&/-]*(?:['’]s?(?!\w))?")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_NO_WORDS: Final = frozenset({"the", "a", "an", "and", "its", "his", "her", "their", "s"})


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: `the`, `a`, `two`, `whose` or '' before it, its head, its other words.

    Words are folded, abbreviations spelled out, countries and their peoples given as `@` and
    their code; `is_owned` where a possessive other than a pronoun narrows it; `surface` is the head
    as printed, in lower case.
    """

    determiner: str
    head: str
    words: frozenset[str]
    is_owned: bool
    surface: str

    def fits(self, other: Phrase) -> bool:
        """Whether a later mention by this phrase may mean who was introduced by `other`."""
        kept_apart = other.words & NOT_THE_SAME
        return self.head == other.head and self.words <= other.words and kept_apart <= self.words


def phrase(text: str, reference: Reference) -> Phrase | None:
    """The noun phrase that a text begins with; None where it holds no noun to go by."""
    cut = _END.search(text)
    printed = _TOKEN.findall(text[: cut.start()] if cut else text)
    if not printed:
        return None
    determiner = DETERMINERS.get(printed[0].lower(), "")
    if determiner:
        printed = printed[1:]
    if determiner == "the" and printed and DETERMINERS.get(printed[0].lower()) == "two":
        determiner, printed = "two", printed[1:]
    size = next((n for n, word in enumerate(printed) if word.lower() in PREPOSITIONS), len(printed))
    if not size:
        return None
    before, after = printed[:size], printed[size:]
    named = folded(before, reference)
    owned = any(_POSSESSIVE.search(word) for word in before[:-1])
    rest = {word for word in (*named[:-1], *folded(after, reference)) if word not in PREPOSITIONS}
    head = named[-1] if named else ""
    if determiner == "two":
        head = ABBREVIATIONS.get(head, singular(head))
    return Phrase(determiner, head, frozenset(rest - _NO_WORDS), owned, before[-1].lower())


def folded(printed: list[str], reference: Reference) -> list[str]:
    """The words in one form: folded, abbreviations spelled out, compounds and countries as one.

    A country's top diplomat is its foreign minister.
    """
    words = [part for word in printed for part in key(_POSSESSIVE.sub("", word)).split()]
    result: list[str] = []
    place = 0
    while place < len(words):
        pair = " ".join(words[place : place + 2])
        if pair in COMPOUNDS:
            result.append(COMPOUNDS[pair])
            place += 2
        elif " " in pair and (code := country(pair, reference)):
            result.append(code)
            place += 2
        else:
            result.append(country(words[place], reference) or _one(words[place]))
            place += 1
    if result[-2:] == ["chief_executive", "officer"]:
        result.pop()
    if result[-1:] == ["diplomat"] and result[-2:-1] in (["top"], ["chief"]):
        result[-2:] = ["foreign", "minister"]
    return result


def country(folded_words: str, reference: Reference) -> str:
    """`@` and the code of the one country that the words name or describe, or ''."""
    for index in (reference.demonyms, reference.countries):
        found = index.get(folded_words, ())
        if len(found) == 1:
            return f"@{found[0].code}"
    return ""


def singular(word: str) -> str:
    """A folded noun without the s of its plural."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _one(word: str) -> str:
    return ABBREVIATIONS.get(word, word)
