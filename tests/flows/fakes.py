"""Extractors for tests, named by the setting `extractor`: quick, and poisonous on demand."""

from __future__ import annotations

import gc
import os
from multiprocessing.queues import Queue
from pathlib import Path

import polars as pl

from transforms import ids
from warehouse.frames import conform, empty
from warehouse.schema import TABLES

TABLES_FILLED = (
    "sentences",
    "entities",
    "aliases",
    "mentions",
    "statements",
    "statement_spans",
    "statement_speakers",
)


class OneSentence:
    """Each article is one sentence, and all of them are about Atlantis.

    An article that holds POISON raises (with the text in the message), one that holds DEADLY kills
    the process at the worst moment: while it has the lock under which workers report to the run.
    """

    def __init__(self, *, model: Path, seeds: Path, pipeline: str) -> None:
        assert not pipeline
        assert model.is_dir()
        assert seeds.is_dir()

    def extract(self, articles: pl.DataFrame) -> dict[str, pl.DataFrame]:
        for text in articles["text"]:
            if "POISON" in text:
                raise ValueError(text)
            if "DEADLY" in text:
                _take_the_lock_of_reports()
                os._exit(1)
        sentences = [
            {
                "sentence_id": ids.sentence_id(article_id, 0, len(text)),
                "article_id": article_id,
                "sentence_no": 0,
                "paragraph_no": 0,
                "start_char": 0,
                "end_char": len(text),
            }
            for article_id, text in articles.select("article_id", "text").iter_rows()
        ]
        entity = {
            "entity_id": "e1",
            "name": "Atlantis",
            "entity_type": "LOC",
            "wikidata_id": None,
            "country_code": None,
            "description": None,
            "affiliation_id": None,
            "first_seen_on": articles["published_on"].min(),
        }
        alias = {"alias": "Atlantis", "entity_id": "e1", "origin": "article"}
        rows = {"sentences": sentences, "entities": [entity], "aliases": [alias]}
        return {
            name: conform(pl.DataFrame(rows[name], schema_overrides=_types(name)), TABLES[name])
            if name in rows
            else empty(TABLES[name])
            for name in TABLES_FILLED
        }


class Overlong(OneSentence):
    """Each sentence ends behind its article: a check must find it."""

    def extract(self, articles: pl.DataFrame) -> dict[str, pl.DataFrame]:
        frames = super().extract(articles)
        sentences = frames["sentences"].with_columns(pl.col("end_char") + 1)
        return frames | {"sentences": conform(sentences, TABLES["sentences"])}


class Broken:
    """Can't be made."""

    def __init__(self, *, model: Path, seeds: Path, pipeline: str) -> None:
        assert not pipeline
        raise FileNotFoundError(f"{model / 'encoder.onnx'} is missing")


def _types(name: str) -> dict[str, pl.DataType]:
    return {column.name: column.dtype for column in TABLES[name].columns}


def _take_the_lock_of_reports() -> None:
    (reports,) = [found for found in gc.get_objects() if type(found) is Queue]
    reports._wlock.acquire()  # type: ignore[attr-defined]
