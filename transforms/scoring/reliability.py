"""Whether scores mean what they say: expected calibration error and what thresholds give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

BINS: Final = 10


@dataclass
class Reliability:
    """Scores (0 to 1) of what was found, and whether each was right."""

    scores: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, score: float, *, right: bool) -> None:
        """Count one more."""
        self.scores.append(score)
        self.right.append(right)

    def bins(self) -> Iterator[tuple[float, float, int, float, float]]:
        """Each of ten equal bins with something in it.

        Lower and upper border, how many, their mean score and the share that is right.
        """
        scores, right = np.array(self.scores), np.array(self.right, dtype=np.float64)
        number = np.minimum((scores * BINS).astype(np.int64), BINS - 1)
        for each in range(BINS):
            own = number == each
            if own.any():
                mean, share = float(scores[own].mean()), float(right[own].mean())
                yield each / BINS, (each + 1) / BINS, int(own.sum()), mean, share

    def error(self) -> float:
        """Expected calibration error, in percent: the mean distance of score and share right."""
        total = max(1, len(self.scores))
        return 100 * sum(n * abs(mean - share) for _, _, n, mean, share in self.bins()) / total
