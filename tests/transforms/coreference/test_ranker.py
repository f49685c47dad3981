"""The ranker against the plain sum of its weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from transforms.coreference.pairs import ALONE, TOGETHER
from transforms.coreference.ranker import FILE, Ranker

SIZE = 4


@pytest.fixture
def weights() -> dict[str, np.ndarray]:
    draw = np.random.default_rng(7)
    one, two = sum(ALONE.values()), sum(TOGETHER.values())
    flat = ("pair_bias", "deep_bias", "alone_bias", "pair_out", "alone_out")
    shapes: dict[str, tuple[int, ...]] = {
        **dict.fromkeys(("own", "other", "alone"), (one, SIZE)),
        **dict.fromkeys(flat, (SIZE,)),
        "pair": (two, SIZE),
        "deep": (SIZE, SIZE),
        "out_bias": (2,),
    }
    return {name: draw.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def rows(sizes: dict[str, int], values: np.ndarray, table: np.ndarray) -> np.ndarray:
    """The sum of one row of a table for each feature."""
    starts = np.cumsum([0, *list(sizes.values())[:-1]])
    found: np.ndarray = table[values + starts].sum(0)
    return found


def test_scores_are_those_of_the_plain_sums(tmp_path: Path, weights: dict[str, np.ndarray]) -> None:
    np.savez(tmp_path / FILE, **weights)  # type: ignore[arg-type]
    draw = np.random.default_rng(8)
    alone = np.stack([draw.integers(0, n, 3) for n in ALONE.values()], 1).astype(np.int32)
    others = np.array([[0, -1], [1, 0]], dtype=np.int32)
    asked = np.array([1, 2], dtype=np.int32)
    together = np.stack([draw.integers(0, n, others.shape) for n in TOGETHER.values()], 2).astype(
        np.int8
    )
    found = Ranker(tmp_path).scores(alone, together, others, asked)
    w = weights
    for row, number in enumerate(asked):
        expected = [
            np.maximum(rows(ALONE, alone[number], w["alone"]) + w["alone_bias"], 0) @ w["alone_out"]
            + w["out_bias"][1]
        ]
        for column, other in enumerate(others[row]):
            hidden = (
                rows(ALONE, alone[number], w["own"])
                + rows(ALONE, alone[max(other, 0)], w["other"])
                + rows(TOGETHER, together[row, column], w["pair"])
                + w["pair_bias"]
            )
            hidden = np.maximum(hidden, 0)
            hidden = hidden + np.maximum(hidden @ w["deep"] + w["deep_bias"], 0)
            score = hidden @ w["pair_out"] + w["out_bias"][0]
            expected.append(-np.inf if other < 0 else score)
        logs = np.array(expected) - np.logaddexp.reduce(expected)
        np.testing.assert_allclose(found[row], logs, rtol=1e-4, atol=1e-4)


def test_a_model_folder_without_the_ranker_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"coreference\.npz is missing"):
        Ranker(tmp_path)
