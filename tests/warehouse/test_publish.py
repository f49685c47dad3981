"""A build takes the published file's place in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.builders import published
from warehouse.connection import reader
from warehouse.errors import PublishError
from warehouse.load import Build
from warehouse.publish import publish
from warehouse.query import run_query


def finished_build(target: Path) -> Path:
    """A build that holds a quality row more than the target."""
    work = target.with_name(f"{target.name}.next")
    with Build.begin(target, work) as build:
        build._database.execute("INSERT INTO quality VALUES ('1', 't', 'c', 'm', 0.5)")
        build.finish()
    return work


def test_an_open_reader_keeps_the_old_file_and_the_next_gets_the_new(tmp_path: Path) -> None:
    target = published(tmp_path)
    work = finished_build(target)
    with reader(target) as old:
        assert old.execute("SELECT count(*) FROM quality").fetchall() == [(0,)]
        publish(work, target)
        assert old.execute("SELECT count(*) FROM quality").fetchall() == [(0,)]
        assert old.execute("SELECT count(*) FROM v_statements").fetchall() == [(2,)]
        with reader(target) as new:
            assert new.execute("SELECT count(*) FROM quality").fetchall() == [(1,)]
    assert not work.exists()


def test_the_first_file_is_published_where_there_is_none(tmp_path: Path) -> None:
    work = finished_build(tmp_path / "new.duckdb")
    publish(work, tmp_path / "new.duckdb")
    assert run_query(tmp_path / "new.duckdb", "SELECT * FROM quality").height == 1


@pytest.mark.parametrize("which", ["onrecord.duckdb.next", "onrecord.duckdb"])
def test_a_log_beside_either_file_forbids_it(tmp_path: Path, which: str) -> None:
    target = published(tmp_path)
    work = finished_build(target)
    (tmp_path / f"{which}.wal").write_text("changes")
    before = target.read_bytes()
    with pytest.raises(PublishError, match=rf"{which}\.wal holds changes"):
        publish(work, target)
    assert target.read_bytes() == before
    assert work.exists()


def test_a_missing_build_is_named(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"there is no build at .*none\.next"):
        publish(tmp_path / "none.next", tmp_path / "none")


def test_a_target_that_can_t_be_replaced_is_named(tmp_path: Path) -> None:
    target = published(tmp_path)
    work = finished_build(target)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").touch()
    with pytest.raises(PublishError, match=r"can't take the place of .*folder: Is a directory"):
        publish(work, tmp_path / "folder")
    assert work.exists()
