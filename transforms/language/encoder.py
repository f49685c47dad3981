"""The encoder as a spaCy component: one forward pass gives every head's scores a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
_BATCH_PIECES: Final = 1024
DOCS: Final = 24
"""Docs that are read and decoded together."""
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

    def jobs(self, texts: Sequence[Encoded]) -> list[list[tuple[int, Window]]]:
        """The windows of all texts in batches of equal length, at most 1,024 pieces each."""
        every = [
            (number, window)
            for number, encoded in enumerate(texts)
            if len(encoded)
            for window in windows(encoded, max_pieces=MAX_PIECES, context=CONTEXT)
        ]
        every.sort(key=lambda job: (job[1].end - job[1].start, job[0], job[1].start))
        result: list[list[tuple[int, Window]]] = []
        width = 0
        for job in every:
            size = job[1].end - job[1].start + 2
            if size != width or (len(result[-1]) + 1) * size > _BATCH_PIECES:
                result.append([])
            width = size
            result[-1].append(job)
        return result

    def inputs(
        self, texts: Sequence[Encoded], jobs: list[tuple[int, Window]]
    ) -> dict[str, npt.NDArray[np.int64]]:
        """The session's inputs for one batch of windows of equal length."""
        cls, sep, *_ = self.words.special
        width = jobs[0][1].end - jobs[0][1].start + 2
        pieces = np.full((len(jobs), width), sep, dtype=np.int64)
        pieces[:, 0] = cls
        features = np.zeros_like(pieces)
        count = max(window.last - window.first for _, window in jobs)
        first = np.zeros((len(jobs), count), dtype=np.int64)
        for row, (number, window) in enumerate(jobs):
            encoded = texts[number]
            pieces[row, 1:-1] = encoded.pieces[window.start : window.end]
            features[row, 1:-1] = encoded.piece_features[window.start : window.end]
            kept = encoded.offsets[window.first : window.last]
            first[row, : len(kept)] = 1 + kept - window.start
        return {"pieces": pieces, "features": features, "first": first}

    def run(self, inputs: dict[str, npt.NDArray[np.int64]]) -> Floats:
        """One forward pass: (windows, words, columns), the heads side by side."""
        scores: Floats = self._session.run(["scores"], inputs)[0]
        return scores

    def scores(self, texts: Sequence[Encoded]) -> list[dict[str, Floats]]:
        """For each text every head's scores (words, width)."""
        results = [np.zeros((len(text), _COLUMNS), dtype=np.float32) for text in texts]
        for jobs in self.jobs(texts):
            output = self.run(self.inputs(texts, jobs))
            for row, (number, window) in enumerate(jobs):
                kept = output[row, : window.last - window.first]
                results[number][window.first : window.last] = kept
        return [dict(zip(HEADS, np.split(r, _BORDERS, axis=1), strict=True)) for r in results]


class EncoderComponent:
    """Sets `doc._.word_scores`; needs sentence and paragraph borders before it."""

    def __init__(self, model: EncoderModel) -> None:
        self.model = model
        if not Doc.has_extension("word_scores"):
            Doc.set_extension("word_scores", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """One doc, with its scores."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCS) -> Iterator[Doc]:
        """Docs in the order they came, read together in batches of similar length."""
        for docs in batched(stream, max(batch_size, DOCS)):
            encoded = [self.model.encoded(doc) for doc in docs]
            scores = self.model.scores(encoded)
            for doc, words, heads in zip(docs, encoded, scores, strict=True):
                if len(words):
                    doc._.word_scores = WordScores(
                        tokens=words.tokens, breaks=words.breaks, heads=heads
                    )
                yield doc


def batched(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """The docs in lists of `size`, the last one shorter."""
    docs = iter(stream)
    while batch := list(islice(docs, size)):
        yield batch
