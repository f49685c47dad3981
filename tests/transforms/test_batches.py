from __future__ import annotations

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles import Loaded, loaded
from transforms.batches import FAILED, balanced, batches, merged, without
from transforms.readers import FileContent, RawArticle


def _content(name: str, *texts: str) -> FileContent:
    articles = [
        RawArticle(record_no=number, text=text, encoding="utf-8", was_mended=False, extra={})
        for number, text in enumerate(texts, start=1)
    ]
    return FileContent(
        file_id=name * 64,
        uri=f"{name}.txt",
        format="jsonl",
        size_bytes=1,
        articles=articles,
        rejects=[],
    )


def _loaded(*contents: FileContent) -> Loaded:
    return loaded(contents, known_articles=frozenset(), run_id="r1")


def test_batches_are_of_equal_length_and_as_many_for_each_worker() -> None:
    texts = ["word " * length for length in (100, 1, 50, 49, 99, 2, 51, 48)]
    articles = _loaded(_content("f", *texts)).articles

    found = batches(articles, size=4, workers=2)

    assert [batch.columns for batch in found] == [
        ["article_id", "title", "text", "published_on"]
    ] * 2
    assert [batch["text"].str.len_chars().sum() for batch in found] == [1000, 1000]
    again = batches(articles.sample(fraction=1, shuffle=True, seed=1), size=4, workers=2)
    for one, other in zip(found, again, strict=True):
        assert one.equals(other)


def test_nothing_to_extract_is_no_batch() -> None:
    assert batches(_loaded().articles, size=4, workers=2) == []
    assert merged([]) == {}


@given(st.lists(st.integers(1, 1000)), st.integers(1, 8))
def test_every_weight_is_in_one_group(weights: list[int], parts: int) -> None:
    groups = balanced(weights, parts=parts)
    assert sorted(index for group in groups for index in group) == list(range(len(weights)))
    assert len(groups) == min(parts, len(weights))
    totals = [sum(weights[index] for index in group) for group in groups]
    if totals:
        assert max(totals) - min(totals) <= max(weights) or len(weights) < parts


def test_how_articles_were_cut_does_not_show() -> None:
    def batch(day: date, name: str, origin: str) -> dict[str, pl.DataFrame]:
        entity = {"entity_id": "e1", "name": name, "description": None, "first_seen_on": day}
        alias = {"alias": "Bo", "entity_id": "e1", "origin": origin}
        return {"entities": pl.DataFrame([entity]), "aliases": pl.DataFrame([alias])}

    first = batch(date(2024, 4, 9), "Bo Li", "article")
    second = batch(date(2024, 4, 8), "Bo", "reference")

    for order in ([first, second], [second, first]):
        together = merged(order)
        assert together["entities"].row(0) == ("e1", "Bo", None, date(2024, 4, 8))
        assert together["aliases"].row(0) == ("Bo", "e1", "reference")


def test_a_failed_article_becomes_a_reject() -> None:
    before = _loaded(_content("f", "one", "two"), _content("a", "three"))
    ids = dict(before.articles.select("text", "article_id").iter_rows())

    after = without(before, {ids["two"]: "ValueError", ids["three"]: "KeyError"}, run_id="r1")

    assert after.articles["text"].to_list() == ["one"]
    assert dict(after.files.select("uri", "status").iter_rows()) == {
        "a.txt": "rejected",
        "f.txt": "loaded",
    }
    assert after.rejects.sort("file_id").rows() == [
        ("a" * 64, 1, FAILED, "KeyError", "r1"),
        ("f" * 64, 2, FAILED, "ValueError", "r1"),
    ]


def test_nothing_failed_nothing_changes() -> None:
    before = _loaded(_content("f", "one"))
    assert without(before, {}, run_id="r1") is before
