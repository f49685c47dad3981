"""Articles cut into batches of about equal length, and the batches' frames put together again."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from transforms.articles import Loaded
from warehouse.frames import conform
from warehouse.schema import TABLES
from warehouse.shared import once

__all__ = ["FAILED", "balanced", "batches", "merged", "once", "without"]

FAILED: Final = "extraction_failed"
_INPUT: Final = ("article_id", "title", "text", "published_on")


def batches(articles: pl.DataFrame, *, size: int, workers: int) -> list[pl.DataFrame]:
    """What `Extractor.extract` takes, in batches of about `size` articles and equal length.

    There are as many for each worker; the same articles give the same batches.
    """
    articles = articles.select(_INPUT).sort("article_id")
    rounds = -(-articles.height // (size * workers))
    parts = balanced(articles["text"].str.len_chars().to_list(), parts=rounds * workers)
    return [articles[part] for part in parts]


def balanced(weights: Sequence[int], *, parts: int) -> list[list[int]]:
    """Indices of the weights in at most `parts` non-empty groups of about equal total weight."""
    heaviest_first = sorted(range(len(weights)), key=lambda index: (-weights[index], index))
    groups: list[list[int]] = [[] for _ in range(parts)]
    lightest = [(0, number) for number in range(parts)]
    for index in heaviest_first:
        total, number = heapq.heappop(lightest)
        groups[number].append(index)
        heapq.heappush(lightest, (total + weights[index], number))
    return [sorted(group) for group in groups if group]


def merged(found: Sequence[Mapping[str, pl.DataFrame]]) -> dict[str, pl.DataFrame]:
    """The batches' frames as one frame a table, each primary key once, in key order.

    How the articles were cut into batches does not show.
    """
    return {
        name: once(name, pl.concat([frames[name] for frames in found])).sort(
            TABLES[name].primary_key
        )
        for name in (found[0] if found else ())
    }


def without(loaded: Loaded, failed: Mapping[str, str], *, run_id: str) -> Loaded:
    """The same frames with the articles of `failed` (article_id to detail) as rejects instead.

    A file that is left with no article counts as rejected.
    """
    if not failed:
        return loaded
    is_failed = pl.col("article_id").is_in(list(failed))
    lost = loaded.articles.filter(is_failed)
    rejects = lost.select(
        "file_id",
        "record_no",
        rule=pl.lit(FAILED),
        detail=pl.col("article_id").replace_strict(dict(failed), return_dtype=pl.String()),
        run_id=pl.lit(run_id),
    )
    articles = loaded.articles.filter(~is_failed)
    is_left_bare = pl.col("file_id").is_in(list(set(lost["file_id"]) - set(articles["file_id"])))
    status = pl.when(is_left_bare).then(pl.lit("rejected")).otherwise(pl.col("status"))
    return replace(
        loaded,
        files=conform(loaded.files.with_columns(status=status), TABLES["files"]),
        articles=conform(articles, TABLES["articles"]),
        rejects=conform(
            pl.concat([loaded.rejects, rejects], how="vertical_relaxed"), TABLES["rejects"]
        ),
    )
