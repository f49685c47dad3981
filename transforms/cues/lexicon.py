"""Cue words: what the reporting expression of a statement says happened."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"n['’]t\b|\w+(?=n['’]t\b)|[\w$%]+|['’]\w+")
_RANK: Final = {
    "phrase": 0, "verb": 0, "noun": 1, "adverb": 1, "adjective": 2, "light_verb": 3,
}  # fmt: skip
"""Which kind of cue wins; light verbs only carry another cue: `voiced enthusiasm for`."""


@dataclass(frozen=True)
class Cue:
    """A listed cue: its dictionary form, class and kind (columns of `seeds/cues.csv`)."""

    lemma: str
    cue_class: str
    statement_kind: str


@dataclass(frozen=True)
class Listed:
    """A listed cue, the number of its first word, and how many words it has."""

    cue: Cue
    place: int
    length: int


class CueLexicon:
    """The listed cues, found in a cue's words.

    The longest wins, then verbs before nouns, adjectives and verbs that carry another cue, in this
    order, then the first.
    """

    def __init__(self, rows: Sequence[dict[str, str]]) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], int, Cue]]] = defaultdict(list)
        for row in rows:
            cue = Cue(row["lemma"], row["class"], row["statement_kind"])
            rank = _RANK[row["kind"]]
            for form in {row["lemma"], *row["forms"].split("|")} - {""}:
                words = cue_words(form)
                self._forms[words[0]].append((words, rank, cue))

    @classmethod
    def read(cls, path: Path) -> CueLexicon:
        """From `seeds/cues.csv`; raises FileNotFoundError naming it where it is missing."""
        with path.open(encoding="utf-8", newline="") as lines:
            return cls(list(csv.DictReader(lines)))

    def find(self, words: Sequence[str], after: Sequence[str] = ()) -> Listed | None:
        """The cue listed for lower-cased words, or None.

        The words `after` them count where they change what is done: `called` and `for`.
        """
        own = self._best(words, len(words))
        if not after:
            return own
        more = self._best([*words, *after], len(words))
        is_other = own is None or (more and own.cue.cue_class != more.cue.cue_class)
        return more if is_other else own

    def _best(self, words: Sequence[str], begins_before: int) -> Listed | None:
        found = [
            (-len(form), rank, place, cue.lemma, cue)
            for place, word in enumerate(words[:begins_before])
            for form, rank, cue in self._forms.get(word, ())
            if tuple(words[place : place + len(form)]) == form
        ]
        if not found:
            return None
        best = min(found, key=lambda item: item[:4])
        return Listed(best[-1], best[2], -best[0])


def cue_words(text: str) -> tuple[str, ...]:
    """The lower-cased words of a cue; `didn't` is two, and so is `fact-check`."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))
