"""Whom statements are about, and to whom they are made."""

from __future__ import annotations

from datetime import date

import polars as pl

from transforms.extraction import Extractor


def about(extractor: Extractor, text: str) -> set[tuple[str, str, str]]:
    """(role, words of the mention, usual name) of the first statement of a text."""
    frame = pl.DataFrame(
        {"article_id": "a1", "title": None, "text": text, "published_on": date(2024, 4, 9)},
        schema_overrides={"title": pl.String},
    )
    frames = extractor.extract(frame)
    words = dict(frames["mentions"].select("mention_id", "text").iter_rows())
    names = dict(frames["entities"].select("entity_id", "name").iter_rows())
    first = frames["statements"].sort("cue_start")["statement_id"][0]
    rows = frames["statement_entities"].filter(pl.col("statement_id") == first)
    return {
        (row["role"], words[row["mention_id"]], names[row["entity_id"]])
        for row in rows.iter_rows(named=True)
    }


def test_names_and_pronouns_of_the_content_are_targets(extractor: Extractor) -> None:
    text = "Ana Petrova met Angela Merkel. Petrova said that Merkel had praised Kenya."
    found = about(extractor, text)
    assert ("target", "Kenya", "Kenya") in found
    assert ("target", "Merkel", "Angela Merkel") in found
    assert not any(name == "Ana Petrova" for _, _, name in found)


def test_who_is_told_is_the_addressee(extractor: Extractor) -> None:
    found = about(extractor, "Ana Petrova told Angela Merkel that Kenya would sign.")
    assert ("addressee", "Angela Merkel", "Angela Merkel") in found
    assert ("target", "Kenya", "Kenya") in found
