"""To whom a speaker goes on speaking: the addressee told once for several statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.parties.model import ADDRESSEE, Party
from transforms.speakers.model import Parts, Speakers

_TELLING: Final = frozenset({"told", "preposition:to", "form", "speaking"})
_SURE: Final = 0.8
"""How often the addressee of the statement beside is that of this one too."""


def continued(
    words: Words,
    parts: Sequence[Parts],
    readings: Sequence[Reading | None],
    speakers: Sequence[Speakers],
    found: Sequence[tuple[Party, ...]],
) -> list[tuple[Party, ...]]:
    """`found` with the addressee of the statement beside it where one speaker goes on.

    That is the statement before or after, in the same paragraph; `he told reporters. He added`.
    """
    order = sorted(range(len(parts)), key=lambda each: parts[each].place)
    result = list(found)
    for at, number in enumerate(order):
        if _has_own(result[number]) or not _is_plain(readings[number]):
            continue
        for other in (*order[max(0, at - 1) : at], *order[at + 1 : at + 2]):
            told = [each for each in result[other] if each.role == ADDRESSEE]
            is_one = _is_one_speaker(speakers[number], speakers[other])
            is_near = _paragraph(words, readings[number]) == _paragraph(words, readings[other])
            if told and is_one and is_near and all(each.method in _TELLING for each in told):
                more = (
                    replace(each, method="inherited", score=round(each.score * _SURE, 4))
                    for each in told
                )
                result[number] = (*result[number], *more)
                break
    return result


def _has_own(parties: Sequence[Party]) -> bool:
    return any(each.role == ADDRESSEE for each in parties)


def _is_plain(reading: Reading | None) -> bool:
    """Whether a cue tells that something was said and no more, so that it may go on."""
    if reading is None or reading.cue is None or reading.negated:
        return False
    return reading.cue.statement_kind == "speech" and reading.cue.cue_class in _GOING_ON


_GOING_ON: Final = frozenset("say explain claim emphasize announce promise warn admit".split())


def _is_one_speaker(one: Speakers, other: Speakers) -> bool:
    own = {name.entity.entity_id for name in one.names if name.entity}
    return bool(own & {name.entity.entity_id for name in other.names if name.entity})


def _paragraph(words: Words, reading: Reading | None) -> int:
    return -1 if reading is None else words.paragraph[reading.place]
