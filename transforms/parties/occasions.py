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
_JOINED: Final = frozenset({"conj", "advcl"})
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

    That is the statement whose verb the cue is joined to (`told reporters this and added`), or one
    of the speaker's of that day in the two sentences before: `he told reporters. He added`.
    """
    order = sorted(range(len(parts)), key=lambda each: parts[each].place)
    result = list(found)
    for at, number in enumerate(order):
        if _has_own(result[number]):
            continue
        more = _joined(words, readings, number, order, result)
        if not more and _is_plain(readings[number]):
            here = _sentence(words, readings[number])
            near = [
                other
                for other in reversed(order[max(0, at - _FAR) : at])
                if here - _sentence(words, readings[other]) <= _BEFORE
                and _is_one_day(when[number], when[other])
                and _is_one_speaker(speakers[number], speakers[other])
            ]
            given = (_told(words, result[other], parts) for other in near)
            more = next((told for told in given if told), [])
        result[number] = (*result[number], *map(_again, more))
    return result


def _told(words: Words, found: Sequence[Party], parts: Sequence[Parts]) -> list[Party]:
    """Whom a statement is told to, where that may go on; not who is only spoken of: `I told them`.

    None at all where one of them was told in another way.
    """
    told = [each for each in found if each.role == ADDRESSEE]
    quoted = [span for part in parts if part.is_direct for span in part.contents]
    told = [
        each
        for each in told
        if not any(first <= int(words.start[each.head]) < last for first, last in quoted)
    ]
    return told if all(each.method in _GIVEN for each in told) else []


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


def _joined(
    words: Words,
    readings: Sequence[Reading | None],
    number: int,
    order: Sequence[int],
    found: Sequence[tuple[Party, ...]],
) -> list[Party]:
    """Whom the verb that a cue is joined to is addressed to: `told reporters this and added`."""
    reading = readings[number]
    if reading is None or reading.cue is None or reading.cue.statement_kind != "speech":
        return []
    above = words.head[reading.place]
    if words.dep[reading.place] not in _JOINED or above >= reading.place:
        return []
    for other in order:
        before = readings[other]
        if before is not None and before.place == above:
            told = (each for each in found[other] if each.role == ADDRESSEE)
            return [each for each in told if each.method in _GIVEN]
    return []
