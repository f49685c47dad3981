"""The people of an article as pronouns see them: who may be meant by he or she at a place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.speakers.contents import Contents
from transforms.speakers.genders import genders, of_noun, person_key
from transforms.speakers.known import KnownNames
from transforms.speakers.layout import Layout
from transforms.speakers.model import Parts, Span, Speakers
from transforms.speakers.phrases import phrase
from transforms.speakers.prominence import SUBJECT
from transforms.speakers.roles import nouns_of_persons
from transforms.speakers.salience import Choice, Point, Salience

_TOLD_OF, _TOLD_NEAR = 0.5, 0.8
"""How much a name in the content of a statement that the pronoun is not in counts, and how much
where both stand in one sentence."""
_SPOKEN_OF: Final = 0.25
"""How much somebody counts whom the statement's own content names."""
_ADDRESSED: Final = 20
"""Characters after a cue within which the name of the one spoken to begins."""
_CLAUSE: Final = re.compile(r"[^.!?,;\n]*")


class People:
    """Everybody mentioned so far, named or not, while an article is read from its start."""

    def __init__(
        self,
        layout: Layout,
        names: KnownNames,
        parts: Sequence[Parts],
        contents: Contents,
        reference: Reference,
    ) -> None:
        self._layout = layout
        self._names = names
        self._parts = parts
        self._contents = contents
        self._reference = reference
        self._genders = genders(names.all, layout, reference)
        self._named = contents.named(names)
        self._nouns = nouns_of_persons(reference)
        self._salience = Salience(layout)

    def add(self, place: int, name: Resolved, weight: float) -> None:
        """One more mention of somebody whose name is known."""
        self._salience.add(self._point(place, name, weight))

    def add_nameless(self, span: Span, weight: float) -> None:
        """Somebody without a name, where the words at a span describe one person."""
        described = phrase(self._layout.text[slice(*span)], self._reference)
        if described and described.head in self._nouns and described.determiner != "two":
            gender = of_noun(described.surface, self._reference)
            self._salience.add(Point(span[0], f"#{span[0]}", None, gender, weight))

    def is_person(self, noun: str) -> bool:
        """Whether a noun is one for people."""
        return noun.lower() in self._nouns

    def choice(
        self, place: int, gender: str, number: int | None, found: Sequence[Speakers]
    ) -> Choice | None:
        """Who is meant by a pronoun of a gender at a place, and how likely; None: nobody fits.

        `number` is that of the statement whose source the pronoun is, if it is one; `found` the
        speakers known so far.
        """
        outer = self._contents.outer(place, number)
        speaker = found[outer].names[0] if outer is not None and found[outer].names else None
        is_quoted = self._layout.is_quoted(place)
        hardly = self._hardly(number) if number is not None else {}
        if speaker is not None and is_quoted:
            hardly = {**hardly, person_key(speaker): 0.0}

        sentence = self._layout.sentence_no(place)

        def counts(point: Point) -> float:
            around = self._contents.outer(point.start, None)
            is_near = self._layout.sentence_no(point.start) == sentence
            told = 1.0 if around in {None, outer} else _TOLD_NEAR if is_near else _TOLD_OF
            return told * hardly.get(point.person, 1.0)

        later = None if is_quoted else self._later(speaker, outer, place)
        return self._salience.choice(place, gender, counts, later)

    def _point(self, place: int, name: Resolved, weight: float) -> Point:
        person = person_key(name)
        return Point(place, person, name, self._genders.get(person, ""), weight)

    def _hardly(self, number: int) -> Mapping[str, float]:
        """People who are hardly the speaker: named in the content, or right after the cue."""
        hardly = {person_key(name): _SPOKEN_OF for name in self._named.get(number, ())}
        cue = self._parts[number].cue
        if cue is not None:
            clause = _CLAUSE.match(self._layout.text, cue[1], cue[1] + _ADDRESSED)
            reach = clause.end() if clause else cue[1]
            after = self._names.inside((cue[1], reach + _ADDRESSED))
            hardly |= {person_key(name): 0.0 for name in after if name.name.start < reach}
        return hardly

    def _later(self, speaker: Resolved | None, outer: int | None, place: int) -> Point | None:
        """Who says only after a place what the place is part of: `He will win, Mr. Lee said`."""
        source = self._parts[outer].source if outer is not None else None
        if speaker is None or speaker.entity_type != "PERSON" or not source or source[0] < place:
            return None
        return self._point(place, speaker, SUBJECT)
