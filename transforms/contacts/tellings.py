"""Each place where an article tells of a contact, with its sides, status, place and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.doubts import Doubts
from transforms.contacts.grammar import Grammar
from transforms.contacts.lexicon import ContactLexicon, Entry
from transforms.contacts.model import Participant, Place, Telling
from transforms.contacts.occasions import Occasions
from transforms.contacts.parties import Finder, Parties
from transforms.contacts.rules import Case, Rules
from transforms.contacts.sides import Sides
from transforms.contacts.status import Statuses
from transforms.contacts.vocabulary import SUPPORTS
from transforms.contacts.when import When
from transforms.coreference.model import Mention
from transforms.coreference.words import Words
from transforms.days import UNKNOWN, Day
from transforms.entities.model import Resolved
from transforms.speakers.model import Parts
from transforms.times.model import Time

_STATUS_CHANCE: Final = {
    "happened": 0.95,
    "planned": 0.9,
    "possible": 0.6,
    "cancelled": 0.85,
    "denied": 0.85,
    "unclear": 0.0,
}
_LOWEST: Final = 0.4
"""Below this chance a contact is a guess, and dropped."""
_DEFINITE: Final = frozenset({"the", "that", "this", "these", "those"})
_MODIFYING: Final = frozenset({"compound", "flat", "fixed", "amod", "cc", "case"})
_VERB, _NOUN = 0.97, 0.93


class Tellings:
    """Finds the tellings of one article."""

    def __init__(
        self,
        words: Words,
        mentions: Sequence[Mention],
        entities: Mapping[int, Resolved],
        times: Sequence[Time],
        parts: Sequence[Parts],
        published_on: date | None,
        lexicon: ContactLexicon,
    ) -> None:
        self._words = words
        self._lexicon = lexicon
        self._grammar = Grammar(words)
        self._actors = Actors(self._grammar, mentions, entities)
        self._finder = Finder(self._grammar)
        self._statuses = Statuses(self._grammar)
        self._rules = Rules(self._grammar, self._actors)
        self._occasions = Occasions(self._grammar, self._actors)
        self._when = When(self._grammar, times, parts, published_on)
        self._doubts = Doubts(self._grammar, self._actors, self._when)
        self._sides = Sides(self._grammar, self._actors)

    def all(self) -> list[Telling]:
        """The tellings in text order."""
        found = []
        for place, lemma in enumerate(self._words.lemma):
            if lemma in self._lexicon.lemmas:
                entry = self._entry(place)
                telling = self._telling(place, entry) if entry else None
                if telling is not None and telling.score >= _LOWEST and telling.status != "unclear":
                    found.append(telling)
                    self._sides.pairs.add(place, [each.actor for each in telling.participants])
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
        if grammar.relation(place) == "acl":
            beside.add(grammar.lemma(self._words.head[place]))
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
        self._sides.mend(place, entry, parties)
        where = self._occasions.place(place, parties.clause, is_visit=entry.pattern == "visit")
        participants = self._sides.participants(entry, parties, place)
        case = Case(
            place=place,
            entry=entry,
            parties=parties,
            actors=[each.actor for each in participants],
            others=[actor for each in parties.partners for actor in self._actors.of(each)],
            where=where,
        )
        is_whole = (
            self._rules.is_event(place, entry)
            and self._rules.is_contact(case)
            and not self._doubts.has(case)
        )
        if is_whole and not self._is_usual(place, entry):
            return self._made(place, entry, parties, participants, where)
        return self._pointer(place, entry, parties, participants)

    def _is_usual(self, place: int, entry: Entry) -> bool:
        """Whether a verb tells of no one occasion: `when presidents meet`."""
        is_habit = self._statuses.of_verb(place) == "present" or self._is_denied_habit(place)
        if entry.kind == "noun" or not is_habit:
            return False
        return self._when.day(place, place) is UNKNOWN

    def _is_denied_habit(self, verb: int) -> bool:
        """`do not meet with radicals`."""
        helpers = [c for c in self._grammar.under(verb, "aux") if self._grammar.lemma(c) == "do"]
        tags = {self._words.tag[each] for each in helpers}
        return bool(tags & {"VBP", "VBZ"})

    def _made(
        self,
        place: int,
        entry: Entry,
        parties: Parties,
        participants: tuple[Participant, ...],
        where: Place | None,
        *,
        is_whole: bool = True,
    ) -> Telling:
        status, day = self._status(place, entry, parties)
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
            is_whole=is_whole,
            is_told=status != "happened" or entry.kind == "verb" or self._is_dependent(place),
            status=status,
            place=where,
            day=day,
            score=round(form * parties.chance * chance * _STATUS_CHANCE[status], 4),
        )

    def _status(self, place: int, entry: Entry, parties: Parties) -> tuple[str, Day]:
        """The status and the day, each in the light of the other."""
        day = self._when.day(place, parties.clause)
        is_verb = entry.kind == "verb"
        status = self._statuses.of_verb(place) if is_verb else self._statuses.of_noun(place)
        status = "happened" if status == "present" else status
        if status == "happened" and self._when.is_ahead(day):
            is_told = self._is_beside_past(place, parties.clause)
            status, day = ("happened", UNKNOWN) if is_told else ("planned", day)
        elif status == "planned" and self._when.is_past(day):
            above = self._words.head[place]
            is_told = not is_verb or self._words.pos[above] == "NOUN"
            status = "happened" if is_told else status
        is_told = is_verb or (self._grammar.lemma(parties.clause) in SUPPORTS)
        if status == "happened" and day is UNKNOWN and is_told:
            day = self._when.told(place, parties.clause)
        return status, day

    def _is_dependent(self, noun: int) -> bool:
        return self._grammar.relation(noun) in {"obj", "obl"}

    def _is_beside_past(self, place: int, clause: int) -> bool:
        """Whether a contact goes with a past act, so that it cannot be ahead."""
        is_beside = place == clause or self._grammar.relation(place) == "obl"
        return is_beside and self._words.tag[clause] == "VBD"

    def _pointer(
        self, place: int, entry: Entry, parties: Parties, found: tuple[Participant, ...]
    ) -> Telling | None:
        """`the talks`, `Lavrov's visit`: too little for a contact, yet it may point back to one."""
        grammar = self._grammar
        is_definite = any(grammar.lemma(c) in _DEFINITE for c in grammar.under(place, "det"))
        is_owned = bool(found) and bool(grammar.under(place, "nmod:poss"))
        is_other = parties.partners or parties.together or grammar.under(place, "acl", "nmod")
        may_point = entry.pattern == "visit" or "between" in entry.partners
        if entry.kind != "noun" or not may_point or not (is_definite or is_owned):
            return None
        if (is_other and not found) or not (is_definite or self._rules.is_event(place, entry)):
            return None
        return self._made(place, entry, parties, found, None, is_whole=False)

    def _span(self, place: int, entry: Entry) -> tuple[int, int]:
        words, grammar = self._words, self._grammar
        first = last = place
        if first and words.head[first - 1] == place and grammar.lemma(first - 1) in entry.needs:
            first -= 1
        if last + 1 < len(words) and words.text[last + 1].lower() in entry.partners | {"down"}:
            last += 1 if entry.kind == "verb" else 0
        return int(words.start[first]), int(words.end[last])
