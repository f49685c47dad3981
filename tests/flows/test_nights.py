"""The same articles give the same rows, in one night or several, in whatever order they come."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from tests.warehouse.builders import Row, finish_run, frame
from transforms import ids
from transforms.articles import loaded
from transforms.batches import batches, merged
from transforms.extraction import Extractor
from transforms.identities.redirects import redirects
from transforms.readers import read_file
from warehouse.checks import failures
from warehouse.load import Build
from warehouse.publish import publish
from warehouse.query import run_query
from warehouse.schema import TABLES
from warehouse.seeds import read_seeds

ROOT = Path(__file__).parents[2]
DEPENDS_ON_THE_NIGHT = {"runs", "entity_redirect_log"}
ARTICLES = [
    "date 2024-04-09\n\nYuriy Melnyk, a farmer, said that the rain was late. Melnyk waited.",
    "date 2024-04-02\n\nThe farmer Yuri Melnyk said on the phone that he would sell his land.",
    "title: YURY MELNYK SPEAKS\n\nYURY MELNYK told reporters that the land was sold.",
    "date 2024-04-03\n\nAna Petrova said that the bridge was closed. Ms. Petrova spoke in Riga.",
    "date 2024-04-01\n\nAna M. Petrova, an engineer, denied that the bridge was safe.",
    "date 2024-04-08\n\nThe lawyer Ana R. Petrova said that she knew nothing of a bridge.",
    "date 2024-04-05\n\nJohn Halvard said: “The ship is late.” Halvard owns Brightwater Corp.",
    "date 2024-04-04\n\nBrightwater Corporation said that John A. Halvard had left the company.",
    "date 2024-04-06\n\nMartin O’Sheel of Brightwater Inc. said that the ship was found.",
    "date 2024-04-07\n\nMarty O'Sheel said that he would not sell Brightwater.",
    "date 2024-04-10\n\nVolodymyr Zelenskiy said in Kyiv that Ukraine would not give up.",
    "date 2024-04-11\n\nUkrainian President Zelenskyy said that talks with Russia were over.",
]
BRIGHTWATER = ids.entity_id("ORG", "Brightwater")
HALVARD, MARTIN, MARTY = (
    ids.entity_id("PERSON", name) for name in ("John A. Halvard", "Martin O'Sheel", "Marty O'Sheel")
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(model=ROOT / "models", seeds=ROOT / "seeds", threads=2)


def overrides() -> pl.DataFrame:
    why: Row = {"reason": "seen in an article", "added_on": date(2024, 4, 9)}
    return frame(
        "reference_overrides",
        why | {"action": "rename", "entity_id": HALVARD, "new_value": "Captain Halvard"},
        why | {"action": "type", "entity_id": BRIGHTWATER, "new_value": "FAC"},
        why | {"action": "same", "entity_id": MARTY, "other_id": MARTIN},
    )


def night(extractor: Extractor, path: Path, run_id: str, articles: Sequence[str]) -> None:
    """One run over these articles, as flows/nightly.py makes it."""
    work = path.with_suffix(".next")
    with Build.begin(path, work) as build:
        build.begin_run(
            run_id=run_id,
            started_at=datetime(2024, 4, int(run_id[1:]), tzinfo=UTC),
            code_version="1",
            model_version="1",
            seeds_version="1",
        )
        seeds = read_seeds(ROOT / "seeds") | {"reference_overrides": overrides()}
        build.load_reference(seeds, "1")
        contents = [
            read_file(text.encode(), f"{ids.article_id(text)}.txt", max_bytes=9999)
            for text in articles
        ]
        known = frozenset(build.known_articles())
        fresh = loaded(contents, known_articles=known, run_id=run_id)
        # One by one: the encoder's 8-bit scores depend a little on what shares a batch.
        parts = batches(fresh.articles, size=1, workers=1)
        found = merged([extractor.extract(part) for part in parts])
        frames = {"files": fresh.files, "articles": fresh.articles, "rejects": fresh.rejects}
        added = build.load(frames | found)
        build.resolve(redirects)
        finish_run(build, articles_added=added["articles"])
        build.finish()
        assert [failure for failure in failures(work) if failure.severity == "fail"] == []
        publish(work, path)


def rows(path: Path) -> dict[str, pl.DataFrame]:
    """Every table without what tells the run, and the views that follow redirects."""
    names = [name for name in TABLES if name not in DEPENDS_ON_THE_NIGHT]
    tables = {
        name: run_query(path, f"SELECT * EXCLUDE {runs} FROM {name} ORDER BY ALL")
        for name in names
        if (runs := _columns_of_runs(name))
    }
    rest = (*(name for name in names if name not in tables), "v_entities", "v_statements")
    return tables | {name: run_query(path, f"FROM {name} ORDER BY ALL") for name in rest}


def _columns_of_runs(table: str) -> str:
    found = [each.name for each in TABLES[table].columns if each.references == "runs.run_id"]
    return f"({', '.join(found)})" if found else ""


@pytest.fixture(scope="module")
def one_night(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("one") / "onrecord.duckdb"
    night(extractor, path, "r1", ARTICLES)
    return path


def in_nights(extractor: Extractor, path: Path, articles: Sequence[str], nights: int) -> None:
    size = len(articles) // nights
    for number in range(nights):
        part = articles[number * size : (number + 1) * size]
        night(extractor, path, f"r{number + 1}", part)


def test_four_nights_are_one(extractor: Extractor, one_night: Path, tmp_path: Path) -> None:
    path = tmp_path / "onrecord.duckdb"
    for order in (ARTICLES[::-1], random.Random(5).sample(ARTICLES, len(ARTICLES))):
        path.unlink(missing_ok=True)
        in_nights(extractor, path, order, 4)
        expected, found = rows(one_night), rows(path)
        for name, table in expected.items():
            assert found[name].equals(table), name


def test_a_night_with_nothing_new_changes_nothing(
    extractor: Extractor, one_night: Path, tmp_path: Path
) -> None:
    path = tmp_path / "onrecord.duckdb"
    path.write_bytes(one_night.read_bytes())
    night(extractor, path, "r2", ARTICLES[:3])
    assert all(rows(path)[name].equals(table) for name, table in rows(one_night).items())
    assert run_query(path, "SELECT DISTINCT run_id FROM entity_redirect_log").rows() == [("r1",)]


def test_spellings_and_initials_of_other_nights_are_one_entity(one_night: Path) -> None:
    found = run_query(
        one_night,
        "SELECT name, entity_type, articles, first_seen_on FROM v_entities "
        "WHERE name SIMILAR TO '.*(Melnyk|Petrova|Halvard|Brightwater|Sheel|Zelensky).*' "
        "ORDER BY name",
    )
    assert found.rows() == [
        ("Ana M. Petrova", "PERSON", 1, date(2024, 4, 1)),
        ("Ana Petrova", "PERSON", 1, date(2024, 4, 3)),
        ("Ana R. Petrova", "PERSON", 1, date(2024, 4, 8)),
        ("Brightwater", "FAC", 4, date(2024, 4, 4)),
        ("Captain Halvard", "PERSON", 2, date(2024, 4, 4)),
        ("Martin O’Sheel", "PERSON", 2, date(2024, 4, 6)),
        ("Volodymyr Zelenskyy", "PERSON", 2, date(2024, 4, 10)),
        ("Yuri Melnyk", "PERSON", 3, date(2024, 4, 2)),
    ]


def test_a_merge_that_a_later_article_speaks_against_is_withdrawn(
    extractor: Extractor, tmp_path: Path
) -> None:
    path = tmp_path / "onrecord.duckdb"
    in_nights(extractor, path, ARTICLES[3:6], 3)
    log = run_query(
        path,
        "SELECT run_id, op, one.name, other.name FROM entity_redirect_log AS l "
        "JOIN entities AS one ON one.entity_id = l.entity_id "
        "JOIN entities AS other ON other.entity_id = same_as ORDER BY run_id",
    )
    assert log.rows() == [
        ("r2", "add", "Ana Petrova", "Ana M. Petrova"),
        ("r3", "withdraw", "Ana Petrova", "Ana M. Petrova"),
    ]
    assert run_query(path, "FROM entity_redirects").is_empty()
