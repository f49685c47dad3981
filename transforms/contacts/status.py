"""Whether a contact happened, is planned, possible, cancelled or denied, by its verbs and nouns."""

from __future__ import annotations

from typing import Final

from transforms.contacts.grammar import Grammar
from transforms.contacts.vocabulary import (
    CANCELLED,
    CONDITIONS,
    DATED_AHEAD,
    DENIED,
    ERRANDS,
    FUTURE,
    IMPLYING,
    MODIFIERS,
    NEGATIONS,
    NOUN_STATUS,
    OPEN,
    PARTICLES,
    PLANNED,
    POSSIBLE,
    SUPPORTS,
    WISHED,
)

_ORDER: Final = ("denied", "cancelled", "possible", "planned", "happened")
_MOST: Final = 6


class Statuses:
    """The status of what a word of one article tells."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def of_verb(self, verb: int, depth: int = 0) -> str:
        """happened, planned, possible, cancelled, denied, or present: a plain `meets`."""
        if depth > _MOST:
            return "possible"
        grammar = self._grammar
        if self._is_negated(verb):
            return "denied"
        own = self._own(verb)
        if own is None:
            return self._governed(verb, depth)
        if self._has_condition(verb) and own != "happened":
            return "possible"
        return _weaker(own, self._reported(verb, own))

    def of_noun(self, noun: int) -> str:
        """The status of the contact that a noun names."""
        grammar = self._grammar
        told = self._modified(noun)
        above = grammar.words.head[noun]
        if above == noun:
            return told or "happened"
        if told == "planned" and grammar.is_verb(above):
            of_verb = self._of_object(noun, above, set())
            return of_verb if of_verb in {"cancelled", "denied", "possible"} else told
        if told is not None:
            return told
        prepositions = grammar.prepositions(noun)
        if grammar.is_verb(above):
            return self._of_object(noun, above, prepositions)
        lemma, relation = grammar.lemma(above), grammar.relation(noun)
        if relation == "conj":
            return self.of_noun(above)
        if lemma in NOUN_STATUS and relation == "nmod":
            return NOUN_STATUS[lemma]
        if grammar.under(above, "cop"):
            return self._of_predicate(noun, above)
        return "planned" if prepositions & DATED_AHEAD else "happened"

    def _of_predicate(self, noun: int, adjective: int) -> str:
        status = _by_lemma(self._grammar.lemma(adjective))
        own = self._own(adjective) or "happened"
        own = "happened" if own == "present" else own
        return (
            _weaker(status or own, own) if self._grammar.relation(noun) == "nsubj" else "happened"
        )

    def _of_object(self, noun: int, verb: int, prepositions: set[str]) -> str:
        grammar = self._grammar
        lemma, relation = grammar.lemma(verb), grammar.relation(noun)
        is_object = relation == "obj" or (relation == "nsubj" and grammar.is_passive(verb))
        if prepositions & DATED_AHEAD:
            return "planned"
        if relation == "obl" and not (
            lemma
            in {
                "call",
                "look",
                "push",
                "press",
                "ask",
                "prepare",
                "agree",
                "hope",
                "plan",
                "wait",
                "opt",
            }
            and prepositions & {"for", "to", "on"}
        ):
            is_particle = lemma in PARTICLES and PARTICLES[lemma] in self._particles(verb)
            if not is_particle:
                return (
                    _settled(self.of_verb(verb))
                    if lemma in SUPPORTS or lemma in IMPLYING
                    else (self._around(verb))
                )
            is_object = True
        told = self._lexical(verb) if is_object or relation == "obl" else None
        if told is None and relation == "nsubj" and is_object and lemma not in SUPPORTS:
            return "happened"
        if lemma in SUPPORTS or told is None:
            return _settled(self.of_verb(verb))
        if self._is_negated(verb):
            return _flipped(told)
        status = self.of_verb(verb)
        if status in {"happened", "present"}:
            return told
        return "planned" if (told, status) == ("planned", "planned") else "possible"

    def _around(self, verb: int) -> str:
        """Of a contact beside another act (`said after talks`): ahead where the act is."""
        own = self._own(verb)
        return own if own in {"planned", "possible"} else "happened"

    def _lexical(self, verb: int) -> str | None:
        """What a verb says of its object: `cancelled talks`."""
        lemma = self._grammar.lemma(verb)
        if lemma in PARTICLES:
            has_particle = PARTICLES[lemma] in self._particles(verb)
            if lemma == "rule":
                return "denied" if has_particle else None
            return "cancelled" if has_particle else "possible"
        return _by_lemma(lemma)

    def _particles(self, verb: int) -> set[str]:
        grammar = self._grammar
        return {grammar.lemma(c) for c in grammar.under(verb, "compound", "advmod")}

    def _modified(self, noun: int) -> str | None:
        grammar = self._grammar
        for child in grammar.under(noun, "amod", "det", "advmod"):
            told = MODIFIERS.get(grammar.lemma(child)) or MODIFIERS.get(
                grammar.words.text[child].lower()
            )
            if told is not None:
                return told
        return "denied" if "without" in grammar.prepositions(noun) else None

    def _own(self, verb: int) -> str | None:
        """What tense and auxiliaries say; None of an infinitive or participle without any."""
        grammar = self._grammar
        words = grammar.words
        helpers = {grammar.lemma(c) for c in grammar.under(verb, "aux", "cop")}
        if helpers & OPEN:
            return "possible"
        if helpers & FUTURE:
            return "planned"
        if "would" in helpers and words.tag[verb] == "VBN" and not helpers & {"have", "be"}:
            return "happened"  # The lemma of a bare 'd, which is had before a participle.
        if "would" in helpers:
            return "planned" if self._is_reported(verb) else "possible"
        tag = words.tag[verb]
        if grammar.is_infinitive(verb) or (tag in {"VB", "VBG", "VBN"} and not helpers):
            return None
        if tag == "VBD" or "have" in helpers:
            return "happened"
        if tag == "VBG":
            return "happened"
        past = {"VBD", "VBN"}
        is_past = any(words.tag[c] in past for c in grammar.under(verb, "aux", "cop"))
        if is_past or tag == "VB":
            return "happened"
        return "present"

    def _governed(self, verb: int, depth: int) -> str:
        """Of an infinitive or participle: what it hangs on says it."""
        grammar = self._grammar
        above, relation = grammar.words.head[verb], grammar.relation(verb)
        marks = grammar.prepositions(verb)
        if marks & {"without", "instead", "than"}:
            return "denied"
        if above == verb:
            return "planned" if "to" in marks else "possible"
        if relation == "conj":
            return self.of_verb(above, depth + 1) if grammar.is_verb(above) else "happened"
        if not grammar.is_verb(above):
            return self._under_noun(verb, above)
        lemma = grammar.lemma(above)
        status = self.of_verb(above, depth + 1)
        told = self._lexical(above) or ("possible" if lemma in WISHED else None)
        is_purpose = relation == "advcl" and "to" in marks
        if relation == "advcl" and not is_purpose:
            return (
                status
                if status in {"planned", "possible"} and not marks & {"after", "since"}
                else "happened"
            )
        if (
            is_purpose
            or lemma in IMPLYING
            and not (lemma == "go" and grammar.words.tag[above] == "VBG")
        ):
            is_done = lemma in IMPLYING or not is_purpose
            return _settled(status) if is_done else _weaker("possible", _settled(status))
        if told is None:
            return _settled(status) if relation == "xcomp" else "possible"
        if status == "denied":
            return _flipped(told)
        return _weaker(told, _settled(status)) if status == "possible" else told

    def _under_noun(self, verb: int, noun: int) -> str:
        grammar = self._grammar
        lemma = grammar.lemma(noun)
        if grammar.under(noun, "cop") and grammar.words.pos[noun] == "ADJ":
            told = _by_lemma(lemma) or ("possible" if lemma in WISHED else None)
            if told is not None:
                return _flipped(told) if self._is_negated(noun) else told
        is_infinitive = "to" in grammar.prepositions(verb)
        if lemma in NOUN_STATUS:
            return NOUN_STATUS[lemma]
        is_done = lemma in ERRANDS or self._is_first(noun)
        return "possible" if is_infinitive and not is_done else "happened"

    def _is_first(self, noun: int) -> bool:
        """`the first president to visit Cuba`."""
        found = {self._grammar.lemma(c) for c in self._grammar.words.children[noun]}
        return bool(found & {"first", "last", "only", "latest", "second"})

    def _reported(self, verb: int, own: str) -> str:
        """What the verb above says of a whole clause: `denied that he met`."""
        grammar = self._grammar
        above = grammar.words.head[verb]
        if grammar.prepositions(verb) & CONDITIONS:
            return "possible"
        if above == verb or grammar.relation(verb) != "ccomp" or not grammar.is_verb(above):
            return own
        if grammar.lemma(above) in {"deny", "dispute"} and not self._is_negated(above):
            return "denied"
        return own

    def _is_reported(self, verb: int) -> bool:
        return any(
            self._grammar.relation(place) in {"ccomp", "parataxis", "acl"}
            or self._grammar.words.head[place] == place
            for place in [verb, self._grammar.words.head[verb]]
        ) and not self._has_condition(verb)

    def _has_condition(self, verb: int) -> bool:
        grammar = self._grammar
        return any(grammar.prepositions(c) & CONDITIONS for c in grammar.under(verb, "advcl"))

    def _is_negated(self, verb: int) -> bool:
        grammar = self._grammar
        return any(
            grammar.lemma(c) in NEGATIONS or grammar.words.text[c].lower() in NEGATIONS
            for c in grammar.under(verb, "advmod", "det", "cc", "mark")
            if grammar.words.head[c] == verb and c < verb
        )


def _by_lemma(lemma: str) -> str | None:
    for status, lemmas in (
        ("denied", DENIED),
        ("cancelled", CANCELLED),
        ("planned", PLANNED),
        ("possible", POSSIBLE),
    ):
        if lemma in lemmas:
            return status
    return None


def _weaker(one: str, other: str) -> str:
    order = (*_ORDER, "present")
    return min(one, other, key=order.index)


def _settled(status: str) -> str:
    return "happened" if status == "present" else status


def _flipped(told: str) -> str:
    """What a negated verb says: `did not plan to meet`, `did not rule out talks`."""
    return "possible" if told in {"denied", "cancelled"} else "denied"
