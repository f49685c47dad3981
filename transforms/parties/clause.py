"""The clause of a statement's cue, as the rules on its parties read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.parties import verbs
from transforms.parties.nouns import Nouns

Found = tuple[int, str, float]
"""The head token of a party, the rule that found it, and how sure that rule is."""


@dataclass(frozen=True)
class Clause:
    """A cue in its clause: `acts` are its verbs, the act first; `others` tokens of other cues."""

    words: Words
    nouns: Nouns
    reading: Reading
    acts: Sequence[int]
    others: frozenset[int]

    def participles(self, verb: int) -> Iterator[int]:
        """The verbs that tell how something was said and are no cues of their own."""
        for place in verbs.participles(self.words, verb):
            if place not in self.others:
                yield place

    def is_subject(self, place: int) -> bool:
        """Whether a token means the subject of one of the acts, by its word."""
        own = (c for verb in self.acts for c in verbs.subjects(self.words, verb))
        return any(self.words.text[c].lower() == self.words.text[place].lower() for c in own)
