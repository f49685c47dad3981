from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import polars as pl
import pytest

from flows import cli
from tests.warehouse.builders import published
from warehouse.dictionary import markdown

Capture = pytest.CaptureFixture[bytes]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the tiny warehouse, and no settings from outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_WAREHOUSE", str(published(tmp_path)))
    return tmp_path


def _onrecord(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of a command line."""
    monkeypatch.setattr(sys, "argv", ["onrecord", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    code = left.value.code
    assert code is None or isinstance(code, int)
    return code or 0


SQL = "SELECT sentence_no, article_id FROM sentences ORDER BY sentence_no"


def test_a_query_as_a_table(
    folder: Path, capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _onrecord(monkeypatch, "sql", "SELECT '[b]not markup[/b]' AS words") == 0
    shown = capsysbinary.readouterr().out.decode()
    assert "[b]not markup[/b]" in shown
    assert "1 rows" in shown


def test_a_query_as_csv_json_and_parquet(
    folder: Path, capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [{"sentence_no": 0, "article_id": "a1"}, {"sentence_no": 1, "article_id": "a1"}]
    written = {}
    for form in ("csv", "json", "parquet"):
        assert _onrecord(monkeypatch, "sql", SQL, "--format", form) == 0
        written[form] = capsysbinary.readouterr().out
    assert pl.read_csv(written["csv"]).to_dicts() == expected
    assert json.loads(written["json"]) == expected
    assert pl.read_parquet(written["parquet"]).to_dicts() == expected


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["sql", "SELECT 1", "--warehouse", "gone.duckdb"], "no warehouse at gone.duckdb"),
        (["check", "--warehouse", "gone.duckdb"], "no warehouse at gone.duckdb"),
        (["sql", "SELEKT 1"], "SELEKT"),
        (["sql", "DELETE FROM statements"], "onrecord: "),
        (["sql", "SELECT [1, 2] AS numbers", "--format", "csv"], "CSV can't hold column numbers"),
        (["sql", "SELECT 1", "--format", "xml"], "xml"),
        (["run", "gone"], "gone does not exist"),
        (["run"], "landing does not exist"),
        (["run", ".", "--workers", "0"], "workers = 0 from option --workers: expected a whole"),
        (["serve", "--cron", "daily"], "cron = 'daily' from option --cron: expected five fields"),
        (["parse", "gone.txt"], "gone.txt does not exist"),
        (["evaluate", "gone.jsonl"], "gone.jsonl does not exist"),
        (["dictionary", "--check", "gone.md"], "gone.md does not exist"),
        (["dance"], "dance"),
    ],
)
def test_wrong_usage_is_one_message_and_exit_code_2(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    assert _onrecord(monkeypatch, *arguments) == 2
    message = capsys.readouterr().err
    assert told in message
    assert "Traceback" not in message


@pytest.mark.parametrize(("name", "option"), [("model", "MODEL"), ("seeds", "SEEDS")])
def test_a_missing_folder_is_named_with_its_setting(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    option: str,
) -> None:
    monkeypatch.setenv(f"ONRECORD_{option}", "nowhere")
    assert _onrecord(monkeypatch, "run", ".") == 2
    assert f"{name} = nowhere: there is no such folder" in capsys.readouterr().err


def test_parquet_is_not_for_a_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert _onrecord(monkeypatch, "sql", "SELECT 1", "--format", "parquet") == 2
    assert "Parquet is not for a terminal" in capsys.readouterr().err


def test_statements_are_read_from_a_pipe(
    folder: Path, capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "SELECT 'one'\n  AS word;\n\nSELECT 'two' AS word"
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    assert _onrecord(monkeypatch, "sql", "--format", "csv") == 0
    assert capsysbinary.readouterr().out == b"word\none\nword\ntwo\n"


def test_a_pipe_ends_at_the_first_error(
    folder: Path,
    capsysbinary: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELEKT 1;\nSELECT 2;\n"))
    assert _onrecord(monkeypatch, "sql", "--format", "csv") == 2
    assert not capsysbinary.readouterr().out


def test_a_sound_file_passes_every_check(
    folder: Path, capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _onrecord(monkeypatch, "check") == 0
    assert b"(fail)" not in capsysbinary.readouterr().out


def test_the_dictionary_is_printed_and_checked(
    folder: Path,
    capsysbinary: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _onrecord(monkeypatch, "dictionary") == 0
    page = capsysbinary.readouterr().out
    assert page.decode() == markdown()
    (folder / "page.md").write_bytes(page)
    assert _onrecord(monkeypatch, "dictionary", "--check", "page.md") == 0
    (folder / "page.md").write_text("old", encoding="utf-8")
    assert _onrecord(monkeypatch, "dictionary", "--check", "page.md") == 1
    message = capsysbinary.readouterr().err
    assert b"page.md is out of date: run 'onrecord dictionary > page.md'" in message
