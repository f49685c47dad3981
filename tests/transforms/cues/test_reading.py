"""Which listed cue a cue's words are, and which word is its act."""

from __future__ import annotations

import pytest

from transforms.extraction import Extractor


@pytest.mark.parametrize(
    ("text", "lemma", "cue_class"),
    [
        ("Ana Petrova repeatedly told aides that the bridge was closed.", "tell", "say"),
        ("Ana Petrova called repeatedly for the bridge to be closed.", "call for", "demand"),
        ("The minister called on both sides to stop shooting.", "call on", "urge"),
        ("Ana Petrova denied that the bridge was closed.", "deny", "deny"),
        ("The bridge is closed, according to Ana Petrova.", "according to", "say"),
    ],
)
def test_listed(extractor: Extractor, text: str, lemma: str, cue_class: str) -> None:
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    found = article.statements[0].reading
    assert found is not None
    assert found.cue is not None
    assert (found.lemma, found.cue.cue_class) == (lemma, cue_class)
