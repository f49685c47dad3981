"""A build from beginning to end, and what may go wrong on the way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import polars as pl
import pytest

from tests.warehouse.builders import (
    DAY,
    STARTED,
    another_night,
    begin_run,
    finish_run,
    found,
    frame,
    published,
    read,
)
from warehouse import dictionary
from warehouse.errors import BuildError, SchemaError
from warehouse.frames import empty, schema
from warehouse.load import Build
from warehouse.publish import publish
from warehouse.query import run_query
from warehouse.schema import TABLES
from warehouse.seeds import read_seeds

SEEDS = Path(__file__).parents[2] / "seeds"
FULL = {**read(), **found()}


def everything(path: Path) -> dict[str, pl.DataFrame]:
    """The rows of every table but runs, in order."""
    return {
        name: run_query(path, f'SELECT * FROM "{name}" ORDER BY ALL')
        for name in TABLES
        if name != "runs"
    }


def test_what_is_loaded_is_what_is_read_back(tmp_path: Path) -> None:
    path = published(tmp_path)
    for name, rows in FULL.items():
        held = run_query(path, f"SELECT * FROM {name}")
        assert held.schema == schema(TABLES[name])
        assert held.sort(held.columns).equals(rows.sort(rows.columns)), name
    assert run_query(path, "SELECT * FROM dictionary").height == dictionary.frame().height


def test_load_says_how_many_rows_each_table_gained(target: Path, work: Path) -> None:
    with Build.begin(target, work) as build:
        begin_run(build)
        added = build.load(FULL)
    assert added == {name: rows.height for name, rows in FULL.items()}
    assert list(added) == [name for name in TABLES if name in FULL]


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    path = published(tmp_path)
    before = everything(path)
    assert another_night(tmp_path, "r2") == path
    after = everything(path)
    assert all(after[name].equals(before[name]) for name in before)
    runs = run_query(path, "SELECT run_id, status, articles_added FROM runs ORDER BY run_id")
    assert runs.rows() == [("r1", "published", 1), ("r2", "published", 0)]


def test_a_build_knows_what_is_loaded(tmp_path: Path, work: Path) -> None:
    path = published(tmp_path)
    with Build.begin(path, work) as build:
        assert build.known_articles() == {"a1"}
        assert build.known_files() == {"f" * 64}


def test_an_entity_keeps_its_earliest_day(target: Path, work: Path) -> None:
    entity: dict[str, object] = {"entity_id": "e1", "name": "Zoë", "entity_type": "PERSON"}
    days = [None, DAY, date(2024, 4, 1), date(2024, 5, 1), None]
    expected = [None, DAY, date(2024, 4, 1), date(2024, 4, 1), date(2024, 4, 1)]
    with Build.begin(target, work) as build:
        seen = []
        for day in days:
            build.load({"entities": frame("entities", entity | {"first_seen_on": day})})
            build._database.execute("SELECT first_seen_on FROM entities")
            seen.append(build._database.fetchall()[0][0])
    assert seen == expected


def test_of_an_entity_that_repeats_the_first_row_and_the_earliest_day_are_kept(
    target: Path, work: Path
) -> None:
    rows = pl.concat(
        frame(
            "entities",
            {"entity_id": "e1", "name": name, "entity_type": "PERSON", "first_seen_on": day},
        )
        for name, day in (("First", DAY), ("Second", date(2024, 4, 1)))
    )
    with Build.begin(target, work) as build:
        assert build.load({"entities": rows}) == {"entities": 1}
        found_rows = build._database.execute("SELECT name, first_seen_on FROM entities").fetchall()
    assert found_rows == [("First", date(2024, 4, 1))]


def test_all_of_a_load_or_none(target: Path, work: Path) -> None:
    with Build.begin(target, work) as build:
        begin_run(build)
        orphan = FULL["statements"].with_columns(sentence_id=pl.lit("s9"))
        with pytest.raises(BuildError, match=r"statements: .*s9.*does not exist"):
            build.load({**FULL, "statements": orphan})
        assert build.known_articles() == set()
        assert build.load(FULL)["articles"] == 1


def test_a_broken_check_names_the_table(target: Path, work: Path) -> None:
    with Build.begin(target, work) as build:
        begin_run(build)
        with pytest.raises(BuildError, match=r"mentions: .*CHECK constraint failed"):
            build.load({**FULL, "mentions": FULL["mentions"].with_columns(score=pl.lit(1.5))})


def test_a_frame_of_another_shape_or_table_is_refused(target: Path, work: Path) -> None:
    with Build.begin(target, work) as build:
        with pytest.raises(SchemaError, match=r"entities: missing columns \['entity_id'\]"):
            build.load({"entities": FULL["entities"].drop("entity_id")})
        with pytest.raises(SchemaError, match=r"mentions: mention_id='m1' comes more than once"):
            build.load({"mentions": pl.concat([FULL["mentions"], FULL["mentions"]])})
        with pytest.raises(BuildError, match=r"there are no tables \['quotes'\]"):
            build.load({"quotes": pl.DataFrame()})


def test_instants_are_stored_in_utc(target: Path, work: Path) -> None:
    east = timezone(timedelta(hours=3))
    with Build.begin(target, work) as build:
        build.begin_run(
            run_id="r1",
            started_at=datetime(2024, 4, 10, 1, tzinfo=east),
            code_version="1",
            model_version="1",
            seeds_version="1",
        )
        rows = build._database.execute(
            "SELECT started_at, finished_at, status FROM runs"
        ).fetchall()
    assert rows == [(datetime(2024, 4, 9, 22), None, "running")]  # noqa: DTZ001


def test_a_run_is_begun_once_and_finished_whole(target: Path, work: Path) -> None:
    with Build.begin(target, work) as build:
        with pytest.raises(BuildError, match="finish_run comes after begin_run"):
            finish_run(build, articles_added=0)
        begin_run(build)
        with pytest.raises(BuildError, match="run r1 is in the warehouse already"):
            begin_run(build)
        with pytest.raises(BuildError, match=r"takes \['articles_added', .*got \['files_seen'\]"):
            build.finish_run(finished_at=STARTED, files_seen=1)
        finish_run(build, articles_added=7)
        rows = build._database.execute(
            "SELECT finished_at, status, articles_added FROM runs"
        ).fetchall()
    assert rows == [(STARTED.replace(hour=3, tzinfo=None), "published", 7)]


def test_reference_data_is_replaced_when_its_version_changes(target: Path, work: Path) -> None:
    frames = read_seeds(SEEDS)
    fewer = frames | {"reference_cues": frames["reference_cues"].head(1)}
    for run_id, seeds_version, given, replaced, cues in (
        ("r1", "v1", frames, True, frames["reference_cues"].height),
        ("r2", "v1", fewer, False, frames["reference_cues"].height),
        ("r3", "v2", fewer, True, 1),
    ):
        with Build.begin(target, work) as build:
            build.begin_run(
                run_id=run_id,
                started_at=STARTED + timedelta(days=int(run_id[1:])),
                code_version="1",
                model_version="1",
                seeds_version=seeds_version,
            )
            assert build.load_reference(given, seeds_version) is replaced
            finish_run_at(build)
            build.finish()
            publish(work, target)
        assert run_query(target, "SELECT * FROM reference_cues").height == cues


def finish_run_at(build: Build) -> None:
    counts = {column.name: 0.0 for column in TABLES["runs"].columns if column.dtype.is_numeric()}
    build.finish_run(finished_at=datetime(2024, 5, 1, tzinfo=UTC), **counts)


def test_all_reference_tables_are_loaded_together(target: Path, work: Path) -> None:
    with (
        Build.begin(target, work) as build,
        pytest.raises(BuildError, match=r"reference frames \['reference_cues'\] were given"),
    ):
        build.load_reference({"reference_cues": empty(TABLES["reference_cues"])}, "v1")


def test_quality_is_replaced_when_it_differs(target: Path, work: Path) -> None:
    measure: dict[str, object] = {
        "model_version": "1",
        "task": "attribution",
        "corpus": "gold",
        "measure": "f1_content_span",
        "value": 0.5,
    }
    with Build.begin(target, work) as build:
        assert build.load_quality(frame("quality", measure))
        assert not build.load_quality(frame("quality", measure))
        assert build.load_quality(frame("quality", measure | {"model_version": "2"}))
        rows = build._database.execute("SELECT model_version FROM quality").fetchall()
    assert rows == [("2",)]
