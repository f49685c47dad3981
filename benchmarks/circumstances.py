"""How, to whom and when, against a sample judged by reading: `samples/judged_statements.csv`.

100 statements of the attribution corpus's development articles, drawn at random from what the
program found. Each has the cue's class, whether the act is denied, to whom it is made (NONE where
the text near the cue names nobody) and its day (`first..last`, or `unknown`), as a careful reader
has them; where two answers are as good, both, parted by `; `; `none` where no class fits. NA: the
statement has no cue. `class_right` to `day_right` are the verdicts on the program of that day: 92,
99 and 86 of 100 for class, negation and day, and of 7 addressees 1 (the articles have few).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from benchmarks.judged import ARTICLES, anchor, records, sample
from transforms.extraction import Extractor
from transforms.parties.model import ADDRESSEE
from transforms.statements import Statement

SAMPLE = Path(__file__).parent / "samples" / "judged_statements.csv"
_ASKED = ("class", "negated", "addressee", "day")


def circumstances(extractor: Extractor) -> Iterator[tuple[str, str, str]]:
    """Rows of the benchmark: of each question how many answers are right, of how many."""
    if not ARTICLES.is_file():
        yield "judged statements", "not measured", f"{ARTICLES.name} is not beside the project"
        return
    by_article = sample(SAMPLE)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for article in extractor.read(records(set(by_article))):
        found = {anchor(one): one for one in article.statements}
        for row in by_article[article.record["article_id"]]:
            statement = found.get(int(row["cue_start"]))
            answers = _answers(statement, article.record["text"]) if statement else {}
            for question in _ASKED:
                wanted = set(row[question].split("; "))
                given = answers.get(question, "")
                if wanted == {"NA"} or (question == "addressee" and wanted == {given} == {"NONE"}):
                    continue
                asked[question] += 1
                right[question] += any(_ALIKE[question](given, each) for each in wanted)
    for question in _ASKED:
        yield f"{question} right, judged by reading", str(right[question]), f"of {asked[question]}"


def _is_same(given: str, wanted: str) -> bool:
    return given == wanted


def _is_in(given: str, wanted: str) -> bool:
    """Whether one name is part of the other: `CNN`, `CNN's Wolf Blitzer`."""
    return bool(given) and (given in wanted or wanted in given)


def _holds(given: str, wanted: str) -> bool:
    """Whether the days given are those wanted, or hold them and are ten at most."""
    if given == wanted or "unknown" in (given, wanted) or not given:
        return given == wanted
    (first, last), (start, end) = (_days(given), _days(wanted))
    return first <= start and end <= last and (last - first).days <= _LONGEST


def _days(interval: str) -> tuple[date, date]:
    first, last = (date.fromisoformat(each) for each in interval.split(".."))
    return first, last


_LONGEST = 10
_ALIKE: Mapping[str, Callable[[str, str], bool]] = {
    "class": _is_same,
    "negated": _is_same,
    "addressee": _is_in,
    "day": _holds,
}


def _answers(statement: Statement, text: str) -> dict[str, str]:
    day = statement.day
    told = [text[p.start : p.end] for p in statement.parties if p.role == ADDRESSEE]
    return {
        "class": statement.act.cue_class or "none",
        "negated": str(statement.negated).lower(),
        "addressee": " and ".join(told) or "NONE",
        "day": "unknown" if day.first is None else f"{day.first}..{day.last}",
    }
