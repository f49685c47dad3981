"""Seconds for telling which entities are the same, by the number of articles in the warehouse.

`python -m benchmarks.identities [ARTICLES...]`: made-up entities, as many an article as 840 news
articles brought; the bare function, then a build's whole step after a night that brought the last
tenth of them.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from transforms import ids
from transforms.identities.redirects import redirects
from warehouse.frames import conform, empty, schema
from warehouse.load import Build
from warehouse.schema import TABLES

_SIZES = (1_000, 10_000, 50_000)
_PERSONS, _OTHERS = 4, 5
"""New entities an article: 3,400 persons and 4,000 others in 840 articles."""
_SYLLABLES = "ba ko li mar sen to ri va del ne hu pa gor stein lu mi ya ro ter ski".split()


def main(sizes: Sequence[int]) -> None:
    """Measure and print one line a size."""
    print(f"{'articles':>10} {'entities':>10} {'redirects':>10} {'function s':>11} {'step s':>8}")
    for articles in sizes:
        entities = _entities(articles)
        begun = time.perf_counter()
        made = redirects(
            entities.select("entity_id", "name", "entity_type", "wikidata_id"),
            empty(TABLES["reference_overrides"]),
        )
        bare, step = time.perf_counter() - begun, _step(entities)
        print(f"{articles:>10} {entities.height:>10} {made.height:>10} {bare:>11.2f} {step:>8.2f}")


def _step(entities: pl.DataFrame) -> float:
    """Seconds of `Build.resolve` on the second night, which brings a tenth of the entities."""
    first = entities.sample(fraction=0.9, seed=1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "w.duckdb"
        with Build.begin(path, path.with_suffix(".next")) as build:
            build.begin_run(
                run_id="r1",
                started_at=datetime(2024, 4, 9, tzinfo=UTC),
                code_version="1",
                model_version="1",
                seeds_version="1",
            )
            build.load({"entities": first})
            build.resolve(redirects)
            build.load({"entities": entities})
            begun = time.perf_counter()
            build.resolve(redirects)
            return time.perf_counter() - begun


def _entities(articles: int) -> pl.DataFrame:
    chance = random.Random(articles)
    rows = {}
    for entity_type, name in _names(articles, chance):
        made = ids.entity_id(entity_type, name)
        rows[made] = {"entity_id": made, "name": name, "entity_type": entity_type}
    full = pl.DataFrame(list(rows.values()))
    missing = [name for name in schema(TABLES["entities"]) if name not in full.columns]
    return conform(
        full.with_columns(pl.lit(None).alias(name) for name in missing), TABLES["entities"]
    )


def _names(articles: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=3)).title()

    for _ in range(_PERSONS * articles):
        given, surname, initial = word(), word(), chance.choice("ABCDEFGHJKLM")
        yield "PERSON", f"{given} {surname}"
        if chance.random() < 0.02:
            yield "PERSON", f"{given} {initial}. {surname}"
    for _ in range(_OTHERS * articles):
        yield "ORG", f"{word()} {word()} {chance.choice(['Group', 'Corp.', 'Union'])}"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or _SIZES)
