"""To whom a speaker goes on speaking: the addressee told once for several statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.days.model import Day
from transforms.parties.model import ADDRESSEE, Party
from transforms.speakers.model import Parts, Speakers

_TELLING: Final = frozenset({"told", "preposition:to", "form", "speaking"})
_GOING_ON: Final = frozenset("say explain claim emphasize announce promise warn admit".split())
"""Classes of what may go on from what was told before."""
_INHERITED: Final = "inherited"
_GIVEN: Final = _TELLING | {_INHERITED}
_BEFORE, _FAR = 2, 4
_SURE: Final = 0.8
"""How much less sure it is that an addressee is that of another statement too; not measured."""


def continued(
    words: Words,
    parts: Sequence[Parts],
    readings: Sequence[Reading | None],
    speakers: Sequence[Speakers],
    when: Sequence[Day],
    found: Sequence[tuple[Party, ...]],
) -> list[tuple[Party, ...]]:
    """`found` with the addressee of the statement beside it where one speaker goes on.

    That is one of the speaker's statements of that day in the two sentences before: `he told
    reporters. He added`.
    """
    order = sorted(range(len(parts)), key=lambda each: parts[each].place)
    result = list(found)
    for at, number in enumerate(order):
        if _has_own(result[number]) or not _is_plain(readings[number]):
            continue
        here = _sentence(words, readings[number])
        for other in reversed(order[max(0, at - _FAR) : at]):
            told = [each for each in result[other] if each.role == ADDRESSEE]
            is_near = here - _sentence(words, readings[other]) <= _BEFORE
            is_near = is_near and _is_one_day(when[number], when[other])
            is_one = is_near and _is_one_speaker(speakers[number], speakers[other])
            if told and is_one and all(each.method in _GIVEN for each in told):
                more = (_again(each) for each in told)
                result[number] = (*result[number], *more)
                break
    return result


def _again(party: Party) -> Party:
    score = party.score if party.method == _INHERITED else round(party.score * _SURE, 4)
    return replace(party, method=_INHERITED, score=score)


def _has_own(parties: Sequence[Party]) -> bool:
    return any(each.role == ADDRESSEE for each in parties)


def _is_plain(reading: Reading | None) -> bool:
    """Whether a cue tells that something was said and no more, so that it may go on."""
    if reading is None or reading.cue is None or reading.negated:
        return False
    return reading.cue.statement_kind == "speech" and reading.cue.cue_class in _GOING_ON


def _is_one_speaker(one: Speakers, other: Speakers) -> bool:
    own = {name.entity.entity_id for name in one.names if name.entity}
    return bool(own & {name.entity.entity_id for name in other.names if name.entity})


def _is_one_day(one: Day, other: Day) -> bool:
    return one.first is None or other.first is None or one.first == other.first


def _sentence(words: Words, reading: Reading | None) -> int:
    return -_FAR if reading is None else words.sentence[reading.place]
