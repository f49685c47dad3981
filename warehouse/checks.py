"""The assertions that gate publishing: one file each in sql/checks, returning offending rows.

The first line of a file is `-- severity: fail` or `-- severity: warn`, the second says what is
wrong with the rows that it returns. Rows hold ids and offsets, never the article's text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import polars as pl

from warehouse.connection import Connection, reader
from warehouse.errors import SchemaError

_FOLDER = Path(__file__).parent / "sql" / "checks"
_HEADER = re.compile(r"-- severity: (fail|warn)\n-- (.+)\n")

Severity = Literal["fail", "warn"]


@dataclass(frozen=True, kw_only=True)
class Check:
    """One assertion; `sql` selects the rows that break it."""

    name: str
    severity: Severity
    message: str
    sql: str


@dataclass(frozen=True, kw_only=True)
class CheckFailure:
    """A check that found something: how many rows in all, and the first of them."""

    name: str
    severity: Severity
    message: str
    count: int
    rows: pl.DataFrame


@cache
def checks() -> tuple[Check, ...]:
    """Every check, in order of name."""
    return tuple(
        parsed(path.stem, path.read_text("utf-8")) for path in sorted(_FOLDER.glob("*.sql"))
    )


def parsed(name: str, sql: str) -> Check:
    """The check that a file holds; SchemaError where its two header lines are not there."""
    match = _HEADER.match(sql)
    if match is None:
        raise SchemaError(
            f"sql/checks/{name}.sql must begin with '-- severity: fail' or '-- severity: warn' and "
            "a second comment line that says what is wrong"
        )
    severity: Severity = "fail" if match[1] == "fail" else "warn"
    return Check(name=name, severity=severity, message=match[2], sql=sql)


def failures(warehouse: Connection | Path, *, limit: int = 20) -> list[CheckFailure]:
    """What is wrong with an open warehouse or a closed file; of each check at most `limit` rows.

    Raises:
        QueryError: the path is no readable warehouse.
    """
    if isinstance(warehouse, Path):
        with reader(warehouse) as connection:
            return failures(connection, limit=limit)
    found = []
    for check in checks():
        rows = warehouse.sql(check.sql).pl()
        if rows.height:
            found.append(
                CheckFailure(
                    name=check.name,
                    severity=check.severity,
                    message=check.message,
                    count=rows.height,
                    rows=rows.head(limit),
                )
            )
    return found
