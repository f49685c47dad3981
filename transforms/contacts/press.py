"""Journalists and their outlets: who talks with them gives an interview, and has no contact."""

from __future__ import annotations

from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.grammar import Grammar
from transforms.contacts.model import Actor
from transforms.contacts.naming import named
from transforms.contacts.vocabulary import OUTLETS, PRESS

_MEDIA: Final = frozenset({"media", "news agency", "newspaper"})
"""How the reference data describe outlets."""


class Press:
    """Tells the press among the words and actors of one article."""

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        self._grammar = grammar
        self._actors = actors

    def is_outlet(self, actor: Actor) -> bool:
        """Whether an actor is a newspaper, a broadcaster or the like."""
        if actor.entity is None or actor.entity_type != "ORG":
            return False
        parts = actor.entity.name.split()
        return actor.entity.description in _MEDIA or bool({parts[0], parts[-1]} & OUTLETS)

    def is_of(self, place: int) -> bool:
        """Whether a word is an outlet or one of its people: `the CNN host Anderson Cooper`."""
        grammar = self._grammar
        around = [place, *grammar.under(place, "nmod", "compound", "amod", "appos", "flat")]
        for child in around[1:]:
            around += grammar.under(child, "appos", "nmod:desc")
        for each in around:
            name = self._actors.names.name(each)
            if name is None and grammar.lemma(each) in PRESS:
                return True
            if name is not None and self.is_outlet(named(name)):
                return True
        return False
