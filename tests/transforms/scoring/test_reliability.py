from __future__ import annotations

import pytest

from transforms.scoring.reliability import Reliability


def test_scores_that_come_true_have_no_error() -> None:
    honest = Reliability()
    for right in (True, True, True, False):
        honest.add(0.75, right=right)
    assert honest.error() == 0.0


def test_the_error_is_how_far_scores_and_truth_are_apart_weighted_by_number() -> None:
    boastful = Reliability()
    boastful.add(1.0, right=False)
    for _ in range(3):
        boastful.add(0.25, right=False)
    assert boastful.error() == pytest.approx(100 * (1 * 1.0 + 3 * 0.25) / 4)
    assert [count for _, _, count, _, _ in boastful.bins()] == [3, 1]


def test_nothing_found_is_no_error() -> None:
    assert Reliability().error() == 0.0
