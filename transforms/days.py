"""The day on which a statement was made, and what tells it; never a silent guess."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from transforms.coreference.words import Words
from transforms.speakers.model import Parts, Speakers
from transforms.times.model import Time

_MAIN: Final = frozenset({"ROOT", "root", "parataxis"})
_SHARED: Final = frozenset({"conj", "xcomp"})
"""Relations of a cue to a verb whose time is its own: `On Monday they met and agreed`."""
_OF_TIME: Final = ("obl", "advmod", "nmod")
_OPEN: Final = frozenset(
    {"will", "would", "may", "might", "could", "can", "should", "shall", "must"}
)
_STEPS: Final = 3


@dataclass(frozen=True)
class Day:
    """First and last day on which something can have been said, None where nothing tells.

    `basis`: explicit (a time at the cue), inherited (the occasion of an earlier statement of the
    speaker, or of a verb beside the cue), published (a plain report of that day) or unknown.
    """

    first: date | None
    last: date | None
    basis: str


UNKNOWN: Final = Day(None, None, "unknown")


def days(
    words: Words,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    times: Sequence[Time],
    published_on: date | None,
) -> list[Day]:
    """The day of each statement, in the order of `parts`.

    `times` in text order. A perfect (`had promised`), a future or conditional cue and one in a
    subordinate clause are not of the article's day.
    """
    seen = _Cues(words, times)
    found: list[Day] = [UNKNOWN] * len(parts)
    before: int | None = None
    for number in sorted(range(len(parts)), key=lambda each: parts[each].place):
        found[number] = _day(seen, number, before, parts, speakers, found, published_on)
        before = number
    return found


def _day(
    seen: _Cues,
    number: int,
    before: int | None,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    found: Sequence[Day],
    published_on: date | None,
) -> Day:
    part = parts[number]
    cue = seen.cue(part)
    if cue is None:
        is_more = before is not None and speakers[number].method == "quotation_continued"
        return _inherited(found[before]) if is_more and before is not None else UNKNOWN
    time, is_shared = seen.time(cue, part)
    if time is not None:
        return Day(time.starts_on, time.ends_on, "inherited" if is_shared else "explicit")
    if seen.is_open(cue):
        return UNKNOWN
    if before is not None and _is_one_occasion(seen, parts, speakers, before, number):
        earlier = found[before]
        if earlier.basis in {"explicit", "inherited"}:
            return _inherited(earlier)
    if published_on is None or not seen.is_main(cue):
        return UNKNOWN
    return Day(published_on, published_on, "published")


def _inherited(day: Day) -> Day:
    return day if day.first is None else Day(day.first, day.last, "inherited")


def _is_one_occasion(
    seen: _Cues,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    before: int,
    number: int,
) -> bool:
    """Whether one speaker goes on in the same paragraph, with no other time between."""
    one, other = speakers[before].names[:1], speakers[number].names[:1]
    if not one or not other or one[0].entity is None or one[0].entity != other[0].entity:
        return False
    start, end = parts[before].place, parts[number].place
    return seen.is_one_paragraph(start, end) and not seen.has_time(parts[before].end, end)


class _Cues:
    """The words and the dated times of an article, to be asked about cues."""

    def __init__(self, words: Words, times: Sequence[Time]) -> None:
        self._words = words
        self._starts = words.start.tolist()
        self._times = [each for each in times if each.starts_on and each.kind in {"DATE", "TIME"}]
        self._heads = [self._head(each) for each in self._times]

    def cue(self, part: Parts) -> int | None:
        """The verb of a cue, else its first word; None without a cue."""
        if part.cue is None:
            return None
        tokens = self._tokens(part.cue[0], part.cue[1])
        verbs = (place for place in tokens if self._words.pos[place] == "VERB")
        return next(verbs, tokens[0] if tokens else None)

    def time(self, cue: int, part: Parts) -> tuple[Time | None, bool]:
        """The time at a cue, and whether it is at a verb beside it; None where there is none."""
        words, place = self._words, cue
        for step in range(_STEPS):
            for time, head in zip(self._times, self._heads, strict=True):
                if self._hangs_on(head, place) and not self._is_said(time, head, part):
                    return time, step > 0
            if not self._shares(place):
                break
            place = words.head[place]
        return None, False

    def is_open(self, cue: int) -> bool:
        """Whether a cue is a perfect, a future or conditional, or an infinitive."""
        words = self._words
        tags = {words.tag[child] for child in words.children[cue]}
        helpers = {
            words.lemma[child].lower()
            for child in words.children[cue]
            if words.dep[child].startswith("aux")
        }
        return "have" in helpers or bool(helpers & _OPEN) or "TO" in tags

    def is_main(self, cue: int) -> bool:
        """Whether a cue is the verb of a main clause."""
        words, place = self._words, cue
        for _ in range(_STEPS):
            if words.head[place] == place or words.dep[place] in _MAIN:
                return True
            if words.dep[place] != "conj" and not self._is_participle(place):
                return False
            place = words.head[place]
        return False

    def _shares(self, place: int) -> bool:
        return self._words.dep[place].split(":")[0] in _SHARED or self._is_participle(place)

    def _is_participle(self, place: int) -> bool:
        """Whether a verb tells what went with another: `She left, saying`."""
        return self._words.tag[place] == "VBG" and self._words.dep[place] == "advcl"

    def is_one_paragraph(self, start: int, end: int) -> bool:
        """Whether two characters stand in one paragraph."""
        first, last = self._at(start), self._at(end)
        return self._words.paragraph[first] == self._words.paragraph[last]

    def has_time(self, start: int, end: int) -> bool:
        """Whether a dated time lies between two characters."""
        return any(start <= each.start < end for each in self._times)

    def _hangs_on(self, head: int, verb: int) -> bool:
        """Whether a time hangs on a verb, or on how it was said: `in a letter on Monday`."""
        words = self._words
        above = words.head[head]
        if not words.dep[head].startswith(_OF_TIME) or above == head:
            return False
        is_noun_of_verb = words.head[above] == verb and words.dep[above].startswith("obl")
        return above == verb or (is_noun_of_verb and words.pos[above] == "NOUN")

    def _is_said(self, time: Time, head: int, part: Parts) -> bool:
        """Whether a time is part of what is said or of who says it.

        One that hangs on the cue itself is not, where contents are not quoted: their borders drift.
        """
        above = int(self._words.start[self._words.head[head]])
        if part.cue and not part.is_direct and part.cue[0] <= above < part.cue[1]:
            return False
        spans = [*part.contents, *([part.source] if part.source else [])]
        return any(start <= time.start < end for start, end in spans)

    def _head(self, time: Time) -> int:
        tokens = self._tokens(time.start, time.end) or [self._at(time.start)]
        inside = set(tokens)
        return next((place for place in tokens if self._words.head[place] not in inside), tokens[0])

    def _tokens(self, start: int, end: int) -> list[int]:
        return list(range(bisect_left(self._starts, start), bisect_left(self._starts, end)))

    def _at(self, place: int) -> int:
        return max(0, bisect_left(self._starts, place + 1) - 1)
