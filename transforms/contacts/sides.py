"""Who takes part in a contact, and as what: the sides of its words as actors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.grammar import Grammar
from transforms.contacts.lexicon import Entry
from transforms.contacts.model import Actor, Participant
from transforms.contacts.pairs import Pairs
from transforms.contacts.parties import Parties
from transforms.contacts.vocabulary import NO_HOSTS

_ROLES: Final = {
    "together": ("participant", "participant"),
    "visit": ("visitor", "host"),
    "host": ("host", "guest"),
    "call": ("caller", "called"),
    "sign": ("signatory", "signatory"),
}
"""By pattern: the part of who acts, and of the other side."""
_REACH: Final = 5
_MENDED: Final = 0.9


class Sides:
    """The sides of the contacts of one article; `pairs` remembers who was named together."""

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        self._grammar = grammar
        self._words = grammar.words
        self._actors = actors
        self.pairs = Pairs(grammar, actors)

    def mend(self, place: int, entry: Entry, parties: Parties) -> None:
        """Take the person right behind the trigger, where the parse has nobody on that side.

        And the one right behind a verb of asking: `invited Foreign Minister Geremek to visit`.
        """
        above = self._words.head[place]
        if entry.kind == "verb" and self._grammar.is_of_object(place):
            asked = self._actors.names.ahead(above + 1)
            parties.doers = parties.doers if asked is None else [asked]
        if parties.together or any(self._actors.of(each) for each in parties.partners):
            return
        after = self._preposition(place, entry)
        has_with = after is not None
        if after is None:
            after = place + 1
        if not has_with and "object" not in entry.partners:
            return
        found = self._actors.names.ahead(after + has_with)
        if found is not None and found not in parties.doers:
            parties.partners, parties.has_other = [found], True
            parties.chance *= _MENDED

    def _preposition(self, place: int, entry: Entry) -> int | None:
        """The first `with` in reach of a trigger, with nothing but when and how between."""
        words = self._words
        for word in range(place + 1, min(place + _REACH, len(words))):
            if words.text[word] in entry.partners:
                return word
            if words.pos[word] not in {"ADV", "PROPN", "NOUN", "DET", "ADP"}:
                return None
        return None

    def participants(self, entry: Entry, parties: Parties, trigger: int) -> tuple[Participant, ...]:
        """Who takes part, each once, people by the fullest name that the words have for them."""
        doing, other = _ROLES[entry.pattern]
        found: dict[str, Participant] = {}
        sides = (
            (doing, parties.doers),
            (_shared(doing), parties.together),
            (other, parties.partners),
        )
        for role, places in sides:
            for place in places:
                for actor in self._resolved(place, trigger, places):
                    if role != "host" or entry.pattern != "visit" or self._is_host(place, actor):
                        found.setdefault(actor.key, Participant(actor=actor, role=role))
        every = list(found.values())
        return tuple(each for each in every if not any(_is_short_of(each, o) for o in every))

    def _is_host(self, place: int, actor: Actor) -> bool:
        """Whether what is visited is somebody, and not a place."""
        if self._grammar.lemma(place) in NO_HOSTS:
            return False
        is_described = actor.basis in {"reference", "some"} and actor.entity is None
        return is_described or actor.basis == "represents" or actor.entity_type == "PERSON"

    def _resolved(self, place: int, trigger: int, places: Sequence[int]) -> list[Actor]:
        """Whom a side stands for; a description whose name follows it at once gives way."""
        found = self.pairs.resolved(place, trigger)
        is_named = place + 1 in places and not any(each.entity for each in found)
        return [] if is_named else found


def _shared(doing: str) -> str:
    return doing if doing in {"signatory", "visitor"} else "participant"


def _is_short_of(one: Participant, other: Participant) -> bool:
    """Whether a person's name is a part of another's: `Petrova` beside `Ana Petrova`."""
    short, full = one.actor.entity, other.actor.entity
    if short is None or full is None or {short.entity_type, full.entity_type} != {"PERSON"}:
        return False
    return set(short.name.split()) < set(full.name.split())
