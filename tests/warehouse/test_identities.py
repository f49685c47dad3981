"""Redirects, their history, and what overrides make of entities, night after night."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.warehouse.builders import DAY, Row, begin_run, finish_run, frame
from warehouse.errors import BuildError, SchemaError
from warehouse.frames import schema
from warehouse.load import Build
from warehouse.publish import publish
from warehouse.query import run_query
from warehouse.schema import TABLES
from warehouse.seeds import read_seeds

SEEDS = Path(__file__).parents[2] / "seeds"
Redirect = tuple[str, str, str, float]
LI: Row = {"entity_id": "e1", "name": "Bo Li", "entity_type": "PERSON", "first_seen_on": DAY}
OTHERS: list[Row] = [LI | {"entity_id": f"e{n}", "name": f"Bo {n}. Li"} for n in (2, 3)]


def finding(*rows: Redirect) -> pl.DataFrame:
    names = ("entity_id", "same_as", "reason", "score")
    types = {name: schema(TABLES["entity_redirects"])[name] for name in names}
    return pl.DataFrame(rows, schema=types, orient="row")


class Nights:
    """A published file that grows by one run a night."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "onrecord.duckdb"
        self._count = 0
        self._seeds = read_seeds(SEEDS)

    @contextmanager
    def build(self, *entities: Row, overrides: list[Row] | None = None) -> Iterator[Build]:
        self._count += 1
        work = self.path.with_suffix(".next")
        with Build.begin(self.path, work) as build:
            version = f"v{self._count}"
            begin_run(build, f"r{self._count}", seeds_version=version)
            given = frame("reference_overrides", *(overrides or []))
            build.load_reference(self._seeds | {"reference_overrides": given}, version)
            build.load({"entities": frame("entities", *entities)})
            yield build
            finish_run(build, articles_added=0)
            build.finish()
            publish(work, self.path)

    def run(
        self,
        *redirects: Redirect,
        entities: list[Row] | None = None,
        overrides: list[Row] | None = None,
    ) -> dict[str, int]:
        rows = [LI, *OTHERS] if entities is None else entities
        with self.build(*rows, overrides=overrides) as build:
            return build.resolve(lambda *_: finding(*redirects))

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        return run_query(self.path, sql).rows()


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    return Nights(tmp_path)


TO_TWO: Redirect = ("e1", "e2", "middle_initial", 0.9)
TO_THREE: Redirect = ("e1", "e3", "override", 1.0)


def test_redirects_are_those_of_now_and_keep_the_run_that_found_them(nights: Nights) -> None:
    assert nights.run(TO_TWO) == {"withdraw": 0, "add": 1}
    assert nights.run(TO_TWO) == {"withdraw": 0, "add": 0}
    assert nights.rows("FROM entity_redirects") == [(*TO_TWO, "r1")]
    assert nights.run(TO_THREE) == {"withdraw": 1, "add": 1}
    assert nights.rows("FROM entity_redirects") == [(*TO_THREE, "r3")]
    assert nights.run() == {"withdraw": 1, "add": 0}
    assert nights.rows("FROM entity_redirects") == []


def test_the_log_tells_what_became_of_a_redirect(nights: Nights) -> None:
    for redirects in ([TO_TWO], [TO_THREE], []):
        nights.run(*redirects)
    assert nights.rows("SELECT run_id, op, same_as FROM entity_redirect_log ORDER BY ALL") == [
        ("r1", "add", "e2"),
        ("r2", "add", "e3"),
        ("r2", "withdraw", "e2"),
        ("r3", "withdraw", "e3"),
    ]


def test_what_is_found_is_checked(nights: Nights) -> None:
    with (
        pytest.raises(SchemaError, match=r"entity_redirects\.reason: 'hunch' is none of override"),
        nights.build(LI, *OTHERS) as build,
    ):
        build.resolve(lambda *_: finding(("e1", "e2", "hunch", 1.0)))
    with (
        pytest.raises(BuildError, match=r"entity_redirects: .*e9.*does not exist"),
        nights.build(LI, *OTHERS) as build,
    ):
        build.resolve(lambda *_: finding(("e1", "e9", "override", 1.0)))


def test_redirects_are_found_from_all_entities_and_overrides(nights: Nights) -> None:
    seen: list[tuple[object, object]] = []

    def find(entities: pl.DataFrame, overrides: pl.DataFrame) -> pl.DataFrame:
        seen.append((entities.rows(), overrides.select("action", "entity_id", "new_value").rows()))
        return finding()

    with nights.build(LI, overrides=[renamed("e1", "Li Bo")]) as build:
        build.resolve(find)
    with nights.build(OTHERS[0]) as build:
        build.resolve(find)
    own = ("e1", "Bo Li", "PERSON", None)
    assert seen == [
        ([own], [("rename", "e1", "Li Bo")]),
        ([own, ("e2", "Bo 2. Li", "PERSON", None)], []),
    ]


def test_a_run_must_have_begun(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.duckdb"
    with (
        Build.begin(path, path.with_suffix(".next")) as build,
        pytest.raises(BuildError, match="resolve comes after begin_run"),
    ):
        build.resolve(lambda *_: finding())


def renamed(entity_id: str, value: str, action: str = "rename") -> Row:
    row: Row = {"action": action, "entity_id": entity_id, "new_value": value}
    return row | {"reason": "seen", "added_on": date(2024, 4, 9)}


SHOWN = "SELECT entity_id, name, entity_type FROM entities ORDER BY entity_id"


def test_a_name_and_a_type_are_shown_while_the_override_is_there(nights: Nights) -> None:
    overrides = [renamed("e1", "Li Bo"), renamed("e1", "ORG", "type"), renamed("e9", "Nobody")]
    for _ in range(2):
        nights.run(entities=[LI], overrides=overrides)
        assert nights.rows(SHOWN) == [("e1", "Li Bo", "ORG")]
        assert nights.rows("FROM entity_corrections") == [("e1", "Bo Li", "PERSON")]
    nights.run(entities=[LI])
    assert nights.rows(SHOWN) == [("e1", "Bo Li", "PERSON")]
    assert nights.rows("FROM entity_corrections") == []


def test_a_better_name_is_kept_for_the_day_when_the_override_goes(nights: Nights) -> None:
    nights.run(entities=[LI | {"name": "BO LI"}], overrides=[renamed("e1", "Li Bo")])
    nights.run(entities=[LI | {"name": "Bo Li"}], overrides=[renamed("e1", "Li Bo")])
    assert nights.rows(SHOWN) == [("e1", "Li Bo", "PERSON")]
    nights.run(entities=[LI | {"name": "BO LI"}])
    assert nights.rows(SHOWN) == [("e1", "Bo Li", "PERSON")]


def test_a_name_given_to_a_redirected_entity_is_that_of_the_final_one(nights: Nights) -> None:
    nights.run(TO_TWO, overrides=[renamed("e1", "Li Bo")])
    assert [name for _, name, _ in nights.rows(SHOWN)] == ["Li Bo", "Li Bo", "Bo 3. Li"]
    nights.run(TO_TWO, overrides=[renamed("e1", "Li Bo"), renamed("e2", "Li Bo Er")])
    assert [name for _, name, _ in nights.rows(SHOWN)] == ["Li Bo", "Li Bo Er", "Bo 3. Li"]
