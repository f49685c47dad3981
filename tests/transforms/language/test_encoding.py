from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.language.encoding import (
    FEATURES,
    SHAPES,
    WordEncoder,
    inside_quotes,
    windows,
    word_shape,
)

MODEL = Path(__file__).resolve().parents[3] / "models"


@pytest.fixture(scope="module")
def encoder() -> WordEncoder:
    return WordEncoder(MODEL / "tokenizer.json")


def test_word_pieces_are_remembered_and_never_empty(encoder: WordEncoder) -> None:
    assert encoder.word_pieces("Lavrov") == encoder.word_pieces("lavrov")
    assert len(encoder.word_pieces("Kostroma")) > 1
    assert encoder.word_pieces("\u200b") == (encoder.special[3],)


@pytest.mark.parametrize(
    ("word", "shape"), [(",", 0), ("NATO", 1), ("Xi", 2), ("said", 3), ("2024", 4), ("iPhone", 5)]
)
def test_word_shapes(word: str, shape: int) -> None:
    assert word_shape(word) == shape


def test_quotation_marks_end_with_their_paragraph() -> None:
    words = ["“", "We", "go", "He", "said", '"', "yes", '"', "then"]
    breaks = [True, False, False, True, *[False] * 5]
    inside = [word for word, flag in zip(words, inside_quotes(words, breaks), strict=True) if flag]
    assert inside == ["We", "go", "yes"]


def test_features_tell_shape_quotation_and_paragraph(encoder: WordEncoder) -> None:
    encoded = encoder.encode(["Yes", '"', "no", '"'], [True, False, False, False])
    assert encoded.features.tolist() == [2 + 2 * SHAPES, 0, 3 + SHAPES, 0]
    assert encoded.features.max() < FEATURES


@settings(deadline=None)
@given(
    words=st.lists(st.text(min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=300),
    max_pieces=st.integers(90, 256),
    context=st.integers(0, 20),
)
def test_windows_keep_every_word_once(words: list[str], max_pieces: int, context: int) -> None:
    encoder = WordEncoder(MODEL / "tokenizer.json")
    encoded = encoder.encode(words, [True, *[False] * (len(words) - 1)])
    cut = windows(encoded, max_pieces=max_pieces, context=context)
    assert [word for w in cut for word in range(w.first, w.last)] == [*range(len(words))]
    total = int(encoded.offsets[-1])
    for window in cut:
        kept = encoded.offsets[window.first : window.last]
        assert window.end - window.start == min(total, max_pieces - 2)
        assert (kept >= window.start + (context if window.start else 0)).all()
        assert (kept < window.end - (context if window.end < total else 0)).all()
