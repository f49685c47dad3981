"""What an article introduces people as, and what their names might mean besides."""

from __future__ import annotations

from datetime import date

import polars as pl

from transforms.extraction import Extractor

DAY = date(2024, 4, 9)


def extracted(extractor: Extractor, text: str) -> dict[str, pl.DataFrame]:
    frame = pl.DataFrame(
        {"article_id": "a1", "title": None, "text": text, "published_on": DAY},
        schema_overrides={"title": pl.String},
    )
    return extractor.extract(frame)


def test_titles_and_appositions_are_roles_with_their_country(extractor: Extractor) -> None:
    text = (
        "Russian Foreign Minister Sergei Lavrov met Jonas Hedlund, an economist at the World Bank."
    )
    frames = extracted(extractor, text)
    names = dict(frames["entities"].select("entity_id", "name").iter_rows())
    found = {
        (names[row["entity_id"]], row["role"], names.get(row["of_entity_id"]), row["seen_on"])
        for row in frames["roles"].iter_rows(named=True)
    }
    assert found == {
        ("Sergei Lavrov", "Russian Foreign Minister", "Russia", DAY),
        ("Jonas Hedlund", "an economist at the World Bank", "World Bank", DAY),
    }
    for row in frames["roles"].iter_rows(named=True):
        assert text[row["start_char"] : row["end_char"]] == row["role"]


def test_a_clause_with_a_comma_is_no_role(extractor: Extractor) -> None:
    frames = extracted(extractor, "The sea belongs to those who are hungry, Selim Aksoy said.")
    assert frames["roles"].is_empty()


def test_namesakes_of_the_reference_are_kept_as_candidates(extractor: Extractor) -> None:
    frames = extracted(extractor, "George Bush said that he would not go to Paris.")
    [mention] = frames["mentions"].filter(pl.col("text") == "George Bush")["mention_id"]
    rows = frames["entity_candidates"].filter(pl.col("mention_id") == mention)
    assert rows["rank"].to_list() == list(range(1, rows.height + 1))
    assert rows["share"].is_between(0, 1).all()
    assert rows["share"].is_sorted(descending=True)


def test_batches_do_not_show(extractor: Extractor) -> None:
    texts = [
        "Ana Petrova said that the bridge was closed. She left for Riga.",
        "Two officials told reporters that the army would not move. They gave no reason.",
        "Mr. Okoye denied that he had met the banker.",
    ]
    whole = pl.DataFrame(
        {"article_id": ["a1", "a2", "a3"], "title": [None] * 3, "text": texts}
        | {"published_on": [DAY] * 3},
        schema_overrides={"title": pl.String},
    )
    together = extractor.extract(whole)
    for number, article_id in enumerate(whole["article_id"]):
        alone = extractor.extract(whole[number : number + 1])
        for name in ("mentions", "statements", "entity_candidates"):
            key = "mention_id" if name == "entity_candidates" else "article_id"
            wanted = (
                alone["mentions"]["mention_id"] if key == "mention_id" else pl.Series([article_id])
            )
            same = together[name].filter(pl.col(key).is_in(wanted.implode()))
            assert same.equals(alone[name]), name
