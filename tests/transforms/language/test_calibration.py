from __future__ import annotations

import pytest

from transforms.language.calibration import EVIDENCE, Calibration, evidence, log_odds, neutral
from transforms.language.decoding import WordSpan

CUE, CONTENT = WordSpan("cue", 0, 1, 0.9), WordSpan("content", 1, 9, 0.5)


def test_an_uncalibrated_model_leaves_names_as_they_are_and_statements_undecided() -> None:
    plain = Calibration.of(neutral(["PERSON"]))
    assert plain.name("PERSON", 0.8) == pytest.approx(0.8)
    values = evidence(CUE, None, [CONTENT], content_link=0.7, source_link=0.5)
    assert plain.of_statement(values) == (0.5, 0.5)


def test_evidence_speaks_for_a_statement_by_its_weights() -> None:
    table = neutral(["PERSON"])
    table["statement"][EVIDENCE.index("cue")] = 1.0
    fitted = Calibration.of(table)
    values = evidence(CUE, None, [CONTENT], content_link=0.7, source_link=0.5)
    assert fitted.of_statement(values)[0] == pytest.approx(0.9)
    without = evidence(None, None, [CONTENT], content_link=0.5, source_link=0.5)
    assert without[EVIDENCE.index("no_cue")] == 1.0
    assert fitted.of_statement(without)[0] == 0.5


def test_certainty_has_its_limits() -> None:
    assert (log_odds(0.0), log_odds(1.0)) == pytest.approx((-9.21, 9.21), abs=0.01)


def test_a_calibration_for_other_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Calibration.of(neutral([]) | {"source": [1.0]})
