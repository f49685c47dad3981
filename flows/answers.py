"""The answer to a query on standard output: a table for people, or bytes for programs."""

from __future__ import annotations

import sys
from enum import StrEnum

import polars as pl
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.errors import UsageError


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


def write(rows: pl.DataFrame, form: Format) -> None:
    """Write the rows to standard output; nothing where there are no columns.

    Raises:
        UsageError: Parquet would go to a terminal, or CSV can't hold a column.
    """
    if not rows.columns:
        return
    if form is Format.TABLE:
        _write_table(rows)
    elif form is Format.CSV:
        _write_csv(rows)
    elif form is Format.JSON:
        sys.stdout.buffer.write(rows.write_json().encode() + b"\n")
    elif sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal: send it to a file, ... > rows.parquet")
    else:
        rows.write_parquet(sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _write_csv(rows: pl.DataFrame) -> None:
    for name, kind in rows.schema.items():
        if kind.is_nested():
            raise UsageError(f"CSV can't hold column {name}, a {kind}: choose json or parquet")
    rows.write_csv(sys.stdout.buffer)


def _write_table(rows: pl.DataFrame) -> None:
    table = Table(caption=f"{rows.height} rows", caption_justify="left")
    for name, kind in rows.schema.items():
        table.add_column(Text(name), justify="right" if kind.is_numeric() else "left")
    for row in rows.iter_rows():
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    Console().print(table)
