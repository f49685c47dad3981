"""Scores a word -> the best tag sequence -> spans of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

FORBIDDEN = np.float32(-1e4)


class WordSpan(NamedTuple):
    """Words `start:end` carry `label`; `score` is how probable the model finds it, 0 to 1."""

    label: str
    start: int
    end: int
    score: float


def allowed_transitions(tags: Sequence[str]) -> Floats:
    """(tags, tags): 0 where tag j may follow tag i, `FORBIDDEN` where it may not (BIO)."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after.startswith("I-") and before[2:] != after[2:]:
                table[i, j] = FORBIDDEN
    return table


def viterbi(texts: Sequence[Floats], transitions: Floats) -> list[Ints]:
    """The best tags of each text's words: (words, tags) each, (tags, tags) -> (words,) each.

    All texts advance together, one word a step. The first word may carry any tag: a text may
    begin inside a span.
    """
    order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
    lengths = np.array([len(texts[i]) for i in order], dtype=np.int64)
    if not len(lengths) or not lengths[0]:
        return [np.zeros(0, dtype=np.int32) for _ in texts]
    padded = np.zeros((lengths[0], len(order), len(transitions)), dtype=np.float32)
    for column, i in enumerate(order):
        padded[: lengths[column], column] = texts[i]
    alive = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
    best = padded[0].copy()
    back = np.zeros(padded.shape, dtype=np.int8)
    for step in range(1, lengths[0]):
        rows = alive[step]
        paths = best[:rows, :, None] + transitions
        back[step, :rows] = paths.argmax(1)
        best[:rows] = paths.max(1) + padded[step, :rows]
    tags = np.zeros(padded.shape[:2], dtype=np.int32)
    ends, columns = best.argmax(1), np.arange(len(order))
    tags[lengths - 1, columns] = ends
    for step in range(lengths[0] - 1, 0, -1):
        rows = columns[: alive[step]]
        tags[step - 1, rows] = back[step, rows, tags[step, rows]]
    result = [np.zeros(0, dtype=np.int32)] * len(texts)
    for column, i in enumerate(order):
        result[i] = tags[: lengths[column], column]
    return result


def tag_spans(path: Sequence[int], tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Maximal spans (label, start, end) of a tag sequence; a stray I- tag starts one."""
    label, start = "", 0
    for place, number in enumerate([*path, 0]):
        prefix, _, found = tags[number].partition("-")
        if label and (prefix != "I" or found != label):
            yield label, start, place
            label = ""
        if found and not label:
            label, start = found, place


def spans(
    texts: Sequence[Floats], transitions: Floats, tags: Sequence[str], breaks: Sequence[Bools]
) -> list[list[WordSpan]]:
    """Decode texts: emissions (words, tags) each -> spans in text order each.

    `breaks` (words,) each, true where a paragraph starts: only content runs on over one. A span's
    score is the geometric mean of its words' probabilities of carrying the label.
    """
    labels = sorted({tag[2:] for tag in tags if tag != "O"})
    columns = {label: [i for i, tag in enumerate(tags) if tag[2:] == label] for label in labels}
    result = []
    paths = viterbi(texts, transitions)
    for emissions, path, starts in zip(texts, paths, breaks, strict=True):
        exp = np.exp(emissions - emissions.max(1, keepdims=True))
        mass = exp / exp.sum(1, keepdims=True)
        by_label = {
            label: np.log(np.maximum(mass[:, numbers].sum(1), 1e-6))
            for label, numbers in columns.items()
        }
        result.append(
            [
                WordSpan(label, start, end, float(np.exp(by_label[label][start:end].mean())))
                for label, whole_start, whole_end in tag_spans(path.tolist(), tags)
                for start, end in _cut(label, whole_start, whole_end, starts)
            ]
        )
    return result


def _cut(label: str, start: int, end: int, breaks: Bools) -> list[tuple[int, int]]:
    if label == "content" or not breaks[start + 1 : end].any():
        return [(start, end)]
    edges = [start, *(start + 1 + np.flatnonzero(breaks[start + 1 : end])).tolist(), end]
    return list(pairwise(edges))
