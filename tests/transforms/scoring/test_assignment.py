from __future__ import annotations

from itertools import permutations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.scoring.assignment import best_pairs


def test_the_best_pair_is_given_up_where_the_others_lose_more() -> None:
    assert best_pairs(np.array([[9.0, 8.0], [7.0, 1.0]])) == [(0, 1), (1, 0)]


def test_the_longer_side_keeps_some_without_a_pair() -> None:
    weights = np.array([[1.0, 3.0, 2.0]])
    assert best_pairs(weights) == [(0, 1)]
    assert best_pairs(weights.T) == [(1, 0)]


@given(st.integers(0, 4), st.integers(0, 5), st.randoms(use_true_random=False))
def test_no_other_pairing_is_better(short: int, long: int, random: Random) -> None:
    short, long = min(short, long), max(short, long)
    weights = np.array([float(random.randint(0, 4)) for _ in range(short * long)]).reshape(
        short, long
    )
    sums = [sum(weights[i, j] for i, j in enumerate(p)) for p in permutations(range(long), short)]
    pairs = best_pairs(weights)
    assert len({j for _, j in pairs}) == len(pairs) == short
    assert sum(weights[pair] for pair in pairs) == pytest.approx(max(sums))
