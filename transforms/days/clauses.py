"""Cues and times in their clauses: which time is a cue's own, which clause tells of the past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from transforms.coreference.words import Words
from transforms.speakers.model import Parts
from transforms.times.attachment import attached
from transforms.times.model import Time

_ORDER: Final = frozenset({"after", "before", "since", "until", "once"})
_SHARED: Final = frozenset({"conj", "xcomp"})
"""Relations of a cue to a verb whose time is its own: `On Monday they met and agreed`."""
_OF_TIME: Final = ("obl", "advmod", "nmod", "compound", "nummod", "amod")
_FREE: Final = ("obl", "nmod", "nmod:tmod")
"""Relations of a time that need not belong to the noun that it hangs on: `backed one in July`."""
_EARLIER: Final = frozenset(
    "previously earlier once first originally already long repeatedly often always sometimes"
    " recently frequently regularly routinely consistently initially before ago".split()
)
"""Adverbs of an act that is not, or not only, of the day that is told of."""
_NO_VERB: Final = frozenset({"case", "mark", "fixed"})
"""Relations of a participle that is a preposition: `according to`."""
_BORDERS: Final = frozenset({"since", "until", "till", "before", "by", "through"})
"""Prepositions of a time that is not the day itself."""
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_THEN: Final = frozenset({"then"})
_OCCASIONS: Final = frozenset(
    "rally speech debate email e-mail letter book article essay column op-ed memo memoir"
    " appearance hearing forum meeting film documentary video ad podcast episode commercial lawsuit"
    " report study call conversation address testimony event fundraiser dinner trip visit".split()
)
"""Where something was said, if it has `a` before it: an occasion of its own, of a day untold."""
_IN_NOUN: Final = ("nmod", "compound", "nummod", "amod", "obl")
_OPEN: Final = frozenset(
    {"will", "would", "may", "might", "could", "can", "should", "shall", "must"}
)
_PARTIES: Final = frozenset({"obj", "iobj", "nsubj", "nsubj:pass"})
"""Relations of a noun whose time is no time of the verb: `recalled the 2007 bill`."""
_STEPS: Final = 3
_NEXT: Final = 3
_LINKS: Final = frozenset({"ADP", "PRON", "ADV", "DET", "PROPN"})


class Clauses:
    """The words and the dated times of an article, to be asked about cues."""

    def __init__(self, words: Words, times: Sequence[Time]) -> None:
        self._words = words
        self._starts = words.start.tolist()
        self.times = [each for each in times if each.starts_on and each.kind in {"DATE", "TIME"}]
        self._heads = [self._head(each) for each in self.times]

    def time(self, cue: int, part: Parts) -> tuple[Time | None, bool]:
        """The time at a cue, and whether it is at a verb beside it; None where there is none."""
        words, place = self._words, cue
        phrase = [c for c in self.tokens(*(part.cue or (0, 0))) if words.pos[c] == "VERB"]
        for step in range(_STEPS):
            acts = [place, *phrase] if step == 0 else [place]
            for time, head in zip(self.times, self._heads, strict=True):
                is_at = any(self._hangs_on(time, head, act) for act in acts)
                is_own = is_at and not self._is_said(time, head, part)
                if is_own or (step == 0 and self._is_next(time, head, part)):
                    return time, step > 0
            if not self._shares(place):
                break
            place = words.head[place]
        return None, False

    def is_elsewhen(self, cue: int) -> bool:
        """Whether a cue tells of an occasion of its own without its day: `at a rally`, `once`."""
        words = self._words
        for child in words.children[cue]:
            if words.text[child].lower() in _EARLIER and words.dep[child] == "advmod":
                return True
            is_some = any(words.text[c].lower() in {"a", "an"} for c in words.children[child])
            is_place = is_some and words.dep[child].startswith("obl")
            if is_place and words.lemma[child].lower() in _OCCASIONS:
                return True
        return False

    def is_back_then(self, cue: int) -> bool:
        """Whether a cue points back to a day that was told before: `said at the time`."""
        words = self._words
        return any(
            words.text[c].lower() in _THEN
            or (words.text[c].lower() == "time" and words.text[c - 1].lower() == "the")
            for c in words.children[cue]
            if words.dep[c].split(":")[0] in {"advmod", "obl"}
        )

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

    def is_before(self, cue: int) -> bool:
        """Whether a cue only dates something else: `came days after she warned`."""
        words, place = self._words, cue
        for _ in range(_STEPS):
            first = words.edges[place][0]
            marks = [c for c in words.children[place] if words.dep[c] in {"mark", "case"}]
            beside = [first - 1] if first and words.dep[place] == "advcl" else []
            if any(words.lemma[c].lower() in _ORDER for c in [*marks, *beside] if c < place):
                return True
            if words.dep[place] != "conj":
                return False
            place = words.head[place]
        return False

    def is_past(self, cue: int) -> bool:
        """Whether a cue tells of the past: `said`; a participle as the verb that it goes with."""
        words, place = self._words, cue
        if words.pos[cue] not in {"VERB", "AUX"} or words.dep[cue] in _NO_VERB:
            return False
        for _ in range(_STEPS):
            if words.pos[place] == "VERB" and words.tag[place] not in {"VBG", "VB"}:
                break
            if words.head[place] == place:
                break
            place = words.head[place]
        helpers = {words.tag[c] for c in words.children[place] if words.dep[c].startswith("aux")}
        return words.tag[place] in {"VBD", "VBN"} and not helpers & _PRESENT

    def is_live(self, cue: int) -> bool:
        """Whether a cue tells of what goes on: `is telling a crowd`."""
        words = self._words
        helpers = {words.tag[c] for c in words.children[cue] if words.dep[c] == "aux"}
        return words.tag[cue] == "VBG" and bool(helpers & _PRESENT)

    def verb(self, number: int) -> int | None:
        """The verb whose clause the time with that number is in; None where there is none."""
        words, place = self._words, self._heads[number]
        for _ in range(_STEPS + 2):
            if words.pos[place] in {"VERB", "AUX"}:
                return place
            if words.head[place] == place:
                break
            place = words.head[place]
        return None

    def tells_of_the_past(self, number: int) -> bool:
        """Whether the clause of the time with that number is past and no perfect or future."""
        verb = self.verb(number)
        if verb is None or self.is_open(verb):
            return False
        return self.is_past(verb)

    def is_said(self, number: int, spans: Sequence[tuple[int, int]]) -> bool:
        """Whether the time with that number is part of what is said, its verb too."""
        time, verb = self.times[number], self.verb(number)
        places = [time.start] if verb is None else [time.start, int(self._words.start[verb])]
        return any(all(start <= each < end for each in places) for start, end in spans)

    def head(self, number: int) -> int:
        """The head word of the time with that number."""
        return self._heads[number]

    def tokens(self, start: int, end: int) -> range:
        """The tokens that begin between two characters."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def paragraph(self, place: int) -> int:
        """The paragraph of a character."""
        return self._words.paragraph[self.at(place)]

    def sentence(self, place: int) -> int:
        """The sentence of a character."""
        return self._words.sentence[self.at(place)]

    def has_time(self, start: int, end: int) -> bool:
        """Whether a dated time lies between two characters."""
        return any(start <= each.start < end for each in self.times)

    def _shares(self, place: int) -> bool:
        return self._words.dep[place].split(":")[0] in _SHARED or self._is_participle(place)

    def _is_participle(self, place: int) -> bool:
        """Whether a verb tells what went with another: `She left, saying`."""
        return self._words.tag[place] == "VBG" and self._words.dep[place] == "advcl"

    def _hangs_on(self, time: Time, head: int, verb: int) -> bool:
        """Whether a time hangs on a verb, or on how or where it was said.

        `in a letter on Monday`, `at Monday's debate`, `in a Labor Day interview`.
        """
        words = self._words
        above = attached(words, head)
        if above == head or self._is_border(above) or self._is_bounded(time):
            return False
        if above == verb:
            return words.dep[head].startswith(_OF_TIME)
        if words.head[above] != verb or words.pos[above] not in {"NOUN", "PROPN", "NUM"}:
            return False
        if words.dep[above].startswith("obl"):
            return words.dep[head].startswith(_IN_NOUN)
        time_end = self.at(time.end - 1)
        is_last = time_end + 1 < len(words) and words.text[time_end + 1] in {".", ",", ";"}
        return words.dep[above] == "obj" and words.dep[head] in _FREE and head > above and is_last

    def _is_bounded(self, time: Time) -> bool:
        """Whether a time only bounds when it was: `since Monday`."""
        first = self.at(time.start)
        before = range(max(0, first - 2), first)
        return any(self._words.text[c].lower() in _BORDERS for c in before)

    def _is_border(self, noun: int) -> bool:
        words = self._words
        own = (c for c in words.children[noun] if words.dep[c] in {"case", "mark"} and c < noun)
        return any(words.lemma[c].lower() in _BORDERS for c in own)

    def _is_said(self, time: Time, head: int, part: Parts) -> bool:
        """Whether a time is part of what is said or of who says it.

        Not so what hangs on the cue, or on the noun beside it, where contents are not quoted: their
        borders drift.
        """
        words, above = self._words, attached(self._words, head)
        if part.cue and not part.is_direct:
            first, last = part.cue
            if any(first <= int(words.start[c]) < last for c in (above, words.head[above])):
                return False
        spans = [*part.contents, *([part.source] if part.source else [])]
        return any(start <= time.start < end for start, end in spans)

    def _is_next(self, time: Time, head: int, part: Parts) -> bool:
        """Whether a time is inside the cue or follows it at once: `he told me on Friday`.

        Not so `he recalled the 2007 bill`, whose time is the noun's.
        """
        words = self._words
        if part.cue is None or time.start < part.cue[0] or self._is_bounded(time):
            return False
        noun = words.head[head]
        if noun > head and words.pos[noun] in {"NOUN", "PROPN"} and words.dep[noun] in _PARTIES:
            return False
        if time.end <= part.cue[1]:
            return True
        between = self.tokens(part.cue[1], time.start)
        return len(between) <= _NEXT and all(words.pos[c] in _LINKS for c in between)

    def _head(self, time: Time) -> int:
        first = self.at(time.start)
        tokens = self.tokens(time.start, time.end) or range(first, first + 1)
        inside = set(tokens)
        return next((place for place in tokens if self._words.head[place] not in inside), tokens[0])

    def at(self, place: int) -> int:
        """The token of a character."""
        return max(0, bisect_left(self._starts, place + 1) - 1)
