"""The first real article, where it lies beside the project, and what a careful reader finds."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from transforms.entities.model import Entity
from transforms.extraction import Extractor, ReadArticle
from transforms.readers import read_file

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed article is not beside the project (../shared/seed)"
)


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SEED / "seed_gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def article(extractor: Extractor, gold: dict[str, Any]) -> ReadArticle:
    path = SEED / gold["file"]
    raw = read_file(path.read_bytes(), path.name, max_bytes=1_000_000).articles[0]
    assert raw.published_on == date(2024, 4, 9)
    record = {"article_id": "a", "title": raw.title, "text": raw.text}
    return next(extractor.read([record | {"published_on": raw.published_on}]))


def found(article: ReadArticle, wanted: dict[str, Any]) -> bool:
    """A statement with this speaker and cue whose content holds half of the gold's words."""
    text: str = article.record["text"]
    for statement in article.statements:
        cue, content = statement.span("cue"), statement.span("content")
        speakers = [name.entity.name for name in statement.speakers.names if name.entity]
        if cue is None or content is None or wanted["speaker"] not in speakers:
            continue
        gold_words, words = set(wanted["content"].split()), set(text[slice(*content)].split())
        alike = len(gold_words & words) / len(gold_words) >= 0.5
        if wanted["cue"] in text[slice(*cue)] and alike:
            return True
    return False


def test_who_said_what(article: ReadArticle, gold: dict[str, Any]) -> None:
    right = [wanted for wanted in gold["statements"] if found(article, wanted)]
    assert len(right) == len(gold["statements"]), [
        w["content"] for w in gold["statements"] if w not in right
    ]


def test_on_which_day(article: ReadArticle, gold: dict[str, Any]) -> None:
    text: str = article.record["text"]
    for wanted in (each for each in gold["statements"] if "on" in each):
        [day] = {
            one.day
            for one in article.statements
            if (cue := one.span("cue"))
            and text[slice(*cue)].startswith(wanted["cue"])
            and wanted["speaker"]
            in {name.entity.name for name in one.speakers.names if name.entity}
            and wanted["content"][:20] in text[slice(*(one.span("content") or (0, 0)))]
        }
        if wanted["on"] is None:
            assert day.basis == "unknown"
        else:
            assert str(day.first).startswith(wanted["on"]), wanted
            assert day.basis in {"explicit", "inherited"}


def test_who_met_visits_and_hosts_whom(article: ReadArticle, gold: dict[str, Any]) -> None:
    text: str = article.record["text"]
    found = []
    for contact in article.contacts:
        entities = [each.actor.entity for each in contact.participants]
        place = text[contact.place.start : contact.place.end] if contact.place else None
        who = {entity.name for entity in entities if entity}
        found.append((contact.entry.contact_type, who, contact.status, place, contact.day))
    assert len(found) == len(gold["contacts"])
    for wanted in gold["contacts"]:
        [(place, day)] = [
            (place, day)
            for contact_type, who, status, place, day in found
            if (contact_type, who, status)
            == (wanted["type"], set(wanted["participants"]), wanted["status"])
        ]
        assert str(day.first).startswith(wanted["on"])
        assert "place" not in wanted or place == wanted["place"]


def test_a_clause_before_its_cue_whose_quotation_marks_were_lost(
    article: ReadArticle, gold: dict[str, Any]
) -> None:
    [lost] = [w for w in gold["statements"] if w["content"].startswith("There is no place for")]
    assert found(article, lost)


def _meant(article: ReadArticle, words: str) -> list[Entity | None]:
    """What the widest mention inside each occurrence of these words means."""
    text: str = article.record["text"]
    found: list[Entity | None] = []
    for place in re.finditer(rf"(?<![\w.]){re.escape(words)}(?!\w)", text):
        inside = [
            each
            for each in article.mentions
            if place.start() <= each.start and each.end <= place.end()
        ]
        if inside:
            widest = max(inside, key=lambda each: each.end - each.start)
            known = widest.name or article.entities.get(widest.cluster)
            found.append(known.entity if known else None)
    return found


def test_every_entity_has_all_its_mentions(article: ReadArticle, gold: dict[str, Any]) -> None:
    for name, wanted in gold["entities"].items():
        for words in wanted["mentions"]:
            meant = _meant(article, words)
            names = {
                entity.name.replace("isation", "ization") if entity else "" for entity in meant
            }
            is_place = words == "Beijing"  # `in Beijing` is the city.
            assert name in names if is_place else names == {name}, (words, names)


def test_entities_of_the_reference_have_their_wikidata_ids(article: ReadArticle) -> None:
    expected = {
        "Mr. Xi": "Q15031",
        "Lavrov": "Q58217",
        "Mr. Putin": "Q7747",
        "Janet L. Yellen": "Q263725",
        "President Biden": "Q6279",
        "China's top diplomat": None,
        "Moscow": "Q159",
        "the United States": "Q30",
        "Taiwan": "Q865",
    }
    for words, qid in expected.items():
        found = {entity.wikidata_id for entity in _meant(article, words) if entity}
        assert len(found) == 1, words
        assert qid is None or found == {qid}, words


def test_the_top_diplomat_is_wang_yi(article: ReadArticle) -> None:
    assert [entity and entity.name for entity in _meant(article, "China's top diplomat")] == [
        "Wang Yi"
    ]


def test_what_was_not_said_is_negated(article: ReadArticle, gold: dict[str, Any]) -> None:
    text: str = article.record["text"]
    for unsaid in gold["not_statements"]:
        place = text.index(unsaid["text"])
        inside = [s for s in article.statements if place <= s.anchor < place + len(unsaid["text"])]
        assert all(one.negated for one in inside)


@pytest.fixture(scope="module")
def frames(extractor: Extractor, article: ReadArticle) -> dict[str, pl.DataFrame]:
    """The rows of the article's tables, with the usual names of those that statements are about."""
    columns = {key: [value] for key, value in article.record.items()}
    return extractor.extract(pl.DataFrame(columns, schema_overrides={"title": pl.String}))


def test_about_whom_and_to_whom(
    frames: dict[str, pl.DataFrame], article: ReadArticle, gold: dict[str, Any]
) -> None:
    named = frames["statement_entities"].join(frames["entities"], on="entity_id")
    told = frames["statement_parties"].filter(pl.col("role") == "addressee")
    for wanted in gold["statements"]:
        [row] = [
            row
            for row in frames["statements"].rows(named=True)
            if row["cue_text"].endswith(wanted["cue"])
            and wanted["content"][:20] in row["content_text"]
        ]
        of_it = pl.col("statement_id") == row["statement_id"]
        about = set(named.filter(of_it & (pl.col("role") == "target"))["name"])
        assert about >= set(wanted.get("about", [])), wanted["content"]
        assert told.filter(of_it)["text"].to_list() == wanted.get("addressee", [])


def test_times(article: ReadArticle, gold: dict[str, Any]) -> None:
    text: str = article.record["text"]
    found = {text[each.start : each.end]: each.value for each in article.times}
    assert {words: found[words] for words in gold["times"]} == gold["times"]
