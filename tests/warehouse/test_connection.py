"""How files are opened, and in what format they lie on disk."""

from __future__ import annotations

import struct
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.builders import another_night, published
from warehouse.connection import memory, reader, writer
from warehouse.errors import QueryError

FORMAT_OF_DUCKDB_1 = 64


def file_format(path: Path) -> int:
    """The version number in a DuckDB file's header: 8 bytes of checksum, DUCK, 8 bytes."""
    header = path.read_bytes()[:20]
    assert header[8:12] == b"DUCK"
    version: int
    (version,) = struct.unpack("<Q", header[12:20])
    return version


def test_published_files_and_their_copies_can_be_read_by_duckdb_1(tmp_path: Path) -> None:
    assert file_format(published(tmp_path)) == FORMAT_OF_DUCKDB_1
    assert file_format(another_night(tmp_path, "r2")) == FORMAT_OF_DUCKDB_1


def test_time_is_utc_and_nothing_is_downloaded() -> None:
    with memory() as connection:
        settings = connection.execute(
            "SELECT current_setting('TimeZone'), "
            "current_setting('autoinstall_known_extensions'), "
            "current_setting('autoload_known_extensions')"
        ).fetchall()
    assert settings == [("UTC", False, False)]


def test_a_path_can_hold_spaces_and_quotation_marks(tmp_path: Path) -> None:
    folder = tmp_path / 'it\'s a "folder"'
    folder.mkdir()
    with writer(folder / "x.duckdb") as connection:
        connection.execute("CREATE TABLE t AS SELECT 1 AS n")
    with reader(folder / "x.duckdb") as connection:
        assert connection.execute("SELECT n FROM t").fetchall() == [(1,)]


def test_a_reader_can_change_nothing_on_disk(tmp_path: Path) -> None:
    path = published(tmp_path)
    before = path.read_bytes()
    with reader(path) as connection:
        for sql in (
            "DELETE FROM statements",
            "CREATE TABLE t (n INTEGER)",
            f"COPY (SELECT 1) TO '{tmp_path / 'copy.csv'}'",
            f"ATTACH '{tmp_path / 'new.duckdb'}' AS new",
            "SET enable_external_access = true",
        ):
            with pytest.raises(duckdb.Error):
                connection.execute(sql)
    assert path.read_bytes() == before
    assert sorted(tmp_path.glob("*.csv")) + sorted(tmp_path.glob("new*")) == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(QueryError, match=r"no warehouse at .*none\.duckdb: name another"),
        reader(tmp_path / "none.duckdb"),
    ):
        pass


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.duckdb"
    path.write_text("no database at all " * 100)
    with (
        pytest.raises(QueryError, match=r"notes\.duckdb can't be opened as a warehouse"),
        reader(path),
    ):
        pass
