"""The names of one article by their words: people, bodies, places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from transforms.contacts.grammar import Grammar
from transforms.contacts.model import Actor, Place, Span
from transforms.contacts.vocabulary import SIGHTS, VENUES
from transforms.coreference.model import Mention
from transforms.entities.model import Resolved

_BODIES: Final = frozenset({"ORG", "GPE", "NORP"})
_PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
_PHRASE: Final = frozenset("DT JJ NN NNS NNP NNPS POS PRP$ HYPH".split())
_LONGEST: Final = 12


class Names:
    """The resolved names of one article; `by_word` gives them by word number."""

    def __init__(self, grammar: Grammar, mentions: Sequence[Mention]) -> None:
        self._grammar = grammar
        self._starts: list[int] = grammar.words.start.tolist()
        self.by_word: dict[int, Resolved] = {}
        for each in mentions:
            if each.name is not None:
                for place in self.tokens(each.start, each.end):
                    self.by_word.setdefault(place, each.name)

    def people(self, place: int) -> set[str]:
        """The people named before a word in its sentence."""
        words, found = self._grammar.words, set()
        for each in range(place - 1, -1, -1):
            if words.sentence[each] != words.sentence[place]:
                break
            name = self.by_word.get(each)
            if name is not None and name.entity_type == "PERSON":
                found.add(name.entity.entity_id if name.entity else name.name.text)
        return found

    def has_person(self, span: Span) -> bool:
        """Whether a stretch of text holds the name of a person."""
        names = (self.by_word.get(each) for each in self.tokens(*span))
        return any(each is not None and each.entity_type == "PERSON" for each in names)

    def end(self, place: int) -> int:
        """The first word behind the name that a word is part of."""
        found = place if place in self.by_word else self.ahead(place)
        place = place if found is None else found
        name, last = self.by_word.get(place), place + 1
        while name is not None and self.by_word.get(last) is name:
            last += 1
        return last

    def at(self, actor: Actor) -> int:
        """The first word of an actor's mention."""
        return self.word(actor.mention[0])

    def ahead(self, place: int) -> int | None:
        """The person whose titles and name begin at a word, by their name's last word.

        What the parser made of the words does not matter: it often cuts titles from names.
        """
        words, found = self._grammar.words, None
        for word in range(place, min(place + _LONGEST, len(words))):
            name = self.by_word.get(word)
            is_person = name is not None and name.entity_type == "PERSON"
            is_phrase = is_person or words.tag[word] in _PHRASE or words.text[word] == "of"
            if not is_phrase or words.sentence[word] != words.sentence[place - 1]:
                break
            found = word if is_person else None
        return found

    def name(self, place: int) -> Resolved | None:
        """The name that a word is part of."""
        return self.by_word.get(place)

    def is_body(self, place: int) -> bool:
        """Whether a word is part of the name of a country or organisation."""
        name = self.by_word.get(place)
        return name is not None and name.entity_type in _BODIES

    def is_sight(self, word: int) -> bool:
        """Whether a word is part of the name of a building or monument."""
        name = self.by_word.get(word)
        if name is None or name.name.text.lower().removeprefix("the ") in VENUES:
            return False
        return name.entity_type == "FAC" or name.name.text.split()[-1].lower() in SIGHTS

    def place(self, word: int, *, is_visited: bool = False) -> Place | None:
        """The place that a word names; `the White House` is one too, and any body visited."""
        name = self.by_word.get(word)
        if name is None:
            return None
        is_venue = name.name.text.lower().removeprefix("the ") in VENUES
        is_body = is_visited and name.entity_type == "ORG"
        if name.entity_type not in _PLACES and not (is_venue or is_body):
            return None
        if is_visited and self.is_sight(word):
            return None
        return Place(start=name.name.start, end=name.name.end, entity=name.entity)

    def tokens(self, start: int, end: int) -> range:
        """The words of a stretch of text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def word(self, place: int) -> int:
        """The word of a character."""
        return max(0, bisect_left(self._starts, place + 1) - 1)
