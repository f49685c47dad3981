"""The declarations, each on its own and against each other."""

from __future__ import annotations

import polars as pl
import pytest

from warehouse.schema import TABLES, Column, Table

COLUMNS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in TABLES.values()
    for column in table.columns
]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_says_what_it_holds_and_what_a_row_is(table: Table) -> None:
    assert table.description.endswith(".")
    assert table.grain.startswith("one row per ")


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_column_names_differ_and_the_key_is_made_of_them(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert set(table.primary_key) <= set(names)
    assert not any(table.column(name).nullable for name in table.primary_key)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_is_described_and_tells_what_null_means(table: Table, column: Column) -> None:
    assert column.description.endswith(".")
    if column.nullable:
        assert "NULL" in column.description, f"{table.name}.{column.name}"


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_reference_points_at_the_key_of_an_earlier_table(table: Table, column: Column) -> None:
    if column.references is None:
        return
    target, key = column.references.split(".")
    names = list(TABLES)
    assert names.index(target) < names.index(table.name)
    assert TABLES[target].primary_key == (key,)
    assert TABLES[target].column(key).dtype == column.dtype


def test_one_name_has_one_type_everywhere() -> None:
    types: dict[str, set[pl.DataType]] = {}
    for table in TABLES.values():
        for column in table.columns:
            types.setdefault(column.name, set()).add(column.dtype)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_an_unknown_column_is_named() -> None:
    with pytest.raises(KeyError, match="runs has no column nobody"):
        TABLES["runs"].column("nobody")
