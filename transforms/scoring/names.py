"""Names scored by exact span and type on the common mapping PERSON / ORG / LOC."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from transforms.scoring.counts import Counts

COMMON: Final = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
}
"""Entity types on the common mapping; the others are left out of the measure."""

Named = tuple[int, int, str]
"""First token, last token, common type."""


@dataclass
class NameScores:
    """Counts over all texts seen so far, by common type."""

    types: dict[str, Counts] = field(
        default_factory=lambda: {kind: Counts() for kind in sorted(set(COMMON.values()))}
    )

    def add(self, found: Iterable[Named], gold: Iterable[Named]) -> None:
        """Score one text."""
        mine, theirs = set(found), set(gold)
        for kind, counts in self.types.items():
            own = {name for name in mine if name[2] == kind}
            answers = {name for name in theirs if name[2] == kind}
            counts.add(len(own & answers), len(own), len(answers))

    def figures(self) -> dict[str, float]:
        """Every measure in percent, by name."""
        total = Counts()
        for counts in self.types.values():
            total.add(counts.right, counts.found, counts.gold)
        result = {f"exact_{kind}_f1": counts.f1 for kind, counts in self.types.items()}
        return result | {
            "exact_precision": total.precision,
            "exact_recall": total.recall,
            "exact_f1": total.f1,
        }
