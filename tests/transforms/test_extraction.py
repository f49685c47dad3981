"""What the shipped model finds in plain sentences, and what holds for every row."""

from __future__ import annotations

import itertools
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.markup import parsed
from transforms.extraction import EXTRACTED, Extractor
from transforms.readers import read_file
from transforms.scoring.attribution import AttributionScores
from transforms.scoring.gold import Words, found_statements
from warehouse.schema import TABLES

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2025, 3, 4)
_SPAN = ("start_char", "end_char", "text")


def articles(*texts: str) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "article_id": [f"a{number}" for number in range(len(texts))],
            "title": [None] * len(texts),
            "text": texts,
            "published_on": [DAY] * len(texts),
        },
        schema_overrides={"title": pl.String},
    )


@pytest.mark.parametrize(
    "marked",
    [
        "[The minister](source) [said](cue) [that the talks would go on](content).",
        '["We will not leave,"](content) [said](cue) [Ana Petrova, the mayor](source).',
        "[According to](cue) [the ministry](source), [two bridges were destroyed](content).",
        "[Mr. Okoye](source) [denied](cue) [that he had met the banker](content).",
        "[Prices will rise again in the spring](content), [the bank](source) [said](cue).",
        "[She](source) [told](cue) reporters [that the offer was dead](content).",
        "[He](source) [believes](cue) [the vote will be close](content).",
    ],
)
def test_a_statement_has_its_source_cue_and_content(extractor: Extractor, marked: str) -> None:
    text, parts = parsed(marked)
    row = extractor.extract(articles(text))["statements"].row(0, named=True)
    assert row["source_text"] == parts["source"][0]
    assert row["cue_text"] == parts["cue"][0]
    assert row["content_text"] == parts["content"][0]


def test_a_content_on_both_sides_of_its_cue_is_one_statement_in_two_pieces(
    extractor: Extractor,
) -> None:
    text = '"The road is open," Ana Petrova said, "but nobody should take it at night."'
    frames = extractor.extract(articles(text))
    assert frames["statements"].height == 1
    pieces = frames["statement_spans"].filter(pl.col("part") == "content")
    assert [text[s:e] for s, e in pieces.select("start_char", "end_char").rows()] == [
        '"The road is open,"',
        '"but nobody should take it at night."',
    ]


def test_direct_mixed_and_indirect_speech(extractor: Extractor) -> None:
    frames = extractor.extract(
        articles(
            'The mayor said, "We are not afraid of the river."',
            'The mayor said that the town was "not afraid" of the river.',
            "The mayor said that the town was not afraid of the river.",
        )
    )
    found = frames["statements"].sort("article_id")
    assert found["speech_type"].to_list() == ["direct", "mixed", "indirect"]


def test_a_negated_cue_and_an_addressee(extractor: Extractor) -> None:
    found = extractor.extract(
        articles(
            "The minister did not say whether the talks would go on.",
            "The minister told reporters that the talks would go on.",
        )
    )["statements"].sort("article_id")
    assert found["negated"].to_list() == [True, False]
    assert found["addressee_text"].to_list() == [None, "reporters"]


def test_a_short_name_is_the_person_of_the_full_name(extractor: Extractor) -> None:
    text = (
        "Foreign Minister Sergei V. Lavrov arrived in Ankara on Monday.\n\n"
        "Mr. Lavrov said that the talks had been useful. Lavrov added that they would go on."
    )
    frames = extractor.extract(articles(text))
    speakers = frames["statements"].join(
        frames["entities"], left_on="speaker_entity_id", right_on="entity_id"
    )
    assert speakers["name"].to_list() == ["Sergei Lavrov"] * 2
    assert speakers["wikidata_id"].unique().to_list() == ["Q58217"]


def test_two_leaders_who_speak_together_are_two_speakers(extractor: Extractor) -> None:
    text = (
        "Ana Petrova and Luis Ortega met in Geneva.\n\n"
        "Ms. Petrova and Mr. Ortega said that the border would open."
    )
    frames = extractor.extract(articles(text))
    ranked = frames["statement_speakers"].join(frames["entities"], on="entity_id").sort("rank")
    assert ranked["name"].to_list() == ["Ana Petrova", "Luis Ortega"]


def test_without_a_speaker_the_method_says_why(extractor: Extractor) -> None:
    found = extractor.extract(articles("It was reported that the bridge had been closed."))
    row = found["statements"].row(0, named=True)
    assert row["speaker_entity_id"] is None
    assert row["speaker_method"].startswith("unknown:")


