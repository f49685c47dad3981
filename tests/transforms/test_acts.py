"""What a statement's cue says happened, also by who does it."""

from __future__ import annotations

import pytest

from transforms.acts import Act
from transforms.extraction import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Petrova said that the bridge was closed.", Act("speech", "lexicon", "say")),
        ("Ana Petrova believes that the bridge is closed.", Act("thought", "lexicon", "believe")),
        ("The report said that the bridge was closed.", Act("document", "source", "say")),
        ("The analysis revealed that the bridge was closed.", Act("document", "source", "show")),
        ("A poll found that most voters trust her.", Act("document", "lexicon", "show")),
        (
            "Ana Petrova indicated that the bridge was closed.",
            Act("speech", "source", "suggest"),
        ),
    ],
)
def test_acts(extractor: Extractor, text: str, expected: Act) -> None:
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    assert article.statements[0].act == expected
