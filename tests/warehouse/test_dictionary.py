"""The data dictionary: page, rows, and the committed page."""

from __future__ import annotations

from pathlib import Path

from warehouse import dictionary
from warehouse.schema import TABLES
from warehouse.views import macros, views

PAGE = Path(__file__).parents[2] / "docs" / "data_dictionary.md"


def test_the_committed_page_is_up_to_date() -> None:
    same = PAGE.read_text("utf-8") == dictionary.markdown()
    assert same, "docs/data_dictionary.md is out of date: run 'make dictionary'"


def test_the_page_has_a_section_for_each_table_view_and_macro() -> None:
    page = dictionary.markdown()
    sections = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
    names = [view.name for view in views()] + [macro.name for macro in macros()]
    assert sections == [*TABLES, *names]


def test_a_column_of_the_page_shows_type_null_and_closed_list() -> None:
    lines = dictionary.markdown().splitlines()
    assert "| `size_bytes` | BIGINT |  | Its size in bytes, as it lay on disk. |" in lines
    [status] = [line for line in lines if "no bytes, or no records" in line]
    assert "One of: loaded = at least one of its articles" in status
    [title] = [line for line in lines if line.startswith("| `title` | VARCHAR | yes |")]
    assert "NULL: not given" in title


def test_a_bar_does_not_break_the_page() -> None:
    [line] = [
        line for line in dictionary.markdown().splitlines() if line.startswith("| `metonyms` ")
    ]
    assert r"parted by \|." in line


def test_there_is_a_row_for_each_table_view_macro_and_part_of_one() -> None:
    rows = dictionary.frame()
    items: dict[str, list[str]] = {
        **{table.name: [column.name for column in table.columns] for table in TABLES.values()},
        **{view.name: list(view.columns) for view in views()},
        **{macro.name: list(macro.parameters) for macro in macros()},
    }
    expected = [(name, column) for name, columns in items.items() for column in ["", *columns]]
    assert rows.select("table_name", "column_name").rows() == expected


def test_a_view_column_has_the_type_that_the_database_gives_it() -> None:
    types = dictionary.view_types()
    assert types["v_statements"]["said_on"] == "DATE"
    assert types["v_statements"]["cue_start"] == "INTEGER"
    assert types["v_coverage"] == {
        "publisher": "VARCHAR",
        "published_on": "DATE",
        "articles": "BIGINT",
        "statements": "BIGINT",
        "speaker_share": "DOUBLE",
    }
