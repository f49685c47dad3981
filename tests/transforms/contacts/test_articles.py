"""The sample articles hold the contacts that a careful reader finds in them, and no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from transforms.contacts import Contact
from transforms.extraction import Extractor
from transforms.readers import read_file

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def as_expected(contact: Contact, text: str) -> dict[str, Any]:
    place, first = contact.place, contact.day.first
    entities = [each.actor.entity for each in contact.participants]
    return {
        "type": contact.entry.contact_type,
        "participants": [entity.name if entity else None for entity in entities],
        "place": text[place.start : place.end] if place else None,
        "on": first.isoformat() if first else None,
        "status": contact.status,
    }


@pytest.mark.parametrize(
    "path", sorted((SEEDS / "expected").glob("*.json")), ids=lambda path: path.stem
)
def test_the_contacts_of_a_sample_file(extractor: Extractor, path: Path) -> None:
    raw = SEEDS / "articles" / path.stem
    found = read_file(raw.read_bytes(), raw.name, max_bytes=10_000_000).articles
    wanted = json.loads(path.read_text(encoding="utf-8"))["articles"]
    for article, expected in zip(found, wanted, strict=True):
        record = {"article_id": "a", "title": article.title, "text": article.text}
        [read] = extractor.read([record | {"published_on": article.published_on}])
        assert [as_expected(each, article.text) for each in read.contacts] == expected["contacts"]
