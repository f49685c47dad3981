"""Days and addressees of whole articles, against a reader's.

`samples/read_statements.csv`: 2,166 statements of the attribution corpus's 84 development articles.
`samples/read_newswire.csv`: 582 statements of 60 articles of TimeBank and AQUAINT. A reader (a
large language model that saw whole articles and no answer of this program) tells of each the day,
others as good (`also`), and the spans of those to whom it is made, `S` in the sentence of its cue,
`C` elsewhere. Of 475 statements that a second such reader read, 99 % had a day that the first took
for right, and 92 % of those that the second gave an addressee one of the first's; both are the same
model, so that tells of consistency rather than of truth.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from benchmarks.corpus import SHARED
from benchmarks.judged import ARTICLES, Judged, anchor, sample
from transforms.extraction import Extractor, ReadArticle
from transforms.parties.model import ADDRESSEE, Party
from transforms.scoring.days import read_days
from transforms.statements import Statement

_SAMPLES = Path(__file__).parent / "samples"
_NEWSWIRE = (SHARED / "time/timebank.jsonl", SHARED / "time/aquaint.jsonl")
_BASES = ("explicit", "inherited", "dateline", "published", "unknown")


def reading(extractor: Extractor) -> Iterator[tuple[str, str, str]]:
    """Rows of the benchmark: days by basis; addressees found and right."""
    for name, path, corpora in (
        ("", _SAMPLES / "read_statements.csv", (ARTICLES,)),
        ("newswire: ", _SAMPLES / "read_newswire.csv", _NEWSWIRE),
    ):
        if not all(each.is_file() for each in corpora):
            yield f"{name}read statements", "not measured", f"no {corpora[0].name}"
            continue
        for measure, value, of in _rows(_counts(extractor, sample(path), corpora)):
            yield name + measure, value, of


def _counts(
    extractor: Extractor, rows: Mapping[str, Sequence[Judged]], corpora: Sequence[Path]
) -> Counter[str]:
    counts: Counter[str] = Counter()
    for article in extractor.read(list(_records(rows, corpora))):
        answers = {int(row["place"]): row for row in rows[article.record["article_id"]]}
        for statement in article.statements:
            row = answers.get(anchor(statement))
            if row is not None:
                counts.update(_marks(article, statement, row))
    return counts


def _records(ids: Container[str], corpora: Sequence[Path]) -> Iterator[dict[str, object]]:
    """The articles with these ids, as `Extractor.read` takes them."""
    for path in corpora:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["doc_id"] in ids:
                yield {
                    "article_id": row["doc_id"],
                    "title": row["title"],
                    "text": row["text"],
                    "published_on": date.fromisoformat(row.get("published_on") or row["dct"]),
                }


def _rows(counts: Counter[str]) -> Iterator[tuple[str, str, str]]:
    yield "days right", _percent(counts, "day right", "day"), f"of {counts['day']}"
    for basis in _BASES:
        right, count = _percent(counts, f"{basis} right", basis), counts[basis]
        yield f"days right, {basis}", right, f"of {count}"
    for where, place in (("S", "in the cue's sentence"), ("C", "elsewhere")):
        found = _percent(counts, f"{where} found", where)
        yield f"addressees told {place}, found", found, f"of {counts[where]}"
    yield "addressees right", _percent(counts, "given right", "given"), f"of {counts['given']}"


def _marks(article: ReadArticle, statement: Statement, row: Judged) -> Iterator[str]:
    day = statement.day
    span = None if day.first is None or day.last is None else (day.first, day.last)
    values = [row["day"], *filter(None, row["also"].split("|"))]
    is_right = span in read_days(values, article.record["published_on"])
    yield from ("day", day.basis)
    yield from ("day right", f"{day.basis} right") if is_right else ()
    given = [each for each in statement.parties if each.role == ADDRESSEE]
    is_found = any(_is_meant(article, each, row["addressees"]) for each in given)
    if row["where"]:
        yield row["where"]
        yield from (f"{row['where']} found",) if is_found else ()
    yield from ("given",) if given else ()
    yield from ("given right",) if is_found else ()


def _is_meant(article: ReadArticle, party: Party, spans: str) -> bool:
    """Whether a party lies at one of the spans, or shares a word with it by its cluster."""
    text: str = article.record["text"]
    wanted = [tuple(map(int, each.split("-"))) for each in spans.split("|") if each]
    if any(start < party.end and party.start < end for start, end in wanted):
        return True
    own = [text[party.start : party.end]]
    if party.mention is not None:
        cluster = party.mention.cluster
        own += [text[m.start : m.end] for m in article.mentions if m.cluster == cluster]
    known = {word for each in own for word in _words(each)}
    return any(known & set(_words(text[start:end])) for start, end in wanted)


def _words(text: str) -> Sequence[str]:
    kept = "".join(each if each.isalnum() else " " for each in text.lower()).split()
    return [word for word in kept if word not in _FORMAL]


_FORMAL = frozenset("the a an his her its their this that mr mrs ms s of in to".split())


def _percent(counts: Counter[str], part: str, whole: str) -> str:
    return f"{100 * counts[part] / counts[whole]:.1f} %" if counts[whole] else "-"
