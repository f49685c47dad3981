"""The words around statements and times, as the chooser of days compares them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from transforms.coreference.words import Words
from transforms.days.rules import Read
from transforms.days.told import Told

OCCASIONS: Final = (
    "debate forum",
    "speech rally address remark convention keynote event appearance stump crowd supporter"
    " audience stage",
    "interview show podcast program programme host",
    "post tweet facebook twitter video message instagram",
    "statement letter email release memo op-ed column essay editorial article op ad",
    "meeting hearing conference briefing summit session testimony panel call",
    "poll survey report study analysis filing document figure datum",
    "vote primary election caucus campaign announcement endorsement ruling decision order",
)
OPENINGS: Final = (
    "later then afterward afterwards subsequently",
    "earlier previously before",
    "after following",
    "when as while during",
    "meanwhile",
    "also",
    "in at",
    "but however",
    "asked speaking responding",
)
_VAGUE: Final = frozenset(
    "day time year people week month night morning afternoon evening thing way man woman one today"
    " part lot kind percent number".split()
)
_WIDE, _NEAR, _UP = 12, 8, 6
"""Words around a time that are of its clause, and that can name its occasion; steps to its verb."""
_SHORT: Final = 2
_SAY: Final = "say"


def _numbers(groups: Sequence[str]) -> dict[str, int]:
    return {word: number for number, group in enumerate(groups, 1) for word in group.split()}


_OCCASION: Final = _numbers(OCCASIONS)
_OPENING: Final = _numbers(OPENINGS)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a statement's sentence holds, as lemmas.

    `frame` the nouns beside what is said, `names` those of others than the speaker, `occasions`
    which kinds of occasion stand beside what is said, `occasions_before` in the sentence before;
    `opening` the kind of its first word, 0 for any other.
    """

    frame: frozenset[str]
    names: frozenset[str]
    content: frozenset[str]
    speaker: frozenset[str]
    verb: frozenset[str]
    occasions: frozenset[int]
    occasions_before: frozenset[int]
    opening: int


@dataclass(frozen=True, kw_only=True)
class Dated:
    """What stands around a time, as lemmas: `nouns` near it, `names` and `words` of its sentence.

    `verb` and its `subject`; `occasions` which kinds of occasion are named beside it.
    """

    nouns: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    subject: frozenset[str]
    verb: frozenset[str]
    occasions: frozenset[int]


class Lines:
    """The lemmas of an article, by sentence and kind."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.lemma = [each.lower() for each in words.lemma]

    def nouns(self, tokens: Sequence[int]) -> frozenset[str]:
        """The nouns that tell of something, as lemmas."""
        pos, lemma = self.words.pos, self.lemma
        found = (lemma[c] for c in tokens if pos[c] == "NOUN" and lemma[c] not in _VAGUE)
        return frozenset(each for each in found if len(each) > _SHORT)

    def names(self, tokens: Sequence[int]) -> frozenset[str]:
        """The words of names."""
        pos, lemma = self.words.pos, self.lemma
        return frozenset(lemma[c] for c in tokens if pos[c] == "PROPN" and len(lemma[c]) > _SHORT)

    def full(self, tokens: Sequence[int]) -> frozenset[str]:
        """The nouns and verbs, as lemmas."""
        pos, lemma = self.words.pos, self.lemma
        kept = (lemma[c] for c in tokens if pos[c] in {"NOUN", "VERB"})
        return frozenset(each for each in kept if each not in _VAGUE)

    def occasions(self, tokens: Sequence[int]) -> frozenset[int]:
        """The numbers of the kinds of occasion named."""
        found = (_OCCASION.get(self.lemma[c], 0) for c in tokens)
        return frozenset(each for each in found if each)


def statements_said(lines: Lines, read: Read) -> list[Said]:
    """What each statement's sentence holds, in the order of `read`."""
    words, clauses = lines.words, read.clauses
    contents = [[clauses.tokens(*span) for span in part.contents] for part in read.parts]
    inside = {token for spans in contents for tokens in spans for token in tokens}
    found = []
    for number, part in enumerate(read.parts):
        reading = read.readings[number]
        sentence = clauses.sentence(part.place)
        tokens = words.in_sentence(sentence)
        frame = [token for token in tokens if token not in inside]
        called = [each.name.text.lower().split() for each in read.speakers[number].names]
        speaker = frozenset(last for each in called for last in each[-1:])
        opening = [c for c in tokens if words.pos[c] not in {"PUNCT", "SPACE"}][:1]
        verb = lines.lemma[reading.place] if reading else _SAY
        found.append(
            Said(
                frame=lines.nouns(frame),
                names=lines.names(tokens) - speaker,
                content=lines.full([token for span in contents[number] for token in span]),
                speaker=speaker,
                verb=frozenset({verb} - {_SAY}),
                occasions=lines.occasions(frame),
                occasions_before=lines.occasions(words.in_sentence(sentence - 1)),
                opening=_OPENING.get(lines.lemma[opening[0]], 0) if opening else 0,
            )
        )
    return found


def times_told(lines: Lines, told: Told) -> list[Dated]:
    """What stands around each time, in the order of `told`."""
    words, found = lines.words, []
    for head, sentence in zip(told.head, told.sentence.tolist(), strict=True):
        tokens = words.in_sentence(sentence)
        verb = _verb(words, head)
        subjects = [c for c in words.children[verb] if words.dep[c].startswith("nsubj")]
        parts = [c for s in subjects for c in words.children[s] if words.dep[c] == "flat"]
        found.append(
            Dated(
                nouns=lines.nouns([c for c in tokens if abs(c - head) <= _WIDE]),
                names=lines.names([c for c in tokens if c != head]),
                words=lines.full(tokens),
                subject=frozenset(lines.lemma[c] for c in [*subjects, *parts]),
                verb=frozenset({lines.lemma[verb]}),
                occasions=lines.occasions([c for c in tokens if abs(c - head) <= _NEAR]),
            )
        )
    return found


def _verb(words: Words, place: int) -> int:
    for _ in range(_UP):
        if words.pos[place] == "VERB" or words.head[place] == place:
            break
        place = words.head[place]
    return place
