from __future__ import annotations

import pytest

from transforms.scoring import evaluation
from transforms.scoring.treebank import TreebankDocument


@pytest.mark.parametrize(
    ("keys", "task"),
    [
        ("text attributions", evaluation.AttributionEvaluation),
        ("text entities common mentions", evaluation.NameEvaluation),
        ("text genre clusters", evaluation.CoreferenceEvaluation),
        ("text pronoun a b a_coref b_coref gender", evaluation.GapEvaluation),
        ("text title mentions info evaluation_span", evaluation.LinkEvaluation),
    ],
)
def test_the_keys_of_a_document_tell_its_task(keys: str, task: type[object]) -> None:
    assert isinstance(evaluation.evaluation(dict.fromkeys(keys.split())), task)


def test_a_treebank_is_told_by_its_type_and_the_rest_has_no_task() -> None:
    assert isinstance(
        evaluation.evaluation(TreebankDocument(words=[])), evaluation.SyntaxEvaluation
    )
    assert evaluation.evaluation({"text": "", "entities": []}) is None
