"""Reading one sentence as the pipeline does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from transforms.coreference.words import Words
from transforms.extraction import Extractor
from transforms.times.article import times
from transforms.times.model import Time

TUESDAY = date(2024, 4, 9)
Read = Callable[..., list[Time]]


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    def _read(text: str, published_on: date | None = TUESDAY) -> list[Time]:
        return times(Words.of(extractor.nlp(text)), published_on)

    return _read
