"""The words that stand for the sides of a contact, by the syntax around its trigger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from transforms.contacts.grammar import Grammar
from transforms.contacts.lexicon import Entry
from transforms.contacts.vocabulary import OF_SUBJECT, ONE_ANOTHER, SUPPORTS, TAKING_PLACE

_OWN: Final = 1.0
_SHARED: Final = 0.93
_IMPLIED: Final = 0.85


@dataclass(kw_only=True)
class Parties:
    """The sides of a contact as word numbers.

    `doers` do what the trigger says (meet, visit, host); `partners` are the other side; `together`
    are named as one (`talks between`). `clause` is the verb that the contact's places and times
    hang on, beside the trigger. `chance`: that these words are its sides. `has_other`: the slot of
    the other side is filled, with whatever.
    """

    clause: int
    doers: list[int] = field(default_factory=list)
    partners: list[int] = field(default_factory=list)
    together: list[int] = field(default_factory=list)
    chance: float = _OWN
    has_other: bool = False


class Finder:
    """Finds the sides of the contacts of one article."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def of_verb(self, verb: int, entry: Entry) -> Parties:
        """The sides of a contact that a verb tells of."""
        grammar = self._grammar
        found = Parties(clause=verb)
        if grammar.is_passive(verb):
            patients = grammar.under(verb, "nsubj") or [grammar.words.head[verb]]
            found.doers = grammar.agents(verb)
            if entry.pattern == "sign":
                found.together = self._within(patients, frozenset({"with", "between", "by"}))
            elif "object" in entry.partners:
                found.partners, found.has_other = list(patients), True
            return found
        subject = grammar.subject(verb)
        found.doers = list(subject.places)
        found.chance = _SHARED**subject.steps
        objects = grammar.under(verb, "obj", "iobj")
        if "object" in entry.partners:
            objects = objects or self._swallowed(verb, list(subject.places))
            found.partners = list(objects)
            found.has_other = bool(objects)
        others = self._with(verb, entry.partners - {"object"})
        others += self._also_with(verb) if "with" in entry.partners and others else []
        if entry.pattern == "visit":
            others = [each for each in others if self._is_next(each, verb)]
        found.partners += others
        if entry.pattern == "sign":
            found.partners += self._within(objects, frozenset({"with"}))
            found.together = self._within(objects, frozenset({"between"}))
        found.has_other = found.has_other or bool(found.partners)
        found.partners = [
            self._antecedent(verb, each) for each in found.partners if not self._is_mutual(each)
        ]
        return found

    def of_noun(self, noun: int, entry: Entry) -> Parties:
        """The sides of a contact that a noun names."""
        grammar = self._grammar
        verb = grammar.words.head[noun]
        found = Parties(clause=verb if grammar.is_verb(verb) else noun)
        self._of_phrase(noun, entry, found)
        if not grammar.is_verb(verb):
            return found
        is_object = grammar.relation(noun) == "obj"
        is_subject = grammar.relation(noun) == "nsubj"
        lemma = grammar.lemma(verb)
        if lemma in SUPPORTS | {"host"} and (is_object or is_subject):
            self._of_support(verb, entry, found, is_passive=is_subject)
        elif is_subject and lemma in TAKING_PLACE:
            found.partners += self._with(verb, frozenset({"with"}))
        elif not found.together and not found.doers:
            self._of_clause(noun, verb, entry, found)
        return found

    def _of_phrase(self, noun: int, entry: Entry, found: Parties) -> None:
        grammar = self._grammar
        found.doers += grammar.under(noun, "nmod:poss")
        for child in grammar.under(noun, "nmod", "obl"):
            of = grammar.prepositions(child)
            if grammar.words.dep[child] == "nmod:poss":
                continue
            is_of = of == {"of"} and self._is_next(child, noun)
            is_among = "among" in of and self._is_next(child, noun)
            if "between" in of or is_among or (is_of and "of" in entry.partners):
                found.together.append(child)
            elif (
                of & {"by"}
                or (entry.pattern == "call" and "from" in of)
                or (is_of and entry.pattern == "visit")
            ):
                found.doers.append(child)
            elif of & (entry.partners - {"of", "among"}):
                found.partners += [*self._uncased(noun, child), child]
            elif grammar.words.pos[child] == "PROPN":
                found.partners += self._within([child], frozenset({"with"}))
        for child in grammar.under(noun, "acl"):
            self._of_clause_below(child, entry, found)
        names = self._joined_names(noun)
        found.together += names if len(names) > 1 else []
        found.has_other = bool(found.partners)

    def _of_clause_below(self, verb: int, entry: Entry, found: Parties) -> None:
        """`the meeting that Kerry held with Lavrov`, `talks held by Kerry with Lavrov`."""
        if self._grammar.lemma(verb) in SUPPORTS and self._grammar.words.tag[verb] != "VBG":
            is_passive = self._grammar.is_passive(verb)
            if is_passive or self._grammar.under(verb, "nsubj"):
                self._of_support(verb, entry, found, is_passive=is_passive)

    def _of_support(self, verb: int, entry: Entry, found: Parties, *, is_passive: bool) -> None:
        """`Obama held talks with Castro`, `the talks were attended by Merkel`."""
        grammar = self._grammar
        if is_passive and grammar.is_passive(verb):
            found.doers += grammar.agents(verb)
        elif not is_passive:
            subject = grammar.subject(verb)
            found.doers += subject.places
            found.chance = min(found.chance, _SHARED**subject.steps)
        for child in grammar.under(verb, "obl"):
            of = grammar.prepositions(child)
            if of & {"between", "among"}:
                found.together.append(child)
            elif of & (entry.partners - {"of", "object"}):
                found.partners.append(child)

    def _of_clause(self, noun: int, verb: int, entry: Entry, found: Parties) -> None:
        """`Obama said after talks with Castro`: the subject of the clause is the other side."""
        grammar = self._grammar
        relation, of = grammar.relation(noun), grammar.prepositions(noun)
        is_beside = relation == "obl" and of & OF_SUBJECT
        if not (is_beside or relation == "obj") or grammar.is_passive(verb):
            return
        if entry.pattern == "visit" and "at" in of:
            return
        if not found.partners and entry.pattern != "visit" and not (is_beside and "for" in of):
            return
        if relation == "obj" and entry.pattern != "visit" and grammar.lemma(verb) in _OUTSIDE:
            return
        subject = grammar.subject(verb)
        found.doers += subject.places
        found.chance *= _IMPLIED * _SHARED**subject.steps

    def _with(self, verb: int, prepositions: frozenset[str]) -> list[int]:
        """The words behind a preposition, also where the parser put them under a place or time."""
        grammar = self._grammar
        found = []
        for child in grammar.under(verb, "obl", "nmod"):
            if self._is_by(child, prepositions):
                found += [*self._uncased(verb, child), child]
            elif grammar.prepositions(child) & _PLACES:
                found += self._within([child], prepositions & {"with"})
        return found

    def _also_with(self, verb: int) -> list[int]:
        """`met with victims at the hospital and with officials`."""
        words = self._grammar.words
        first, last = words.edges[verb]
        return [
            words.head[place]
            for place in range(max(first, verb) + 2, last)
            if words.text[place] == "with" and words.text[place - 1] in {"and", "as"}
        ]

    def _joined_names(self, noun: int) -> list[int]:
        """`the Trump-Putin summit`: the names joined before the noun."""
        words = self._grammar.words
        before = [
            c for c in self._grammar.under(noun, "compound", "amod") if words.pos[c] == "PROPN"
        ]
        before += [c for each in before for c in self._grammar.under(each, "compound", "amod")]
        joints = {each for each in range(max(0, noun - 4), noun) if words.text[each] in _JOINTS}
        return sorted(each for each in before if {each - 1, each + 1} & joints)

    def _is_next(self, place: int, before: int) -> bool:
        return before + 1 in self._grammar.under(place, "case")

    def _uncased(self, above: int, place: int) -> list[int]:
        """Names between a preposition and the word that the parser gave it to."""
        grammar = self._grammar
        case = grammar.under(place, "case")
        return [
            child
            for child in grammar.under(above, "nmod", "obl", "obj")
            if case
            and case[0] < child < place
            and not grammar.prepositions(child)
            and grammar.words.pos[child] == "PROPN"
        ]

    def _is_by(self, place: int, prepositions: frozenset[str]) -> bool:
        """Whether one of these brings a word in: `with`, not `along with`."""
        grammar = self._grammar
        case = grammar.under(place, "case")
        is_beside = case and case[0] and grammar.lemma(case[0] - 1) == "along"
        return bool(grammar.prepositions(place) & prepositions) and not is_beside

    def _within(self, places: list[int], prepositions: frozenset[str]) -> list[int]:
        grammar = self._grammar
        return [
            child
            for place in places
            for child in grammar.under(place, "nmod")
            if grammar.prepositions(child) & prepositions
        ]

    def _swallowed(self, verb: int, subjects: list[int]) -> list[int]:
        """An object that the parser took for a title of the subject before the verb."""
        grammar = self._grammar
        return [
            child
            for subject in subjects
            for child in grammar.under(subject, "nmod:desc", "flat")
            if child > verb > subject
        ]

    def _antecedent(self, verb: int, place: int) -> int:
        """The noun that `whom` stands for."""
        grammar = self._grammar
        is_relative = grammar.words.tag[place][0] == "W" and grammar.words.dep[verb] == "acl:relcl"
        return grammar.words.head[verb] if is_relative else place

    def _is_mutual(self, place: int) -> bool:
        return (
            self._grammar.lemma(place) in ONE_ANOTHER and self._grammar.words.pos[place] != "PROPN"
        )


_JOINTS: Final = frozenset({"-", "–", "—", "/", "and"})
_PLACES: Final = frozenset({"in", "at", "on"})
_OUTSIDE: Final = frozenset(
    "announce arrange believe broker cite confirm cover defend describe discuss dismiss expect hail"
    " hope mention note organize praise report say see tell think".split()
)
"""Verbs whose subject speaks of a contact from outside."""
