from __future__ import annotations

from pathlib import Path

import pytest

from transforms.cues import CueLexicon, cue_words, is_negated

LEXICON = CueLexicon.read(Path(__file__).resolve().parents[2] / "seeds" / "cues.csv")


@pytest.mark.parametrize(
    ("text", "lemma", "kind"),
    [
        ("said", "say", "speech"),
        ("has repeatedly told", "tell", "speech"),
        ("According to", "according to", "speech"),
        ("called on", "call on", "speech"),
        ("believes", "believe", "thought"),
        ("didn’t deny", "deny", "speech"),
    ],
)
def test_listed_cues(text: str, lemma: str, kind: str) -> None:
    cue = LEXICON.find(text)
    assert cue is not None
    assert (cue.lemma, cue.statement_kind) == (lemma, kind)


def test_a_cue_that_is_not_listed_is_none() -> None:
    assert LEXICON.find("hammered nails into") is None
    assert LEXICON.find(":") is None


def test_a_contraction_is_two_words() -> None:
    assert cue_words("didn't say") == ("did", "n't", "say")
    assert cue_words("wouldn’t call on:") == ("would", "n't", "call", "on")


@pytest.mark.parametrize("cue", ["did not say", "didn't say", "didn’t say", "never promised"])
def test_negated(cue: str) -> None:
    assert is_negated("", cue)
    assert not is_negated("he", "said")
