"""Marked-up articles: `[Mr. Lavrov|PERSON] met [Wang Yi|PERSON]` to names, and what they become."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from transforms.entities.article import Name, Resolved, resolve
from transforms.entities.reference import Reference

SEEDS = Path(__file__).parents[3] / "seeds"
_MARKED = re.compile(r"\[([^\]|]+)\|([A-Z]+)\]")


def parse(marked: str) -> tuple[str, list[Name]]:
    """The plain text, and the names that were marked in it."""
    text, names, last = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[last : found.start()]
        names.append(Name(len(text), len(text) + len(found[1]), found[1], found[2], 0.9))
        text += found[1]
        last = found.end()
    return text + marked[last:], names


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference.read(SEEDS)


@pytest.fixture(scope="session")
def look(reference: Reference) -> Callable[..., list[Resolved]]:
    """Resolves a marked-up article of a day."""

    def _look(marked: str, day: str | None = "2024-04-09", title: str = "") -> list[Resolved]:
        text, names = parse(marked)
        on = date.fromisoformat(day) if day else None
        return resolve(names, text=text, title=title, published_on=on, reference=reference)

    return _look


@pytest.fixture(scope="session")
def told(look: Callable[..., list[Resolved]]) -> Callable[..., list[str]]:
    """Each name of a marked-up article as `text = entity (method)`."""

    def _told(marked: str, **context: str) -> list[str]:
        return [
            f"{each.name.text} = {each.entity.name if each.entity else '-'} ({each.link_method})"
            for each in look(marked, **context)
        ]

    return _told
