"""The shipped model, loaded once for all tests that read text."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.extraction import Extractor

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(model=ROOT / "models", seeds=ROOT / "seeds", threads=2)
