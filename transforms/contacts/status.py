"""Whether a contact happened, is planned, possible, cancelled or denied, by its verbs and nouns."""

from __future__ import annotations

from typing import Final

from transforms.contacts.grammar import Grammar
from transforms.contacts.outlooks import by_lemma, flipped, settled, weaker
from transforms.contacts.vocabulary import (
    ASKING,
    CONDITIONS,
    DATED_AHEAD,
    DOUBTING,
    ERRANDS,
    FUTURE,
    HABITS,
    IMPLYING,
    INSTEAD,
    LEAVING,
    MODIFIERS,
    MOVES,
    NEGATIONS,
    NOUN_STATUS,
    OPEN,
    PARTICLES,
    SUPPORTS,
    UNREAL,
    WISHED,
)

_MOST: Final = 6
_FIRST: Final = frozenset({"first", "last", "only", "latest", "second"})
_NOT_YET: Final = frozenset({"planned", "possible"})


class Statuses:
    """The status of what a word of one article tells."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def of_verb(self, verb: int, depth: int = 0) -> str:
        """happened, planned, possible, cancelled, denied, or present: a plain `meets`."""
        if depth > _MOST:
            return "possible"
        if self._is_negated(verb):
            return "denied"
        own = self._own(verb)
        if own is None:
            return self._governed(verb, depth)
        if self._has_condition(verb) and own != "happened":
            return "possible"
        if own in {"happened", "possible"} and self._grammar.prepositions(verb) & UNREAL:
            return "unclear"
        return weaker(own, self._reported(verb, own))

    def of_noun(self, noun: int) -> str:
        """The status of the contact that a noun names."""
        grammar, above = self._grammar, self._grammar.words.head[noun]
        told = self._modified(noun)
        if told == "possible" and above != noun and self._is_negated(above):
            return "denied"
        if above != noun and grammar.is_verb(above) and told in {None, "planned"}:
            by_verb = self._of_object(noun, above)
            return by_verb if told is None or by_verb not in {"planned", "happened"} else told
        if told is not None or above == noun:
            return told or "happened"
        return self._of_nominal(noun, above)

    def _of_nominal(self, noun: int, above: int) -> str:
        grammar, relation = self._grammar, self._grammar.relation(noun)
        if relation == "conj":
            return self.of_noun(above)
        if relation == "nmod" and grammar.lemma(above) in NOUN_STATUS:
            return NOUN_STATUS[grammar.lemma(above)]
        if relation == "nsubj" and grammar.under(above, "cop"):
            own = settled(self._own(above) or "happened")
            return weaker(by_lemma(grammar.lemma(above)) or own, own)
        if grammar.prepositions(noun) & DATED_AHEAD:
            return "planned"
        is_said_of = relation == "obl" and bool(grammar.under(above, "cop"))
        is_open = is_said_of and self.of_verb(above) in {"planned", "possible"}
        return "possible" if is_open else "happened"

    def _of_object(self, noun: int, verb: int) -> str:
        """Of a noun that hangs on a verb: `cancelled the talks`, `said after the talks`."""
        grammar, relation = self._grammar, self._grammar.relation(noun)
        of, lemma = grammar.prepositions(noun), grammar.lemma(verb)
        if of & DATED_AHEAD:
            return "planned"
        if relation == "obl" and "for" in of and lemma in LEAVING:
            return weaker("planned", settled(self.of_verb(verb)))
        if relation == "obl" and not self._is_complement(verb, of):
            return self._beside(verb)
        is_patient = relation == "nsubj" and grammar.is_passive(verb)
        told = self._lexical(verb) if relation in {"obj", "obl"} or is_patient else None
        if told is None and is_patient and lemma not in SUPPORTS:
            return "happened"
        if lemma in SUPPORTS or told is None:
            return settled(self.of_verb(verb))
        return self._combined(verb, told)

    def _is_complement(self, verb: int, prepositions: set[str]) -> bool:
        """Whether an oblique noun is what the verb is about: `called for talks`, `called off`."""
        lemma = self._grammar.lemma(verb)
        is_asked = lemma in ASKING and prepositions & {"for", "to", "on"}
        return bool(is_asked) or PARTICLES.get(lemma) in self._particles(verb)

    def _combined(self, verb: int, told: str) -> str:
        """What a verb says of its object, in the light of its own status."""
        if self._is_negated(verb):
            return flipped(told)
        status = self.of_verb(verb)
        if status in {"happened", "present"}:
            return told
        return "planned" if told == status == "planned" else "possible"

    def _beside(self, verb: int) -> str:
        """Of a contact beside another act (`said after talks`): ahead where the act is."""
        if self._grammar.lemma(verb) in SUPPORTS | IMPLYING:
            return settled(self.of_verb(verb))
        own = self._own(verb)
        return own if own in _NOT_YET else "happened"

    def _lexical(self, verb: int) -> str | None:
        """What a verb says of its object: `cancelled talks`, `ruled out talks`."""
        lemma = self._grammar.lemma(verb)
        if lemma not in PARTICLES:
            return by_lemma(lemma)
        if PARTICLES[lemma] in self._particles(verb):
            return "denied" if lemma == "rule" else "cancelled"
        return None if lemma == "rule" else "possible"

    def _particles(self, verb: int) -> set[str]:
        grammar = self._grammar
        return {grammar.lemma(c) for c in grammar.under(verb, "compound", "advmod")}

    def _modified(self, noun: int) -> str | None:
        grammar = self._grammar
        for child in grammar.under(noun, "amod", "det", "advmod"):
            word = grammar.words.text[child].lower()
            told = MODIFIERS.get(grammar.lemma(child)) or MODIFIERS.get(word)
            if told is not None:
                return told
        return "denied" if "without" in grammar.prepositions(noun) else None

    def _own(self, verb: int) -> str | None:
        """What tense and auxiliaries say; None of an infinitive or participle without any."""
        grammar = self._grammar
        helpers = {self._helper(c) for c in grammar.under(verb, "aux", "cop")}
        if helpers & OPEN:
            return "possible"
        if helpers & FUTURE:
            return "planned"
        # The lemma of a bare 'd, which is had before a participle, is would.
        is_had = grammar.words.tag[verb] == "VBN" and not helpers & {"have", "be"}
        if "would" in helpers and not is_had and self._is_habit(verb):
            return "happened"
        if "would" in helpers and "have" in helpers and not is_had:
            return "unclear"
        if "would" in helpers and not is_had:
            return "planned" if self._is_reported(verb) else "possible"
        return self._tense(verb, helpers)

    def _helper(self, place: int) -> str:
        """An auxiliary's lemma, which some parsers make `will` of a `would`."""
        is_would = self._grammar.words.text[place].lower() == "would"
        return "would" if is_would else self._grammar.lemma(place)

    def _is_habit(self, verb: int) -> bool:
        """Whether words beside a verb tell that it used to be: `at times they would meet`."""
        grammar = self._grammar
        beside = {grammar.lemma(c) for c in grammar.under(verb, "advmod", "obl", "mark")}
        return bool(beside & HABITS)

    def _tense(self, verb: int, helpers: set[str]) -> str | None:
        grammar, words = self._grammar, self._grammar.words
        tag = words.tag[verb]
        is_bare = tag in {"VB", "VBG", "VBN"} and not helpers
        if grammar.is_infinitive(verb) or is_bare:
            return None
        past = {words.tag[c] for c in grammar.under(verb, "aux", "cop")} & {"VBD", "VBN"}
        is_done = tag in {"VBD", "VB", "VBG"} or "have" in helpers or "would" in helpers
        return "happened" if is_done or past else "present"

    def _governed(self, verb: int, depth: int) -> str:
        """Of an infinitive or participle: what it hangs on says it."""
        grammar, above = self._grammar, self._grammar.words.head[verb]
        relation, marks = grammar.relation(verb), grammar.prepositions(verb)
        if marks & INSTEAD:
            return "denied"
        if above == verb:
            return "planned" if "to" in marks else "possible"
        if not grammar.is_verb(above):
            return "happened" if relation == "conj" else self._under_noun(verb, above)
        status = self.of_verb(above, depth + 1)
        if relation == "conj":
            return status
        if relation == "advcl" and "to" not in marks:
            is_after = marks & {"after", "since"}
            return status if status in _NOT_YET and not is_after else "happened"
        return self._under_verb(verb, above, settled(status))

    def _under_verb(self, verb: int, above: int, status: str) -> str:
        """`refused to meet`, `flew to Havana to meet`; `status`: that of the verb above."""
        grammar, lemma = self._grammar, self._grammar.lemma(above)
        is_future = lemma == "go" and grammar.words.tag[above] == "VBG"
        is_under_way = lemma in MOVES and grammar.words.tag[above] == "VBG"
        if is_under_way and grammar.is_infinitive(verb) and status == "happened":
            return "planned"
        if lemma in IMPLYING and not is_future:
            return status
        if grammar.relation(verb) == "advcl":
            is_errand = {grammar.lemma(c) for c in grammar.under(above, "obj")} & ERRANDS
            return status if is_errand else weaker("possible", status)
        told = self._lexical(above) or ("possible" if lemma in WISHED else None)
        if told is None:
            return status if grammar.relation(verb) == "xcomp" else "possible"
        if status == "denied":
            return "unclear" if lemma in {"need", "have"} else flipped(told)
        return weaker(told, status) if status == "possible" else told

    def _under_noun(self, verb: int, noun: int) -> str:
        """`plans to meet`, `unable to meet`, `the first president to visit`."""
        grammar, lemma = self._grammar, self._grammar.lemma(noun)
        if grammar.under(noun, "cop") and grammar.words.pos[noun] == "ADJ":
            told = by_lemma(lemma) or ("possible" if lemma in WISHED else None)
            if told is not None:
                return flipped(told) if self._is_negated(noun) else told
        if lemma in NOUN_STATUS:
            is_none = any(grammar.lemma(c) == "no" for c in grammar.under(noun, "det"))
            return flipped(NOUN_STATUS[lemma]) if is_none else NOUN_STATUS[lemma]
        is_first = {grammar.lemma(c) for c in grammar.words.children[noun]} & _FIRST
        is_done = lemma in ERRANDS or is_first
        return "possible" if grammar.is_infinitive(verb) and not is_done else "happened"

    def _reported(self, verb: int, own: str) -> str:
        """What the verb above says of a whole clause: `denied that he met`."""
        grammar, above = self._grammar, self._grammar.words.head[verb]
        if grammar.prepositions(verb) & CONDITIONS:
            return "possible"
        is_reported = above != verb and grammar.relation(verb) == "ccomp"
        is_denied = is_reported and grammar.lemma(above) in {"deny", "dispute"}
        is_doubted = is_reported and grammar.lemma(above) in DOUBTING and own == "happened"
        return (
            "denied" if (is_denied or is_doubted) and is_denied != self._is_negated(above) else own
        )

    def _is_reported(self, verb: int) -> bool:
        grammar, head = self._grammar, self._grammar.words.head
        is_told = any(
            grammar.relation(each) in {"ccomp", "parataxis", "acl"} or head[each] == each
            for each in (verb, head[verb])
        )
        return is_told and not self._has_condition(verb)

    def _has_condition(self, verb: int) -> bool:
        grammar = self._grammar
        return any(grammar.prepositions(c) & CONDITIONS for c in grammar.under(verb, "advcl"))

    def _is_negated(self, verb: int) -> bool:
        grammar = self._grammar
        return any(
            grammar.lemma(c) in NEGATIONS or grammar.words.text[c].lower() in NEGATIONS
            for c in grammar.under(verb, "advmod", "det", "cc", "mark")
            if c < verb
        )
