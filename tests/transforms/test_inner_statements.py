"""Statements inside what is said, by syntax."""

from __future__ import annotations

import pytest

from transforms.extraction import Extractor


def inside(extractor: Extractor, text: str) -> list[tuple[str, ...]]:
    """(source, cue, content) of the statements of a text that are inside another."""
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    ids = {one.statement_id for one in article.statements}
    return [
        tuple(text[slice(*(one.span(part) or (0, 0)))] for part in ("source", "cue", "content"))
        for one in article.statements
        if one.inside_statement_id in ids
    ]


def test_what_somebody_said_that_another_said(extractor: Extractor) -> None:
    text = "Smith said Petrova had promised voters that the bridge would open."
    assert inside(extractor, text) == [("Petrova", "had promised", "that the bridge would open")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova said that the bridge would be closed.",
        "Ana Petrova said you can say that the bridge is closed.",
        "“I say the bridge is closed,” Ana Petrova said.",
    ],
)
def test_what_nobody_is_told_to_have_said(extractor: Extractor, text: str) -> None:
    assert inside(extractor, text) == []
