"""Questions to a published file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.builders import published
from warehouse.errors import QueryError
from warehouse.query import read_only, run_query


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("query"))


def test_a_query_gives_a_frame(warehouse: Path) -> None:
    rows = run_query(warehouse, "SELECT speaker, cue FROM v_statements ORDER BY cue_start")
    assert rows.rows() == [("Zoë Müller", "said"), ("Zoë Müller", "said")]


def test_several_queries_on_one_connection(warehouse: Path) -> None:
    with read_only(warehouse) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
        assert connection.execute("SELECT count(*) FROM statements").fetchall() == [(2,)]


def test_a_statement_without_rows_gives_an_empty_frame(warehouse: Path) -> None:
    assert run_query(warehouse, "SET threads = 1").is_empty()


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELEC 1", "syntax error"),
        ("SELECT * FROM nothing", "nothing does not exist"),
        ("DELETE FROM statements", "read-only"),
        ("SELECT * FROM sql", "sql does not exist"),
    ],
)
def test_what_is_wrong_is_said(warehouse: Path, sql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_query(warehouse, sql)
