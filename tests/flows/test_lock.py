from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.errors import RunError
from flows.lock import sole_run


def test_the_second_is_told_who_was_first(tmp_path: Path) -> None:
    warehouse = tmp_path / "var" / "w.duckdb"
    with (
        sole_run(warehouse),
        pytest.raises(RunError, match=rf"w\.duckdb\.lock is held by process {os.getpid()} on "),
        sole_run(warehouse),
    ):
        pass


def test_it_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with sole_run(tmp_path / "w.duckdb"):
            pass
