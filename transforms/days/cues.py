"""What the chooser of days looks at in a statement itself: its cue, its form, its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.days.clauses import Clauses
from transforms.days.rules import Read
from transforms.speakers.model import Parts, Speakers

Ints = npt.NDArray[np.int64]

_KINDS: Final = ("", "speech", "thought", "intention", "perception", "document")
_MODALITIES: Final = ("", "asserted", "possible", "future", "hypothetical", "necessary", "question")
_TAGS: Final = ("", "VBD", "VBG", "VBN", "VBZ", "VBP", "VB", "NN", "NNS", "JJ", "IN")
_RELATIONS: Final = (
    "", "root", "advcl", "acl", "conj", "case", "xcomp", "obj", "parataxis", "obl", "ccomp",
    "nsubj",
)  # fmt: skip
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_LATE: Final = 0.7
_LAST_PARAGRAPH: Final = 6

CUE: Final = {
    "kind": 6, "modality": 7, "negated": 2, "tag": 11, "relation": 12, "past": 2, "open": 2,
    "live": 2, "perfect": 3, "passive": 2, "before": 2, "elsewhen": 2, "then": 2,
}  # fmt: skip
STATEMENT: Final = CUE | {
    "direct": 2, "inside": 2, "speaker": 2, "source": 3, "paragraph": 7, "late": 2,
    "essay": 2, "hours": 2, "weekday": 7,
}  # fmt: skip
"""Features of a statement, and how many values each has."""


def statement_features(words: Words, read: Read) -> Ints:
    """(statements, features) the values of `STATEMENT`, in the order of the article's parts."""
    clauses = read.clauses
    last = max(words.sentence, default=0) + 1
    rows = [
        [
            *_of_cue(words, clauses, read.readings[number]),
            part.is_direct,
            read.inside[number],
            speaker_id(read.speakers[number]) is not None,
            _source(words, clauses, part),
            min(clauses.paragraph(part.place), _LAST_PARAGRAPH),
            clauses.sentence(part.place) / last > _LATE,
            read.is_essay,
            read.is_by_hours,
            read.published_on.weekday(),
        ]
        for number, part in enumerate(read.parts)
    ]
    return np.array(rows, dtype=np.int64).reshape(len(rows), len(STATEMENT))


def speaker_id(speakers: Speakers) -> str | None:
    """The entity_id of the first speaker, None without one."""
    entity = speakers.names[0].entity if speakers.names else None
    return entity.entity_id if entity else None


def class_of(reading: Reading | None) -> str:
    """The class of a cue; empty without a listed one."""
    return reading.cue.cue_class if reading is not None and reading.cue is not None else ""


def _of_cue(words: Words, clauses: Clauses, reading: Reading | None) -> list[int]:
    if reading is None:
        return [0] * len(CUE)
    place = reading.place
    helpers = [c for c in words.children[place] if words.dep[c].startswith("aux")]
    lemmas = {words.lemma[c].lower() for c in helpers}
    had = any(words.text[c].lower() == "had" for c in helpers)
    return [
        _number(_KINDS, reading.cue.statement_kind if reading.cue else ""),
        _number(_MODALITIES, reading.modality),
        reading.negated,
        _number(_TAGS, words.tag[place]),
        _number(_RELATIONS, words.dep[place].split(":")[0].lower()),
        clauses.is_past(place),
        clauses.is_open(place),
        clauses.is_live(place),
        2 if had else int("have" in lemmas),
        "be" in lemmas,
        clauses.is_before(place),
        clauses.is_elsewhen(place),
        clauses.is_back_then(place),
    ]


def _source(words: Words, clauses: Clauses, part: Parts) -> int:
    """0 without a source, 2 where its head is a plural, else 1."""
    if part.source is None:
        return 0
    tokens = clauses.tokens(*part.source)
    tops = [c for c in tokens if words.head[c] not in tokens]
    return 2 if any(words.tag[c] in _PLURAL for c in tops) else 1


def _number(values: Sequence[str], value: str) -> int:
    return values.index(value) if value in values else 0
