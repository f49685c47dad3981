"""The days of an article's statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.days.chooser import NONE, OWN, Chooser
from transforms.days.clauses import Clauses
from transforms.days.features import Features, features
from transforms.days.model import UNKNOWN, Day
from transforms.days.narrative import dated_clauses
from transforms.language.encoder import WordScores
from transforms.speakers.model import Parts, Speakers
from transforms.times.model import Time


def days(
    words: Words,
    parts: Sequence[Parts],
    speakers: Sequence[Speakers],
    times: Sequence[Time],
    readings: Sequence[Reading | None],
    published_on: date | None,
    text: str,
    *,
    scores: WordScores | None,
    chooser: Chooser,
) -> list[Day]:
    """The day of each statement, in the order of `parts`.

    `times` in text order, `readings` how the cues are read, `scores` the encoder's for the words.
    Of an article without a day of publication only a time at a cue tells.
    """
    if published_on is None or scores is None or not parts:
        clauses = dated_clauses(words, times, text)
        return [_own(clauses, *each) for each in zip(parts, readings, strict=True)]
    seen = features(words, parts, speakers, times, readings, published_on, text, scores)
    return _chosen(seen, chooser, speakers)


def _chosen(seen: Features, chooser: Chooser, speakers: Sequence[Speakers]) -> list[Day]:
    """The likeliest day of each statement, in the order of the article's parts."""
    found = [UNKNOWN] * len(seen.order)
    chances = chooser.chances(seen)
    chances[seen.is_apart, :NONE] = 0
    before = UNKNOWN
    for row, number in enumerate(seen.order):
        best = int(chances[row].argmax())
        score = round(float(chances[row, best]), 4)
        if row and speakers[number].method == "quotation_continued":
            found[number] = before
        elif best < len(seen.told.days):
            first, last = seen.told.days[best]
            found[number] = Day(first, last, _basis(seen, row, best), score)
        else:
            is_own = best == chances.shape[1] + OWN
            found[number] = replace(seen.own_day if is_own else UNKNOWN, score=score)
        before = found[number]
    return found


def _basis(seen: Features, row: int, day: int) -> str:
    is_at_cue = seen.places.own[row] == day and not seen.places.is_shared[row]
    return "explicit" if is_at_cue else "inherited"


def _own(clauses: Clauses, part: Parts, reading: Reading | None) -> Day:
    """The day of the time at a cue; unknown without one."""
    time, is_shared = clauses.time(reading.place, part) if reading else (None, False)
    if time is None:
        return UNKNOWN
    return Day(time.starts_on, time.ends_on, "inherited" if is_shared else "explicit", None)
