"""Whether the corrections of seeds/overrides.csv make sense, alone and together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from warehouse.errors import SeedError
from warehouse.schema.columns import ENTITY_TYPES
from warehouse.schema.identities import OVERRIDE_ACTIONS

_ID = re.compile(r"Q[1-9][0-9]*|[eu][a-z2-7]{16}")
_OF_PAIRS = frozenset({"same", "different"})
_ALWAYS = ("entity_id", "reason", "added_on")


@dataclass(frozen=True, kw_only=True)
class _Row:
    line: int
    action: str
    entity_id: str
    other_id: str
    value: str


def expect_sound(overrides: pl.DataFrame, path: Path) -> None:
    """Nothing, where every row is whole and no two contradict each other.

    An entity that no article has named yet is no fault.

    Raises:
        SeedError: naming file, line (the header's is 1), value and what to do.
    """
    rows = []
    for line, row in enumerate(overrides.iter_rows(named=True), start=2):
        for fault in _faults(row):
            raise SeedError(f"{path}, line {line}: {fault}")
        rows.append(
            _Row(
                line=line,
                action=row["action"],
                entity_id=row["entity_id"],
                other_id=row["other_id"] or "",
                value=row["new_value"] or "",
            )
        )
    for line, fault in (*_two_values(rows), *_same_and_different(rows)):
        raise SeedError(f"{path}, line {line}: {fault}")


def _faults(row: dict[str, object]) -> Iterator[str]:
    action = row["action"]
    if action not in OVERRIDE_ACTIONS:
        yield f"action is {action!r}, must be one of {', '.join(OVERRIDE_ACTIONS)}"
    wanted, unwanted = (
        ("other_id", "new_value") if action in _OF_PAIRS else ("new_value", "other_id")
    )
    for name in (*_ALWAYS, wanted):
        if row[name] is None:
            yield f"{name} is empty; {action} needs {', '.join((*_ALWAYS, wanted))}"
    if row[unwanted] is not None:
        yield f"{unwanted} is {row[unwanted]!r}; leave it empty, {action} has none"
    for name in ("entity_id", "other_id"):
        if row[name] is not None and not _ID.fullmatch(str(row[name])):
            yield f"{name} is {row[name]!r}, no entity id: copy it from v_entities"
    if row["entity_id"] == row["other_id"]:
        yield f"entity_id and other_id are both {row['entity_id']!r}: name two entities"
    if action == "type" and row["new_value"] not in ENTITY_TYPES:
        yield f"new_value is {row['new_value']!r}, must be one of {', '.join(ENTITY_TYPES)}"


def _two_values(rows: Sequence[_Row]) -> Iterator[tuple[int, str]]:
    first: dict[tuple[str, str], _Row] = {}
    for row in rows:
        other = first.setdefault((row.action, row.entity_id), row)
        if row.action not in _OF_PAIRS and other.value != row.value:
            yield (
                row.line,
                f"{row.action} of {row.entity_id} to {row.value!r}, in line {other.line} to "
                f"{other.value!r}: remove one",
            )


def _same_and_different(rows: Sequence[_Row]) -> Iterator[tuple[int, str]]:
    """Pairs that are different by one row, and the same by others."""
    linked: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row.action == "same":
            linked[row.entity_id].setdefault(row.other_id, row.line)
            linked[row.other_id].setdefault(row.entity_id, row.line)
    for row in rows:
        lines = _path(row, linked) if row.action == "different" else set()
        if lines:
            shown = ", ".join(map(str, sorted(lines)))
            yield (
                row.line,
                f"{row.entity_id} and {row.other_id} are different here, and the same by line "
                f"{shown}: remove what is wrong",
            )


def _path(row: _Row, linked: dict[str, dict[str, int]]) -> set[int]:
    """The lines that make the two entities of a row the same; none where they are not."""
    reached: dict[str, set[int]] = {row.entity_id: set()}
    waiting = [row.entity_id]
    for each in waiting:
        for other, line in linked.get(each, {}).items():
            if other not in reached:
                reached[other] = reached[each] | {line}
                waiting.append(other)
    return reached.get(row.other_id, set())
