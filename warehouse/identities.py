"""Which entities are the same, and what overrides make of them, in an open build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import polars as pl

from warehouse import tables
from warehouse.connection import Connection
from warehouse.frames import conform
from warehouse.schema import TABLES
from warehouse.shared import once

Finder: TypeAlias = Callable[[pl.DataFrame, pl.DataFrame], pl.DataFrame]
"""From entity_id, name, entity_type, wikidata_id of all entities and the rows of
reference_overrides to entity_id, same_as, reason, score of the redirects."""

_REDIRECT: Final = ("entity_id", "same_as", "reason", "score")
_FOUND: Final = "SELECT entity_id, name, entity_type, wikidata_id FROM entities ORDER BY entity_id"


def restore(database: Connection) -> None:
    """Give entities the names and types that were found in articles, without overrides."""
    database.execute(
        """
        UPDATE entities SET name = c.found_name, entity_type = c.found_type
        FROM entity_corrections AS c WHERE c.entity_id = entities.entity_id
        """
    )
    database.execute("DELETE FROM entity_corrections")


def reconcile(database: Connection, frames: Mapping[str, pl.DataFrame]) -> None:
    """Make entities and aliases that came again what they are whoever came first."""
    if "entities" in frames:
        _reconcile_entities(database, frames["entities"])
    if "aliases" in frames:
        with tables.incoming(database, frames["aliases"]) as rows:
            database.execute(
                f"""
                UPDATE aliases SET origin = 'reference' FROM {rows} AS new
                WHERE new.alias = aliases.alias AND new.entity_id = aliases.entity_id
                AND new.origin = 'reference' AND aliases.origin <> 'reference'
                """
            )


def resolve(database: Connection, find: Finder, *, run_id: str) -> dict[str, int]:
    """Bring redirects and corrections up to date; how many redirects were added and withdrawn."""
    restore(database)
    overrides = database.sql("SELECT * FROM reference_overrides").pl()
    redirects = find(database.sql(_FOUND).pl(), overrides).select(_REDIRECT)
    changes = _redirect(database, redirects, run_id)
    _correct(database, overrides, dict(redirects.select("entity_id", "same_as").iter_rows()))
    return changes


def _reconcile_entities(database: Connection, frame: pl.DataFrame) -> None:
    with tables.incoming(database, frame.select("entity_id")) as rows:
        held = database.sql(f"SELECT * FROM entities SEMI JOIN {rows} USING (entity_id)").pl()
    merged = once("entities", pl.concat([held, frame]))
    changed = merged.join(held, on=merged.columns, how="anti", nulls_equal=True)
    if changed.is_empty():
        return
    columns = [name for name in merged.columns if name != "entity_id"]
    assignments = ", ".join(f"{name} = new.{name}" for name in columns)
    with tables.incoming(database, changed) as rows:
        database.execute(
            f"UPDATE entities SET {assignments} FROM {rows} AS new "
            "WHERE new.entity_id = entities.entity_id"
        )


def _redirect(database: Connection, redirects: pl.DataFrame, run_id: str) -> dict[str, int]:
    held = database.sql(f"SELECT {', '.join(_REDIRECT)} FROM entity_redirects").pl()
    changes = {
        "withdraw": held.join(redirects, on=_REDIRECT, how="anti"),
        "add": redirects.join(held, on=_REDIRECT, how="anti"),
    }
    with tables.incoming(database, changes["withdraw"]) as rows:
        database.execute(
            f"DELETE FROM entity_redirects WHERE entity_id IN (SELECT entity_id FROM {rows})"
        )
    _insert(database, "entity_redirects", changes["add"], run_id=run_id)
    for op, changed in changes.items():
        _insert(database, "entity_redirect_log", changed, run_id=run_id, op=op)
    return {op: changed.height for op, changed in changes.items()}


def _insert(database: Connection, name: str, frame: pl.DataFrame, **same: str) -> None:
    filled = frame.with_columns(pl.lit(value).alias(column) for column, value in same.items())
    tables.insert(database, TABLES[name], conform(filled, TABLES[name]))


def _correct(database: Connection, overrides: pl.DataFrame, redirects: Mapping[str, str]) -> None:
    """Show the names and types of overrides; what was found goes to entity_corrections."""
    names, types = (_shown(overrides, redirects, action) for action in ("rename", "type"))
    concerned = sorted({*names, *types})
    if not concerned:
        return
    given = pl.DataFrame(
        {
            "entity_id": concerned,
            "name": [names.get(each) for each in concerned],
            "entity_type": [types.get(each) for each in concerned],
        },
        schema=dict.fromkeys(("entity_id", "name", "entity_type"), pl.String()),
    )
    with tables.incoming(database, given) as rows:
        database.execute(
            "INSERT INTO entity_corrections SELECT entity_id, name, entity_type FROM entities "
            f"SEMI JOIN {rows} USING (entity_id)"
        )
        database.execute(
            f"""
            UPDATE entities SET name = coalesce(new.name, entities.name),
                entity_type = coalesce(new.entity_type, entities.entity_type)
            FROM {rows} AS new WHERE new.entity_id = entities.entity_id
            """
        )


def _shown(overrides: pl.DataFrame, redirects: Mapping[str, str], action: str) -> dict[str, str]:
    """entity_id to what overrides give it: itself, or one that is redirected to it."""
    rows = overrides.filter(pl.col("action") == action).sort("entity_id")
    own = dict(rows.select("entity_id", "new_value").iter_rows())
    of_others: dict[str, str] = {}
    for entity_id, value in own.items():
        of_others.setdefault(redirects.get(entity_id, entity_id), value)
    return of_others | own
