"""The other parties to each statement of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from transforms.coreference.model import Mention
from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.days.model import Day
from transforms.entities.reference import Reference
from transforms.parties.addressees import addressees
from transforms.parties.channels import channels, origins
from transforms.parties.clause import Clause, Found
from transforms.parties.model import ADDRESSEE, CHANNEL, OBJECT, ORIGIN, Party
from transforms.parties.nouns import Nouns
from transforms.parties.objects import objects
from transforms.parties.occasions import continued
from transforms.speakers.model import Parts, Speakers

_OUTSIDE: Final = frozenset({"preposition:to", "form", "speaking"})
"""Ways of telling whose addressee is no part of what is said."""


def parties(
    words: Words,
    mentions: Sequence[Mention],
    parts: Sequence[Parts],
    readings: Sequence[Reading | None],
    speakers: Sequence[Speakers],
    when: Sequence[Day],
    reference: Reference,
) -> list[tuple[Party, ...]]:
    """The parties of each statement, in the order of `parts`, each statement's in text order.

    `readings`: how its cue is read, None without a cue.
    """
    nouns = Nouns(words, mentions, reference)
    cues = frozenset(place for reading in readings if reading for place in reading.tokens)
    found = [
        () if reading is None else tuple(_parties(words, nouns, part, reading, cues))
        for part, reading in zip(parts, readings, strict=True)
    ]
    return continued(words, mentions, parts, readings, speakers, when, found)


def _parties(
    words: Words, nouns: Nouns, part: Parts, reading: Reading, cues: frozenset[int]
) -> list[Party]:
    acts = _acts(words, reading)
    clause = Clause(words, nouns, reading, acts, cues - set(reading.tokens))
    told = [
        each
        for each in addressees(clause)
        if each[1] not in _OUTSIDE or not _is_content(words, each[0], part)
    ]
    by_role: dict[str, Iterable[Found]] = {
        ADDRESSEE: told,
        OBJECT: objects(clause),
        CHANNEL: channels(clause, [place for place, _, _ in told]),
        ORIGIN: origins(clause),
    }
    found = [
        each
        for role, heads in by_role.items()
        for each in _apart(_all(nouns, role, heads))
        if each.head != reading.place and not _is_source(each, part, role)
    ]
    return sorted(found, key=lambda each: (each.start, each.end, each.role))


def _is_content(words: Words, place: int, part: Parts) -> bool:
    start = int(words.start[place])
    return any(first <= start < last for first, last in part.contents)


def _apart(found: Iterable[Party]) -> Iterator[Party]:
    """Parties that do not overlap, the first of those that do."""
    taken: list[tuple[int, int]] = []
    for each in found:
        if all(each.end <= start or end <= each.start for start, end in taken):
            taken.append((each.start, each.end))
            yield each


def _acts(words: Words, reading: Reading) -> list[int]:
    """The verbs of a cue, its act first, then from the last to the first."""
    others = [place for place in reversed(reading.tokens) if words.pos[place] == "VERB"]
    is_verb = words.pos[reading.place] == "VERB"
    return list(dict.fromkeys([reading.place, *others] if is_verb else others))


def _all(nouns: Nouns, role: str, found: Iterable[Found]) -> Iterator[Party]:
    for head, method, score in found:
        for place in map(nouns.meant, nouns.joined(head)):
            start, end = nouns.span(place)
            yield Party(
                role=role,
                start=start,
                end=end,
                head=place,
                method=method,
                score=score,
                mention=nouns.mention(place),
            )


def _is_source(party: Party, part: Parts, role: str) -> bool:
    """Whether a party stands inside the words of the source: nobody speaks to themselves.

    Not so `a source who spoke to Fox News said`.
    """
    if part.source is None or role in {CHANNEL, ORIGIN} or party.method == "speaking":
        return False
    return part.source[0] <= party.start and party.end <= part.source[1]
