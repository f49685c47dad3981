"""Sources that are pronouns, resolved in the order of the text over everybody mentioned so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.speakers.contents import Contents
from transforms.speakers.descriptions import Descriptions
from transforms.speakers.groups import Groups
from transforms.speakers.known import KnownNames
from transforms.speakers.layout import Layout
from transforms.speakers.model import Parts, Span, Speakers
from transforms.speakers.people import People
from transforms.speakers.prominence import INTRODUCED, OWNER, SPEAKER, SUBJECT, prominence
from transforms.speakers.relatives import antecedent
from transforms.speakers.words import FIRST_PERSON, GENDER_OF_PRONOUN, RELATIVES, THIRD_PERSON

_Event = tuple[int, int, Callable[[], None]]
_HE_OR_SHE: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|HE|SHE)\b")
_NOUN_PHRASE: Final = re.compile(
    r"[“\"']?(?:The|An?|His|Her|Their|One|Another)\s+(?:[\w.'’-]+\s+){0,4}?(?=(\w+)\b)"
)
_LIKELY: Final = 0.62
"""The share of the likeliest person from which on a pronoun is resolved."""
_MOST: Final = 0.97
_RELATIVE: Final = 0.95


class Pronouns:
    """One sweep over an article: names, descriptions and pronouns in the order of the text.

    `found` are the speakers by names and descriptions; `resolve` fills in the others.
    """

    def __init__(
        self,
        layout: Layout,
        names: KnownNames,
        parts: Sequence[Parts],
        found: list[Speakers],
        descriptions: Descriptions,
        reference: Reference,
    ) -> None:
        contents = Contents(parts)
        self._layout = layout
        self._names = names
        self._parts = parts
        self._found = found
        self._descriptions = descriptions
        self._people = People(layout, names, parts, contents, reference)
        self._groups = Groups(layout, parts, contents, found)

    def resolve(self) -> None:
        """Put speakers into `found` where a pronoun tells them."""
        pronouns = list(self._pronouns())
        for _, _, handle in sorted(self._events(pronouns), key=lambda event: event[:2]):
            handle()
        for number, start, word in pronouns:
            if word in FIRST_PERSON:
                self._set(number, self._groups.first_person(number, start))

    def _pronouns(self) -> Iterator[tuple[int, int, str]]:
        """(number, place, word) of each statement whose source is a bare pronoun."""
        for number, part in enumerate(self._parts):
            if part.source and self._found[number].method == "unknown:pronoun":
                word = re.sub(r"\W", "", self._layout.text[slice(*part.source)])
                yield number, part.source[0], word.lower()

    def _events(self, pronouns: Sequence[tuple[int, int, str]]) -> Iterator[_Event]:
        speaking = {id(name) for one in self._found for name in one.names}
        for name in self._names.all:
            if name.entity_type == "PERSON":
                handle = partial(self._name, name, is_speaker=id(name) in speaking)
                yield name.name.start, 0, handle
        for number, part in enumerate(self._parts):
            is_described = self._found[number].method in {"nominal", "unknown:nominal"}
            if part.source and is_described:
                yield part.source[0], 1, partial(self._described, number, part.source)
        for number, start, word in pronouns:
            yield start, 1, partial(self._pronoun, number, start, word)
        sources = {part.source[0] for part in self._parts if part.source}
        for start, other in self._others():
            if start not in sources:
                yield start, 2, other

    def _others(self) -> Iterator[tuple[int, Callable[[], None]]]:
        """He, she and descriptions of people wherever they stand."""
        for found in _HE_OR_SHE.finditer(self._layout.text):
            gender = GENDER_OF_PRONOUN[found.group().lower()]
            yield found.start(), partial(self._loose, found.start(), gender)
        for span in {*self._openings(), *self._descriptions.places()}:
            yield span[0], partial(self._introduced, span)

    def _openings(self) -> Iterator[Span]:
        """The descriptions of single persons that open a sentence."""
        for start, _ in self._layout.sentences:
            found = _NOUN_PHRASE.match(self._layout.text, start)
            if found and self._people.is_person(found.group(1)):
                yield start, found.end(1)

    def _name(self, name: Resolved, *, is_speaker: bool) -> None:
        span = name.name.start, name.name.end
        weight = prominence(self._layout, span)
        if is_speaker and weight > OWNER:
            weight = SPEAKER
        elif self._descriptions.is_title(span[0]):
            weight = min(weight, OWNER)
        elif self._descriptions.is_introduced(name):
            weight = max(weight, INTRODUCED)
        self._people.add(span[0], name, weight)

    def _described(self, number: int, source: Span) -> None:
        names = self._found[number].names
        if not names:
            self._people.add_nameless(source, SPEAKER)
        elif names[0].entity_type == "PERSON":
            self._people.add(source[0], names[0], SPEAKER)

    def _introduced(self, span: Span) -> None:
        meant = self._descriptions.meant(span)
        weight = prominence(self._layout, span)
        if meant is not None and meant.entity_type == "PERSON":
            self._people.add(span[0], meant, weight)
        elif meant is None and not self._descriptions.is_title(span[0]):
            self._people.add_nameless(span, weight)

    def _loose(self, place: int, gender: str) -> None:
        chosen = self._people.choice(place, gender, None, self._found)
        if chosen and chosen.name and chosen.share >= _LIKELY:
            self._people.add(place, chosen.name, SUBJECT)

    def _pronoun(self, number: int, place: int, word: str) -> None:
        if word in GENDER_OF_PRONOUN:
            self._set(number, self._person(number, place, GENDER_OF_PRONOUN[word]))
        elif word in RELATIVES:
            self._set(number, self._relative(place, word))
        elif word in THIRD_PERSON:
            self._set(number, self._groups.third_person(number, place, word))
        names = self._found[number].names
        if len(names) == 1 and names[0].entity_type == "PERSON":
            self._people.add(place, names[0], SPEAKER)

    def _person(self, number: int, place: int, gender: str) -> Speakers | None:
        chosen = self._people.choice(place, gender, number, self._found)
        if chosen is None or chosen.name is None or chosen.share < _LIKELY:
            return None
        if chosen.name.entity is None:
            return Speakers.unknown("ambiguous")
        return Speakers.found([chosen.name], "pronoun", min(chosen.share, _MOST))

    def _relative(self, place: int, word: str) -> Speakers | None:
        name = antecedent(self._layout.text, place, word, self._names.before(place))
        if name is None:
            return None
        if name.entity is None:
            return Speakers.unknown("ambiguous")
        return Speakers.found([name], "relative", _RELATIVE)

    def _set(self, number: int, speakers: Speakers | None) -> None:
        if speakers is not None:
            self._found[number] = speakers
