"""Where: the place that hangs on a contact's words."""

from __future__ import annotations

from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.grammar import Grammar
from transforms.contacts.model import Place
from transforms.contacts.vocabulary import MOVES, NO_HOSTS

_PLACES: Final = frozenset("in at on near outside inside aboard".split())

_SHARED: Final = frozenset({"xcomp", "advcl"})
"""Relations of a verb to one whose clause it shares."""


class Occasions:
    """The places of one article, by what they hang on."""

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        self._grammar = grammar
        self._actors = actors

    def place(self, trigger: int, clause: int, *, is_visit: bool) -> Place | None:
        """The place of a contact: a visited one, else one that it was in or at."""
        grammar = self._grammar
        around = [trigger] if trigger == clause else [trigger, clause]
        if is_visit:
            for child in grammar.under(trigger, "obj", "nmod", "obl", "nsubj:pass"):
                is_there = grammar.relation(child) in {"obj", "nsubj"} or (
                    grammar.prepositions(child) & {"to", "in"}
                )
                found = self._named(child, is_visited=True) if is_there else None
                if found is not None:
                    return found
        for word in self._grammar.sharing(around, _SHARED):
            for child in grammar.under(word, "obl", "nmod"):
                of = grammar.prepositions(child)
                is_goal = "to" in of and word != trigger and grammar.lemma(word) in MOVES
                if of & _PLACES or is_goal:
                    found = self._named(child)
                    if found is not None:
                        return found
        return self._beside(trigger)

    def _beside(self, trigger: int) -> Place | None:
        """A place that the parser hung on the other side: `met with his son in Miami`."""
        grammar = self._grammar
        for side in grammar.under(trigger, "obj", "obl", "nmod"):
            if not grammar.prepositions(side) <= {"with", "between"}:
                continue
            for child in grammar.under(side, "nmod", "obl"):
                found = (
                    self._actors.names.place(child)
                    if grammar.prepositions(child) & _PLACES
                    else None
                )
                if found is not None:
                    return found
        return None

    def _named(self, word: int, *, is_visited: bool = False) -> Place | None:
        """The place that a phrase names, or that names what it tells of: `a mosque in Cairo`."""
        found = self._actors.names.place(word, is_visited=is_visited)
        if found is not None:
            return found
        grammar = self._grammar
        kinds = ["nmod", "appos", "flat"]
        kinds += ["compound"] if grammar.lemma(word) in NO_HOSTS else []
        for child in grammar.under(word, *kinds):
            if grammar.words.dep[child] == "nmod:poss" or not (
                grammar.prepositions(child) & _PLACES or grammar.relation(child) != "nmod"
            ):
                continue
            found = self._actors.names.place(child)
            if found is not None:
                return found
        return None
