"""Gold documents and what the program finds in them, on one footing: sets of word numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from spacy.tokens import Doc

from transforms.entities.model import Resolved
from transforms.scoring.attribution import ScoredStatement
from transforms.scoring.names import COMMON, Named
from transforms.statements import Statement

_MARKS: Final = frozenset('"“”«»„')
Span = tuple[int, int]


class Words:
    """The words of a doc, white space left out, by where they stand."""

    def __init__(self, doc: Doc) -> None:
        places = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
        self._starts = np.array([start for start, _ in places], dtype=np.int64)
        self._ends = np.array([end for _, end in places], dtype=np.int64)
        self._text = doc.text

    def inside(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that the character spans touch."""
        return frozenset(number for start, end in spans for number in self._touched(start, end))

    def _touched(self, start: int, end: int) -> range:
        first = int(np.searchsorted(self._ends, start, side="right"))
        return range(first, max(first, int(np.searchsorted(self._starts, end, side="left"))))

    def statement(
        self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
    ) -> ScoredStatement:
        """A statement's spans in characters as word numbers."""
        return ScoredStatement(
            source=self.inside(source),
            cue=self.inside(cue),
            content=self.inside(content),
            quoted=any(not _MARKS.isdisjoint(self._text[start:end]) for start, end in content),
        )

    def name(self, start: int, end: int, kind: str) -> Named | None:
        """A name as (first word, last word, type), or None where no word is in it."""
        numbers = self._touched(start, end)
        return (numbers[0], numbers[-1], kind) if numbers else None


def gold_statements(row: dict[str, Any], words: Words) -> list[ScoredStatement]:
    """The statements of a document of the attribution corpus."""
    return [
        words.statement(item["source"], item["cue"], item["content"])
        for item in row["attributions"]
    ]


def found_statements(found: Iterable[Statement], words: Words) -> Iterator[ScoredStatement]:
    """The program's statements."""
    for statement in found:
        spans = {
            part: [(piece.start, piece.end) for piece in statement.pieces if piece.part == part]
            for part in ("source", "cue", "content")
        }
        read = words.statement(spans["source"], spans["cue"], spans["content"])
        yield replace(read, score=statement.score, source_score=statement.source_score)


def gold_names(row: dict[str, Any], words: Words) -> set[Named]:
    """The names of a document of a names corpus whose label is on the common mapping."""
    pairs = zip(row["entities"], row["common"], strict=True)
    named = (words.name(item[0], item[1], kind) for item, kind in pairs if kind in COMMON)
    return {name for name in named if name}


def found_names(resolved: Iterable[Resolved], words: Words) -> set[Named]:
    """The program's names whose type is on the common mapping."""
    named = (
        words.name(item.name.start, item.name.end, COMMON[item.entity_type])
        for item in resolved
        if item.entity_type in COMMON
    )
    return {name for name in named if name}
