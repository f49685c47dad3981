"""Statements on the declared tables of an open build: make, fill, replace, compare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import polars as pl

from warehouse import ddl
from warehouse.connection import Connection, memory
from warehouse.errors import BuildError
from warehouse.frames import schema
from warehouse.schema import TABLES, Table
from warehouse.views import macros, views

_INCOMING = "incoming_rows"


def make_missing(database: Connection, *, replaceable: frozenset[str]) -> list[str]:
    """Make the declared tables that the file lacks, and the `replaceable` ones that differ.

    The names of those that were made come back; they are empty.

    Raises:
        BuildError: another table of the file differs from its declaration.
    """
    declared, found = _declared_sql(), _table_sql(database)
    differing = [name for name, sql in declared.items() if found.get(name, sql) != sql]
    kept = sorted(set(differing) - replaceable)
    if kept:
        raise BuildError(
            f"tables made by another version of onrecord: {', '.join(kept)}. Move the published "
            "file aside and run again over all raw files"
        )
    for name in differing:
        database.execute(f"DROP TABLE {ddl.quoted(name)}")
    made = [name for name in declared if name in differing or name not in found]
    for name in made:
        database.execute(ddl.create_sql(TABLES[name]))
    return made


def make_views(database: Connection) -> None:
    """Make every view and macro as its file has it, with its comments."""
    for view in views():
        for statement in ddl.view_sql(view):
            database.execute(statement)
    for macro in macros():
        for statement in ddl.macro_sql(macro):
            database.execute(statement)


def comment(database: Connection) -> None:
    """Put the meaning of every table and column beside it."""
    for table in TABLES.values():
        for statement in ddl.comment_sql(table):
            database.execute(statement)


@contextmanager
def transaction(database: Connection) -> Iterator[None]:
    """All of the block's changes or none.

    Raises:
        BuildError: a row breaks a key, a reference or a check of its table.
    """
    database.execute("BEGIN")
    try:
        yield
    except BaseException as error:
        database.execute("ROLLBACK")
        if isinstance(error, duckdb.ConstraintException):
            raise BuildError(f"nothing was loaded: {error}") from error
        raise
    database.execute("COMMIT")


@contextmanager
def incoming(database: Connection, frame: pl.DataFrame) -> Iterator[str]:
    """The frame as something that SQL can select from, under the name given."""
    database.register(_INCOMING, frame)
    yield _INCOMING
    # Not after an error: the transaction is aborted then, and its end unregisters the frame.
    database.unregister(_INCOMING)


def insert(database: Connection, table: Table, frame: pl.DataFrame) -> int:
    """Add the rows whose key is not there yet; how many they are.

    Raises:
        BuildError: a row breaks a reference or a check; the message names the table.
    """
    if frame.is_empty():
        return 0
    unless = "ON CONFLICT DO NOTHING" if table.primary_key else ""
    with incoming(database, frame) as rows:
        try:
            added = database.execute(
                f"INSERT INTO {ddl.quoted(table.name)} BY NAME SELECT * FROM {rows} {unless}"
            ).fetchall()
        except duckdb.ConstraintException as error:
            raise BuildError(f"{table.name}: {error}") from error
    return int(added[0][0])


def replace(database: Connection, table: Table, frame: pl.DataFrame) -> bool:
    """Make the frame the table's only rows; False where it held just these, and nothing is done."""
    if _rows(database, table).equals(frame.sort(frame.columns)):
        return False
    database.execute(f"DELETE FROM {ddl.quoted(table.name)}")
    insert(database, table, frame)
    return True


def is_empty(database: Connection, table: Table) -> bool:
    """Whether the table holds no row."""
    return not database.execute(f"SELECT 1 FROM {ddl.quoted(table.name)} LIMIT 1").fetchall()


def _rows(database: Connection, table: Table) -> pl.DataFrame:
    held: pl.DataFrame = database.sql(f"SELECT * FROM {ddl.quoted(table.name)}").pl()
    return held.sort(list(schema(table)))


def _declared_sql() -> dict[str, str]:
    with memory() as scratch:
        for table in TABLES.values():
            scratch.execute(ddl.create_sql(table))
        return _table_sql(scratch)


def _table_sql(database: Connection) -> dict[str, str]:
    rows = database.execute(
        "SELECT table_name, sql FROM duckdb_tables() WHERE database_name = current_database()"
    ).fetchall()
    sql = dict(rows)
    return {name: sql[name] for name in TABLES if name in sql}
