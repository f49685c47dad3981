"""Ambiguous pronouns scored as the GAP challenge does (Webster et al. 2018)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from transforms.scoring.counts import Counts

GENDERS: Final = {"M": "masculine", "F": "feminine"}


@dataclass
class GapScores:
    """Counts over all snippets seen so far, by the pronoun's gender (M or F).

    Each snippet asks twice: does the pronoun mean name A, does it mean name B.
    """

    genders: dict[str, Counts] = field(
        default_factory=lambda: {gender: Counts() for gender in GENDERS}
    )

    def add(self, found: tuple[bool, bool], gold: tuple[bool, bool], gender: str) -> None:
        """Score one snippet: whether the pronoun means A and B."""
        right = sum(mine and theirs for mine, theirs in zip(found, gold, strict=True))
        self.genders[gender].add(right, sum(found), sum(gold))

    def figures(self) -> dict[str, float]:
        """Every measure in percent, by name.

        `bias` is the feminine F1 in percent of the masculine, 0 where the latter is 0.
        """
        total = Counts()
        for counts in self.genders.values():
            total.add(counts.right, counts.found, counts.gold)
        masculine, feminine = self.genders["M"].f1, self.genders["F"].f1
        return {
            "precision": total.precision,
            "recall": total.recall,
            "f1": total.f1,
            "masculine_f1": masculine,
            "feminine_f1": feminine,
            "bias": 100 * feminine / masculine if masculine else 0.0,
        }
