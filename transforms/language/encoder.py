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

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

MAX_PIECES: Final = 256
CONTEXT: Final = 32
_BATCH_PIECES: Final = 1024
DOCS: Final = 96
"""Docs that are read and decoded together."""
OUTPUTS: Final = ("attribution", "names", "links", "no_source")


@dataclass(frozen=True, kw_only=True)
class WordScores:
    """A doc's words (its tokens that are not white space) and the heads' scores for them.

    `tokens` (words,) each word's token index; `breaks` (words,) true where a paragraph starts;
    `attribution`, `names`, `links`, `no_source` (words, ...) raw scores of the heads.
    """

    tokens: Ints
    breaks: npt.NDArray[np.bool_]
    attribution: Floats
    names: Floats
    links: Floats
    no_source: Floats


class EncoderModel:
    """The ONNX session with its tokenizer.

    Raises FileNotFoundError naming the file where the model folder lacks one.
    """

    def __init__(self, folder: Path, *, threads: int) -> None:
        for name in ("encoder.onnx", "tokenizer.json", "decoding.json"):
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
        """The windows of all texts in batches of similar length, at most 1,024 pieces each."""
        every = [
            (number, window)
            for number, encoded in enumerate(texts)
            if len(encoded)
            for window in windows(encoded, max_pieces=MAX_PIECES, context=CONTEXT)
        ]
        every.sort(key=lambda job: (_size(texts[job[0]], job[1]), job[0], job[1].start))
        result: list[list[tuple[int, Window]]] = []
        for job in every:
            width = _size(texts[job[0]], job[1]) + 2
            if not result or (len(result[-1]) + 1) * width > _BATCH_PIECES:
                result.append([])
            result[-1].append(job)
        return result

    def inputs(
        self, texts: Sequence[Encoded], jobs: list[tuple[int, Window]]
    ) -> dict[str, npt.NDArray[np.int64]]:
        """The session's inputs for one batch of windows, padded to its longest."""
        cls, sep, pad, _ = self.words.special
        width = max(_size(texts[number], window) for number, window in jobs) + 2
        count = max(window.end - window.start for _, window in jobs)
        pieces = np.full((len(jobs), width), pad, dtype=np.int64)
        features, mask = np.zeros_like(pieces), np.zeros_like(pieces)
        first = np.zeros((len(jobs), count), dtype=np.int64)
        for row, (number, window) in enumerate(jobs):
            encoded = texts[number]
            offsets = encoded.offsets[window.start : window.end + 1]
            size = int(offsets[-1] - offsets[0])
            pieces[row, 0], pieces[row, size + 1] = cls, sep
            pieces[row, 1 : size + 1] = encoded.pieces[offsets[0] : offsets[-1]]
            feature = encoded.features[window.start : window.end]
            features[row, 1 : size + 1] = np.repeat(feature, np.diff(offsets))
            mask[row, : size + 2] = 1
            first[row, : window.end - window.start] = 1 + offsets[:-1] - offsets[0]
        return {"pieces": pieces, "features": features, "mask": mask, "first": first}

    def run(self, inputs: dict[str, npt.NDArray[np.int64]]) -> list[Floats]:
        """One forward pass: a (windows, words, ...) array for each of `OUTPUTS`."""
        return list(self._session.run(list(OUTPUTS), inputs))

    def scores(self, texts: Sequence[Encoded]) -> list[list[Floats]]:
        """For each text the heads' scores (words, ...), in the order of `OUTPUTS`."""
        results: list[list[Floats]] = [[] for _ in texts]
        for jobs in self.jobs(texts):
            outputs = self.run(self.inputs(texts, jobs))
            for row, (number, window) in enumerate(jobs):
                if not results[number]:
                    length = len(texts[number])
                    results[number] = [
                        np.zeros((length, o.shape[-1]), dtype=np.float32) for o in outputs
                    ]
                keep = slice(window.keep_start - window.start, window.keep_end - window.start)
                for whole, output in zip(results[number], outputs, strict=True):
                    whole[window.keep_start : window.keep_end] = output[row, keep]
        return results


def _size(encoded: Encoded, window: Window) -> int:
    return int(encoded.offsets[window.end] - encoded.offsets[window.start])


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
            for doc, words, outputs in zip(docs, encoded, scores, strict=True):
                if outputs:
                    doc._.word_scores = WordScores(
                        tokens=words.tokens,
                        breaks=words.breaks,
                        **dict(zip(OUTPUTS, outputs, strict=True)),
                    )
                yield doc


def batched(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """The docs in lists of `size`, the last one shorter."""
    docs = iter(stream)
    while batch := list(islice(docs, size)):
        yield batch
