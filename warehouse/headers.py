"""The comment lines at the head of a view or macro file, which say what it is.

What it tells, `-- grain: ...`, then one line `-- name: description` for each column or parameter
in order. A line indented by three more spaces goes on with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from warehouse.errors import SchemaError

_NAMED = re.compile(r"([a-z0-9_]+): (.+)")


@dataclass(frozen=True, kw_only=True)
class Header:
    """What a row tells, what one row is, and what each column or parameter means."""

    description: str
    grain: str
    named: Mapping[str, str]


def header(path: str, sql: str, *, what: str) -> Header:
    """The header of a file of which `path` is shown in errors; `what` is a column or parameter.

    Raises:
        SchemaError: it is not as it must be.
    """
    description, *rest = _lines(sql)
    named = dict(_named(path, line, what) for line in rest)
    grain = named.pop("grain", None)
    if grain is None or not named:
        raise SchemaError(
            f"{path}: the header must hold '-- grain: ...' and '-- {what}: ...' lines"
        )
    return Header(description=description, grain=grain, named=named)


def _lines(sql: str) -> list[str]:
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


def _named(path: str, line: str, what: str) -> tuple[str, str]:
    match = _NAMED.fullmatch(line)
    if match is None:
        raise SchemaError(f"{path}: {line!r} is no '-- {what}: description' line")
    return match[1], match[2]
