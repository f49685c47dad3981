"""The trained ranker: how likely each phrase goes back to each of its candidates, or to none.

A mention-ranking model (Denis & Baldridge 2007; the loss of Lee et al. 2017) over features that
people can read; `models/training/coreference.py` trains it. Weights of features that are looked
at together are added up once, when they are read: a pair then costs a few table rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.coreference.pairs import ALONE, TOGETHER
from transforms.weights import read_weights

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

FILE: Final = "coreference.npz"
_GROUPS: Final = (
    ("sentences", "phrases"),
    ("paragraphs", "gender", "number", "key", "exact"),
    ("person", "quoted", "where"),
    ("contained", "role", "governor", "inside", "form", "apposed"),
    ("rank", "speaking"),
)


class Ranker:
    """The ranker of a model folder. Raises FileNotFoundError naming the file where it lacks.

    The weights: `own`, `other`, `alone` (values of `ALONE`, size), `pair` (values of `TOGETHER`,
    size), `deep` (size, size), `pair_bias`, `deep_bias`, `alone_bias`, `pair_out`, `alone_out`
    (size,), `out_bias` (2,).
    """

    def __init__(self, folder: Path) -> None:
        read = read_weights(folder, FILE)
        weights = {name: array.astype(np.float32) for name, array in read.items()}
        self._own, self._other, self._alone = (weights[n] for n in ("own", "other", "alone"))
        self._pair_bias, self._alone_bias = weights["pair_bias"], weights["alone_bias"]
        self._pair_out, self._alone_out = weights["pair_out"], weights["alone_out"]
        self._deep, self._deep_bias = weights["deep"], weights["deep_bias"]
        self._out_bias = weights["out_bias"]
        starts = dict(zip(TOGETHER, np.cumsum([0, *TOGETHER.values()]).tolist(), strict=False))
        parts = {n: weights["pair"][starts[n] :][:size] for n, size in TOGETHER.items()}
        self._tables = [_joined([parts[name] for name in group]) for group in _GROUPS]

    def scores(
        self, alone: Ints, together: npt.NDArray[np.int8], others: Ints, rows: Ints
    ) -> Floats:
        """(rows, 1 + columns) the log probability of each choice: none, then each candidate.

        `alone` (phrases, features), `together` and `others` (rows, ...) as `pairs` makes them,
        `rows` the numbers of the phrases asked about; no candidate (-1): minus infinity.
        """
        if not len(rows):
            return np.zeros((0, 1 + others.shape[1]), dtype=np.float32)
        other = _summed(self._other, alone)
        own, single = _summed(self._own, alone[rows]), _summed(self._alone, alone[rows])
        hidden = other[np.maximum(others, 0)]
        hidden += (own + self._pair_bias)[:, None]
        for group, table in zip(_GROUPS, self._tables, strict=True):
            hidden += table[_code(together, group)]
        np.maximum(hidden, 0, out=hidden)
        hidden += np.maximum(hidden @ self._deep + self._deep_bias, 0)
        pairs = hidden @ self._pair_out + self._out_bias[0]
        pairs[others < 0] = -np.inf
        none = np.maximum(single + self._alone_bias, 0) @ self._alone_out + self._out_bias[1]
        every = np.concatenate([none[:, None], pairs], 1)
        every -= every.max(1, keepdims=True)
        result: Floats = every - np.log(np.exp(every).sum(1, keepdims=True))
        return result


def _summed(table: Floats, alone: Ints) -> Floats:
    starts = np.cumsum([0, *list(ALONE.values())[:-1]])
    result: Floats = table[alone + starts].sum(1)
    return result


def _joined(parts: Sequence[Floats]) -> Floats:
    """Tables (a, size), (b, size), ... -> (a * b * ..., size): the sum for each combination."""
    joined = parts[0]
    for part in parts[1:]:
        joined = (joined[:, None] + part[None]).reshape(-1, part.shape[1])
    return joined


def _code(together: npt.NDArray[np.int8], group: Sequence[str]) -> Ints:
    names = list(TOGETHER)
    code = together[..., names.index(group[0])].astype(np.int32)
    for name in group[1:]:
        code = code * TOGETHER[name] + together[..., names.index(name)]
    return code
