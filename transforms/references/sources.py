"""Which mention a statement's source is, by syntax: its head, its antecedent, its cue's subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from transforms.coreference.model import Mention, Span
from transforms.coreference.words import Words
from transforms.speakers.model import Parts

_RELATIVE: Final = frozenset({"WP", "WDT", "WP$"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:outer", "csubj"})
_ROUNDABOUT: Final = frozenset({"conj", "advcl", "xcomp"})
"""Relations of a verb to another whose subject is its own: `He left, saying`."""
_PASSIVE: Final = frozenset({"aux:pass", "nsubj:pass"})
_BARE: Final = frozenset({"acl", "amod", "advcl"})
"""Relations of a participle that is a passive without a helper: `asked by reporters, he said`."""
_STEPS: Final = 3
_NEAR: Final = 2


class Sources:
    """The words and mentions of an article, to be asked for the mention behind a source."""

    def __init__(self, words: Words, mentions: Sequence[Mention]) -> None:
        self._words = words
        self._mentions = mentions
        self._heads = [mention.head[0] for mention in mentions]
        self._starts = words.start.tolist()

    def of(self, part: Parts) -> int | None:
        """The number of the mention that a statement's source is, or goes back to."""
        if part.source is None:
            return None
        start, end = part.source
        inside = range(bisect_left(self._heads, start), bisect_left(self._heads, end))
        widest = min(
            inside,
            key=lambda n: (self._mentions[n].phrase[0], -self._mentions[n].phrase[1]),
            default=None,
        )
        return self._antecedent(part.source) if widest is None else widest

    def subject(self, part: Parts) -> int | None:
        """The number of the mention that is the subject of a cue without a source; or None.

        Of a passive cue it is the agent: `he was accused by`; one that names none has none. Of a
        noun it is whose that is.
        """
        if part.cue is None:
            return None
        places = list(self._tokens(part.cue))
        pos = self._words.pos
        verbs = [place for place in places if pos[place] == "VERB"]
        verbs += [place for place in places if pos[place] == "AUX"]
        found = self._subject(verbs[0]) if verbs else self._owner(places)
        return None if found is None else self._mention(found)

    def is_passive(self, part: Parts) -> bool:
        """Whether a cue is a passive that names nobody who does it."""
        return part.cue is not None and any(
            self._is_passive(place) for place in self._tokens(part.cue)
        )

    def _subject(self, place: int) -> int | None:
        words = self._words
        if self._is_passive(place):
            return next((c for c in words.children[place] if self._is_agent(c)), None)
        for _ in range(_STEPS):
            found = next((c for c in words.children[place] if words.dep[c] in _SUBJECTS), None)
            if found is not None:
                return found
            passive = next((c for c in words.children[place] if words.dep[c] == "nsubj:pass"), None)
            if passive is not None:
                return passive
            relation = words.dep[place].split(":")[0]
            if relation == "acl":
                return words.head[place]
            if relation not in _ROUNDABOUT or words.head[place] == place:
                return None
            place = words.head[place]
        return None

    def _is_agent(self, place: int) -> bool:
        """Whether a noun is who does what a passive says: `by the court`."""
        words = self._words
        return words.dep[place].startswith("obl") and any(
            words.lemma[c] == "by" for c in words.children[place]
        )

    def _owner(self, places: Sequence[int]) -> int | None:
        """Whose a nominal cue is: `Lee's claim that`; who it says somebody is: `a critic of`."""
        words = self._words
        for place in places:
            owner = next((c for c in words.children[place] if words.dep[c] == "nmod:poss"), None)
            if owner is not None:
                return owner
            if words.dep[place] == "appos":
                return words.head[place]
        return None

    def _is_passive(self, place: int) -> bool:
        words = self._words
        marked = any(words.dep[c] in _PASSIVE for c in words.children[place])
        is_bare = words.tag[place] == "VBN" and words.dep[place].split(":")[0] in _BARE
        return marked or (is_bare and not any(words.dep[c] == "aux" for c in words.children[place]))

    def _antecedent(self, source: Span) -> int | None:
        """The noun that a relative pronoun follows: `the aide, who said`."""
        words = self._words
        for place in self._tokens(source):
            if words.tag[place] not in _RELATIVE:
                continue
            verb = words.head[place]
            for _ in range(_STEPS):
                if words.dep[verb] == "acl:relcl":
                    return self._mention(words.head[verb])
                verb = words.head[verb]
            return self._right_before(int(words.start[place]))
        return None

    def _right_before(self, place: int) -> int | None:
        """The mention whose head ends where a relative pronoun starts, or at a comma before it."""
        number = bisect_left(self._heads, place) - 1
        near = number >= 0 and place - self._mentions[number].head[1] <= _NEAR
        return number if near else None

    def _tokens(self, span: Span) -> Iterator[int]:
        yield from range(bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1]))

    def _mention(self, place: int) -> int | None:
        """The mention headed by a token; of a relative pronoun, the one that it goes back to."""
        words = self._words
        start, end = int(words.start[place]), int(words.end[place])
        if words.tag[place] in _RELATIVE:
            return self._antecedent((start, end))
        number = bisect_left(self._heads, start)
        is_there = number < len(self._heads) and self._heads[number] < end
        return number if is_there else None
