"""Reference CSVs (seeds/*.csv) as the frames of the reference tables."""

from __future__ import annotations

import hashlib
from pathlib import Path

import polars as pl

from warehouse.errors import SchemaError, SeedError
from warehouse.frames import conform, empty
from warehouse.overrides import expect_sound
from warehouse.schema import TABLES, Column, Table

_PREFIX = "reference_"


def read_seeds(folder: Path) -> dict[str, pl.DataFrame]:
    """Every reference table by its name, read from `<folder>/<name without reference_>.csv`.

    An empty field is NULL; everything else is taken as it stands ("NA" is Namibia).

    Raises:
        SeedError: a file is missing, or a header or value is not as declared. The message names
            file, row (the first after the header is 1) and value.
    """
    tables = [table for name, table in TABLES.items() if name.startswith(_PREFIX)]
    return {table.name: _seed(folder / _file_name(table), table) for table in tables}


def read_quality(model: Path) -> pl.DataFrame:
    """The table `quality` from `<model>/quality.csv`; empty where a model has no such file.

    Raises:
        SeedError: a header or value is not as declared.
    """
    table, path = TABLES["quality"], model / "quality.csv"
    return _seed(path, table) if path.is_file() else empty(table)


def seeds_version(folder: Path) -> str:
    """12 hexadecimal digits that change when any CSV of the folder does."""
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        raise SeedError(f"{folder} holds no CSV files: name the folder of the reference data")
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _file_name(table: Table) -> str:
    return f"{table.name.removeprefix(_PREFIX)}.csv"


def _seed(path: Path, table: Table) -> pl.DataFrame:
    if not path.is_file():
        raise SeedError(f"{path} is missing: table {table.name} is read from it")
    try:
        raw = pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise SeedError(f"{path} is no CSV in UTF-8: {error}") from error
    header = [column.name for column in table.columns]
    if sorted(raw.columns) != sorted(header):
        raise SeedError(
            f"{path}: the header is {','.join(raw.columns)}, must be {','.join(header)}"
        )
    typed = raw.select(_typed(raw[column.name], column, path) for column in table.columns)
    if table.name == "reference_overrides":
        expect_sound(typed, path)
    try:
        return conform(typed, table)
    except SchemaError as error:
        raise SeedError(f"{path}: {error}") from error


def _typed(values: pl.Series, column: Column, path: Path) -> pl.Series:
    if column.dtype == pl.String():
        return values
    if column.dtype == pl.Boolean():
        read = values.replace_strict({"true": True, "false": False}, default=None).cast(pl.Boolean)
    elif column.dtype == pl.Date():
        read = values.str.to_date("%Y-%m-%d", strict=False)
    else:
        read = values.cast(column.dtype, strict=False)
    wrong = (read.is_null() & values.is_not_null()).arg_true()
    if len(wrong):
        row = wrong[0]
        raise SeedError(
            f"{path}, row {row + 1}: {column.name} is {values[row]!r}, must be {column.dtype}"
        )
    return read
