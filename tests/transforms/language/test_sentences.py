from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from transforms.language.sentences import SentenceComponent

NLP = spacy.blank("en")
COMPONENT = SentenceComponent()


def read(text: str) -> Doc:
    return COMPONENT(NLP.make_doc(text))


def sentences(text: str) -> list[str]:
    return [sent.text.strip() for sent in read(text).sents]


@pytest.mark.parametrize(
    "expected",
    [
        ["He came.", "She went."],
        ["Mr. Lavrov met Janet L. Yellen on Jan. 5 in Washington, D.C., and left.", "He smiled."],
        ["It ended in the U.S.", "The plan failed."],
        ["The U.S. Senate voted."],
        ["“We go!” he said.", "“Now?”", "She nodded."],
        ['"We go," he said. ', '"Now."'],
        ["Prices rose 3.5 percent.", "5 banks failed."],
        ["What now?", "(Nobody knew.)", "He left..."],
        ["He paused ... and went on."],
    ],
)
def test_borders(expected: list[str]) -> None:
    text = " ".join(part.strip() for part in expected)
    assert sentences(text) == [part.strip() for part in expected]


def test_a_blank_line_parts_paragraphs_even_without_a_full_stop() -> None:
    assert sentences("A headline\n\nThe body.") == ["A headline", "The body."]
    assert len(read("A headline\n\nThe body.")._.paragraph_starts) == 2


def test_a_hard_wrap_parts_nothing_but_a_finished_or_short_line_does() -> None:
    wrapped = (
        "The ministers of both countries met on the border\nand talked for five hours about it."
    )
    assert len(read(wrapped)._.paragraph_starts) == 1
    finished = (
        "The ministers of both countries met on the border.\nThey talked for five hours then."
    )
    assert len(read(finished)._.paragraph_starts) == 2
    titled = "Talks go on\nThe ministers of both countries met on the border\nand talked about it."
    assert len(read(titled)._.paragraph_starts) == 2


@settings(deadline=None)
@given(st.text(alphabet="aB1 .?!\n\"'“”()-", max_size=80))
def test_every_word_lies_in_one_sentence(text: str) -> None:
    doc = read(text)
    assert sum(len(sent) for sent in doc.sents) == len(doc)
