"""SQL that makes the declared tables and the views, with their meaning as comments."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from warehouse.schema.model import Column, Table
from warehouse.views import Macro, View

_TYPES: dict[pl.DataType, str] = {
    pl.String(): "VARCHAR",
    pl.Boolean(): "BOOLEAN",
    pl.Int32(): "INTEGER",
    pl.Int64(): "BIGINT",
    pl.Float64(): "DOUBLE",
    pl.Date(): "DATE",
    pl.Datetime("us"): "TIMESTAMP",
}


def type_sql(column: Column) -> str:
    """The column's SQL type."""
    return _TYPES[column.dtype]


def quoted(name: str) -> str:
    """The name as an SQL identifier, whatever word it is."""
    return '"' + name.replace('"', '""') + '"'


def create_sql(table: Table) -> str:
    """CREATE TABLE with every key, reference and check of the declaration."""
    lines = [_column_sql(column) for column in table.columns]
    if table.primary_key:
        lines.append(f"PRIMARY KEY ({', '.join(map(quoted, table.primary_key))})")
    lines.extend(f"CHECK ({check})" for check in table.checks)
    body = ",\n    ".join(lines)
    return f"CREATE TABLE {quoted(table.name)} (\n    {body}\n)"


def comment_sql(table: Table) -> Iterator[str]:
    """COMMENT ON for the table and each column."""
    name = quoted(table.name)
    yield f"COMMENT ON TABLE {name} IS {_literal(about(table))}"
    for column in table.columns:
        yield f"COMMENT ON COLUMN {name}.{quoted(column.name)} IS {_literal(meaning(column))}"


def view_sql(view: View) -> Iterator[str]:
    """CREATE OR REPLACE VIEW, and COMMENT ON for it and each column."""
    name = quoted(view.name)
    yield f"CREATE OR REPLACE VIEW {name} AS\n{view.select_sql}"
    yield f"COMMENT ON VIEW {name} IS {_literal(about(view))}"
    for column, description in view.columns.items():
        yield f"COMMENT ON COLUMN {name}.{quoted(column)} IS {_literal(description)}"


def macro_sql(macro: Macro) -> Iterator[str]:
    """CREATE OR REPLACE MACRO, and COMMENT ON for it."""
    name = quoted(macro.name)
    parameters = ", ".join(map(quoted, macro.parameters))
    yield f"CREATE OR REPLACE MACRO {name}({parameters}) AS TABLE\n{macro.select_sql}"
    yield f"COMMENT ON MACRO TABLE {name} IS {_literal(about(macro))}"


def about(item: Table | View | Macro) -> str:
    """What a table, view or macro holds, and what one row of it is."""
    return f"{item.description} Grain: {item.grain}."


def meaning(column: Column) -> str:
    """The column's description, its closed list, and what it references."""
    parts = [column.description]
    if column.values:
        listed = "; ".join(f"{value} = {means}" for value, means in column.values.items())
        parts.append(f"One of: {listed}.")
    if column.references:
        parts.append(f"References {column.references}.")
    return " ".join(parts)


def _column_sql(column: Column) -> str:
    parts = [quoted(column.name), type_sql(column)]
    if not column.nullable:
        parts.append("NOT NULL")
    if column.references:
        table, key = column.references.split(".")
        parts.append(f"REFERENCES {quoted(table)} ({quoted(key)})")
    if column.check:
        parts.append(f"CHECK ({column.check})")
    if column.values:
        listed = ", ".join(map(_literal, column.values))
        parts.append(f"CHECK ({quoted(column.name)} IN ({listed}))")
    return " ".join(parts)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
