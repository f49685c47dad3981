"""When: the time that hangs on a contact's words, else the day that the article tells of there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from transforms.contacts.grammar import Grammar
from transforms.contacts.outlooks import by_lemma
from transforms.contacts.vocabulary import SUPPORTS, WISHED
from transforms.days import UNKNOWN, Day
from transforms.days.clauses import Clauses
from transforms.days.narrative import Narrative
from transforms.speakers.model import Parts
from transforms.times.model import Time

_TOLD: Final = frozenset({"told", "within"})
"""Rules that read a time from the one before it: `that day`, `earlier in the day`."""
_HOURS: Final = frozenset({"part_of_day", "part_told", "clock", "noon"})
"""Rules of times that tell no day of their own: `in the afternoon`."""
_OF_TIME: Final = ("obl", "obj", "advmod", "nmod", "compound", "nmod:poss", "amod")
_BORDERS: Final = frozenset({"since", "until", "till", "after", "before"})
_INSIDE: Final = frozenset({"in", "at", "on", "during", "for"})
_LEAD: Final = 2
_NEXT: Final = 1

_SHARED: Final = frozenset({"xcomp", "advcl", "conj"})
"""Relations of a verb to one whose clause it shares."""


class When:
    """The dated times of one article, by what they hang on, and the days that it tells of."""

    def __init__(
        self,
        grammar: Grammar,
        times: Sequence[Time],
        parts: Sequence[Parts],
        published_on: date | None,
    ) -> None:
        self._grammar = grammar
        self._published_on = published_on
        self._clauses = Clauses(grammar.words, times)
        self._narrative = Narrative(self._clauses, parts, published_on)
        self._said = [span for part in parts for span in part.contents]
        self._quoted = [span for part in parts for span in part.contents if part.is_direct]
        starts: list[int] = grammar.words.start.tolist()
        self._times: dict[int, Time] = {}
        for time in self._clauses.times:
            tokens = range(bisect_left(starts, time.start), bisect_left(starts, time.end))
            for place in tokens:
                if grammar.words.head[place] not in tokens:
                    self._times[place] = time

    def day(self, trigger: int, clause: int) -> Day:
        """The day that a time beside the contact tells; UNKNOWN where there is none."""
        around = [trigger] if trigger == clause else [trigger, clause]
        around[1:1] = [
            each
            for each in self._grammar.under(trigger, "acl")
            if self._grammar.lemma(each) in SUPPORTS and not self._grammar.is_verb(trigger)
        ]
        for word in self._grammar.sharing(around, _SHARED):
            for time in self._of(word):
                day = self._dated(time, trigger)
                if word == trigger or not self._is_outlook(word) or self.is_ahead(day):
                    return day
        return UNKNOWN

    def told(self, trigger: int, clause: int) -> Day:
        """The day that the article tells of there, for a plain past report; its own at the top."""
        words, clauses = self._grammar.words, self._clauses
        start = int(words.start[trigger])
        is_plain = clauses.is_past(clause) and not (
            clauses.is_open(clause) or clauses.is_elsewhen(clause) or clauses.is_before(clause)
        )
        sentence = words.sentence[trigger]
        is_alone = not any(words.sentence[each] == sentence for each in self._times)
        if not is_plain or any(first <= start < last for first, last in self._quoted):
            return UNKNOWN
        near = self._narrative.near(sentence, start, _NEXT)
        if near is not None and is_alone:
            return near
        is_main = words.head[trigger] == trigger and words.tag[trigger] == "VBD"
        if self._published_on is None or not (is_main and is_alone and sentence < _LEAD):
            return UNKNOWN
        published = Day(self._published_on, self._published_on, "published")
        return self._narrative.news() or published

    def is_said(self, place: int) -> bool:
        """Whether a character is inside somebody's words."""
        return any(start <= place < end for start, end in self._said)

    def is_ahead(self, day: Day) -> bool:
        """Whether a day lies behind the article's own."""
        return bool(self._published_on and day.first and day.first > self._published_on)

    def is_past(self, day: Day) -> bool:
        """Whether a day lies before the article's own."""
        return bool(self._published_on and day.last and day.last < self._published_on)

    def _dated(self, time: Time, trigger: int) -> Day:
        """The day of a time; of a mere hour the day that the article tells of."""
        if time.method in _HOURS:
            sentence = self._grammar.words.sentence[trigger]
            day = self._narrative.near(sentence, time.start) or self._narrative.news()
            if day is not None:
                return day
        basis = "inherited" if time.method in _TOLD else "explicit"
        return Day(time.starts_on, time.ends_on, basis)

    def _is_outlook(self, verb: int) -> bool:
        """Whether a verb's own day is not that of what hangs on it: `cancelled on Monday`."""
        lemma = self._grammar.lemma(verb)
        return lemma not in SUPPORTS and (by_lemma(lemma) is not None or lemma in WISHED)

    def _of(self, word: int) -> Iterator[Time]:
        grammar = self._grammar
        for child in grammar.words.children[word]:
            if grammar.relation(child) not in _OF_TIME and grammar.words.dep[child] not in _OF_TIME:
                continue
            of = grammar.prepositions(child)
            if of & _BORDERS:
                continue
            if child in self._times:
                yield self._times[child]
            elif grammar.relation(child) == "advmod" or of & _INSIDE:
                for below in grammar.words.children[child]:
                    if below in self._times and not grammar.prepositions(below) & _BORDERS:
                        yield self._times[below]
