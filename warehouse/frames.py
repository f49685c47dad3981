"""The declared shape of a frame, and the gate that frames pass before they are stored."""

from __future__ import annotations

import polars as pl

from warehouse.errors import SchemaError
from warehouse.schema.model import Column, Table

__all__ = ["SchemaError", "conform", "empty", "schema"]

_SHOWN = 80


def schema(table: Table) -> pl.Schema:
    """Column names and Polars types of the table, in order."""
    return pl.Schema({column.name: column.dtype for column in table.columns})


def empty(table: Table) -> pl.DataFrame:
    """A frame of the table's columns and no rows."""
    return pl.DataFrame(schema=schema(table))


def conform(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """The same rows with exactly the table's columns, in its order and its types.

    Whole numbers may come in another width, numbers for DOUBLE as whole numbers, and a column of
    nothing but NULL in any type; nothing else is converted.

    Raises:
        SchemaError: a column is missing, unknown or of another type; a NULL or a value outside the
            closed list; a repeated primary key. The message names table, column and value.
    """
    _expect_columns(frame, table)
    frame = frame.select(_typed(frame[column.name], column, table) for column in table.columns)
    for column in table.columns:
        _expect_values(frame[column.name], column, table)
    expect_unique(frame, table)
    return frame


def expect_unique(frame: pl.DataFrame, table: Table) -> None:
    """SchemaError where a primary key (or, without one, a whole row) comes twice."""
    key = list(table.primary_key or frame.columns)
    if frame.select(key).is_duplicated().any():
        row = frame.select(key).filter(frame.select(key).is_duplicated()).row(0, named=True)
        shown = ", ".join(f"{name}={_short(value)}" for name, value in row.items())
        raise SchemaError(f"{table.name}: {shown} comes more than once; it must identify one row")


def _expect_columns(frame: pl.DataFrame, table: Table) -> None:
    declared = [column.name for column in table.columns]
    missing = [name for name in declared if name not in frame.columns]
    unknown = [name for name in frame.columns if name not in declared]
    if missing or unknown:
        raise SchemaError(
            f"{table.name}: missing columns {missing}, unknown columns {unknown}; "
            f"it has {', '.join(declared)}"
        )


def _typed(values: pl.Series, column: Column, table: Table) -> pl.Series:
    if values.dtype == column.dtype:
        return values
    same_family = (values.dtype.is_integer() and column.dtype.is_numeric()) or (
        values.dtype.is_float() and column.dtype.is_float()
    )
    nothing = values.null_count() == len(values)
    if not (same_family or nothing):
        raise SchemaError(
            f"{table.name}.{column.name} is {values.dtype}, must be {column.dtype}: "
            f"{_first(values.drop_nulls())}"
        )
    if nothing:
        return pl.Series(values.name, [None] * len(values), dtype=column.dtype)
    cast = values.cast(column.dtype, strict=False)
    lost = values.filter(cast.is_null() & values.is_not_null())
    if len(lost):
        raise SchemaError(
            f"{table.name}.{column.name}: {_first(lost)} does not fit into {column.dtype}"
        )
    return cast


def _expect_values(values: pl.Series, column: Column, table: Table) -> None:
    where = f"{table.name}.{column.name}"
    if not column.nullable and values.null_count():
        row = values.is_null().arg_true()[0]
        raise SchemaError(f"{where} is NULL in row {row}; it must have a value")
    if column.values:
        strange = values.filter(~values.is_in(list(column.values)) & values.is_not_null())
        if len(strange):
            raise SchemaError(f"{where}: {_first(strange)} is none of {', '.join(column.values)}")


def _first(values: pl.Series) -> str:
    return _short(values[0])


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 3]}..."
