"""Speakers against a sample that was judged by reading: `samples/judged_speakers.csv`.

100 statements of the attribution corpus's development articles, drawn at random from what the
program found, each with the right speaker by the article: a name (or several, parted by `; `), or
GROUP, UNNAMED, DOCUMENT, `the author`, `the reader` for those without one, or NONE where the
article tells of none. `is_right` is the verdict on the program of that day.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Container, Iterator
from datetime import date
from pathlib import Path

from benchmarks.corpus import SHARED
from transforms.extraction import Extractor, ReadArticle
from transforms.statements import Statement

SAMPLE = Path(__file__).parent / "samples" / "judged_speakers.csv"
ARTICLES = SHARED / "attribution/dev.jsonl"
Judged = dict[str, str]


def speakers(extractor: Extractor) -> Iterator[tuple[str, str, str]]:
    """Rows of the benchmark: how many speakers are right, and how many statements have one."""
    if not ARTICLES.is_file():
        yield "judged speakers", "not measured", f"{ARTICLES.name} is not beside the project"
        return
    by_article = sample(SAMPLE)
    right = judged = found = known = 0
    for article in extractor.read(records()):
        found += len(article.statements)
        known += sum(bool(one.speakers.names) for one in article.statements)
        for row in by_article[article.record["article_id"]]:
            judged += 1
            right += _is_right(article, row)
    yield "statements with a speaker, %", f"{100 * known / found:.1f}", f"{found} statements"
    yield "speakers right, judged by reading", str(right), f"of {judged}; 93 on the day"


def sample(path: Path) -> defaultdict[str, list[Judged]]:
    """The rows of a judged sample by their article's doc_id."""
    by_article: defaultdict[str, list[Judged]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_article[row["doc_id"]].append(row)
    return by_article


def records(ids: Container[str] | None = None) -> list[dict[str, object]]:
    """The development articles, or those of some ids, as `Extractor.read` takes them."""
    with ARTICLES.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        {
            "article_id": row["doc_id"],
            "title": row["title"],
            "text": row["text"],
            "published_on": date.fromisoformat(row["published_on"]),
        }
        for row in rows
        if ids is None or row["doc_id"] in ids
    ]


def _is_right(article: ReadArticle, row: Judged) -> bool:
    at = [one for one in article.statements if anchor(one) == int(row["cue_start"])]
    wanted = set(row["speaker"].split("; "))
    answers = {"NONE"}
    for one in at:
        entities = [name.entity for name in one.speakers.names if name.entity]
        answers = {entity.name for entity in entities} | {each.entity_type for each in entities}
        answers = answers or {"NONE"}
    return bool(at) and bool(answers & wanted)


def anchor(statement: Statement) -> int:
    """Where a statement's cue begins, or its content without one; what samples tell it by."""
    span = statement.span("cue") or statement.span("content")
    return span[0] if span else -1
