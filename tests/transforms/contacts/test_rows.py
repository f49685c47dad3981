"""Contacts as rows, and the statements that were made on them."""

from __future__ import annotations

import itertools
from datetime import date

import polars as pl
import pytest

from transforms.extraction import Extractor
from warehouse.schema import TABLES

TEXT = (
    "Ana Petrova met with Luis Ortega in Geneva on Monday and said that the border would open. "
    "Luis Ortega will visit Kenya in May."
)


def extracted(extractor: Extractor, *texts: str) -> dict[str, pl.DataFrame]:
    return extractor.extract(
        pl.DataFrame(
            {
                "article_id": [f"a{number}" for number in range(len(texts))],
                "title": [None] * len(texts),
                "text": texts,
                "published_on": [date(2024, 4, 9)] * len(texts),
            },
            schema_overrides={"title": pl.String},
        )
    )


def test_spans_hold_and_references_find_their_rows(extractor: Extractor) -> None:
    frames = extracted(extractor, TEXT)
    columns = (("start_char", "end_char", "text"), ("place_start", "place_end", "place_text"))
    for span in columns:
        assert all(TEXT[s:e] == words for s, e, words in frames["contacts"].select(span).rows())
    for name in ("contacts", "contact_participants", "contact_spans", "statements"):
        for column in TABLES[name].columns:
            table, _, key = (column.references or "").partition(".")
            if table in frames:
                assert set(frames[name][column.name].drop_nulls()) <= set(frames[table][key])


def test_a_contact_s_participants_are_the_entities_of_their_mentions(extractor: Extractor) -> None:
    frames = extracted(extractor, TEXT)
    joined = frames["contact_participants"].join(frames["mentions"], on="mention_id")
    assert joined["entity_id"].equals(joined["entity_id_right"], check_names=False)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Ana Petrova told Luis Ortega, after meeting with him in Geneva, that the border was shut.",
        "Ana Petrova said after talks with Luis Ortega that the border would open.",
    ],
)
def test_a_statement_made_on_a_contact_names_it(extractor: Extractor, text: str) -> None:
    frames = extracted(extractor, text)
    made = set(frames["statements"]["contact_id"].drop_nulls())
    happened = frames["contacts"].filter(pl.col("status") == "happened")
    assert made == set(happened["contact_id"])


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova said before talks with Luis Ortega that the border was shut.",
        "Ana Petrova said that she had met Luis Ortega.",
        "Ana Petrova met Luis Ortega, and Li Wei said that it was late.",
    ],
)
def test_other_statements_name_none(extractor: Extractor, text: str) -> None:
    assert extracted(extractor, text)["statements"]["contact_id"].null_count() > 0
    assert extracted(extractor, text)["statements"]["contact_id"].drop_nulls().is_empty()


def test_the_order_of_articles_changes_no_row(extractor: Extractor) -> None:
    texts = (TEXT, "Japan and Kenya signed a treaty.", "Nothing.")
    there = [extracted(extractor, *order)["contacts"] for order in itertools.permutations(texts)]
    rows = [frame.drop("contact_id", "article_id", "sentence_id").sort("text") for frame in there]
    assert all(each.equals(rows[0]) for each in rows)
