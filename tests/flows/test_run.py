from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows.lock import sole_run
from warehouse.query import read_only, run_query
from warehouse.schema import TABLES

Command = Callable[..., Any]
Environ = dict[str, str]

ARTICLE = (
    "date 2024-04-09\ntitle Talks\npublisher The Gazette\n\nThe envoy said {} talks will go on.\n"
)


@pytest.fixture
def landing(tmp_path: Path) -> Path:
    """Three articles in three files, the third in a folder below, and one file that is no text."""
    folder = tmp_path / "landing"
    (folder / "below").mkdir(parents=True)
    for name, word in (("1.txt", "first"), ("2.txt", "second"), ("below/3.txt", "third")):
        (folder / name).write_text(ARTICLE.format(word), encoding="utf-8")
    (folder / "scan.bin").write_bytes(bytes(range(256)) * 20)
    return folder


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return tmp_path / "var" / "onrecord.duckdb"


def _tables(warehouse: Path) -> dict[str, pl.DataFrame]:
    return {
        name: run_query(warehouse, f"SELECT * FROM {name} ORDER BY ALL")
        for name in TABLES
        if name != "runs"
    }


def _count(warehouse: Path, table: str) -> int:
    return int(run_query(warehouse, f"SELECT count(*) FROM {table}").item())


def test_a_run_on_a_server_of_its_own_and_one_with_nothing_new(
    onrecord: Command, landing: Path, warehouse: Path
) -> None:
    first = onrecord("run")

    assert first.returncode == 0, first.stderr
    assert "files       4 seen, 4 new, 0 duplicate, 1 rejected" in first.stdout
    assert "articles    3 added" in first.stdout
    assert "rejected    1 by binary" in first.stdout
    assert "published   var/onrecord.duckdb" in first.stdout
    assert "reading files: 4 of 4" in first.stderr
    for output in (first.stdout, first.stderr):
        assert "talks will go on" not in output
        assert "leaked" not in output
        assert "Traceback" not in output
    before = _tables(warehouse)
    assert before["articles"].height == 3
    assert before["entities"]["name"].to_list() == ["Atlantis"]

    (landing / "again.txt").write_bytes((landing / "1.txt").read_bytes())
    second = onrecord("run", "landing", "--strict")

    assert second.returncode == 0, second.stderr
    assert "files       5 seen, 0 new, 0 duplicate, 0 rejected" in second.stdout
    after = _tables(warehouse)
    for name, rows in before.items():
        assert after[name].equals(rows), name
    runs = run_query(warehouse, "SELECT * FROM runs ORDER BY started_at")
    assert runs["status"].to_list() == ["published", "published"]
    assert runs["files_seen"].to_list() == [4, 5]
    assert runs["articles_added"].to_list() == [3, 0]
    assert [path.name for path in warehouse.parent.glob("*.next")] == []


def test_readers_keep_what_they_opened_and_new_ones_see_the_new_file(
    onrecord: Command, prefect: Environ, landing: Path, warehouse: Path
) -> None:
    assert onrecord("run", landing / "1.txt", environ=prefect).returncode == 0
    with read_only(warehouse) as reader:
        answer = onrecord("run", landing, "--strict", environ=prefect)

        assert answer.returncode == 3, answer.stderr
        assert "files       4 seen, 3 new, 0 duplicate, 1 rejected" in answer.stdout
        assert reader.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
        assert _count(warehouse, "articles") == 3


def test_poison_is_isolated_and_never_quoted(
    onrecord: Command, prefect: Environ, landing: Path, warehouse: Path
) -> None:
    for name in ("POISON", "DEADLY"):
        (landing / f"{name}.txt").write_text(ARTICLE.format(name), encoding="utf-8")

    answer = onrecord("run", landing, environ=prefect)

    assert answer.returncode == 0, answer.stderr
    assert "articles    3 added" in answer.stdout
    assert "rejected    2 by extraction_failed" in answer.stdout
    assert "talks will go on" not in answer.stdout + answer.stderr
    rejects = run_query(
        warehouse,
        "SELECT files.uri, files.status, rejects.record_no, detail FROM rejects "
        "JOIN files USING (file_id) WHERE rule = 'extraction_failed' ORDER BY uri",
    )
    assert [Path(uri).name for uri in rejects["uri"]] == ["DEADLY.txt", "POISON.txt"]
    assert rejects["status"].to_list() == ["rejected", "rejected"]
    assert rejects["record_no"].to_list() == [1, 1]
    assert rejects["detail"][0] == "BrokenProcessPool"
    assert rejects["detail"][1].startswith("ValueError at fakes.py:")


@pytest.mark.parametrize(
    ("extractor", "told"),
    [
        ("Overlong", ["sentence_in_text (fail)", "'end_char': ", "nothing was published"]),
        ("Broken", ["tests.flows.fakes:Broken can't be made", "encoder.onnx is missing"]),
    ],
)
def test_a_run_that_fails_leaves_the_published_file(
    onrecord: Command,
    prefect: Environ,
    landing: Path,
    warehouse: Path,
    extractor: str,
    told: list[str],
) -> None:
    assert onrecord("run", landing / "1.txt", environ=prefect).returncode == 0
    published = warehouse.read_bytes()

    changed = prefect | {"ONRECORD_EXTRACTOR": f"tests.flows.fakes:{extractor}"}
    answer = onrecord("run", landing, environ=changed)

    assert answer.returncode == 1
    for words in told:
        assert words in answer.stderr
    assert "Traceback" not in answer.stderr
    assert "leaked" not in answer.stderr
    assert warehouse.read_bytes() == published
    assert [path.name for path in warehouse.parent.glob("*.next")] == []


def test_a_second_run_is_told_who_is_at_work(
    onrecord: Command, prefect: Environ, landing: Path, warehouse: Path
) -> None:
    with sole_run(warehouse):
        answer = onrecord("run", landing, environ=prefect)
    assert answer.returncode == 1
    assert f"is held by process {os.getpid()} on " in answer.stderr
    assert not warehouse.exists()


KILLED = """
import os
import pathlib
import signal
import sys

from flows.run import run
from flows.settings import read
from warehouse.load import Build


def dead(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def dead_in_load(self, frames, load=Build.load):
    load(self, frames)
    dead()


def dead_in_publish(self, target, replace=pathlib.Path.replace):
    return dead() if self.suffix == ".next" else replace(self, target)


if __name__ == "__main__":
    if sys.argv[1] == "load":
        Build.load = dead_in_load
    else:
        pathlib.Path.replace = dead_in_publish
    run([pathlib.Path(sys.argv[2])], read())
"""


@pytest.mark.parametrize("moment", ["load", "publish"])
def test_a_run_killed_at_any_moment_loses_nothing(
    onrecord: Command,
    command: Command,
    prefect: Environ,
    landing: Path,
    warehouse: Path,
    tmp_path: Path,
    moment: str,
) -> None:
    (tmp_path / "killed.py").write_text(KILLED, encoding="utf-8")
    assert onrecord("run", landing / "1.txt", environ=prefect).returncode == 0
    published = warehouse.read_bytes()

    killed = command("killed.py", moment, landing, environ=prefect)

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert warehouse.read_bytes() == published
    assert _count(warehouse, "articles") == 1
    with sole_run(warehouse):
        pass
    answer = onrecord("run", landing, environ=prefect)
    assert answer.returncode == 0, answer.stderr
    assert _count(warehouse, "articles") == 3
    left = [path.name for path in warehouse.parent.iterdir() if path.suffix in (".next", ".wal")]
    assert left == []
