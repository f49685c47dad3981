"""Attribution scored on whole articles against gold statements.

Everything is in token indices of the pipeline's own tokens, white space left out. A span is a
maximal run of tokens of one part; token F1 counts tokens of a part; whole statements are paired
one to one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from transforms.language.labels import PARTS
from transforms.scoring.counts import Counts
from transforms.scoring.reliability import Reliability

CONTENT_OVERLAP: Final = 0.5
"""Jaccard index of two contents' tokens from which they count as the same."""


@dataclass(frozen=True, kw_only=True)
class ScoredStatement:
    """One statement as token sets; `quoted` says whether its content has quotation marks.

    `score` and `source_score` are the program's own; gold has none.
    """

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    quoted: bool
    score: float | None = None
    source_score: float | None = None

    def part(self, name: str) -> frozenset[int]:
        """The tokens of the part `name`."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass
class AttributionScores:
    """Counts over all texts seen so far."""

    spans: dict[str, Counts] = field(default_factory=lambda: {part: Counts() for part in PARTS})
    tokens: dict[str, Counts] = field(default_factory=lambda: {part: Counts() for part in PARTS})
    statements: Counts = field(default_factory=Counts)
    without_source: Counts = field(default_factory=Counts)
    statement_scores: Reliability = field(default_factory=Reliability)
    source_scores: Reliability = field(default_factory=Reliability)
    contents: dict[str, Counts] = field(
        default_factory=lambda: {"direct": Counts(), "indirect": Counts()}
    )

    def add(self, found: Sequence[ScoredStatement], gold: Sequence[ScoredStatement]) -> None:
        """Score one article."""
        for part in PARTS:
            mine, theirs = _tokens(found, part), _tokens(gold, part)
            self.tokens[part].add(len(mine & theirs), len(mine), len(theirs))
            runs, answers = _spans(found, part), _spans(gold, part)
            self.spans[part].add(len(runs & answers), len(runs), len(answers))
        judged = judgements(found, gold)
        matched = [one for one in judged if one is not None]
        self.without_source.add(len(matched), len(found), len(gold))
        self.statements.add(sum(matched), len(found), len(gold))
        for statement, sourced in zip(found, judged, strict=True):
            if statement.score is not None:
                self.statement_scores.add(statement.score, right=sourced is True)
            if statement.source_score is not None and sourced is not None:
                self.source_scores.add(statement.source_score, right=sourced)
        by_content = _pairs(found, gold, _same_content)
        for kind, quoted in (("direct", True), ("indirect", False)):
            # A found statement counts with the kind of the gold one that it is paired with.
            paired = {i: gold[j].quoted for i, j in by_content}
            mine_here = sum(paired.get(i, s.quoted) == quoted for i, s in enumerate(found))
            right = sum(gold[j].quoted == quoted for _, j in by_content)
            self.contents[kind].add(right, mine_here, sum(s.quoted == quoted for s in gold))

    def figures(self) -> dict[str, float]:
        """Every measure in percent, by name."""
        result = {f"exact_{part}_f1": counts.f1 for part, counts in self.spans.items()}
        result |= {f"token_{part}_f1": counts.f1 for part, counts in self.tokens.items()}
        result |= {
            "statement_precision": self.statements.precision,
            "statement_recall": self.statements.recall,
            "statement_f1": self.statements.f1,
            "statement_f1_without_source": self.without_source.f1,
            "source_right": 100 * self.statements.right / max(1, self.without_source.right),
        }
        for name, scores in (("statement", self.statement_scores), ("source", self.source_scores)):
            if scores.scores:
                result[f"{name}_ece"] = scores.error()
        return result | {f"content_{kind}_f1": counts.f1 for kind, counts in self.contents.items()}


def judgements(
    found: Sequence[ScoredStatement], gold: Sequence[ScoredStatement]
) -> list[bool | None]:
    """Of each found statement: None where no gold one has its cue and content.

    Else whether the sources agree (share a word, or are both absent).
    """
    result: list[bool | None] = [None] * len(found)
    for i, j in _pairs(found, gold, _same_cue_and_content):
        result[i] = _same_source(found[i], gold[j])
    return result


def _tokens(statements: Iterable[ScoredStatement], part: str) -> set[int]:
    return {token for statement in statements for token in statement.part(part)}


def _spans(statements: Iterable[ScoredStatement], part: str) -> set[tuple[int, int]]:
    """The maximal runs of each statement's tokens of one part, (first, last)."""
    return {run for statement in statements for run in _runs(statement.part(part))}


def _runs(tokens: frozenset[int]) -> Iterable[tuple[int, int]]:
    ordered = sorted(tokens)
    start = 0
    for i in range(1, len(ordered) + 1):
        if i == len(ordered) or ordered[i] != ordered[i - 1] + 1:
            yield ordered[start], ordered[i - 1]
            start = i


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def _same_content(one: ScoredStatement, other: ScoredStatement) -> float:
    overlap = _jaccard(one.content, other.content)
    return overlap if overlap >= CONTENT_OVERLAP else 0.0


def _same_cue_and_content(one: ScoredStatement, other: ScoredStatement) -> float:
    cues = bool(one.cue & other.cue) or not (one.cue or other.cue)
    return _same_content(one, other) if cues else 0.0


def _same_source(one: ScoredStatement, other: ScoredStatement) -> bool:
    return bool(one.source & other.source) or not (one.source or other.source)


def _pairs(
    found: Sequence[ScoredStatement],
    gold: Sequence[ScoredStatement],
    likeness: Callable[[ScoredStatement, ScoredStatement], float],
) -> list[tuple[int, int]]:
    """One-to-one pairs (found, gold), the most alike first."""
    ranked = sorted(
        (-score, i, j)
        for i, mine in enumerate(found)
        for j, theirs in enumerate(gold)
        if (score := likeness(mine, theirs)) > 0
    )
    seen_found: set[int] = set()
    seen_gold: set[int] = set()
    result = []
    for _, i, j in ranked:
        if i not in seen_found and j not in seen_gold:
            seen_found.add(i)
            seen_gold.add(j)
            result.append((i, j))
    return result
