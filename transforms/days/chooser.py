"""The trained chooser: how likely each day that an article tells is that of a statement.

A listwise ranker, as that of coreference, over features that people can read and the encoder's
scores at the cue, in its sentence and at each time; `models/training/days.py` trains it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.days.features import DAYS, STATEMENTS, Features
from transforms.days.pairs import NO_DAY
from transforms.weights import read_weights

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

FILE: Final = "days.npz"
OWN, NONE = -2, -1
"""The last two columns of what is chosen from: the article's own day, and none."""
RULES: Final = 2.7
"""How much likelier what the rules say is than what they do not; the model card says how chosen."""
OTHERS: Final = 2
KINDS: Final = 1 + OTHERS
"""A day told, the article's own, none."""


class Chooser:
    """The chooser of a model folder. Raises FileNotFoundError naming the file where it lacks.

    A product of two: what the rules say, which hold for any news, and the mean of a few nets, which
    know one kind of news better. The nets are the first axis of each array but `classes`, the names
    of cue classes. A net's weights, `size` wide: `statement` (kinds, values of `STATEMENTS` and
    classes, size + 1), `day` (values of `DAYS`, size + 1), `no_day` (others, values of `NO_DAY`,
    size + 1), the last column what is added to the score; `cue`, `time` and `sentence` (columns +
    1, width), the last row a bias; `timeless` (width,) where no time is; `kind` (kinds, width);
    `seen` (3 * width + 1, size); `deep` (size + 1, size); `out` (size,).
    """

    def __init__(self, folder: Path) -> None:
        read = read_weights(folder, FILE)
        classes = {name: number for number, name in enumerate(read.pop("classes").tolist())}
        self._nets = [
            _Net(classes, {name: each[number] for name, each in read.items()})
            for number in range(len(read["out"]))
        ]

    def chances(self, seen: Features) -> Floats:
        """(s, d + 2) the chance of each day told, then of the article's own, then of none."""
        result: Floats = np.mean([net.chances(seen) for net in self._nets], 0)
        result[np.arange(len(result)), seen.ruled] *= RULES
        result /= result.sum(1, keepdims=True)
        return result


class _Net:
    def __init__(self, classes: Mapping[str, int], weights: Mapping[str, Floats]) -> None:
        self._classes, self._weights = classes, weights

    def chances(self, seen: Features) -> Floats:
        """(s, d + 2) as those of the chooser."""
        hidden = self._looked_up(seen)
        hidden[..., :-1] += self._encoded(seen)
        score, hidden = hidden[..., -1], np.maximum(hidden[..., :-1], 0)
        deep = self._weights["deep"]
        hidden = hidden + np.maximum(hidden @ deep[:-1] + deep[-1], 0)
        score = score + hidden @ self._weights["out"]
        score = np.exp(score - score.max(1, keepdims=True))
        result: Floats = score / score.sum(1, keepdims=True)
        return result

    def _looked_up(self, seen: Features) -> Floats:
        """(s, d + 2, size + 1) the sums of the tables' rows."""
        weights = self._weights
        of_class = [self._classes.get(name, 0) for name in seen.classes]
        codes = np.concatenate([
            seen.statement + starts(STATEMENTS),
            sum(STATEMENTS) + np.array(of_class, dtype=np.int64)[:, None],
        ], 1)  # fmt: skip
        by_kind = weights["statement"][:, codes].sum(2)
        day = weights["day"][seen.day + starts(DAYS)].sum(2) + by_kind[0][:, None]
        other = (
            weights["no_day"][:, seen.no_day + starts(list(NO_DAY.values()))].sum(2) + by_kind[1:]
        )
        result: Floats = np.concatenate([day, other.transpose(1, 0, 2)], 1)
        return result

    def _encoded(self, seen: Features) -> Floats:
        """(s, d + 2, size) what the encoder's scores add."""
        weights = self._weights
        cue = _linear(seen.cue, weights["cue"])
        sentence = _linear(seen.sentence, weights["sentence"])
        times = np.concatenate([_linear(seen.time, weights["time"]), weights["timeless"][None]])
        time = np.concatenate([
            times[seen.nearest],
            np.broadcast_to(weights["timeless"], (len(cue), OTHERS, cue.shape[1])),
        ], 1)  # fmt: skip
        days = seen.day.shape[1]
        kind = weights["kind"][[0] * days + [1, 2]]
        joined = [cue[:, None] * (kind + time), time, sentence[:, None] * (kind + time)]
        return _linear(np.concatenate(joined, 2), weights["seen"])


def starts(sizes: Sequence[int]) -> Ints:
    """Where the values of each feature begin in a table."""
    return np.cumsum([0, *sizes[:-1]])


def _linear(values: Floats, weights: Floats) -> Floats:
    result: Floats = values @ weights[:-1] + weights[-1]
    return result
