"""Cue words: what the reporting expression of a statement says happened."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"n['’]t\b|[\w.-]*\w(?=n['’]t\b)|[\w$%]+(?:-\w+)*|['’]\w+")
_RANK: Final = {"phrase": 0, "verb": 0, "noun": 1, "adverb": 1}
_NEGATORS: Final = frozenset("not n't n’t never nor neither cannot hardly barely without".split())


@dataclass(frozen=True)
class Cue:
    """A listed cue: its dictionary form, class and kind (columns of `seeds/cues.csv`)."""

    lemma: str
    cue_class: str
    statement_kind: str


class CueLexicon:
    """The listed cues, found in a cue's words.

    The longest wins, then verbs before nouns, then the first.
    """

    def __init__(self, rows: Sequence[dict[str, str]]) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], int, Cue]]] = defaultdict(list)
        for row in rows:
            cue = Cue(row["lemma"], row["class"], row["statement_kind"])
            for form in {row["lemma"], *row["forms"].split("|")} - {""}:
                words = cue_words(form)
                self._forms[words[0]].append((words, _RANK.get(row["kind"], 1), cue))

    @classmethod
    def read(cls, path: Path) -> CueLexicon:
        """From `seeds/cues.csv`; raises FileNotFoundError naming it where it is missing."""
        with path.open(encoding="utf-8", newline="") as lines:
            return cls(list(csv.DictReader(lines)))

    def find(self, text: str) -> Cue | None:
        """The cue listed for `text`, or None."""
        words = cue_words(text)
        found = [
            (-len(form), rank, place, cue.lemma, cue)
            for place, word in enumerate(words)
            for form, rank, cue in self._forms.get(word, ())
            if words[place : place + len(form)] == form
        ]
        return min(found, key=lambda item: item[:4])[-1] if found else None


def cue_words(text: str) -> tuple[str, ...]:
    """The lower-cased words of a cue; `didn't` is two."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


def is_negated(words_before: str, cue: str) -> bool:
    """Whether the cue, or the words just before it, deny that it happened (did not say)."""
    return any(word in _NEGATORS for word in (*cue_words(words_before), *cue_words(cue)))
