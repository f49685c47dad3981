"""What makes a contact too doubtful to keep: unresolved pronouns, lost sides, places as people."""

from __future__ import annotations

from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.grammar import Grammar
from transforms.contacts.model import Actor
from transforms.contacts.rules import Case
from transforms.contacts.vocabulary import AWAY, SAYING, SELVES, SIGHTS
from transforms.contacts.when import When

_SURE: Final = 0.6
"""The chance of a reference from which on it is believed."""
_CERTAIN: Final = 0.97
_COUNTRIES: Final = frozenset({"GPE", "NORP"})
_VISITORS: Final = frozenset({"PERSON", "UNNAMED", "GROUP"})


class Doubts:
    """Tells the doubtful among the cases of one article."""

    def __init__(self, grammar: Grammar, actors: Actors, when: When) -> None:
        self._grammar = grammar
        self._when = when
        self._actors = actors

    def has(self, case: Case) -> bool:
        """Whether who takes part, or that it is a contact, is too doubtful."""
        if any(self._is_unsure(each) or self._is_unread(each) for each in case.actors):
            return True
        if self._is_one_sided(case) or self._is_aside(case):
            return True
        if case.entry.pattern == "visit":
            return not self._is_visit(case)
        if case.entry.pattern == "call" and case.entry.kind == "verb":
            return not self._is_call(case)
        return self._is_place(case) or self._is_ambiguous(case)

    def _is_unsure(self, actor: Actor) -> bool:
        """Whether a pronoun is nobody known, or the reference a guess; `I` may be the writer."""
        if actor.mention_type == "pronoun" and actor.entity is None:
            is_self = self._grammar.words.text[self._actors.names.at(actor)].lower() in SELVES
            return not is_self or self._when.is_said(actor.mention[0])
        if actor.basis == "reference" and actor.entity is not None and actor.chance < _SURE:
            return True
        return self._is_rivalled(actor)

    def _is_unread(self, actor: Actor) -> bool:
        """Whether a name is nobody known, or a description without an entity holds a name."""
        if actor.entity is not None or actor.is_plural:
            return False
        is_name = actor.basis == "name"
        return is_name or (
            actor.mention_type == "nominal" and self._actors.names.has_person(actor.mention)
        )

    def _is_rivalled(self, actor: Actor) -> bool:
        """Whether a `he` or `his` has two people named before it in its sentence."""
        words = self._grammar.words
        place = self._actors.names.at(actor)
        is_owner = words.tag[place] == "PRP$"
        if actor.mention_type != "pronoun" or not (is_owner or actor.chance < _CERTAIN):
            return False
        if actor.entity_type != "PERSON" or words.text[place].lower() in SELVES:
            return False
        return len(self._actors.names.people(place)) > 1

    def _is_aside(self, case: Case) -> bool:
        """Whether it is how something was said, to press or public: `Speaking to X, he said`."""
        grammar, words = self._grammar, self._grammar.words
        is_talk = case.entry.contact_type == "talk" and case.entry.kind == "verb"
        if is_talk and words.tag[case.place] == "VBG" and grammar.relation(case.place) == "advcl":
            return True
        if any(grammar.lemma(each) in SAYING for each in self._after(case.parties.partners)):
            return True
        if case.entry.lemma == "shake" and not case.others:
            return not all(each.is_known for each in case.actors)
        is_meeting = case.entry.lemma == "meet" and case.entry.kind == "verb"
        return is_meeting and all(
            a.basis == "name" and a.entity_type in _COUNTRIES for a in case.actors
        )

    def _is_one_sided(self, case: Case) -> bool:
        """Whether nobody is known to be on one of the sides that the words have."""
        parties = case.parties
        doers = self._all(parties.doers)
        if case.entry.pattern == "visit":
            return not doers
        is_met = bool(case.others) and not self._all(parties.together)
        return is_met and not doers

    def _is_visit(self, case: Case) -> bool:
        """Whether somebody visits a country, city, body or person, and no country does."""
        doers = self._all(case.parties.doers)
        if any(a.basis == "name" and a.entity_type not in _VISITORS for a in doers):
            return False
        is_somebody = any(a.is_known or a.entity_type in {"UNNAMED", "GROUP"} for a in doers)
        is_somewhere = case.where is not None or any(each.is_known for each in case.others)
        is_doubtful = self._is_ambiguous(case) or self._is_sight(case.place)
        is_doubtful = is_doubtful or self._is_tourist(case, doers)
        return is_somebody and is_somewhere and not is_doubtful

    def _is_tourist(self, case: Case, doers: list[Actor]) -> bool:
        """Whether somebody unheard of is only said to have been there: `Ana, who was visiting`."""
        is_aside = self._grammar.relation(case.place) in {"acl", "advcl"}
        is_known = any(a.entity is not None and a.entity.wikidata_id for a in doers)
        is_host = any(each.is_known and each.entity_type == "PERSON" for each in case.others)
        return case.entry.kind == "verb" and is_aside and not is_known and not is_host

    def _is_sight(self, trigger: int) -> bool:
        """Whether a park, a memorial or the like is visited."""
        grammar = self._grammar
        for child in grammar.under(trigger, "obj", "nmod", "obl"):
            is_goal = grammar.relation(child) == "obj" or "to" in grammar.prepositions(child)
            if is_goal and (grammar.lemma(child) in SIGHTS or self._actors.names.is_sight(child)):
                return True
        return False

    def _is_call(self, case: Case) -> bool:
        """Whether a person is called, and not called for, onto a stage or anything else."""
        grammar = self._grammar
        others = self._all(case.parties.partners)
        is_person = bool(others) and all(a.is_known and a.entity_type == "PERSON" for a in others)
        beside = {
            each
            for child in grammar.under(case.place, "obl", "advmod", "compound")
            for each in (*grammar.prepositions(child), grammar.lemma(child))
        }
        return is_person and not beside & AWAY and not self._is_completed(case.parties.partners)

    def _is_completed(self, others: list[int]) -> bool:
        """Whether more is said of who is called: `called Ortega, his rival, a liar`."""
        return any(self._grammar.words.text[each] == "," for each in self._after(others))

    def _after(self, places: list[int]) -> list[int]:
        """The words right behind some names."""
        found = [self._actors.names.end(each) for each in places]
        return [each for each in found if each < len(self._grammar.words)]

    def _is_place(self, case: Case) -> bool:
        """Whether a person is said to meet a country by its name: mostly a place misread."""
        if case.entry.contact_type not in {"meet", "host", "call"}:
            return False
        is_person = any(a.entity_type == "PERSON" for a in case.actors)
        return is_person and any(
            a.basis == "name" and a.entity_type in _COUNTRIES for a in case.actors
        )

    def _is_ambiguous(self, case: Case) -> bool:
        """Whether a pronoun owns the contact beside two who may be meant: `X hit Y on his trip`."""
        grammar, words = self._grammar, self._grammar.words
        owners = [
            each
            for each in grammar.under(case.place, "nmod:poss")
            if words.tag[each] == "PRP$" and words.text[each].lower() not in SELVES
        ]
        clause = words.head[case.place]
        if not owners or not grammar.is_verb(clause) or grammar.relation(case.place) != "obl":
            return False
        objects = [
            a for each in grammar.under(clause, "obj", "iobj") for a in self._actors.of(each)
        ]
        return any(each.entity_type == "PERSON" for each in objects)

    def _all(self, places: list[int]) -> list[Actor]:
        return [actor for each in places for actor in self._actors.of(each)]
