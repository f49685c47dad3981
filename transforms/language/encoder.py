"""The encoder as a spaCy component: one forward pass gives every head's scores a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from spacy.tokens import Doc

from transforms.language.encoding import Encoded, Window, WordEncoder, windows
from transforms.language.labels import HEADS

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

FILES: Final = ("encoder.onnx", "tokenizer.json", "decoding.json", "syntax.npz")
MAX_PIECES: Final = 256
CONTEXT: Final = 32
DOCS: Final = 24
"""Docs that are decoded together."""
_COLUMNS: Final = sum(HEADS.values())
_BORDERS: Final = np.cumsum(list(HEADS.values()))[:-1]


@dataclass(frozen=True, kw_only=True)
class WordScores:
    """A doc's words (its tokens that are not white space) and the heads' scores for them.

    `tokens` (words,) each word's token index; `breaks` (words,) true where a paragraph starts;
    `heads`: each head's raw scores (words, width), by its name in `labels.HEADS`.
    """

    tokens: Ints
    breaks: npt.NDArray[np.bool_]
    heads: dict[str, Floats]


class EncoderModel:
    """The ONNX session with its tokenizer.

    Raises FileNotFoundError naming the file where the model folder lacks one.
    """

    def __init__(self, folder: Path, *, threads: int) -> None:
        for name in FILES:
            if not (folder / name).is_file():
                message = f"{folder / name} is missing: point the setting `model` at a model folder"
                raise FileNotFoundError(message)
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.words = WordEncoder(folder / "tokenizer.json")

    def encoded(self, doc: Doc) -> Encoded:
        """The doc's words as inputs; its `paragraph_starts` must be set."""
        starts = doc._.paragraph_starts
        words = [(token.i, token.text) for token in doc if not token.is_space]
        encoded = self.words.encode([text for _, text in words], [i in starts for i, _ in words])
        return replace(encoded, tokens=np.fromiter((i for i, _ in words), np.int32, len(words)))

    def windows(self, text: Encoded) -> list[Window]:
        """The windows that a text is read in."""
        return list(windows(text, max_pieces=MAX_PIECES, context=CONTEXT)) if len(text) else []

    def inputs(self, text: Encoded, window: Window) -> dict[str, npt.NDArray[np.int64]]:
        """The session's inputs for one window: (1, pieces) twice and (1, words)."""
        cls, sep, *_ = self.words.special
        pieces = np.full((1, window.end - window.start + 2), sep, dtype=np.int64)
        features = np.zeros_like(pieces)
        pieces[0, 0] = cls
        pieces[0, 1:-1] = text.pieces[window.start : window.end]
        features[0, 1:-1] = text.piece_features[window.start : window.end]
        first = 1 + text.offsets[window.first : window.last] - window.start
        return {"pieces": pieces, "features": features, "first": first[None].astype(np.int64)}

    def run(self, inputs: dict[str, npt.NDArray[np.int64]]) -> Floats:
        """One forward pass: (1, words, columns), the heads side by side."""
        scores: Floats = self._session.run(["scores"], inputs)[0]
        return scores

    def scores(self, text: Encoded) -> dict[str, Floats]:
        """Every head's scores (words, width).

        Each window is read by itself: the int8 weights round by what is read together, and a
        text's scores must not depend on its neighbours. It costs no time.
        """
        result = np.zeros((len(text), _COLUMNS), dtype=np.float32)
        for window in self.windows(text):
            result[window.first : window.last] = self.run(self.inputs(text, window))[0]
        return dict(zip(HEADS, np.split(result, _BORDERS, axis=1), strict=True))


class EncoderComponent:
    """Sets `doc._.word_scores`; needs sentence and paragraph borders before it."""

    def __init__(self, model: EncoderModel) -> None:
        self.model = model
        if not Doc.has_extension("word_scores"):
            Doc.set_extension("word_scores", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """One doc, with its scores."""
        words = self.model.encoded(doc)
        if len(words):
            doc._.word_scores = WordScores(
                tokens=words.tokens, breaks=words.breaks, heads=self.model.scores(words)
            )
        return doc


def batched(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """The docs in lists of `size`, the last one shorter."""
    docs = iter(stream)
    while batch := list(islice(docs, size)):
        yield batch
