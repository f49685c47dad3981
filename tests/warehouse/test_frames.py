"""The gate that frames pass."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.builders import found, read
from warehouse.frames import SchemaError, conform, empty, schema
from warehouse.schema import TABLES, Column, Table

PIECES = Table(
    name="pieces",
    grain="one row per piece",
    description="Pieces.",
    primary_key=("name", "number"),
    columns=(
        Column(name="name", dtype=pl.String(), description="Its name."),
        Column(name="number", dtype=pl.Int32(), description="Its number."),
        Column(name="share", dtype=pl.Float64(), description="NULL: none.", nullable=True),
        Column(
            name="kind",
            dtype=pl.String(),
            description="NULL: none.",
            nullable=True,
            values={"big": "big", "small": "small"},
        ),
    ),
)


def pieces(**columns: object) -> pl.DataFrame:
    return pl.DataFrame(
        {"name": ["a", "b"], "number": [1, 2], "share": [0.5, None], "kind": ["big", None]}
        | columns
    )


def test_columns_come_back_in_order_and_in_the_declared_types() -> None:
    shuffled = pieces().select("kind", "number", "share", "name")
    ready = conform(shuffled, PIECES)
    assert ready.schema == schema(PIECES)
    assert ready.rows() == [("a", 1, 0.5, "big"), ("b", 2, None, None)]


def test_a_column_of_nothing_and_whole_numbers_for_double_are_fine() -> None:
    ready = conform(pieces(share=[1, 0], kind=[None, None]), PIECES)
    assert ready.schema == schema(PIECES)
    assert ready["share"].to_list() == [1.0, 0.0]


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pieces().drop("kind"), r"pieces: missing columns \['kind'\], unknown columns \[\]"),
        (pieces(more=[1, 2]), r"pieces: missing columns \[\], unknown columns \['more'\]"),
        (pieces(number=["1", "2"]), r"pieces\.number is String, must be Int32: '1'"),
        (pieces(number=[1.5, 2.0]), r"pieces\.number is Float64, must be Int32: 1\.5"),
        (pieces(number=[1, 2**40]), r"pieces\.number: 1099511627776 does not fit into Int32"),
        (pieces(name=["a", None]), r"pieces\.name is NULL in row 1; it must have a value"),
        (pieces(number=[None, None]), r"pieces\.number is NULL in row 0"),
        (pieces(kind=["big", "huge"]), r"pieces\.kind: 'huge' is none of big, small"),
        (pieces(name=["a", "a"], number=[1, 1]), r"pieces: name='a', number=1 comes more than"),
    ],
)
def test_an_error_names_table_column_and_value(frame: pl.DataFrame, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        conform(frame, PIECES)


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(SchemaError) as caught:
        conform(pieces(kind=["x" * 5000, None]), PIECES)
    assert len(str(caught.value)) < 200


def test_without_a_key_whole_rows_must_differ() -> None:
    loose = Table(
        name="loose", grain="one row per row", description="Loose.", columns=PIECES.columns
    )
    conform(pieces(name=["a", "a"], number=[1, 1]), loose)
    with pytest.raises(SchemaError, match="loose: name='a'"):
        conform(pieces().head(1).vstack(pieces().head(1)), loose)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_an_empty_frame_conforms(table: Table) -> None:
    assert conform(empty(table), table).schema == schema(table)
    assert conform(empty(table), table).is_empty()


@pytest.mark.parametrize("name", [*read(), *found()])
def test_a_frame_that_conforms_is_left_as_it_is(name: str) -> None:
    frame = {**read(), **found()}[name]
    assert conform(frame, TABLES[name]).equals(frame)


@given(
    st.lists(
        st.tuples(
            st.text(), st.integers(-(2**40), 2**40), st.floats() | st.none(), st.text() | st.none()
        )
    )
)
def test_any_rows_conform_unchanged_or_are_refused(
    rows: list[tuple[str, int, float | None, str | None]],
) -> None:
    frame = pl.DataFrame(
        rows,
        schema={"name": pl.String, "number": pl.Int64, "share": pl.Float64, "kind": pl.String},
        orient="row",
    )
    fits = (
        all(-(2**31) <= number < 2**31 for _, number, _, _ in rows)
        and all(kind in {"big", "small", None} for *_, kind in rows)
        and len({row[:2] for row in rows}) == len(rows)
    )
    if fits:
        assert conform(frame, PIECES).cast({"number": pl.Int64}).equals(frame)
    else:
        with pytest.raises(SchemaError):
            conform(frame, PIECES)
