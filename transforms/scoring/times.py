"""Times scored as TempEval-3 does (UzZaman et al. 2013): extents, types and values.

Spans are characters of the text. Strict is the same span, relaxed an overlap of at least one
character; each found and each gold time has at most one partner, the likest first. Values are
compared as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from transforms.scoring.counts import Counts
from transforms.times.model import Time

_WEEK: Final = re.compile(r"-W(\d)(?!\d)")
_UNSAID: Final = re.compile(r"(?<=\d)(?:-W?XX|X)+(?![\w-])|:00$")


@dataclass(frozen=True)
class ScoredTime:
    """One time: its span, its TimeML type and its value (None where it has none)."""

    start: int
    end: int
    kind: str
    value: str | None


@dataclass
class TimeScores:
    """Counts over all texts seen so far.

    `kinds` and `values` count the relaxed pairs of one type and of one value as right; `meanings`
    those whose values say the same: 2000-W7 as 2000-W07, 1949-XX as 1949, T17 as T17:00.
    """

    strict: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    kinds: Counts = field(default_factory=Counts)
    values: Counts = field(default_factory=Counts)
    meanings: Counts = field(default_factory=Counts)

    def add(self, found: Sequence[ScoredTime], gold: Sequence[ScoredTime]) -> None:
        """Score one text."""
        pairs = _pairs(found, gold)
        sizes = len(found), len(gold)
        self.strict.add(sum((a.start, a.end) == (b.start, b.end) for a, b in pairs), *sizes)
        self.relaxed.add(len(pairs), *sizes)
        self.kinds.add(sum(a.kind == b.kind for a, b in pairs), *sizes)
        self.values.add(sum(a.value == b.value for a, b in pairs), *sizes)
        self.meanings.add(sum(_plain(a.value) == _plain(b.value) for a, b in pairs), *sizes)

    def figures(self) -> dict[str, float]:
        """Every measure in percent, by name; the accuracies are of the relaxed pairs."""
        result: dict[str, float] = {}
        for name, counts in (("strict", self.strict), ("relaxed", self.relaxed)):
            result |= {
                f"{name}_precision": counts.precision,
                f"{name}_recall": counts.recall,
                f"{name}_f1": counts.f1,
            }
        paired = max(1, self.relaxed.right)
        return result | {
            "type_accuracy": 100 * self.kinds.right / paired,
            "type_f1": self.kinds.f1,
            "value_accuracy": 100 * self.values.right / paired,
            "value_f1": self.values.f1,
            "meaning_f1": self.meanings.f1,
        }


def gold_times(row: dict[str, Any]) -> list[ScoredTime]:
    """The times of a gold document: `timexes` is start, end, type and value of each."""
    return [ScoredTime(start, end, kind, value) for start, end, kind, value in row["timexes"]]


def found_times(times: Iterable[Time]) -> list[ScoredTime]:
    """The program's times."""
    return [ScoredTime(time.start, time.end, time.kind, time.value) for time in times]


def _plain(value: str | None) -> str | None:
    """One spelling for values that say the same."""
    return value and _UNSAID.sub("", _WEEK.sub(r"-W0\1", value))


def _pairs(
    found: Sequence[ScoredTime], gold: Sequence[ScoredTime]
) -> list[tuple[ScoredTime, ScoredTime]]:
    ranked = sorted(
        (abs(mine.start - theirs.start) + abs(mine.end - theirs.end), i, j)
        for i, mine in enumerate(found)
        for j, theirs in enumerate(gold)
        if mine.start < theirs.end and theirs.start < mine.end
    )
    result: list[tuple[ScoredTime, ScoredTime]] = []
    seen_found: set[int] = set()
    seen_gold: set[int] = set()
    for _, i, j in ranked:
        if i not in seen_found and j not in seen_gold:
            seen_found.add(i)
            seen_gold.add(j)
            result.append((found[i], gold[j]))
    return result
