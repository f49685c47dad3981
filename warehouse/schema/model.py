"""What a table is: the one declaration that frames, DDL and dictionary are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its type, its meaning, and what may stand in it.

    `references` names the key that it points at, as "table.column". `check` is an SQL condition on
    this column. `values` is its closed list: each value that may stand here, and what it means.
    """

    name: str
    dtype: pl.DataType
    description: str
    nullable: bool = False
    references: str | None = None
    check: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table: what a row is, what identifies it, its columns in order.

    `checks` are SQL conditions over several columns. A table with no primary key is a list whose
    rows differ from each other as a whole.
    """

    name: str
    grain: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")
