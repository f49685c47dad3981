from __future__ import annotations

import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms import ids
from transforms.identities.redirects import redirects

ENTITIES = ("entity_id", "name", "entity_type", "wikidata_id")
OVERRIDES = ("action", "entity_id", "other_id")
Override = tuple[str, str, str]
Row = tuple[str, str, str, str | None]


def known(*names: str, entity_type: str = "PERSON") -> list[Row]:
    """Entities of our own by name; `Q1 Ana Dorn` is one of the reference data."""
    rows = []
    for name in names:
        qid, _, rest = name.partition(" ")
        is_known = qid.startswith("Q") and qid[1:].isdigit()
        own = qid if is_known else ids.entity_id(entity_type, name)
        rows.append((own, rest if is_known else name, entity_type, qid if is_known else None))
    return rows


def found(rows: list[Row], *overrides: Override) -> dict[str, tuple[str, str, float]]:
    """Name to the name that it is redirected to, why, and the score."""
    entities = pl.DataFrame(rows, schema=dict.fromkeys(ENTITIES, pl.String), orient="row")
    given_ids = {name: entity_id for entity_id, name, *_ in rows}
    said = [(action, *(given_ids.get(name, name) for name in pair)) for action, *pair in overrides]
    made = redirects(
        entities, pl.DataFrame(said, schema=dict.fromkeys(OVERRIDES, pl.String), orient="row")
    )
    names = dict(entities.select("entity_id", "name").iter_rows())
    return {names[one]: (names[other], why, score) for one, other, why, score in made.iter_rows()}


def merged(*names: str) -> dict[str, str]:
    return {name: final for name, (final, _, _) in found(known(*names)).items()}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("John Smith|John A. Smith", {"John Smith": "John A. Smith"}),
        ("Yury Borisov|Yuri I. Borisov", {"Yury Borisov": "Yuri I. Borisov"}),
        (
            "Franklin Roosevelt|Franklin D. Roosevelt|Franklin Delano Roosevelt",
            {
                "Franklin Roosevelt": "Franklin Delano Roosevelt",
                "Franklin D. Roosevelt": "Franklin Delano Roosevelt",
            },
        ),
        ("George Bush|George H. Bush|George H. W. Bush", {
            "George Bush": "George H. W. Bush", "George H. Bush": "George H. W. Bush"
        }),
    ],
)  # fmt: skip
def test_a_middle_initial_makes_no_other_person(names: str, expected: dict[str, str]) -> None:
    assert merged(*names.split("|")) == expected


@pytest.mark.parametrize(
    "names",
    [
        "John Smith|John A. Smith|John B. Smith",
        "John Smith|John A. Smith|John Peter Smith",
        "John Smith|John A. Smith|Q7 John Smith",
        "John Smith Jr.|John A. Smith",
        "Rafael Cruz|Rafael Edward Cruz",
        "Smith|J. Smith",
        "Joan Smith|John A. Smith",
    ],
)
def test_where_it_may_be_somebody_else_nobody_is_merged(names: str) -> None:
    assert merged(*names.split("|")) == {}


def test_other_things_than_persons_are_not_compared() -> None:
    assert found(known("Port A. Authority", "Port Authority", entity_type="ORG")) == {}


def test_an_override_merges_and_parts() -> None:
    rows = known("Bo Li", "Li Bo", "John Smith", "John A. Smith")
    assert found(
        rows, ("same", "Bo Li", "Li Bo"), ("different", "John Smith", "John A. Smith")
    ) in (
        {"Bo Li": ("Li Bo", "override", 1.0)},
        {"Li Bo": ("Bo Li", "override", 1.0)},
    )


def test_a_chain_leads_to_one_with_its_reasons_and_the_weakest_score() -> None:
    rows = known("Q7 Jack Smith", "John A. Smith", "John Smith")
    assert found(rows, ("same", "John A. Smith", "Jack Smith")) == {
        "John A. Smith": ("Jack Smith", "override", 1.0),
        "John Smith": ("Jack Smith", "middle_initial", 0.9),
    }


def test_an_entity_that_is_not_there_is_waited_for_and_still_joins_others() -> None:
    rows = known("Bo Li", "Robert Li")
    assert found(rows, ("same", "Bo Li", "e9")) == {}
    joined = found(rows, ("same", "Bo Li", "e9"), ("same", "e9", "Robert Li"))
    assert joined == {"Bo Li": ("Robert Li", "override", 1.0)}


def test_what_an_override_parts_is_not_joined_by_way_of_others() -> None:
    rows = known("Q7 Jack Smith", "John A. Smith", "John Smith")
    parted = found(
        rows, ("same", "John A. Smith", "Jack Smith"), ("different", "John Smith", "Jack Smith")
    )
    assert parted == {"John A. Smith": ("Jack Smith", "override", 1.0)}


NAMES = [
    f"{given} {middle}{surname}"
    for given in ("John", "Joan", "Yuri", "Yury")
    for middle in ("", "A. ", "B. ", "Albert ", "A. B. ")
    for surname in ("Smith", "Smith Jr.", "Li")
]
PAIRS = st.tuples(
    st.sampled_from(["same", "different"]), st.sampled_from(NAMES), st.sampled_from(NAMES)
)


@given(
    names=st.lists(st.sampled_from([*NAMES, "Q1 John Li", "Q2 Joan Smith"]), unique=True),
    overrides=st.lists(PAIRS.filter(lambda pair: pair[1] != pair[2]), max_size=6),
    seed=st.randoms(),
)
def test_redirects_are_final_and_the_same_in_any_order(
    names: list[str], overrides: list[Override], seed: random.Random
) -> None:
    rows = list({row[0]: row for row in known(*names)}.values())
    once = found(rows, *overrides)
    again = found(seed.sample(rows, len(rows)), *seed.sample(overrides, len(overrides)))
    assert once == again
    finals = {final for final, _, _ in once.values()}
    assert finals & set(once) == set()
    assert all(why == "override" or score < 1 for _, why, score in once.values())
