from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from transforms.language.trees import trees


def is_tree(heads: tuple[int, ...]) -> bool:
    """One root, which heads itself, and every word hangs below it."""
    roots = [word for word, head in enumerate(heads) if head == word]
    if len(roots) != 1:
        return False
    for word in range(len(heads)):
        above = word
        for _ in heads:
            above = heads[above]
        if above != roots[0]:
            return False
    return True


def test_words_that_head_each_other_are_untied_at_the_least_cost() -> None:
    scores = np.array([[[5, 0, 0], [1, 0, 9], [0, 8, 0]]], dtype=np.float32)
    # Word 1 and 2 like each other best; 1 <- 0 costs less than 2 <- 0.
    assert trees(scores, np.array([3])).tolist() == [[0, 0, 1]]


@given(st.integers(1, 5), st.integers(0, 10**6))
def test_a_tree_with_one_root_that_is_the_best_below_it(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, size, size)).astype(np.float32)
    found = tuple(trees(scores, np.array([size]))[0].tolist())
    assert is_tree(found)
    root = next(word for word, head in enumerate(found) if head == word)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[0, word, head] for word, head in enumerate(heads)))

    every = (h for h in product(range(size), repeat=size) if is_tree(h) and h[root] == root)
    assert total(found) >= max(map(total, every)) - 1e-5


@given(st.lists(st.integers(1, 6), min_size=1, max_size=4), st.integers(0, 10**6))
def test_sentences_parsed_together_are_as_parsed_alone(lengths: list[int], seed: int) -> None:
    longest = max(lengths)
    size = (len(lengths), longest, longest)
    scores = np.random.default_rng(seed).normal(size=size).astype(np.float32)
    together = trees(scores, np.array(lengths))
    for row, words in enumerate(lengths):
        alone = trees(scores[row : row + 1, :words, :words], np.array([words]))
        assert together[row, :words].tolist() == alone[0].tolist()
