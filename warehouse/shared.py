"""Rows that several articles bring: one row each, whatever came in which batch or night."""

from __future__ import annotations

import polars as pl

from warehouse.schema import TABLES


def once(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with each entity and alias once; rows of other tables do not repeat.

    The same rows come back whatever the order and grouping in which they were put together. Of an
    entity's names the reference's stays, else one that is not in capitals throughout, begins with
    a letter, has the most accents, and is the first of those by alphabet; of any other column the
    smallest value. An alias that the reference knows is the reference's.
    """
    if table == "entities":
        return _entities(frame)
    if table == "aliases":
        key = TABLES[table].primary_key
        return frame.sort("origin", descending=True).unique(key, keep="first", maintain_order=True)
    return frame


def _entities(frame: pl.DataFrame) -> pl.DataFrame:
    name = pl.col("name")
    best = (
        pl.col("description").is_null(),
        name == name.str.to_uppercase(),
        ~name.str.contains(r"^\p{L}"),
        name.str.count_matches(r"[\p{L}&&[^\x00-\x7F]]").cast(pl.Int64) * -1,
        name,
    )
    return (
        frame.sort("entity_id", *best)
        .group_by("entity_id", maintain_order=True)
        .agg(name.first(), pl.exclude("name").min())
        .select(frame.columns)
    )
