"""Questions to a published file."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from warehouse.connection import reader as read_only
from warehouse.errors import QueryError

__all__ = ["read_only", "run_query"]


def run_query(path: Path, sql: str) -> pl.DataFrame:
    """The rows that the SQL asks for; no columns where it is a statement that returns none.

    Raises:
        QueryError: there is no such file, the SQL is wrong, or it would change something.
    """
    with read_only(path) as connection:
        try:
            answer = connection.sql(sql)
            rows: pl.DataFrame = pl.DataFrame() if answer is None else answer.pl()
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
    return rows
