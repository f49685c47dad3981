from __future__ import annotations

import pytest

from transforms.scoring.names import NameScores


def test_span_and_type_must_both_be_right() -> None:
    scores = NameScores()
    scores.add(
        [(0, 1, "PERSON"), (4, 4, "LOC"), (7, 8, "ORG")],
        [(0, 1, "PERSON"), (4, 4, "ORG"), (7, 7, "ORG")],
    )
    result = scores.figures()
    assert result["exact_PERSON_f1"] == 100.0
    assert result["exact_ORG_f1"] == 0.0
    assert result["exact_f1"] == pytest.approx(100 / 3)


def test_nothing_found_is_no_division() -> None:
    assert NameScores().figures()["exact_f1"] == 0.0
