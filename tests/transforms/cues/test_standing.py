"""Whether what a cue reports is denied, and how far it is a fact."""

from __future__ import annotations

import pytest

from transforms.cues.reading import Reading
from transforms.extraction import Extractor


def reading(extractor: Extractor, text: str) -> Reading:
    """How the cue of a text's first statement is read."""
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    found = article.statements[0].reading
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova did not say that the bridge was closed.",
        "Ana Petrova didn’t say that the bridge was closed.",
        "Nobody said that the bridge was closed.",
        "Ana Petrova neither confirmed nor denied that the bridge was closed.",
        "Ana Petrova stopped short of saying that the bridge was closed.",
        "Ana Petrova declined to comment on the report.",
        "Ana Petrova has yet to say who paid.",
        "Ana Petrova would not say who had paid.",
        "Ana Petrova never promised that the bridge would open.",
    ],
)
def test_what_was_not_said_is_negated(extractor: Extractor, text: str) -> None:
    assert reading(extractor, text).negated


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova said that the bridge was not closed.",
        "Ana Petrova denied that the bridge was closed.",
        "Ana Petrova not only said that the bridge was closed.",
        "“I did not pay,” Ana Petrova said.",
        "Ana Petrova refused to close the bridge.",
    ],
)
def test_what_was_said_is_not(extractor: Extractor, text: str) -> None:
    assert not reading(extractor, text).negated


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ana Petrova said that the bridge may be closed.", "asserted"),
        ("Ana Petrova may have told the president that the bridge was closed.", "possible"),
        ("Ana Petrova reportedly told aides that the bridge was closed.", "possible"),
        ("Ana Petrova will announce that the bridge is closed.", "future"),
        ("Ana Petrova, who is to tell voters that the bridge is closed, left.", "future"),
        ("Ana Petrova would say that the bridge is closed.", "hypothetical"),
        ("If Ana Petrova says that the bridge is closed, nobody will go.", "hypothetical"),
        ("Ana Petrova should say that the bridge is closed.", "necessary"),
        ("Did Ana Petrova say who paid?", "question"),
        ("Ana Petrova would like to see the bridge closed.", "asserted"),
    ],
)
def test_modality(extractor: Extractor, text: str, modality: str) -> None:
    assert reading(extractor, text).modality == modality
