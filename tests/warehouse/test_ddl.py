"""Declared tables, made and read back."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import polars as pl
import pytest

from warehouse import ddl
from warehouse.connection import Connection, memory
from warehouse.frames import schema
from warehouse.schema import TABLES, Column, Table
from warehouse.tables import comment, make_views
from warehouse.views import macros, views


@pytest.fixture(scope="module")
def database() -> Iterator[Connection]:
    with memory() as connection:
        for table in TABLES.values():
            connection.execute(ddl.create_sql(table))
        make_views(connection)
        comment(connection)
        yield connection


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_reads_back_as_declared(database: Connection, table: Table) -> None:
    assert database.sql(f"SELECT * FROM {table.name}").pl().schema == schema(table)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_database_knows_every_constraint(database: Connection, table: Table) -> None:
    rows = database.execute(
        "SELECT constraint_type, constraint_column_names, referenced_table, "
        "referenced_column_names FROM duckdb_constraints() WHERE table_name = ?",
        [table.name],
    ).fetchall()
    keys = [tuple(columns) for kind, columns, *_ in rows if kind == "PRIMARY KEY"]
    required = {columns[0] for kind, columns, *_ in rows if kind == "NOT NULL"}
    references = {
        (columns[0], f"{target}.{keys[0]}")
        for kind, columns, target, keys in rows
        if kind == "FOREIGN KEY"
    }
    checks = sum(kind == "CHECK" for kind, *_ in rows)
    assert keys == ([table.primary_key] if table.primary_key else [])
    assert required == {column.name for column in table.columns if not column.nullable}
    assert references == {
        (column.name, column.references) for column in table.columns if column.references
    }
    assert checks == len(table.checks) + sum(
        bool(column.check) + bool(column.values) for column in table.columns
    )


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_table_and_column_carries_its_meaning(database: Connection, table: Table) -> None:
    [(about,)] = database.execute(
        "SELECT comment FROM duckdb_tables() WHERE table_name = ?", [table.name]
    ).fetchall()
    columns = database.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ?", [table.name]
    ).fetchall()
    assert about == ddl.about(table)
    assert dict(columns) == {column.name: ddl.meaning(column) for column in table.columns}


def test_every_view_and_its_columns_carry_their_meaning(database: Connection) -> None:
    for view in views():
        [(about,)] = database.execute(
            "SELECT comment FROM duckdb_views() WHERE view_name = ?", [view.name]
        ).fetchall()
        columns = database.execute(
            "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ?", [view.name]
        ).fetchall()
        assert about == ddl.about(view)
        assert dict(columns) == view.columns


def test_every_macro_carries_its_meaning(database: Connection) -> None:
    for macro in macros():
        [(parameters, about)] = database.execute(
            "SELECT parameters, comment FROM duckdb_functions() WHERE function_name = ?",
            [macro.name],
        ).fetchall()
        assert parameters == list(macro.parameters)
        assert about == ddl.about(macro)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ("('', 'm', 0, 0, 1)", "CHECK constraint failed"),
        ("('t', 'c', 'm', 'x', 'y')", "Conversion"),
        ("(NULL, 't', 'c', 'm', 1)", "NOT NULL constraint failed"),
    ],
)
def test_the_database_refuses_what_the_declaration_forbids(
    database: Connection, values: str, message: str
) -> None:
    with pytest.raises(duckdb.Error, match=message):
        database.execute(f"INSERT INTO quality VALUES {values}")


def test_names_and_texts_can_hold_quotation_marks() -> None:
    table = Table(
        name='a"b',
        grain="one row",
        description="It's one.",
        columns=(Column(name="end", dtype=pl.String(), description="x", values={"it's": "so"}),),
    )
    with memory() as connection:
        connection.execute(ddl.create_sql(table))
        for statement in ddl.comment_sql(table):
            connection.execute(statement)
        found = connection.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall()
    assert found == [('a"b', "It's one. Grain: one row.")]
