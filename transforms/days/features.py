"""Everything that the chooser of days looks at in one article; training reads the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.days.cues import STATEMENT, class_of, speaker_id, statement_features
from transforms.days.likeness import LIKENESS, SCENE, likeness
from transforms.days.model import Day
from transforms.days.narrative import dated_clauses, dateline_day, is_essay, is_live_page
from transforms.days.pairs import DAY, Places, day_features, nearest
from transforms.days.rules import Read, ruled
from transforms.days.told import Told, told
from transforms.language.encoder import WordScores
from transforms.language.labels import HEADS
from transforms.nesting import outer
from transforms.speakers.model import Parts, Speakers
from transforms.times.model import Time

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

STATEMENTS: Final = list(STATEMENT.values()) + list(SCENE.values()) + [2]
"""How many values each column of `Features.statement` has."""
DAYS: Final = list(DAY.values()) + list(LIKENESS.values())
"""How many values each column of `Features.day` has."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Features:
    """The statements of an article in text order, s of them, and the days that it tells, d of them.

    `order` their numbers; `own_day` the article's day; `statement` (s, features) what `cues` and
    `likeness` make, and last whether a cue without a time of its own tells of what may be said, or
    only dates something else (`days after she warned`); `classes` those of their cues; `day` (s, d,
    features) what `pairs` and `likeness` make, `no_day` (s, features) what `pairs` makes;
    `nearest` (s, d) the number of each day's nearest time, `ruled` (s,) the day by rule: d the
    article's own, d + 1 none. `cue` and `sentence` (s, columns) are the encoder's scores at the cue
    and in its sentence, on average, `time` (t, columns) those at each time.
    """

    order: list[int]
    own_day: Day
    told: Told
    places: Places
    statement: Ints
    classes: list[str]
    day: Ints
    no_day: Ints
    nearest: Ints
    ruled: Ints
    cue: Floats
    sentence: Floats
    time: Floats

    @property
    def is_apart(self) -> Bools:
        """(s,) the last column of `statement`: no day that is told elsewhere can be its own."""
        marked: Bools = self.statement[:, -1] == 1
        return marked


def features(
    words: Words,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    times: Sequence[Time],
    readings: Sequence[Reading | None],
    published_on: date,
    text: str,
    scores: WordScores,
) -> Features:
    """The features of an article; `scores` are the encoder's for its words."""
    order = sorted(range(len(parts)), key=lambda each: parts[each].place)
    parts, speakers, readings = (
        [parts[each] for each in order],
        [speakers[each] for each in order],
        [readings[each] for each in order],
    )
    read = _read(words, parts, speakers, times, readings, published_on, text)
    said = [span for part in parts for span in part.contents]
    days = told(words, read.clauses, said, published_on)
    places = _places(read, days)
    day, no_day = day_features(days, places, published_on)
    alike, scene = likeness(words, read, days, places)
    apart = _is_apart(read) & (places.own < 0)
    mean = MeanScores(words, scores)
    cues = [
        list(reading.tokens) if reading else [read.clauses.at(part.place)]
        for reading, part in zip(readings, parts, strict=True)
    ]
    by_rule = [_column(days, each, published_on) for each in ruled(read)]
    return Features(
        order=order,
        own_day=read.own_day,
        told=days,
        places=places,
        statement=np.concatenate([statement_features(words, read), scene, apart[:, None]], 1),
        classes=[class_of(reading) for reading in readings],
        day=np.concatenate([day, alike], 2),
        no_day=no_day,
        nearest=nearest(days, places),
        ruled=np.array(by_rule, dtype=np.int64),
        cue=mean.of(cues),
        sentence=mean.of([words.in_sentence(words.sentence[tokens[0]]) for tokens in cues]),
        time=mean.of([[head] for head in days.head]),
    )


def _read(
    words: Words,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    times: Sequence[Time],
    readings: Sequence[Reading | None],
    published_on: date,
    text: str,
) -> Read:
    clauses = dated_clauses(words, times, text)
    published = Day(published_on, published_on, "published")
    return Read(
        clauses=clauses,
        parts=parts,
        speakers=speakers,
        readings=readings,
        at_cue=[
            clauses.time(reading.place, part) if reading else (None, False)
            for reading, part in zip(readings, parts, strict=True)
        ],
        inside=[each is not None for each in outer(parts)],
        published_on=published_on,
        own_day=dateline_day(text, published_on) or published,
        is_essay=is_essay(words, parts),
        is_by_hours=is_live_page(text),
    )


def _places(read: Read, days: Told) -> Places:
    places = [part.place for part in read.parts]
    spans = [
        (time.starts_on, min(time.ends_on or date.max, read.published_on)) if time else None
        for time, _ in read.at_cue
    ]
    own = [days.days.index(span) if span in days.days else -1 for span in spans]
    return Places(
        place=np.array(places, dtype=np.int64),
        end=np.array([part.end for part in read.parts], dtype=np.int64),
        sentence=np.array([read.clauses.sentence(place) for place in places], dtype=np.int64),
        paragraph=np.array([read.clauses.paragraph(place) for place in places], dtype=np.int64),
        speaker=[speaker_id(each) for each in read.speakers],
        own=np.array(own, dtype=np.int64),
        is_shared=np.array([is_shared for _, is_shared in read.at_cue], dtype=bool),
    )


def _is_apart(read: Read) -> Bools:
    marks = [
        each is not None and (each.modality != "asserted" or read.clauses.is_before(each.place))
        for each in read.readings
    ]
    return np.array(marks, dtype=bool)


def _column(days: Told, day: Day, published_on: date) -> int:
    """The number of a day by rule: among those told, or after them the article's own, or none."""
    if day.basis in {"published", "dateline"}:
        return len(days.days)
    span = (day.first, min(day.last, published_on)) if day.first and day.last else None
    return days.days.index(span) if span in days.days else len(days.days) + 1


class MeanScores:
    """The encoder's scores of an article's words, on average over tokens."""

    def __init__(self, words: Words, scores: WordScores) -> None:
        self._scores = np.concatenate([scores.heads[name] for name in HEADS], 1)
        rows = np.searchsorted(scores.tokens, np.arange(len(words)), side="right") - 1
        self._rows = np.maximum(rows, 0)

    def of(self, groups: Sequence[Sequence[int]]) -> Floats:
        """(groups, columns) the mean scores of each group of tokens."""
        found = [self._scores[self._rows[list(group)]].mean(0) for group in groups]
        return np.array(found, dtype=np.float32).reshape(len(groups), self._scores.shape[1])
