"""The analysts' views and macros: one file each in sql/views and sql/macros.

A view's file is a SELECT under a header that names its columns; a macro's is one under a header
that names its parameters, which is asked as a table: `FROM said_by('Lavrov')`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warehouse.headers import header

_SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True, kw_only=True)
class View:
    """One view: its SELECT, what a row tells, and what each column means."""

    name: str
    description: str
    grain: str
    columns: Mapping[str, str]
    select_sql: str


@dataclass(frozen=True, kw_only=True)
class Macro:
    """One macro: its SELECT, what a row tells, and what each parameter means."""

    name: str
    description: str
    grain: str
    parameters: Mapping[str, str]
    select_sql: str


@cache
def views() -> tuple[View, ...]:
    """Every view, in order of name."""
    return tuple(parsed(path.stem, path.read_text("utf-8")) for path in _files("views"))


@cache
def macros() -> tuple[Macro, ...]:
    """Every macro, in order of name."""
    return tuple(parsed_macro(path.stem, path.read_text("utf-8")) for path in _files("macros"))


def parsed(name: str, sql: str) -> View:
    """The view that a file holds; SchemaError where its header is not as it must be."""
    found = header(f"sql/views/{name}.sql", sql, what="column")
    return View(
        name=name,
        description=found.description,
        grain=found.grain,
        columns=found.named,
        select_sql=sql,
    )


def parsed_macro(name: str, sql: str) -> Macro:
    """The macro that a file holds; SchemaError where its header is not as it must be."""
    found = header(f"sql/macros/{name}.sql", sql, what="parameter")
    return Macro(
        name=name,
        description=found.description,
        grain=found.grain,
        parameters=found.named,
        select_sql=sql,
    )


def _files(folder: str) -> list[Path]:
    return sorted((_SQL / folder).glob("*.sql"))
