"""Pairs of entities that are the same -> redirects from each entity to the one that stands for all.

A function of what the warehouse holds, never of the order or the night in which it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from transforms.entities import spelling
from transforms.identities.groups import Groups
from transforms.identities.middle_initials import middle_initials
from transforms.identities.model import Known, Pair

_SCHEMA = {
    "entity_id": pl.String(),
    "same_as": pl.String(),
    "reason": pl.String(),
    "score": pl.Float64(),
}


def redirects(entities: pl.DataFrame, overrides: pl.DataFrame) -> pl.DataFrame:
    """entity_id, same_as, reason and score of each entity that is the same as another.

    `entities` holds entity_id, name, entity_type and wikidata_id of all there are, `overrides` the
    rows of reference_overrides. What stands for several is one with a Wikidata id, else the one
    with the longest name, and of those the first by id. An override goes before every rule; one
    that names an entity which is not there waits until it is.
    """
    known = {row["entity_id"]: Known(**row) for row in entities.iter_rows(named=True)}
    groups = Groups(apart=[(each.one, each.other) for each in _overridden(overrides, "different")])
    candidates = (*_overridden(overrides, "same"), *sorted(middle_initials(known.values())))
    links = _Links(pair for pair in candidates if groups.join(pair.one, pair.other))
    rows = [row for group in groups.of_several() for row in _rows(group, known, links)]
    return pl.DataFrame(sorted(rows), schema=_SCHEMA, orient="row")


def _overridden(overrides: pl.DataFrame, action: str) -> list[Pair]:
    rows = overrides.filter(pl.col("action") == action).select("entity_id", "other_id")
    return sorted(
        Pair(one=min(row), other=max(row), reason="override", score=1.0) for row in rows.iter_rows()
    )


class _Links:
    """The accepted pairs, from either side."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._of: defaultdict[str, list[tuple[str, Pair]]] = defaultdict(list)
        for pair in pairs:
            self._of[pair.one].append((pair.other, pair))
            self._of[pair.other].append((pair.one, pair))

    def reached(self, begin: str) -> dict[str, tuple[str, float]]:
        """Every id that leads to `begin`: the reason of its first step, the weakest score."""
        found = {begin: ("", 1.0)}
        waiting = [begin]
        for each in waiting:
            _, score = found[each]
            for other, pair in self._of[each]:
                if other not in found:
                    found[other] = (pair.reason, min(score, pair.score))
                    waiting.append(other)
        return found


def _rows(
    group: Iterable[str], known: Mapping[str, Known], links: _Links
) -> Iterator[tuple[str, str, str, float]]:
    there = [known[each] for each in group if each in known]
    if len(there) < 2:
        return
    final = min(there, key=_standing).entity_id
    for entity_id, (reason, score) in links.reached(final).items():
        if entity_id in known and entity_id != final:
            yield entity_id, final, reason, score


def _standing(entity: Known) -> tuple[bool, int, str]:
    length = len(spelling.identity(entity.entity_type, entity.name))
    return entity.wikidata_id is None, -length, entity.entity_id
