"""To whom a speaker goes on speaking: the addressee told once for several statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from transforms.coreference.model import Mention
from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.days.model import Day
from transforms.parties.model import ADDRESSEE, Party
from transforms.speakers.model import Parts, Speakers

_OPEN_WAYS: Final = frozenset({"preposition:to", "form", "speaking"})
_LASTING: Final = frozenset("tell inform assure remind brief address message text email".split())
"""Verbs that may tell the same people more than one thing; not `urge`, which is about one."""
_INHERITED: Final = "inherited"
_JOINED: Final = frozenset({"conj", "advcl"})
_TENSED: Final = frozenset({"VBD", "VBZ", "VBG"})
_ELSEWHERE: Final = frozenset("have repeatedly often recently once previously already".split())
"""Helpers and adverbs of what was, or was as well, said at another time."""
_WRITING: Final = frozenset({"write", "tweet", "post"})
_FAR: Final = 8
_SURE: Final = 0.75
"""How many of those who were told before are told again; 200 of 256 in training articles."""


def continued(
    words: Words,
    mentions: Sequence[Mention],
    parts: Sequence[Parts],
    readings: Sequence[Reading | None],
    speakers: Sequence[Speakers],
    when: Sequence[Day],
    found: Sequence[tuple[Party, ...]],
) -> list[tuple[Party, ...]]:
    """`found` with the addressee of the statement before where one speaker goes on.

    That is the statement whose verb the cue is joined to (`told reporters this and added`), or the
    last one of that speaker and day, if nobody else speaks between: `he told reporters. He added`.
    """
    told = _Told(words, parts, readings, speakers, when, found)
    order = sorted(range(len(parts)), key=lambda each: parts[each].place)
    result = list(found)
    for at, number in enumerate(order):
        if _has_own(found[number]):
            continue
        above = told.joined(number, order[:at])
        more = told.again(above, result[above], is_lasting=True) if above is not None else []
        if not more and told.is_plain(number):
            before = told.before(number, order[:at])
            more = told.again(before, found[before]) if before is not None else []
        own = _clusters(mentions, parts[number])
        kept = (each for each in more if each.mention is None or each.mention.cluster not in own)
        result[number] = (*result[number], *kept)
    return result


@dataclass(frozen=True, eq=False)
class _Told:
    """The statements of an article, each with the parties that its own sentence tells of."""

    words: Words
    parts: Sequence[Parts]
    readings: Sequence[Reading | None]
    speakers: Sequence[Speakers]
    when: Sequence[Day]
    found: Sequence[tuple[Party, ...]]

    def is_plain(self, number: int) -> bool:
        """Whether a cue tells that something was said and no more: `said`, not `has said`."""
        words, reading = self.words, self.readings[number]
        if reading is None or reading.cue is None or reading.negated:
            return False
        is_said = reading.cue.statement_kind == "speech" and reading.modality == "asserted"
        beside = {words.lemma[c].lower() for c in words.children[reading.place]}
        is_here = not beside & _ELSEWHERE and words.lemma[reading.place].lower() not in _WRITING
        return is_said and is_here and words.tag[reading.place] in _TENSED

    def joined(self, number: int, before: Sequence[int]) -> int | None:
        """The statement whose verb a cue is joined to: `told reporters this and added`."""
        reading = self.readings[number]
        if reading is None or reading.cue is None or reading.cue.statement_kind != "speech":
            return None
        above = self.words.head[reading.place]
        if self.words.dep[reading.place] not in _JOINED or above >= reading.place:
            return None
        return next((n for n in before if (r := self.readings[n]) and r.place == above), None)

    def before(self, number: int, before: Sequence[int]) -> int | None:
        """The last statement told somebody, where it is the speaker's own and of that day.

        None where another speaks in between, or it stands more than `_FAR` sentences above.
        """
        own, here = _speakers(self.speakers[number]), self._sentence(number)
        for other in reversed(before):
            theirs = _speakers(self.speakers[other])
            if here - self._sentence(other) > _FAR or (theirs and not own & theirs):
                return None
            if _has_own(self.found[other]):
                is_one = bool(theirs) and _is_one_day(self.when[number], self.when[other])
                return other if is_one else None
        return None

    def again(
        self, number: int, found: Sequence[Party], *, is_lasting: bool = False
    ) -> list[Party]:
        """Those whom a statement is told to, as those of another, where that may go on.

        Not who is only spoken of: `“I told them,” he said`. None where one was told in another way.
        """
        told = [each for each in found if each.role == ADDRESSEE]
        quoted = [span for part in self.parts if part.is_direct for span in part.contents]
        heads = [(int(self.words.start[each.head]), each) for each in told]
        told = [each for at, each in heads if not any(a <= at < b for a, b in quoted)]
        reading = self.readings[number]
        is_lasting |= reading is not None and self.words.lemma[reading.place].lower() in _LASTING
        ways = _OPEN_WAYS | {_INHERITED} | ({"told"} if is_lasting else frozenset())
        return [_again(each) for each in told] if all(e.method in ways for e in told) else []

    def _sentence(self, number: int) -> int:
        at = np.searchsorted(self.words.start, self.parts[number].place, side="right")
        return self.words.sentence[max(0, int(at) - 1)]


def _again(party: Party) -> Party:
    score = party.score if party.method == _INHERITED else round(party.score * _SURE, 4)
    return replace(party, method=_INHERITED, score=score)


def _has_own(parties: Sequence[Party]) -> bool:
    return any(each.role == ADDRESSEE for each in parties)


def _speakers(speakers: Speakers) -> set[str]:
    return {name.entity.entity_id for name in speakers.names if name.entity}


def _clusters(mentions: Sequence[Mention], part: Parts) -> set[int]:
    """Those whom the source of a statement is: nobody goes on speaking to themselves."""
    if part.source is None:
        return set()
    first, last = part.source
    return {each.cluster for each in mentions if first <= each.start < last}


def _is_one_day(one: Day, other: Day) -> bool:
    return one.first is None or other.first is None or one.first == other.first
