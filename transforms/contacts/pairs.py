"""`The two leaders`, `they`: the two who were last named together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.grammar import Grammar
from transforms.contacts.model import Actor

_NEAR: Final = 3
_PAIR: Final = 0.8
_SPEAKER: Final = 0.75
_ONE: Final = frozenset({"he", "she"})
_TOGETHER: Final = frozenset({"they", "them", "both", "two", "pair", "duo"})
_ACTING: Final = frozenset({"PERSON", "GPE", "NORP", "ORG"})


class Pairs:
    """Who was named together, up to where the reading is."""

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        self._grammar = grammar
        self._actors = actors
        self._told: list[tuple[int, list[Actor]]] = []

    def add(self, place: int, actors: Sequence[Actor]) -> None:
        """Remember the participants of a contact told of at a word."""
        known = [each for each in actors if each.entity is not None]
        if len(known) == 2:
            self._told.append((place, known))

    def resolved(self, place: int, trigger: int) -> list[Actor]:
        """Whom a word stands for; of a plural that nobody is known for, the pair before it."""
        found = self._actors.of(place)
        if len(found) == 1 and found[0].entity is None and self._grammar.lemma(place) in _ONE:
            return self._speaker(trigger) or found
        if self._grammar.words.text[place].lower() == "them":
            return found
        is_open = len(found) == 1 and found[0].entity is None and found[0].is_plural
        if (is_open or not found) and self._is_pair(place):
            pair = self._before(place, trigger)
            if pair:
                return [replace(a, basis="pair", chance=_PAIR * a.chance) for a in pair]
        return found

    def _speaker(self, trigger: int) -> list[Actor]:
        """Who says it, of a pronoun in a reported clause: `Lavrov said he met`."""
        grammar = self._grammar
        for verb in grammar.chain(trigger):
            above = grammar.words.head[verb]
            if grammar.relation(verb) == "ccomp" and grammar.is_verb(above):
                said = [a for each in grammar.subject(above).places for a in self._actors.of(each)]
                is_one = len(said) == 1 and said[0].is_known and said[0].entity_type == "PERSON"
                is_one = is_one and said[0].basis == "name"
                return [replace(said[0], basis="speaker", chance=_SPEAKER)] if is_one else []
        return []

    def _is_pair(self, place: int) -> bool:
        grammar = self._grammar
        words = {grammar.lemma(place)} | {
            grammar.lemma(c) for c in grammar.under(place, "nummod", "det")
        }
        return bool(words & _TOGETHER)

    def _before(self, place: int, trigger: int) -> list[Actor]:
        """The latest two: subjects joined by `and`, or the participants of a contact."""
        sentences = self._grammar.words.sentence
        for word in range(min(place, trigger) - 1, -1, -1):
            if sentences[place] - sentences[word] > _NEAR:
                break
            if self._told and word == self._told[-1][0]:
                return self._told[-1][1]
            if self._grammar.relation(word) in {"nsubj", "obj", "nmod"} and self._grammar.under(
                word, "conj"
            ):
                found = [a for a in self._actors.of(word) if a.entity_type in _ACTING]
                if len(found) == 2 and all(each.entity for each in found):
                    return found
        return []
