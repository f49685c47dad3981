from __future__ import annotations

import pytest

from transforms.language.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "pos", "form"),
    [
        ("Reports", "NOUN", "report"),
        ("said", "VERB", "say"),
        ("was", "AUX", "be"),
        ("n't", "PART", "not"),
        ("’s", "AUX", "be"),
        ("’s", "PART", "’s"),
        ("wo", "AUX", "will"),
        ("better", "ADJ", "good"),
        ("Obamas", "PROPN", "Obamas"),
        ("They", "PRON", "they"),
        ("I", "PRON", "I"),
        ("THE", "DET", "the"),
        ("“", "PUNCT", "“"),
        ("zxqvs", "NOUN", "zxqv"),
    ],
)
def test_lemmas(word: str, pos: str, form: str) -> None:
    assert lemma(word, pos) == form
