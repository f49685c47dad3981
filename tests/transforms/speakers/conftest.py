"""Marked-up articles with statements: `<s1>[Ann Lee|PERSON]</s1> <q1>said</q1> <c1>so</c1>.`

`s`, `q` and `c` are source, cue and content, the number is the statement's; names as in
`[Ann Lee|PERSON]`, with PERSON, ORG, LOC or MISC.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
import spacy

from transforms.entities.article import Name, Resolved, resolve
from transforms.entities.reference import Reference
from transforms.language.quotes import quoted_mask
from transforms.language.sentences import SentenceComponent
from transforms.speakers import Article, Parts, Speakers

SEEDS = Path(__file__).parents[3] / "seeds"
_TAG = re.compile(r"<(/?)([sqc])(\d)>|\[([^\]|]+)\|([A-Z]+)\]")
Span = tuple[int, int]
Read = Callable[..., list[Speakers]]
Told = Callable[..., list[str]]


def parse(marked: str) -> tuple[str, list[Name], list[Parts]]:
    """The plain text, its names and its statements."""
    text, last = "", 0
    names: list[Name] = []
    opened: dict[str, int] = {}
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for tag in _TAG.finditer(marked):
        text += marked[last : tag.start()]
        last = tag.end()
        closes, part, number, name, label = tag.groups()
        if name:
            names.append(Name(len(text), len(text) + len(name), name, label, 0.9))
            text += name
        elif closes:
            spans[part + number].append((opened[part + number], len(text)))
        else:
            opened[part + number] = len(text)
    text += marked[last:]
    numbers = sorted({key[1] for key in spans})
    return text, names, [_parts(text, spans, number) for number in numbers]


def _parts(text: str, spans: dict[str, list[Span]], number: str) -> Parts:
    contents = spans.get(f"c{number}", [])
    return Parts(
        source=next(iter(spans.get(f"s{number}", [])), None),
        cue=next(iter(spans.get(f"q{number}", [])), None),
        contents=tuple(contents),
        is_direct=all(text[start] in '"“' for start, _ in contents),
    )


def sentences(text: str) -> list[Span]:
    """The sentences' spans as the pipeline cuts them."""
    doc = SentenceComponent()(spacy.blank("en")(text))
    return [(sent.start_char, sent.end_char) for sent in doc.sents]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference.read(SEEDS)


@pytest.fixture(scope="session")
def resolved(reference: Reference) -> Callable[[str, Sequence[Name], date | None], list[Resolved]]:
    """Resolves the names of a text."""

    def _resolved(text: str, names: Sequence[Name], day: date | None) -> list[Resolved]:
        return resolve(names, text=text, title=None, published_on=day, reference=reference)

    return _resolved


@pytest.fixture(scope="session")
def read(
    reference: Reference,
    resolved: Callable[[str, Sequence[Name], date | None], list[Resolved]],
) -> Read:
    """The speakers of a marked-up article of a day."""

    def _read(marked: str, day: str | None = "2024-04-09") -> list[Speakers]:
        text, names, parts = parse(marked)
        on = date.fromisoformat(day) if day else None
        article = Article(
            text,
            parts,
            resolved(text, names, on),
            sentences=sentences(text),
            quoted=quoted_mask(text),
            reference=reference,
            published_on=on,
        )
        return article.speakers()

    return _read


@pytest.fixture(scope="session")
def told(read: Read) -> Told:
    """The speakers of each statement as `Ann Lee, Jan Bos (method)`, or why there are none."""

    def _told(marked: str, **context: str) -> list[str]:
        return [
            f"{', '.join(name.entity.name for name in one.names if name.entity)} ({one.method})"
            if one.names
            else one.method
            for one in read(marked, **context)
        ]

    return _told