def test_the_order_of_articles_changes_no_row(extractor: Extractor) -> None:
    texts = ("Ana Petrova said that it was late.", "The bank expects lower prices.", "Nothing.")
    forward = extractor.extract(articles(*texts))
    backward = extractor.extract(articles(*texts).reverse())
    for name in EXTRACTED:
        key = forward[name].columns
        assert forward[name].sort(key).equals(backward[name].sort(key)), name


def expect_references(frames: dict[str, pl.DataFrame]) -> None:
    """Every foreign key that points into these frames finds its row."""
    for name, frame in frames.items():
        for column in TABLES[name].columns:
            table, _, key = (column.references or "").partition(".")
            if table in frames:
                lost = set(frame[column.name].drop_nulls()) - set(frames[table][key])
                assert not lost, (name, column.name, lost)


_WORDS = st.sampled_from(
    [
        *("Ann Lee", "Mr. Bos", "Acme Inc.", "Kenya", "he", "She", "who", "they", "I", "it", "you"),
        *("the minister", "two officials", "said", "says that", "and", "of", ",", ".", "Her aide"),
        *('"', "“", "”", "'s", "\n\n", "—", "52 percent", "a report by", "according to", "was"),
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(_WORDS, min_size=1, max_size=60))
def test_any_words_give_rows_that_find_each_other(extractor: Extractor, words: list[str]) -> None:
    expect_references(extractor.extract(articles(" ".join(words))))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(alphabet="aZ é\n\"'“”.,:?!-said he", min_size=1, max_size=300))
def test_any_text_gives_rows_whose_spans_hold(extractor: Extractor, text: str) -> None:
    frames = extractor.extract(articles(text))
    for name, columns in (("mentions", _SPAN), ("times", _SPAN)):
        for start, end, words in frames[name].select(columns).rows():
            assert text[start:end] == words
    for part in ("source", "cue", "content"):
        rows = frames["statements"].select(f"{part}_start", f"{part}_end", f"{part}_text").rows()
        assert all(text[start:end] == words for start, end, words in rows if words is not None)
    sentences = frames["sentences"].sort("start_char").select("start_char", "end_char").rows()
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(sentences))


def test_the_sample_articles_hold_what_a_careful_reader_finds(extractor: Extractor) -> None:
    scores = AttributionScores()
    for record, expected in _samples():
        article = next(extractor.read([record]))
        words = Words(article.doc)
        gold = [words.statement(*_placed(record["text"], one)) for one in expected["statements"]]
        scores.add(list(found_statements(article.statements, words)), gold)
    assert scores.figures()["statement_f1"] >= 70, scores.figures()


def _samples() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    result = []
    for path in sorted((ROOT / "seeds" / "expected").glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        raw = ROOT / "seeds" / "articles" / path.name.removesuffix(".json")
        found = read_file(raw.read_bytes(), raw.name, max_bytes=10_000_000).articles
        for article, gold in zip(found, expected.get("articles", []), strict=True):
            record: dict[str, Any] = {
                "article_id": raw.name,
                "title": article.title,
                "text": article.text,
            }
            result.append((record | {"published_on": article.published_on}, gold))
    return result


def _placed(text: str, statement: dict[str, Any]) -> list[list[tuple[int, int]]]:
    """Where the parts stand: the content first, the others as near to it as they occur."""
    contents = statement["content"]
    pieces = [contents] if isinstance(contents, str) else contents
    content = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    near = [_nearest(text, statement[part], content) for part in ("source", "cue")]
    return [*near, content]


def _nearest(text: str, words: str | None, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not words:
        return []
    places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    edges = [edge for span in content for edge in span]
    return [min(places, key=lambda place: min(abs(place[0] - e) for e in edges))]


def test_members_of_a_party_who_are_met_are_nobody_known(extractor: Extractor) -> None:
    frames = extractor.extract(articles("Barack Obama met with Democrats in Paris on Monday."))
    found = frames["contact_participants"].join(frames["mentions"], on="mention_id", suffix="_of")
    assert found.sort("rank").select("text", "basis").rows() == [
        ("Barack Obama", "name"),
        ("Democrats", "some"),
    ]
    assert found.sort("rank")["entity_id"].is_null().to_list() == [False, True]
