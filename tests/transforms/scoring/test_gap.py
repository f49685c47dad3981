from __future__ import annotations

import pytest

from transforms.scoring.gap import GapScores


def test_both_names_of_every_snippet_count_and_genders_apart() -> None:
    scores = GapScores()
    scores.add((True, False), (True, False), "F")
    scores.add((True, False), (False, True), "F")
    scores.add((False, False), (True, False), "M")
    scores.add((True, True), (True, False), "M")
    result = scores.figures()
    assert result["precision"] == pytest.approx(100 * 2 / 4)
    assert result["recall"] == pytest.approx(100 * 2 / 4)
    assert result["feminine_f1"] == pytest.approx(100 * 2 * 1 / (2 + 2))
    assert result["masculine_f1"] == pytest.approx(100 * 2 * 1 / (2 + 2))
    assert result["bias"] == pytest.approx(100.0)


def test_a_bias_below_a_hundred_is_against_feminine_pronouns() -> None:
    scores = GapScores()
    scores.add((True, False), (True, False), "M")
    scores.add((True, True), (True, False), "F")
    assert scores.figures()["bias"] == pytest.approx(100 * 2 / 3)


def test_nothing_found_is_no_division() -> None:
    assert set(GapScores().figures().values()) == {0.0}
