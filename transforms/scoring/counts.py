"""What was right, found and in the gold, and what precision, recall and F1 it gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Counts:
    """How many were right, found and in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Count another text's."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        """Percent of the found that are right; 0 where nothing was found."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Percent of the gold that were found; 0 where there is none."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both, in percent."""
        total = self.found + self.gold
        return 200 * self.right / total if total else 0.0


@dataclass
class Sums:
    """Sums for a measure that counts what is right apart for precision and for recall."""

    right_of_found: float = 0.0
    found: float = 0.0
    right_of_gold: float = 0.0
    gold: float = 0.0

    def add(self, right_of_found: float, found: float, right_of_gold: float, gold: float) -> None:
        """Sum up another text's."""
        self.right_of_found += right_of_found
        self.found += found
        self.right_of_gold += right_of_gold
        self.gold += gold

    @property
    def precision(self) -> float:
        """Percent of the found that is right; 0 where nothing was found."""
        return 100 * self.right_of_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Percent of the gold that was found; 0 where there is none."""
        return 100 * self.right_of_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both, in percent."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0
