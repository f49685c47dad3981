"""The statements that were made on a contact: `met with Wang and said`, `said after talks`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from transforms.contacts.grammar import Grammar
from transforms.contacts.model import Contact, Span, Telling
from transforms.coreference.words import Words
from transforms.statements import Statement

_ON: Final = frozenset("after during at following in on with from".split())


def occasions(
    words: Words, statements: Sequence[Statement], contacts: Sequence[Contact]
) -> dict[str, str]:
    """contact_id of each statement that was made on a contact, by statement_id.

    It is where the contact happened, the speaker takes part in it, and its words are in the cue's
    clause or joined with it by `and`.
    """
    seen = _Clauses(words)
    found: dict[str, str] = {}
    for statement in statements:
        speakers = {name.entity.entity_id for name in statement.speakers.names if name.entity}
        cue = seen.verb(statement.span("cue"))
        if cue is None or statement.negated or seen.is_interview(statement.span("cue")):
            continue
        contents = [(each.start, each.end) for each in statement.pieces if each.part == "content"]
        for contact in contacts:
            people = {p.actor.entity.entity_id for p in contact.participants if p.actor.entity}
            if (
                contact.status == "happened"
                and speakers & people
                and seen.is_on(cue, contact, contents)
            ):
                found[statement.statement_id] = contact.contact_id
                break
    return found


class _Clauses:
    """The words of an article, to be asked which clauses are one."""

    def __init__(self, words: Words) -> None:
        self._grammar = Grammar(words)
        self._starts: list[int] = words.start.tolist()

    def verb(self, cue: tuple[int, int] | None) -> int | None:
        """The verb of a cue; None where it has none."""
        if cue is None:
            return None
        return next((place for place in self._tokens(cue) if self._grammar.is_verb(place)), None)

    def _tokens(self, cue: Span) -> range:
        return range(bisect_right(self._starts, cue[0]) - 1, bisect_left(self._starts, cue[1]))

    def is_interview(self, cue: Span | None) -> bool:
        """Whether a cue names an occasion of its own: `told in an interview with`."""
        return cue is not None and any(
            self._grammar.lemma(place) == "interview" for place in self._tokens(cue)
        )

    def is_on(self, cue: int, contact: Contact, contents: Sequence[Span]) -> bool:
        """Whether the cue's clause tells of the contact, or is joined with one that does.

        What the statement itself tells of, in its `contents`, does not count.
        """
        return any(
            self._is_told(cue, telling)
            for telling in contact.tellings
            if not any(start <= telling.start < end for start, end in contents)
        )

    def _is_told(self, cue: int, telling: Telling) -> bool:
        grammar = self._grammar
        if telling.entry.kind == "verb":
            return telling.head in self._before(cue) or cue in self._joined(telling.head)
        is_beside = grammar.relation(telling.head) == "obl"
        if is_beside:
            of = grammar.prepositions(telling.head)
            is_same = telling.clause == cue or cue in self._joined(telling.clause)
            return is_same and bool(of & _ON)
        return telling.clause in self._before(cue)

    def _before(self, cue: int) -> Iterator[int]:
        """The verbs that a cue goes on from with the same subject: `met them and said`."""
        grammar, place = self._grammar, cue
        while grammar.relation(place) == "conj" and grammar.is_bare(place):
            place = grammar.words.head[place]
            yield place
        yield from self._joined(cue)

    def _joined(self, verb: int) -> Iterator[int]:
        """The verb that one goes with: `said after meeting them`, `met them, saying`."""
        grammar = self._grammar
        if grammar.relation(verb) == "advcl" and self._is_at_once(verb):
            yield grammar.words.head[verb]

    def _is_at_once(self, verb: int) -> bool:
        """Whether an adverbial clause tells what went with another: `saying`, `after meeting`."""
        marks = self._grammar.prepositions(verb)
        return self._grammar.words.tag[verb] == "VBG" and marks <= {"after", "while", "upon"}
