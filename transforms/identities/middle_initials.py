"""`John Smith` and `John A. Smith`, where the warehouse knows nobody else of the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from transforms.entities import spelling
from transforms.entities.names import PersonName, person_name
from transforms.identities.model import Known, Pair

REASON: Final = "middle_initial"
_SCORE: Final = 0.9
_Middle = tuple[str, ...]


@dataclass(frozen=True)
class _Bearer:
    entity_id: str
    middle: _Middle
    has_initials: bool
    is_known: bool


def middle_initials(entities: Iterable[Known]) -> Iterator[Pair]:
    """Pairs of persons of our own, in no particular order.

    All who share given name, surname and suffix must fit each other: what one has between given
    name and surname, another has too, abbreviates, or lacks, and an initial is among them. Where a
    second initial, a middle name that it does not abbreviate, or a person of the reference data
    bears the name as well, nobody is merged; nor is `Rafael Edward Cruz` with `Rafael Cruz`, as
    fathers and sons are often told apart so.
    """
    groups: defaultdict[tuple[str, str, str], list[_Bearer]] = defaultdict(list)
    for entity in entities:
        if entity.entity_type != "PERSON":
            continue
        name = person_name(entity.name, {})
        if len(name.tokens) > 1:
            first, last = spelling.word(name.tokens[0]), spelling.word(name.tokens[-1])
            groups[first, last, name.suffix].append(_bearer(entity, name))
    for group in groups.values():
        if len(group) > 1 and _are_one(group):
            ordered = sorted(each.entity_id for each in group)
            yield from (
                Pair(one=one, other=other, reason=REASON, score=_SCORE)
                for one, other in pairwise(ordered)
            )


def _bearer(entity: Known, name: PersonName) -> _Bearer:
    return _Bearer(
        entity_id=entity.entity_id,
        middle=(*map(spelling.word, name.tokens[1:-1]), *name.initials),
        has_initials=bool(name.initials),
        is_known=entity.wikidata_id is not None,
    )


def _are_one(group: Sequence[_Bearer]) -> bool:
    if any(each.is_known for each in group) or not any(each.has_initials for each in group):
        return False
    fullest = max(group, key=lambda each: (len(each.middle), sum(map(len, each.middle))))
    return all(_abbreviates(each.middle, fullest.middle) for each in group)


def _abbreviates(shorter: _Middle, longer: _Middle) -> bool:
    """Whether each initial or name begins the one in its place; nothing fits everything."""
    return all(
        full == each or (len(each) == 1 and full.startswith(each))
        for each, full in zip(shorter, longer, strict=False)
    )
