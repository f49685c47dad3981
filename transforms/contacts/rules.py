"""What counts as a contact: who must take part, and which senses of the words are ruled out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.grammar import Grammar
from transforms.contacts.lexicon import Entry
from transforms.contacts.model import Actor, Place
from transforms.contacts.parties import Parties
from transforms.contacts.press import Press
from transforms.contacts.vocabulary import OFFICIALS

_QUOTES: Final = frozenset("\"“”‘'`")
_OTHER_SIDE: Final = frozenset({"with", "between", "to", "from"})
_APART: Final = frozenset({"for", "out", "off", "on", "upon"})
_WITH: Final = frozenset({"chat", "negotiate", "sit", "speak", "talk"})
"""Lemmas that tell of a contact only where the other side is named: `they know what they speak`."""
_OF_SEVERAL: Final = frozenset({"meet", "meeting", "talk", "summit", "sign"})
"""Lemmas that one plural participant is enough for: `the leaders met`."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A trigger with its sides, up for decision: `actors` take part, `others` are the other side.

    `others` of a visit may be nobody where `where` is known.
    """

    place: int
    entry: Entry
    parties: Parties
    actors: Sequence[Actor]
    others: Sequence[Actor]
    where: Place | None


class Rules:
    """Decides for the triggers of one article."""

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        self._grammar = grammar
        self._words = grammar.words
        self._actors = actors
        self._press = Press(grammar, actors)

    def is_contact(self, case: Case) -> bool:
        """Whether there is somebody known, and another side, for what the word tells of."""
        if not any(each.is_known for each in case.actors) or self._is_interview(case):
            return False
        if case.entry.pattern == "visit":
            doers = [a for each in case.parties.doers for a in self._actors.of(each)]
            return bool(doers) and (case.where is not None or bool(case.others))
        if case.entry.kind == "verb" and not self._is_verb_s(case):
            return False
        if len(case.actors) > 1:
            return True
        [only] = case.actors
        if case.entry.lemma not in _OF_SEVERAL or not (
            case.entry.kind == "verb" or case.parties.together
        ):
            return False
        is_one = only.basis == "reference" and only.entity is not None
        return (only.is_plural and not is_one) or (
            only.entity_type == "ORG" and case.entry.lemma == "meet"
        )

    def is_event(self, place: int, entry: Entry) -> bool:
        """Whether the word itself can tell of a contact: no plea (`a call for talks`), no passive.

        `was met by` mostly tells of a reaction.
        """
        grammar = self._grammar
        if entry.kind == "verb":
            return not (entry.lemma == "meet" and grammar.is_passive(place))
        if entry.pattern == "call":
            is_plea = any("for" in grammar.prepositions(c) for c in grammar.under(place, "nmod"))
            is_plea = is_plea or any(map(grammar.is_infinitive, grammar.under(place, "acl")))
            return not is_plea and self._has_other_side(place)
        is_speech = entry.lemma == "talk" and self._words.tag[place] == "NN"
        return not is_speech or self._has_other_side(place)

    def _is_verb_s(self, case: Case) -> bool:
        """Whether a verb's other side is filled with somebody, where it is filled."""
        entry, others = case.entry, case.others
        is_lost = self._words.text[min(case.place + 1, len(self._words) - 1)] == "with"
        if not others and (case.parties.has_other or is_lost):
            return False
        if "to" in entry.partners and not all(map(_is_met, others)):
            return False
        if entry.lemma in _WITH and entry.contact_type != "call" and not others:
            return False
        if entry.lemma == "welcome" and case.where is None:
            return False
        if entry.pattern in {"host", "call"}:
            return len(case.actors) > 1 and self._is_received(case) and self._is_plain(case)
        return True

    def _is_interview(self, case: Case) -> bool:
        parties = case.parties
        if case.entry.contact_type not in {"talk", "call"}:
            return any(map(self._press.is_of, parties.partners))
        sides = [*parties.partners, *parties.doers, *parties.together]
        return any(map(self._press.is_of, sides)) or any(map(self._press.is_outlet, case.actors))

    def _is_received(self, case: Case) -> bool:
        """Whether the other side of a host or caller is people: no fine is received as a guest."""
        is_call = case.entry.pattern == "call"
        for place in case.parties.partners:
            for actor in self._actors.of(place):
                is_person = actor.is_known and actor.entity_type == "PERSON"
                is_official = self._grammar.lemma(place) in OFFICIALS or actor.basis == "represents"
                if is_person or is_official or (is_call and actor.basis == "reference"):
                    return True
        return False

    def _has_other_side(self, noun: int) -> bool:
        grammar = self._grammar
        around = grammar.under(noun, "nmod") + grammar.under(self._words.head[noun], "obl")
        return any(grammar.prepositions(each) & _OTHER_SIDE for each in around)

    def _is_plain(self, case: Case) -> bool:
        """Whether nothing but the object completes a verb: not `called him a liar`."""
        grammar, words, verb = self._grammar, self._words, case.place
        if words.text[min(verb + 1, len(words) - 1)] in _APART or self._is_named_so(case):
            return False
        if any(words.text[c].endswith(("self", "selves")) for c in words.children[verb]):
            return False
        if any(
            "on" in grammar.prepositions(c) and words.pos[c] in {"NOUN", "PRON"}
            for c in grammar.under(verb, "obl")
        ):
            return False
        more = grammar.under(verb, "xcomp", "ccomp", "iobj")
        is_more = any(self._actors.names.name(each) is None for each in more)
        return not is_more and len(grammar.under(verb, "obj")) < 2

    def _is_named_so(self, case: Case) -> bool:
        """Whether more follows the object at once: `called his rival "robotic"`."""
        words, verb = self._words, case.place
        for each in case.parties.partners:
            after = words.edges[each][1] + 1
            inside = words.text[each : min(after + 2, len(words))]
            is_quoted = any(text[0] in _QUOTES for text in inside if text)
            is_more = after < len(words) and words.tag[after] in {"DT", "JJ", "JJR", "JJS"}
            if is_quoted or (is_more and words.sentence[after] == words.sentence[verb]):
                return True
        return False


def _is_met(actor: Actor) -> bool:
    """Whether one who is spoken to is met, and no audience: a person, a government."""
    is_pair = actor.basis in {"pair", "represents"}
    return is_pair or (actor.is_known and actor.entity_type in {"PERSON", "GPE"})
