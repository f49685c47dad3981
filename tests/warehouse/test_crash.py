"""A run that is killed leaves the published file as it was, and the next run works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.warehouse.builders import another_night, published
from warehouse.checks import failures
from warehouse.publish import write_ahead_log
from warehouse.query import run_query

ROOT = Path(__file__).parents[2]

STOP = """
import sys, time
def stop(*_args, **_options):
    print("here", flush=True)
    time.sleep(600)
"""

# The n-th table of the load: some rows are in the open transaction, some not.
IN_LOAD = """
from warehouse import tables
insert = tables.insert
def insert_until_mentions(database, table, frame):
    return stop() if table.name == "mentions" else insert(database, table, frame)
tables.insert = insert_until_mentions
"""

AFTER_LOAD = """
from warehouse.load import Build
Build.finish_run = stop
"""

BEFORE_REPLACE = """
from warehouse import publish
publish._flush = stop
"""

AFTER_REPLACE = """
from warehouse import publish
flush = publish._flush
publish._flush = lambda path: stop() if path.is_dir() else flush(path)
"""

RUN = """
from pathlib import Path
from tests.warehouse import builders
builders.another_night(Path(sys.argv[1]), "r2")
"""


EARLY = {"in load": IN_LOAD, "after load": AFTER_LOAD, "before replace": BEFORE_REPLACE}
LATE = {"after replace": AFTER_REPLACE}


def killed(folder: Path, stopped: str) -> None:
    """Run a second night over the folder's warehouse and kill it where it stops."""
    with subprocess.Popen(
        [sys.executable, "-c", STOP + stopped + RUN, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.kill()


@pytest.mark.parametrize("stopped", EARLY.values(), ids=EARLY)
def test_before_the_file_is_replaced_the_old_one_stays(tmp_path: Path, stopped: str) -> None:
    path = published(tmp_path)
    before = path.read_bytes()
    killed(tmp_path, stopped)
    assert path.read_bytes() == before
    assert not write_ahead_log(path).exists()
    assert (tmp_path / "onrecord.duckdb.next").exists()
    assert run_query(path, "SELECT run_id FROM runs").rows() == [("r1",)]


@pytest.mark.parametrize("stopped", [*EARLY.values(), *LATE.values()], ids=[*EARLY, *LATE])
def test_the_next_run_works(tmp_path: Path, stopped: str) -> None:
    path = published(tmp_path)
    killed(tmp_path, stopped)
    another_night(tmp_path, "r3")
    assert failures(path) == []
    assert "r3" in run_query(path, "SELECT run_id FROM runs")["run_id"]
    assert not (tmp_path / "onrecord.duckdb.next").exists()


def test_once_the_file_is_replaced_the_new_one_is_whole(tmp_path: Path) -> None:
    path = published(tmp_path)
    killed(tmp_path, AFTER_REPLACE)
    assert failures(path) == []
    assert run_query(path, "SELECT run_id FROM runs ORDER BY run_id").rows() == [("r1",), ("r2",)]


def test_a_killed_first_run_leaves_no_published_file(tmp_path: Path) -> None:
    killed(tmp_path, IN_LOAD)
    assert not (tmp_path / "onrecord.duckdb").exists()
    another_night(tmp_path, "r1")
    assert failures(tmp_path / "onrecord.duckdb") == []
