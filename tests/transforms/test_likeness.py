"""What a statement and a day that its article tells have in common."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from transforms.coreference.words import Words
from transforms.cues.lexicon import CueLexicon
from transforms.cues.reading import read
from transforms.days.likeness import LIKENESS, SCENE, likeness
from transforms.days.model import UNKNOWN
from transforms.days.narrative import dated_clauses
from transforms.days.pairs import Places
from transforms.days.rules import Read
from transforms.days.told import told
from transforms.extraction import Extractor
from transforms.speakers.model import Parts, Speakers
from transforms.times.article import times

PUBLISHED = date(2024, 4, 9)
LEXICON = CueLexicon.read(Path(__file__).resolve().parents[2] / "seeds" / "cues.csv")


def of(extractor: Extractor, text: str) -> dict[str, int]:
    """The features of the last statement (`X said [content].`) and the first day of a text."""
    cue = text.rindex("said")
    content = (cue + len("said "), len(text) - 1)
    part = Parts(source=None, cue=(cue, cue + 4), contents=(content,), is_direct=False)
    words = Words.of(extractor.nlp(text))
    clauses = dated_clauses(words, times(words, PUBLISHED), text)
    days = told(words, clauses, [content], PUBLISHED)
    known = Read(
        clauses=clauses,
        parts=[part],
        speakers=[Speakers.unknown("no_source")],
        readings=[read(words, (cue, cue + 4), LEXICON)],
        at_cue=[(None, False)],
        inside=[False],
        published_on=PUBLISHED,
        own_day=UNKNOWN,
        is_essay=False,
        is_by_hours=False,
    )
    at = Places(
        place=np.array([cue]),
        end=np.array([content[1]]),
        sentence=np.array([clauses.sentence(cue)]),
        paragraph=np.array([clauses.paragraph(cue)]),
        speaker=[None],
        own=np.array([-1]),
        is_shared=np.array([False]),
    )
    alike, scene = likeness(words, known, days, at)
    assert alike.shape == (1, len(days.days), len(LIKENESS))
    assert (alike < list(LIKENESS.values())).all()
    assert (scene < list(SCENE.values())).all()
    names = [*LIKENESS, *(f"scene {name}" for name in SCENE)]
    return dict(zip(names, [*alike[0, 0].tolist(), *scene[0].tolist()], strict=True))


def test_the_same_occasion_is_seen_across_sentences(extractor: Extractor) -> None:
    text = "Lee and Petrova met at a debate on Monday. It was long. During the debate, Lee said no."
    found = of(extractor, text)
    assert found["nouns"] == 1
    assert found["occasion"] == 2
    assert found["scene occasion"] == found["scene occasion_before"] + 1 == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lee went home on Monday. Petrova said no.", 0),
        ("Lee went home on Monday. At the debate Petrova said no.", 1),
        ("Lee was at a debate on Monday. Petrova said no.", 3),
        ("Lee was at a debate on Monday. In an interview Petrova said no.", 1),
    ],
)
def test_occasions_that_differ(extractor: Extractor, text: str, value: int) -> None:
    assert of(extractor, text)["occasion"] == value


def test_what_is_said_is_not_its_frame(extractor: Extractor) -> None:
    found = of(extractor, "The bridge fell on Monday. Petrova said the bridge was old.")
    assert found["nouns"] == 0
    assert found["content"] == 1


def test_names_and_openings(extractor: Extractor) -> None:
    found = of(extractor, "Lee met Petrova on Monday. Later, Petrova said no.")
    assert found["names"] == 1
    assert found["scene opening"] == 1
