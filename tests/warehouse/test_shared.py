"""Entities and aliases that several articles bring."""

from __future__ import annotations

import random
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.builders import Row, frame
from warehouse.frames import schema
from warehouse.schema import TABLES
from warehouse.shared import once


def entities(*rows: Row) -> pl.DataFrame:
    full = [{"entity_type": "PERSON", **row} for row in rows]
    return pl.DataFrame(
        [{name: row.get(name) for name in schema(TABLES["entities"])} for row in full],
        schema=schema(TABLES["entities"]),
    )


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["SERGEI IVANOV", "Sergei Ivanov"], "Sergei Ivanov"),
        (["Sergey Ivanov", "Sergei Ivanov"], "Sergei Ivanov"),
        (["Erdogan", "Erdoğan"], "Erdoğan"),
        (["-Nate Cohn", "Nate Cohn"], "Nate Cohn"),
        (["Martin O’Malley", "Martin O'Malley"], "Martin O'Malley"),
    ],
)
def test_of_the_names_of_an_entity_the_best_is_kept(names: list[str], kept: str) -> None:
    rows: list[Row] = [{"entity_id": "e1", "name": name} for name in names]
    assert once("entities", entities(*rows))["name"].to_list() == [kept]
    assert once("entities", entities(*reversed(rows)))["name"].to_list() == [kept]


def test_what_the_reference_tells_and_the_earliest_day_are_kept() -> None:
    rows = entities(
        {"entity_id": "e1", "name": "Al Rand", "first_seen_on": date(2024, 4, 9)},
        {"entity_id": "e1", "name": "Lee Rand", "description": "Speaker", "country_code": "FR"},
        {"entity_id": "e1", "name": "Lee Rand", "first_seen_on": date(2024, 4, 1)},
    )
    [row] = once("entities", rows).rows(named=True)
    assert (row["name"], row["description"], row["country_code"], row["first_seen_on"]) == (
        "Lee Rand",
        "Speaker",
        "FR",
        date(2024, 4, 1),
    )


def test_an_alias_that_the_reference_knows_is_the_reference_s() -> None:
    rows = pl.concat(
        frame("aliases", {"alias": "Bo", "entity_id": "e1", "origin": origin})
        for origin in ("article", "reference", "article")
    )
    assert once("aliases", rows)["origin"].to_list() == ["reference"]


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "entity_id": st.sampled_from(["e1", "e2"]),
            "name": st.sampled_from(["BO", "Bo", "Bö", "-Bo", "Bo Li"]),
            "country_code": st.sampled_from([None, "CN", "US"]),
            "description": st.sampled_from([None, "Envoy", "Minister"]),
            "first_seen_on": st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 9)),
        }
    ),
    min_size=1,
    max_size=8,
)


@given(rows=ROWS, cut=st.integers(0, 8), seed=st.randoms())
def test_order_and_grouping_do_not_show(rows: list[Row], cut: int, seed: random.Random) -> None:
    together = once("entities", entities(*rows))
    shuffled = seed.sample(rows, len(rows))
    nights = [entities(*part) for part in (shuffled[:cut], shuffled[cut:])]
    again = once("entities", pl.concat(once("entities", night) for night in nights))
    assert together.equals(again)
