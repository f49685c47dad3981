"""The other parties to each statement of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transforms.coreference.model import Mention
from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.entities.reference import Reference
from transforms.parties.addressees import Found, addressees
from transforms.parties.channels import channels, origins
from transforms.parties.model import ADDRESSEE, CHANNEL, OBJECT, ORIGIN, Party
from transforms.parties.nouns import Nouns
from transforms.parties.objects import objects
from transforms.speakers.model import Parts


def parties(
    words: Words,
    mentions: Sequence[Mention],
    parts: Sequence[Parts],
    readings: Sequence[Reading | None],
    reference: Reference,
) -> list[tuple[Party, ...]]:
    """The parties of each statement, in the order of `parts`, each statement's in text order.

    `readings`: how its cue is read, None without a cue.
    """
    nouns = Nouns(words, mentions, reference)
    return [
        () if reading is None else tuple(_parties(words, nouns, part, reading))
        for part, reading in zip(parts, readings, strict=True)
    ]


def _parties(words: Words, nouns: Nouns, part: Parts, reading: Reading) -> list[Party]:
    acts = _acts(words, reading)
    told = list(addressees(words, nouns, reading, acts))
    by_role: dict[str, Iterable[Found]] = {
        ADDRESSEE: told,
        OBJECT: objects(words, nouns, reading, acts),
        CHANNEL: channels(words, nouns, acts, [place for place, _, _ in told]),
        ORIGIN: origins(words, nouns, acts),
    }
    found = {
        (role, each.head): each
        for role, heads in by_role.items()
        for each in _all(nouns, role, heads)
        if not _is_source(each, part, role)
    }
    return sorted(found.values(), key=lambda each: (each.start, each.end, each.role))


def _acts(words: Words, reading: Reading) -> list[int]:
    """The verbs of a cue, its act first, then from the last to the first."""
    others = [place for place in reversed(reading.tokens) if words.pos[place] == "VERB"]
    is_verb = words.pos[reading.place] == "VERB"
    return list(dict.fromkeys([reading.place, *others] if is_verb else others))


def _all(nouns: Nouns, role: str, found: Iterable[Found]) -> Iterator[Party]:
    for head, method, score in found:
        for place in nouns.joined(head):
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
    """Whether a party stands inside the words of the source: nobody speaks to themselves."""
    if part.source is None or role in {CHANNEL, ORIGIN}:
        return False
    return part.source[0] <= party.start and party.end <= part.source[1]
