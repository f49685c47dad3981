"""Statements read from a terminal or a pipe, each up to its semicolon."""

from __future__ import annotations

import sys
from collections.abc import Iterator


def statements() -> Iterator[str]:
    """Statements in the order they come; the last one needs no semicolon."""
    pending = ""
    while (line := _line("onrecord> " if not pending else "      ...> ")) is not None:
        pending += f"{line}\n"
        if line.rstrip().endswith(";"):
            yield pending
            pending = ""
        pending = pending.lstrip()
    if pending:
        yield pending


def _line(label: str) -> str | None:
    if not sys.stdin.isatty():
        return sys.stdin.readline() or None
    # Importing it gives `input` a history and editing keys.
    import readline  # noqa: F401, PLC0415

    try:
        return input(label)
    except EOFError:
        return None
