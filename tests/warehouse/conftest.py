"""Where a test publishes, and where it builds."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "onrecord.duckdb"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "onrecord.duckdb.next"
