"""What an article says its people and organisations are: titles, appositions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from transforms.entities.gazetteer import STATE_ABBREVIATIONS
from transforms.entities.model import Resolved
from transforms.entities.names import key, person_name, title_before
from transforms.entities.records import PROMINENT, Office
from transforms.entities.reference import Reference
from transforms.speakers.phrases import Phrase, folded, phrase
from transforms.speakers.words import (
    ABBREVIATIONS,
    MEN,
    NOT_IN_TITLES,
    ORGANIZATION_HEADS,
    WOMEN,
)

_REACH: Final = 90
_PLAIN: Final = re.compile(r"(?:.*[\s“\"‘'(])?([^\W_][\w.&'’/-]*)", re.DOTALL)
_APPOSED_BEFORE: Final = re.compile(
    r"(?:^|[\s“\"(])((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[A-Z][\w.-]*['’]s?)\s"
    r"(?:(?![.!?]\s)[^,;:()—\n]){2,80}),\s+$"
)
_APPOSED_AFTER: Final = re.compile(
    r"(?:\s*\([^)\n]{1,40}\))?,\s+(?:(?:who|which)\s(?:is|was)\s)?([^\W\d_][^,;:()—\n]{2,100}?)"
    r"(?=[,;:()—\n]|\.\s|\.$|[.,]?[\"”]|$)"
)
_OPENS_APPOSITION: Final = frozenset(
    "the a an his her its their former one president governor mayor director chairman chairwoman"
    " chair chief head professor founder owner author editor secretary minister leader member"
    " vice deputy executive senior co-founder spokesman spokeswoman".split()
)
_SEAT: Final = re.compile(
    r"(?:,|\s\()\s?([RDI])-([A-Z][A-Za-z.]+)|\sof\s([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
)
_PARTIES: Final = {"R": "republican", "D": "democratic"}
_MAX_WORDS: Final = 7
_LONGEST_ABBREVIATION: Final = 6
_NOT_LEADING: Final = NOT_IN_TITLES | {"the", "a", "an"}
_OWNERS: Final = frozenset({"his", "her", "its", "their"})


@dataclass(frozen=True)
class Role:
    """What a name was introduced as, where that stands, and the span of the words."""

    name: Resolved
    phrase: Phrase
    start: int
    end: int


def roles(text: str, names: Sequence[Resolved], reference: Reference) -> list[Role]:
    """Every introduction of a person or organisation of the article, in text order."""
    found = [
        role
        for name in names
        if name.entity_type in {"PERSON", "ORG"}
        for role in (*_before(text, name, reference), *_after(text, name, reference))
    ]
    found.sort(key=lambda role: (role.start, role.end))
    return [
        _counterpart(role, found[place - 1] if place else None) for place, role in enumerate(found)
    ]


def _counterpart(role: Role, before: Role | None) -> Role:
    """`the foreign minister, Ann Lee, and her Dutch counterpart, Jan Bos`: two ministers."""
    if role.phrase.head != "counterpart" or before is None or role.start - before.end > _REACH:
        return role
    kept = {word for word in before.phrase.words if not word.startswith("@")}
    own = replace(role.phrase, head=before.phrase.head, words=role.phrase.words | kept)
    return replace(role, phrase=own)


@lru_cache(maxsize=2)
def nouns_of_persons(reference: Reference) -> frozenset[str]:
    """Nouns for people, folded: the last words of all titles, and the like of `woman`."""
    titles = {words.split()[-1] for words in reference.titles if words}
    return frozenset(titles | {ABBREVIATIONS.get(noun, noun) for noun in titles} | WOMEN | MEN)


def _before(text: str, name: Resolved, reference: Reference) -> Iterator[Role]:
    start = name.name.start
    begin = max(0, start - _REACH)
    window = text[begin:start]
    apposed = _APPOSED_BEFORE.search(window) if window.rstrip().endswith(",") else None
    if apposed:
        made = phrase(apposed.group(1), reference)
        if made:
            yield Role(name, made, begin + apposed.start(1), start)
        return
    led = _title_words(window)
    inside = person_name(name.name.text, reference.titles).title
    words = led + (inside.words.split() if inside and name.entity_type == "PERSON" else [])
    if words and _is_title(words, name, reference):
        made = phrase(" ".join(words), reference)
        if made:
            made = replace(made, words=made.words | _seat(text, name.name.end, reference))
            yield Role(name, made, start - sum(len(word) + 1 for word in led), start)


def _seat(text: str, end: int, reference: Reference) -> set[str]:
    """The folded words for state and party after a name: `of Vermont`, `(R-S.C.)`."""
    found = _SEAT.match(text, end)
    if not found:
        return set()
    party, short, full = found.groups()
    state = STATE_ABBREVIATIONS.get(key(short), short) if short else full
    return {*folded(state.split(), reference), *([_PARTIES[party]] if party in _PARTIES else [])}


def _title_words(window: str) -> list[str]:
    """The words that lead up to a name and may be its title."""
    kept: list[str] = []
    for piece in reversed(window[:-1].split(" ") if window.endswith(" ") else []):
        found = _PLAIN.fullmatch(piece)
        word = found.group(1) if found else ""
        bare = word.lower()
        is_long = word.endswith(".") and len(word) > _LONGEST_ABBREVIATION
        if not word or is_long or bare in _NOT_LEADING or len(kept) == _MAX_WORDS:
            break
        kept.append(word)
        if word != piece or bare in _OWNERS:
            break
    kept.reverse()
    return kept


def _is_title(words: list[str], name: Resolved, reference: Reference) -> bool:
    last = key(words[-1])
    if name.entity_type == "ORG":
        return words[-1][:1].islower() and last in ORGANIZATION_HEADS
    spread = [part for word in words for part in key(word).split()]
    title, _ = title_before(spread, reference.titles)
    return title is not None and title.kind != "honorific"


def _after(text: str, name: Resolved, reference: Reference) -> Iterator[Role]:
    end = name.name.end
    apposed = _APPOSED_AFTER.match(text, end, end + _REACH + 60)
    if not apposed:
        return
    words = apposed.group(1)
    if words.split()[0].lower() in _OPENS_APPOSITION:
        made = phrase(words, reference)
        if made:
            yield Role(name, made, apposed.start(1), apposed.end(1))


def held(
    names: Iterable[Resolved], reference: Reference, on: date | None
) -> Iterator[tuple[Resolved, Phrase]]:
    """The offices that people of the reference held that day, as phrases; none without a day."""
    seen: set[str] = set()
    for name in names if on else ():
        entity = name.entity
        if entity is None or entity.entity_id in seen or name.entity_type != "PERSON":
            continue
        seen.add(entity.entity_id)
        parsed = person_name(entity.name, reference.titles)
        for person in reference.people.get(parsed.key, ()):
            if person.entity.entity_id == entity.entity_id:
                for office in person.offices:
                    made = _office(office, reference, on)
                    if made:
                        yield name, made


def _office(office: Office, reference: Reference, on: date | None) -> Phrase | None:
    if on is None or office.began is None or office.prominence < PROMINENT:
        return None
    if on < office.began or (office.ended is not None and on > office.ended):
        return None
    made = phrase(office.position, reference)
    return replace(made, words=made.words | {f"@{office.country}"}) if made else None


def known_as(role: Role) -> Phrase:
    """What a role makes of its bearer, their country included."""
    entity, own = role.name.entity, role.phrase
    if entity is None or not entity.country_code:
        return own
    return replace(own, words=own.words | {f"@{entity.country_code}"})
