"""Each place where an article tells of a contact, with its sides, status, place and day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.grammar import Grammar
from transforms.contacts.lexicon import ContactLexicon, Entry
from transforms.contacts.model import Actor, Participant, Place, Telling
from transforms.contacts.occasions import Occasions
from transforms.contacts.pairs import Pairs
from transforms.contacts.parties import Finder, Parties
from transforms.contacts.status import Statuses
from transforms.contacts.vocabulary import PRESS
from transforms.coreference.model import Mention
from transforms.coreference.words import Words
from transforms.days import UNKNOWN, Day
from transforms.entities.model import Resolved
from transforms.times.model import Time

_ROLES: Final = {
    "together": ("participant", "participant"),
    "visit": ("visitor", "host"),
    "host": ("host", "guest"),
    "call": ("caller", "called"),
    "sign": ("signatory", "signatory"),
}
"""By pattern: the part of who acts, and of the other side."""
_STATUS_CHANCE: Final = {
    "happened": 0.95,
    "planned": 0.9,
    "possible": 0.85,
    "cancelled": 0.85,
    "denied": 0.85,
}
_VERB, _NOUN = 0.97, 0.93


class Tellings:
    """Finds the tellings of one article."""

    def __init__(
        self,
        words: Words,
        mentions: Sequence[Mention],
        entities: Mapping[int, Resolved],
        times: Sequence[Time],
        published_on: date | None,
        lexicon: ContactLexicon,
    ) -> None:
        self._words = words
        self._lexicon = lexicon
        self._grammar = Grammar(words)
        self._actors = Actors(self._grammar, mentions, entities)
        self._finder = Finder(self._grammar)
        self._statuses = Statuses(self._grammar)
        self._occasions = Occasions(self._grammar, self._actors, times, published_on)
        self._pairs = Pairs(self._grammar, self._actors)

    def all(self) -> list[Telling]:
        """The tellings in text order."""
        found = []
        for place, lemma in enumerate(self._words.lemma):
            if lemma.lower() in self._lexicon.lemmas:
                entry = self._entry(place)
                telling = self._telling(place, entry) if entry else None
                if telling is not None:
                    found.append(telling)
                    self._pairs.add(place, [each.actor for each in telling.participants])
        return found

    def _entry(self, place: int) -> Entry | None:
        pos = self._words.pos[place]
        kind = {"VERB": "verb", "NOUN": "noun"}.get(pos)
        grammar = self._grammar
        if kind is None or grammar.relation(place) in _MODIFYING:
            return None
        is_inside = place and self._words.sentence[place - 1] == self._words.sentence[place]
        if is_inside and self._words.text[place][0].isupper():
            return None
        if kind == "verb" and self._has_particle(place):
            return None
        beside = {grammar.lemma(each) for each in self._words.children[place]}
        return self._lexicon.find(grammar.lemma(place), kind, frozenset(beside))

    def _has_particle(self, verb: int) -> bool:
        """Whether a particle gives the verb another meaning: `called him out`."""
        found = self._grammar.under(verb, "compound")
        return any(self._grammar.lemma(each) not in {"down", "up"} for each in found)

    def _telling(self, place: int, entry: Entry) -> Telling | None:
        parties = (
            self._finder.of_verb(place, entry)
            if entry.kind == "verb"
            else self._finder.of_noun(place, entry)
        )
        where = self._occasions.place(place, parties.clause, is_visit=entry.pattern == "visit")
        participants = self._participants(entry, parties, place)
        if not self._is_contact(entry, parties, participants, where, place):
            return self._pointer(place, entry, parties)
        return self._made(place, entry, parties, participants, where)

    def _made(
        self,
        place: int,
        entry: Entry,
        parties: Parties,
        participants: tuple[Participant, ...],
        where: Place | None,
    ) -> Telling:
        status, day = self._when(place, entry, parties)
        chance = min((each.actor.chance for each in participants), default=1.0)
        form = _VERB if entry.kind == "verb" else _NOUN
        start, end = self._span(place, entry)
        return Telling(
            start=start,
            end=end,
            head=place,
            clause=parties.clause,
            entry=entry,
            participants=participants,
            status=status,
            place=where,
            day=day,
            score=round(form * parties.chance * chance * _STATUS_CHANCE[status], 4),
        )

    def _when(self, place: int, entry: Entry, parties: Parties) -> tuple[str, Day]:
        """The status and the day, each in the light of the other."""
        day = self._occasions.day(place, parties.clause)
        is_verb = entry.kind == "verb"
        status = self._statuses.of_verb(place) if is_verb else self._statuses.of_noun(place)
        if status in {"happened", "present"}:
            status = "planned" if self._occasions.is_ahead(day) else "happened"
        if status == "happened" and day is UNKNOWN and is_verb:
            day = self._occasions.of_article(place)
        return status, day

    def _pointer(self, place: int, entry: Entry, parties: Parties) -> Telling | None:
        """`the talks`: words that can only point back to a contact already told of."""
        dets = {self._grammar.lemma(c) for c in self._grammar.under(place, "det")}
        is_definite = bool(dets & {"the", "that", "this", "these", "those"})
        if entry.kind != "noun" or not is_definite or parties.partners or parties.together:
            return None
        return self._made(place, entry, parties, (), None)

    def _participants(
        self, entry: Entry, parties: Parties, trigger: int
    ) -> tuple[Participant, ...]:
        doing, other = _ROLES[entry.pattern]
        found: dict[str, Participant] = {}
        named = [a for place in parties.named for a in self._actors.of(place)]
        if len({each.key for each in named}) > 1:
            parties.together += parties.named
        sides = (
            (doing, parties.doers),
            (_shared(doing), parties.together),
            (other, parties.partners),
        )
        for role, places in sides:
            for place in places:
                for actor in self._pairs.resolved(place, trigger):
                    if entry.pattern == "visit" and role == other and actor.entity_type in _SEATS:
                        continue
                    found.setdefault(actor.key, Participant(actor=actor, role=role))
        return tuple(found.values())

    def _is_contact(
        self,
        entry: Entry,
        parties: Parties,
        found: tuple[Participant, ...],
        where: Place | None,
        place: int,
    ) -> bool:
        actors = [each.actor for each in found]
        if not any(each.is_known for each in actors):
            return False
        grammar = self._grammar
        if any(grammar.lemma(p) in PRESS for p in parties.partners):
            return False
        others = [a for p in parties.partners for a in self._actors.of(p)]
        if entry.pattern == "visit":
            doers = [a for p in parties.doers for a in self._actors.of(p)]
            return bool(doers) and (where is not None or bool(others))
        if parties.has_other and not others and entry.kind == "verb":
            return False
        if entry.kind == "verb" and "to" in entry.partners and not any(_is_met(a) for a in others):
            return False
        if entry.pattern in {"host", "call"} and entry.kind == "verb":
            people = [a for a in others if _is_person(a)]
            return len(actors) > 1 and bool(people) and self._is_plain(place)
        if len(actors) > 1:
            return True
        [only] = actors
        is_many = only.is_plural or only.entity_type == "ORG" and entry.lemma == "meet"
        return is_many and entry.lemma in {"meet", "meeting", "talk", "summit", "sign"}

    def _is_plain(self, verb: int) -> bool:
        """Whether nothing but the object completes a verb: not `called him a liar`."""
        grammar = self._grammar
        return not grammar.under(verb, "xcomp", "ccomp", "iobj") and (
            len(grammar.under(verb, "obj")) < 2
        )

    def _span(self, place: int, entry: Entry) -> tuple[int, int]:
        words, grammar = self._words, self._grammar
        first = last = place
        if first and words.head[first - 1] == place and grammar.lemma(first - 1) in entry.needs:
            first -= 1
        if last + 1 < len(words) and words.text[last + 1].lower() in entry.partners | {"down"}:
            last += 1 if entry.kind == "verb" else 0
        return int(words.start[first]), int(words.end[last])


_MODIFYING: Final = frozenset({"compound", "flat", "fixed", "amod", "cc", "case"})
_SEATS: Final = frozenset({"GPE", "LOC", "FAC"})


def _shared(doing: str) -> str:
    return doing if doing in {"signatory", "visitor"} else "participant"


def _is_met(actor: Actor) -> bool:
    """Whether one who is spoken to is met, and no audience: a person, a government."""
    is_pair = actor.basis in {"pair", "represents"}
    return is_pair or (actor.is_known and actor.entity_type in {"PERSON", "GPE"})


def _is_person(actor: Actor) -> bool:
    return actor.entity_type in {"PERSON", "GROUP", "UNNAMED", None} or actor.basis == "represents"
