"""Everything that the chooser of days looks at in one article; training reads the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.days.clauses import Clauses
from transforms.days.cues import class_of, statement_features
from transforms.days.model import Day
from transforms.days.narrative import is_essay, is_live_page
from transforms.days.pairs import Places, day_features, nearest
from transforms.days.rules import ruled
from transforms.days.told import Told, told
from transforms.language.encoder import WordScores
from transforms.language.labels import HEADS
from transforms.speakers.model import Parts, Speakers

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, eq=False)
class Features:
    """The statements of an article in text order, s of them, and the days that it tells, d of them.

    `order` their numbers; `statement` (s, features) and `classes` of their cues, `day` (s, d,
    features), `no_day` (s, features), as `cues` and `pairs` make them; `nearest` (s, d) the number
    of each day's nearest time, `ruled` (s,) the day by rule: d the article's own, d + 1 none;
    `is_apart` (s,) whether a cue without a time of its own tells of what may be said, or only dates
    something else (`days after she warned`). `cue` and `sentence` (s, columns) are the encoder's
    scores at the cue and in its sentence, on average, `time` (t, columns) those at each time.
    """

    order: list[int]
    told: Told
    places: Places
    statement: Ints
    classes: list[str]
    day: Ints
    no_day: Ints
    nearest: Ints
    ruled: Ints
    is_apart: Bools
    cue: Floats
    sentence: Floats
    time: Floats


def features(
    words: Words,
    clauses: Clauses,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    readings: Sequence[Reading | None],
    published_on: date,
    dateline: Day | None,
    text: str,
    scores: WordScores,
) -> Features:
    """The features of an article; `dateline` its day, `scores` the encoder's for its words."""
    by_rule = ruled(words, clauses, parts, speakers, readings, published_on, dateline, text)
    order = sorted(range(len(parts)), key=lambda each: parts[each].place)
    parts, by_rule = [parts[n] for n in order], [by_rule[n] for n in order]
    speakers, readings = [speakers[n] for n in order], [readings[n] for n in order]
    said = [span for part in parts for span in part.contents]
    days = told(words, clauses, said, published_on)
    places = _places(clauses, days, parts, speakers, readings, published_on)
    day, no_day = day_features(days, places, published_on)
    whole = (is_essay(words, parts), is_live_page(text), published_on.weekday())
    seen = Seen(words, scores)
    cues = [
        list(reading.tokens) if reading else [clauses.at(part.place)]
        for reading, part in zip(readings, parts, strict=True)
    ]
    return Features(
        order=order,
        told=days,
        places=places,
        statement=statement_features(words, clauses, parts, readings, speakers, whole),
        classes=[class_of(reading) for reading in readings],
        day=day,
        no_day=no_day,
        nearest=nearest(days, places),
        ruled=np.array([_column(days, each, published_on) for each in by_rule], dtype=np.int64),
        is_apart=_is_apart(clauses, readings) & (places.own < 0),
        cue=seen.mean(cues),
        sentence=seen.mean([seen.sentence(tokens[0]) for tokens in cues]),
        time=seen.mean([[head] for head in days.head]),
    )


def _places(
    clauses: Clauses,
    days: Told,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    readings: Sequence[Reading | None],
    published_on: date,
) -> Places:
    own = []
    for part, reading in zip(parts, readings, strict=True):
        time, is_shared = clauses.time(reading.place, part) if reading else (None, False)
        span = (time.starts_on, min(time.ends_on or date.max, published_on)) if time else None
        own.append((days.days.index(span) if span in days.days else -1, is_shared))
    return Places(
        place=np.array([part.place for part in parts], dtype=np.int64),
        end=np.array([part.end for part in parts], dtype=np.int64),
        sentence=np.array([clauses.sentence(part.place) for part in parts], dtype=np.int64),
        paragraph=np.array([clauses.paragraph(part.place) for part in parts], dtype=np.int64),
        speaker=[_speaker(each) for each in speakers],
        own=np.array([number for number, _ in own], dtype=np.int64),
        is_shared=np.array([shared for _, shared in own], dtype=bool),
    )


def _is_apart(clauses: Clauses, readings: Sequence[Reading | None]) -> Bools:
    return np.array([
        each is not None and (each.modality != "asserted" or clauses.is_before(each.place))
        for each in readings
    ], dtype=bool)  # fmt: skip


def _column(days: Told, day: Day, published_on: date) -> int:
    """The number of a day by rule: among those told, or after them the article's own, or none."""
    if day.basis in {"published", "dateline"}:
        return len(days.days)
    span = (day.first, min(day.last, published_on)) if day.first and day.last else None
    return days.days.index(span) if span in days.days else len(days.days) + 1


def _speaker(speakers: Speakers) -> str | None:
    entity = speakers.names[0].entity if speakers.names else None
    return entity.entity_id if entity else None


class Seen:
    """The encoder's scores of an article's words, by token."""

    def __init__(self, words: Words, scores: WordScores) -> None:
        self._scores = np.concatenate([scores.heads[name] for name in HEADS], 1)
        self._rows = np.searchsorted(scores.tokens, np.arange(len(words)), side="right") - 1
        self._sentences = np.array(words.sentence, dtype=np.int64)

    def mean(self, groups: Sequence[Sequence[int]]) -> Floats:
        """(groups, columns) the mean score of each group of tokens."""
        rows = [np.maximum(self._rows[list(group)], 0) for group in groups]
        found = [self._scores[each].mean(0) for each in rows]
        return np.array(found, dtype=np.float32).reshape(len(groups), self._scores.shape[1])

    def sentence(self, token: int) -> list[int]:
        """The tokens of the sentence that a token is in."""
        first, last = np.searchsorted(
            self._sentences, [self._sentences[token], self._sentences[token] + 1]
        )
        return list(range(int(first), int(last)))
