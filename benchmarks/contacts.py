"""Contacts against a sample that was judged by reading: `samples/judged_contacts.csv`.

Two times 50 contacts drawn at random, judged by strict readers with the articles at hand. `train`:
US political news (the attribution corpus's training part) that no rule for contacts had been made
on; 37 of 50 were right in type, participants and status, and causes of the mistakes were mended
after that. `world`: world news (TimeBank, AQUAINT, re3d, CoNLL's and the fair news), by the program
after the mending; 43 of 50 were right. Some of those texts had been read while rules were made.
Each row has what the program found (participants by name, `?` unresolved, status, day, place) and
the verdicts: `contact_is_one` (a contact of that type), `participants_right` (nobody wrong, nobody
missing whom the sentence names), `status_right`, `day_right` and `place_right` (empty is right
where the article does not tell).

`python -m benchmarks.contacts FILE` draws a sample anew, without verdicts, from the training part.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from collections.abc import Container, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.corpus import ROOT, SHARED
from transforms.contacts import Contact
from transforms.extraction import Extractor, ReadArticle

SAMPLE = Path(__file__).parent / "samples" / "judged_contacts.csv"
VERDICTS = ("contact_is_one", "participants_right", "status_right", "day_right", "place_right")
_FOUND = ("corpus", "doc_id", "start", "end", "type", "participants", "status", "day", "place")
_COLUMNS = (*_FOUND, *VERDICTS, "note")
_CORPORA = {"train": SHARED / "attribution" / "train.jsonl"}
_SIZE, _SEED = 50, 77
Row = dict[str, str]


def contacts(extractor: Extractor) -> Iterator[tuple[str, str, str]]:
    """Rows of the benchmark: how many of the contacts that were right are still found so."""
    if not all(path.is_file() for path in _CORPORA.values()):
        yield "judged contacts", "not measured", "their articles are not beside the project"
        return
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        judged = list(csv.DictReader(file))
    for corpus, rows in groupby(judged, key=lambda row: row["corpus"]):
        verdicts = [all(row[each] == "true" for each in VERDICTS[:3]) for row in rows]
        yield f"contacts right, {corpus}", str(sum(verdicts)), f"of {len(verdicts)} on the day"
    every = [row for row in judged if row["corpus"] in _CORPORA]
    right = [row for row in every if all(row[each] == "true" for each in VERDICTS[:3])]
    articles = {row["doc_id"] for row in right}
    found = {_key(row) for corpus in _CORPORA for row in _rows(corpus, extractor, articles)}
    again = sum(_key(row) in found for row in right)
    yield "of those in train still found so", str(again), f"of {len(right)}"


def draw(extractor: Extractor) -> Iterator[Row]:
    """Contacts drawn at random, with empty verdicts; always the same for the same program."""
    for corpus in _CORPORA:
        rows = list(_rows(corpus, extractor))
        chosen = random.Random(_SEED).sample(rows, min(_SIZE, len(rows)))
        yield from sorted(chosen, key=lambda row: (row["doc_id"], int(row["start"])))


def _rows(
    corpus: str, extractor: Extractor, articles: Container[str] | None = None
) -> Iterator[Row]:
    """The contacts of a corpus, or of those of its articles."""
    records = _records(_CORPORA[corpus])
    chosen = [each for each in records if articles is None or each["article_id"] in articles]
    for article in extractor.read(chosen):
        for contact in article.contacts:
            yield {"corpus": corpus, **_row(article, contact)}


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield {
                "article_id": row["doc_id"],
                "title": row.get("title"),
                "text": row["text"],
                "published_on": _day(row["published_on"]),
            }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _row(article: ReadArticle, contact: Contact) -> Row:
    text: str = article.record["text"]
    shown, place, first = contact.tellings[0], contact.place, contact.day.first
    names = [each.actor.entity.name if each.actor.entity else "?" for each in contact.participants]
    return {
        "doc_id": article.record["article_id"],
        "start": str(shown.start),
        "end": str(shown.end),
        "type": contact.entry.contact_type,
        "participants": "; ".join(names),
        "status": contact.status,
        "day": str(first) if first else "",
        "place": text[place.start : place.end] if place else "",
    }


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[each] for each in ("doc_id", "start", "type", "participants", "status"))


def main(path: str) -> None:
    """Draw the sample into a file."""
    extractor = Extractor(model=ROOT / "models", seeds=ROOT / "seeds")
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(draw(extractor))


if __name__ == "__main__":
    main(sys.argv[1])
