from __future__ import annotations

from pathlib import Path

import pytest

from transforms.cues.lexicon import CueLexicon, cue_words

LEXICON = CueLexicon.read(Path(__file__).resolve().parents[3] / "seeds" / "cues.csv")


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
    listed = LEXICON.find(cue_words(text))
    assert listed is not None
    assert (listed.cue.lemma, listed.cue.statement_kind) == (lemma, kind)


def test_a_cue_that_is_not_listed_is_none() -> None:
    assert LEXICON.find(cue_words("planed the planks")) is None
    assert LEXICON.find(cue_words(":")) is None


def test_a_verb_that_carries_another_cue_gives_way_to_it() -> None:
    listed = LEXICON.find(cue_words("sought to criticize"))
    assert listed is not None
    assert (listed.cue.lemma, listed.place) == ("criticize", 2)


def test_words_after_a_cue_count_where_they_change_the_act() -> None:
    alone, followed = LEXICON.find(("called",)), LEXICON.find(("called",), ("for", "calm"))
    assert alone is not None
    assert followed is not None
    assert alone.cue.lemma == "call"
    assert followed.cue.lemma == "call for"
    told = LEXICON.find(("told",), ("reporters", "that"))
    assert told is not None
    assert told.cue.lemma == "tell"


def test_a_contraction_is_two_words() -> None:
    assert cue_words("didn't say") == ("did", "n't", "say")
    assert cue_words("wouldn’t call on:") == ("would", "n't", "call", "on")
    assert cue_words("fact-checked") == ("fact", "checked")
