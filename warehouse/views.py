"""The analysts' views: one file each in sql/views, which starts with what it is.

The file is a SELECT under comment lines: what a row tells, `-- grain: ...`, then one line
`-- column: description` for each column in order. A line indented by three more spaces goes on
with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warehouse.errors import SchemaError

_FOLDER = Path(__file__).parent / "sql" / "views"
_COLUMN = re.compile(r"([a-z0-9_]+): (.+)")


@dataclass(frozen=True, kw_only=True)
class View:
    """One view: its SELECT, what a row tells, and what each column means."""

    name: str
    description: str
    grain: str
    columns: Mapping[str, str]
    select_sql: str


@cache
def views() -> tuple[View, ...]:
    """Every view, in order of name."""
    return tuple(
        parsed(path.stem, path.read_text("utf-8")) for path in sorted(_FOLDER.glob("*.sql"))
    )


def parsed(name: str, sql: str) -> View:
    """The view that a file holds; SchemaError where its header is not as it must be."""
    what, *rest = _header(sql)
    named = dict(_named(name, line) for line in rest)
    grain = named.pop("grain", None)
    if grain is None or not named:
        raise SchemaError(
            f"sql/views/{name}.sql: the header must hold '-- grain: ...' and '-- column: ...' lines"
        )
    return View(name=name, description=what, grain=grain, columns=named, select_sql=sql)


def _header(sql: str) -> list[str]:
    lines: list[str] = []
    for line in _comments(sql):
        if line.startswith("   ") and lines:
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line.strip())
    return lines or [""]


def _comments(sql: str) -> Iterator[str]:
    for line in sql.splitlines():
        if not line.startswith("--"):
            return
        yield line.removeprefix("--").removeprefix(" ")


def _named(name: str, line: str) -> tuple[str, str]:
    match = _COLUMN.fullmatch(line)
    if match is None:
        raise SchemaError(f"sql/views/{name}.sql: {line!r} is no '-- column: description' line")
    return match[1], match[2]
