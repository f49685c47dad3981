"""Sources that are descriptions: whom in the article they mean, if that can be told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.speakers.bodies import body
from transforms.speakers.documents import makers
from transforms.speakers.known import KnownNames
from transforms.speakers.layout import Layout
from transforms.speakers.model import Parts, Span, Speakers
from transforms.speakers.organizations import Organizations
from transforms.speakers.phrases import Phrase, phrase
from transforms.speakers.roles import held, known_as, roles
from transforms.speakers.words import ORGANIZATION_HEADS

_PERSON: Final = 0.9
_ORGANIZATION: Final = 0.85
_NEAREST: Final = 0.75
_BOTH: Final = 0.85
_MAKER: Final = 0.9
_BODY: Final = 0.9
_MUCH_MORE: Final = 4
_REACH: Final = 3000
_NEAR, _FAR = 2, 5
"""Sentences within which the one of several was mentioned last, and the others were not."""


class Descriptions:
    """The people and organisations of an article by what they are called.

    `on` is the day of the article: it says who held an office of the reference.
    """

    def __init__(
        self,
        layout: Layout,
        names: KnownNames,
        reference: Reference,
        on: date | None,
    ) -> None:
        self._layout = layout
        self._names = names
        self._reference = reference
        self.roles = roles(layout.text, names.all, reference)
        self._people = [role for role in self.roles if role.name.entity_type == "PERSON"]
        self._introduced = {role.name.name for role in self._people}
        self._titles = bytearray(len(layout.text) + 1)
        for role in self.roles:
            self._titles[role.start : role.end] = b"\x01" * (role.end - role.start)
        self._held = list(held(names.all, reference, on))
        self._organizations = Organizations(names.all, self.roles, reference)
        self._mentions: defaultdict[str, list[Resolved]] = defaultdict(list)
        for name in names.all:
            if name.entity:
                self._mentions[name.entity.entity_id].append(name)

    def speakers(self, part: Parts) -> Speakers:
        """The speakers of a statement whose source no name heads."""
        if part.source is None:
            return Speakers.unknown("no_source")
        text = self._layout.text
        start, end = part.source
        described = phrase(text[start:end], self._reference)
        if described is None:
            return Speakers.unknown("nominal")
        inside = self._names.inside(part.source)
        made = makers(text, part.source, inside, described)
        if made:
            linked = [name for name in made if name.entity]
            if not linked:
                return Speakers.unknown("ambiguous")
            return Speakers.found(linked, "document_by", _MAKER)
        known = body(text, part.source, inside, self._reference)
        if known is not None:
            return Speakers.found([known], "body", _BODY)
        return self._meant(described, start)

    def meant(self, span: Span) -> Resolved | None:
        """The one person or organisation that the words at a span mean, or None."""
        described = phrase(self._layout.text[slice(*span)], self._reference)
        found = self._meant(described, span[0]) if described else None
        return found.names[0] if found and len(found.names) == 1 else None

    def places(self) -> Iterator[Span]:
        """Where `the` and the noun of somebody's role stand, a few words between them."""
        nouns = {role.phrase.surface for role in self._people} | {
            own.surface for _, own in self._held
        }
        if nouns:
            either = "|".join(sorted(map(re.escape, nouns)))
            wanted = rf"\b[Tt]he\s+(?:[\w.’'-]+\s+){{0,2}}?(?:{either})\b(?!\s+[A-Z])"
            for found in re.finditer(wanted, self._layout.text):
                yield found.span()

    def is_title(self, place: int) -> bool:
        """Whether a place is part of the words that introduce a name."""
        return bool(self._titles[place])

    def is_introduced(self, name: Resolved) -> bool:
        """Whether an apposition or a title says here who the name is."""
        return name.name in self._introduced

    def _meant(self, described: Phrase, place: int) -> Speakers:
        if described.determiner == "two":
            found = self._called(described, place)
            if len(found) == 2:
                return Speakers.found(found, "nominal", _BOTH)
            return Speakers.unknown("nominal")
        if described.determiner != "the" and not described.is_owned:
            return Speakers.unknown("nominal")
        if described.head in ORGANIZATION_HEADS:
            found, chance = self._organizations.meant(described, place), _ORGANIZATION
        else:
            found, chance = self._called(described, place), _PERSON
        if len(found) > 1:
            found, chance = self._nearest(found, place), _NEAREST
            if not found:
                return Speakers.unknown("ambiguous")
        if found and not self._is_rivalled(described, place):
            return Speakers.found(found, "nominal", chance)
        return Speakers.unknown("nominal")

    def _called(self, described: Phrase, place: int) -> list[Resolved]:
        """The latest mention before a place of each person whom the article calls so.

        Offices of the reference count as well: readers know who is president.
        """
        own = {
            role.name.entity.entity_id
            for role in self._people
            if role.name.entity and role.end <= place and described.fits(known_as(role))
        }
        own |= {
            name.entity.entity_id
            for name, office in self._held
            if name.entity and described.fits(office)
        }
        latest = [self._latest(each, place) for each in sorted(own)]
        found = [name for name in latest if name is not None]
        return sorted(found, key=lambda name: name.name.start)

    def _latest(self, entity_id: str, place: int) -> Resolved | None:
        before = [name for name in self._mentions[entity_id] if name.name.end <= place]
        return before[-1] if before else None

    def _nearest(self, found: Sequence[Resolved], place: int) -> list[Resolved]:
        """The one of several that was mentioned just before, where the others were not.

        It may be as well the one that the article is about.
        """
        now = self._layout.told_no(place)
        ranked = sorted(found, key=lambda name: -name.name.start)
        away = [now - self._layout.told_no(name.name.start) for name in ranked]
        often = [len(self._mentions[n.entity.entity_id]) if n.entity else 0 for n in ranked]
        is_topic = often[0] >= _MUCH_MORE * max(often[1:])
        near = away[0] <= _NEAR and away[1] >= _FAR
        return ranked[:1] if near or (is_topic and away[0] <= _FAR) else []

    def _is_rivalled(self, described: Phrase, place: int) -> bool:
        """Whether somebody without a name was introduced by the same noun not long before."""
        noun = re.escape(described.surface)
        introduced = re.compile(
            rf"\b(?:an?|another|one|other)\s+(?:[\w.'’-]+\s+){{0,3}}?{noun}\b(?!\s+[A-Z])",
            re.IGNORECASE,
        )
        near = self._layout.told_no(place) - _FAR
        return any(
            not self.is_title(found.start()) and self._layout.told_no(found.start()) >= near
            for found in introduced.finditer(self._layout.text, max(0, place - _REACH), place)
        )
