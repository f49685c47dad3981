"""Questions about the syntax around a word: its subjects, objects, prepositions, coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from transforms.coreference.words import Words

_STEPS: Final = 5
_RELATIVE: Final = frozenset({"who", "whom", "which", "that"})
_OWN: Final = ("aux", "nsubj", "cop")


@dataclass(frozen=True)
class Subject:
    """The words that do what a verb says, and how many clauses away they stand."""

    places: tuple[int, ...]
    steps: int


class Grammar:
    """The dependencies of one article's words, to be asked by word number."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def lemma(self, place: int) -> str:
        """The word's dictionary form in lower case."""
        return self.words.lemma[place].lower()

    def relation(self, place: int) -> str:
        """The relation to the head, without its subtype."""
        return self.words.dep[place].partition(":")[0]

    def under(self, place: int, *relations: str) -> list[int]:
        """Children by relation; `nmod` takes every subtype, `nmod:poss` that one alone."""
        words = self.words
        return [
            child
            for child in words.children[place]
            if words.dep[child] in relations or self.relation(child) in relations
        ]

    def all_of(self, place: int) -> list[int]:
        """A word and those coordinated with it, in text order."""
        found = [place]
        joined = [c for c in self.under(place, "conj") if c > place] or self._misjoined(place)
        for child in joined:
            found += self.all_of(child)
        return found

    def _misjoined(self, place: int) -> list[int]:
        """`Crapo and Risch met Grassley`: a word joined to the one before, and hung on a later."""
        words, last = self.words, place
        while (
            last + 1 < len(words) and words.head[last + 1] == place and self._is_of_name(last + 1)
        ):
            last += 1
        joint = last + 1
        if joint >= len(words) or words.text[joint] != "and":
            return []
        after = words.head[joint]
        is_later = after > joint and words.dep[after] == "conj" and words.head[after] > after
        return [after] if is_later else []

    def _is_of_name(self, place: int) -> bool:
        return self.relation(place) in {"flat", "compound"}

    def prepositions(self, place: int) -> set[str]:
        """The prepositions (and markers) of a word: `ahead of` gives ahead and of."""
        found: set[str] = set()
        for child in self._marks(place):
            found.add(self.lemma(child))
            found |= {self.lemma(each) for each in self.under(child, "fixed")}
        return found

    def _marks(self, place: int) -> list[int]:
        """Its prepositions, also where the parser gave them to the name beside a description."""
        found = self.under(place, "case", "mark")
        if found:
            return found
        beside = self.under(place, "appos", "flat", "nmod:desc")
        return [c for each in beside for c in self.under(each, "case") if c < place]

    def is_verb(self, place: int) -> bool:
        """Whether a word is a verb."""
        return self.words.pos[place] == "VERB"

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is passive, or a participle that tells what was done to a noun."""
        has_mark = any(self.words.dep[c] in _PASSIVE for c in self.words.children[verb])
        return has_mark or (
            self.words.tag[verb] == "VBN"
            and self.relation(verb) == "acl"
            and self.words.dep[verb] != "acl:relcl"
        )

    def chain(self, verb: int) -> Iterator[int]:
        """A verb and the words that it hangs on, up to the first finite clause of its own."""
        place = verb
        for _ in range(_STEPS):
            yield place
            above = self.words.head[place]
            if above == place or not self.is_bare(place):
                return
            place = above

    def is_infinitive(self, verb: int) -> bool:
        """Whether a verb has its `to`."""
        words = self.words
        return any(words.tag[c] == "TO" and self.lemma(c) == "to" for c in words.children[verb])

    def is_bare(self, verb: int) -> bool:
        """Whether a verb has no subject of its own but shares one: `to meet`, `meeting`."""
        if self.under(verb, "nsubj", "csubj", "expl"):
            return False
        return self.relation(verb) in {"xcomp", "advcl", "conj", "acl", "ccomp", "parataxis"}

    def subject(self, verb: int) -> Subject:
        """Who does what an active verb says, also where it shares the subject of another."""
        for steps, place in enumerate(self.chain(verb)):
            if steps and not self.is_verb(place):
                return self._of_noun(place, verb, steps)
            if steps and (given := self._controller(place)):
                return Subject((given,), steps)
            own = self.under(place, "nsubj")
            if own:
                return Subject(self._nearest(place, own), steps)
            if self.words.dep[place] == "acl:relcl":
                return Subject((self.words.head[place],), steps + 1)
        return Subject((), 0)

    def agents(self, verb: int) -> list[int]:
        """Who does what a passive verb says: `hosted by Japan`."""
        return [
            child
            for child in self.under(verb, "obl")
            if self.words.dep[child] == "obl:agent" or "by" in self.prepositions(child)
        ]

    def is_of_object(self, verb: int) -> bool:
        """Whether the object of the verb above acts in this one: `invited Putin to visit`."""
        above = self.words.head[verb]
        return self.is_infinitive(verb) and above < verb and self.lemma(above) in _OF_OBJECT

    def _controller(self, governor: int) -> int | None:
        """The object that acts in the verb below: `invited Putin to visit`."""
        objects = self.under(governor, "obj", "iobj")
        return objects[0] if objects and self.lemma(governor) in _OF_OBJECT else None

    def _nearest(self, verb: int, subjects: list[int]) -> tuple[int, ...]:
        """The subject next to the verb, with those that `and` joins to it."""
        before = [each for each in subjects if each < verb] or subjects[:1]
        between = self.words.text[before[0] : before[-1]]
        kept = before if "and" in between else before[-1:]
        return tuple(self._antecedent(verb, each) for each in kept)

    def _antecedent(self, verb: int, subject: int) -> int:
        is_relative = self.lemma(subject) in _RELATIVE and self.words.tag[subject][0] == "W"
        is_of_noun = is_relative and self.words.dep[verb] == "acl:relcl"
        return self.words.head[verb] if is_of_noun else subject

    def _of_noun(self, noun: int, verb: int, steps: int) -> Subject:
        """Of a participle the noun itself, of `plans to meet` whoever has the plans."""
        if not self.is_infinitive(verb):
            return self._beside(noun, verb, steps)
        owners = self.under(noun, "nmod:poss")
        if owners:
            return Subject((owners[-1],), steps)
        above = self.words.head[noun]
        if above != noun and self.is_verb(above) and self.relation(noun) in {"obj", "obl"}:
            given = self.under(above, "iobj")
            if given:
                return Subject((given[0],), steps)
            found = self.subject(above)
            return Subject(found.places, found.steps + steps)
        return Subject((), steps)

    def _beside(self, noun: int, verb: int, steps: int) -> Subject:
        """`the man meeting him`; of `in remarks after meeting him` who made the remarks."""
        above = self.words.head[noun]
        if not self.prepositions(verb) & _WHILE:
            return Subject((noun,), steps)
        owners = self.under(noun, "nmod:poss")
        if owners or above == noun or not self.is_verb(above):
            return Subject(tuple(owners[-1:]), steps)
        found = self.subject(above)
        return Subject(found.places, found.steps + steps)

    def sharing(self, around: Sequence[int], relations: frozenset[str]) -> Iterator[int]:
        """The words, and the verbs above the last that it shares a clause with: `flew to meet`.

        `relations`: those of a verb to the one above that make it one clause.
        """
        yield from around
        last = around[-1]
        for above in self.chain(last) if self.is_verb(last) else ():
            if above != last and self.is_verb(above):
                yield above
            if self.relation(above) not in relations:
                return


_WHILE: Final = frozenset({"after", "before", "while", "by", "since", "upon", "without"})
_PASSIVE: Final = frozenset({"nsubj:pass", "aux:pass"})
_OF_OBJECT: Final = frozenset(
    "advise allow ask beg convince dispatch enable encourage force help instruct invite let order"
    " permit persuade press pressure push require send tell urge".split()
)
