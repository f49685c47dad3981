"""Where and when: the place and the time that hang on a contact's words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from transforms.contacts.actors import Actors
from transforms.contacts.grammar import Grammar
from transforms.contacts.model import Place
from transforms.contacts.vocabulary import NO_HOSTS
from transforms.days import UNKNOWN, Day
from transforms.times.model import Time

_PLACES: Final = frozenset("in at near outside inside aboard".split())
_TOLD: Final = frozenset({"told", "within"})
"""Rules that read a time from the one before it: `that day`, `earlier in the day`."""
_OF_TIME: Final = ("obl", "advmod", "nmod", "compound", "nmod:poss", "amod")
_MOVES: Final = frozenset("arrive come drive fly go head journey return sail travel".split())
_LEAD: Final = 2


class Occasions:
    """The dated times and the places of one article, by what they hang on."""

    def __init__(
        self,
        grammar: Grammar,
        actors: Actors,
        times: Sequence[Time],
        published_on: date | None,
    ) -> None:
        self._grammar = grammar
        self._actors = actors
        self._published_on = published_on
        starts: list[int] = grammar.words.start.tolist()
        self._times: dict[int, Time] = {}
        for time in times:
            if time.starts_on and time.kind in {"DATE", "TIME"}:
                tokens = range(bisect_left(starts, time.start), bisect_left(starts, time.end))
                for place in tokens:
                    if grammar.words.head[place] not in tokens:
                        self._times[place] = time

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
        for word in self._spread(around):
            for child in grammar.under(word, "obl", "nmod"):
                of = grammar.prepositions(child)
                is_goal = "to" in of and word != trigger and grammar.lemma(word) in _MOVES
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
                found = self._actors.place(child) if grammar.prepositions(child) & _PLACES else None
                if found is not None:
                    return found
        return None

    def day(self, trigger: int, clause: int) -> Day:
        """The day that a time beside the contact tells; UNKNOWN where there is none."""
        around = [trigger] if trigger == clause else [trigger, clause]
        for word in self._spread(around):
            for time in self._of(word):
                basis = "inherited" if time.method in _TOLD else "explicit"
                return Day(time.starts_on, time.ends_on, basis)
        return UNKNOWN

    def of_article(self, trigger: int) -> Day:
        """The article's own day, for a plain past report of its first sentences."""
        words = self._grammar.words
        is_main = words.head[trigger] == trigger and words.tag[trigger] == "VBD"
        is_alone = not any(words.sentence[p] == words.sentence[trigger] for p in self._times)
        if self._published_on and is_main and is_alone and words.sentence[trigger] < _LEAD:
            return Day(self._published_on, self._published_on, "published")
        return UNKNOWN

    def is_ahead(self, day: Day) -> bool:
        """Whether a day lies behind the article's own."""
        return bool(self._published_on and day.first and day.first > self._published_on)

    def is_past(self, day: Day) -> bool:
        """Whether a day lies before the article's own."""
        return bool(self._published_on and day.last and day.last < self._published_on)

    def _spread(self, around: Sequence[int]) -> Iterator[int]:
        """The words, and the verbs that share their clause: `was scheduled to host on Monday`."""
        grammar = self._grammar
        yield from around
        last = around[-1]
        for above in grammar.chain(last) if grammar.is_verb(last) else ():
            if above != last and grammar.is_verb(above):
                yield above
            if grammar.relation(above) not in {"xcomp", "advcl"}:
                return

    def _of(self, word: int) -> Iterator[Time]:
        grammar = self._grammar
        for child in grammar.words.children[word]:
            if grammar.relation(child) not in _OF_TIME and grammar.words.dep[child] not in _OF_TIME:
                continue
            if grammar.prepositions(child) & {"since", "until", "after", "before"}:
                continue
            if child in self._times:
                yield self._times[child]
            elif grammar.relation(child) == "advmod" or grammar.prepositions(child) & _PLACES:
                for below in grammar.words.children[child]:
                    if below in self._times:
                        yield self._times[below]

    def _named(self, word: int, *, is_visited: bool = False) -> Place | None:
        """The place that a phrase names, or that names what it tells of: `a mosque in Cairo`."""
        found = self._actors.place(word, is_visited=is_visited)
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
            found = self._actors.place(child)
            if found is not None:
                return found
        return None
