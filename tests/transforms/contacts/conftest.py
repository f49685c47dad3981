"""A reader of one text, for its contacts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from transforms.extraction import Extractor, ReadArticle

PUBLISHED = date(2024, 4, 9)
Read = Callable[..., ReadArticle]


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """The article that a text makes, published on a Tuesday."""

    def _read(text: str, published_on: date | None = PUBLISHED) -> ReadArticle:
        record = {"article_id": "a", "title": None, "text": text, "published_on": published_on}
        return next(extractor.read([record]))

    return _read
