"""The build file: made, left, refused and opened."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.warehouse.builders import (
    found,
    published,
    read,
)
from warehouse import dictionary
from warehouse.connection import memory, reader, writer
from warehouse.errors import BuildError
from warehouse.load import Build
from warehouse.publish import publish
from warehouse.query import run_query

FULL = {**read(), **found()}


def test_tables_and_columns_of_a_published_file_carry_their_meaning(tmp_path: Path) -> None:
    path = published(tmp_path)
    bare = (
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE database_name = current_database() AND comment IS NULL"
    )
    assert run_query(path, bare).is_empty()


def test_the_last_night_s_build_is_removed_first(tmp_path: Path, work: Path) -> None:
    path = published(tmp_path)
    work.write_text("half a file")
    work.with_name(f"{work.name}.wal").write_text("half a log")
    with Build.begin(path, work) as build:
        assert build.known_articles() == {"a1"}


@pytest.mark.parametrize("finished", [False, True])
def test_a_build_that_fails_is_removed(target: Path, work: Path, finished: bool) -> None:
    def fail() -> None:
        with Build.begin(target, work) as build:
            if finished:
                build.finish()
            raise RuntimeError("checks failed")

    with pytest.raises(RuntimeError, match="checks failed"):
        fail()
    assert not work.exists()
    assert not target.exists()


def test_a_build_that_is_not_finished_is_removed(target: Path, work: Path) -> None:
    with Build.begin(target, work):
        assert work.exists()
    assert not work.exists()


def test_a_finished_build_is_closed_and_stays(target: Path, work: Path) -> None:
    with Build.begin(target, work) as build:
        build.finish()
        assert not work.with_name(f"{work.name}.wal").exists()
        with reader(work) as connection:
            assert connection.execute("SELECT count(*) FROM runs").fetchall() == [(0,)]
    assert work.exists()


def test_a_published_file_with_a_log_beside_it_is_not_copied(tmp_path: Path, work: Path) -> None:
    path = published(tmp_path)
    path.with_name(f"{path.name}.wal").write_text("changes")
    with (
        pytest.raises(BuildError, match=r"onrecord\.duckdb\.wal holds changes"),
        Build.begin(path, work),
    ):
        pass


def altered(path: Path, sql: str) -> Path:
    with writer(path) as connection:
        connection.execute(sql)
    return path


def test_a_file_of_another_version_is_refused_and_left(tmp_path: Path, work: Path) -> None:
    path = altered(published(tmp_path), "ALTER TABLE rejects ADD COLUMN more INTEGER")
    before = path.read_bytes()
    with (
        pytest.raises(BuildError, match=r"another version of onrecord: rejects\. Move"),
        Build.begin(path, work),
    ):
        pass
    assert path.read_bytes() == before
    assert not work.exists()


def test_what_is_filled_anew_each_night_may_differ(tmp_path: Path, work: Path) -> None:
    path = altered(
        published(tmp_path),
        "ALTER TABLE dictionary ADD COLUMN more INTEGER; DROP TABLE quality; "
        "DROP VIEW v_statements",
    )
    with Build.begin(path, work) as build:
        build.finish()
        publish(work, path)
    assert run_query(path, "SELECT * FROM dictionary").height == dictionary.frame().height
    assert run_query(path, "SELECT * FROM quality").is_empty()
    assert run_query(path, "SELECT * FROM v_statements").height == 2


def test_the_published_file_can_be_opened_under_any_name(tmp_path: Path) -> None:
    path = published(tmp_path)
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM v_statements").fetchall() == [(2,)]
    with memory() as connection:
        connection.execute(f"ATTACH '{path}' AS news (READ_ONLY)")
        assert connection.execute("SELECT count(*) FROM news.v_statements").fetchall() == [(2,)]
