"""Scores a word -> the best tag sequence -> spans of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

FORBIDDEN = np.float32(-1e4)


class WordSpan(NamedTuple):
    """Words `start:end` carry `label`; `score` is the mean margin-free tag probability."""

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


def viterbi(emissions: Floats, transitions: Floats) -> Ints:
    """The best tag of each word: (words, tags), (tags, tags) -> (words,).

    The first word may carry any tag: a text may begin inside a span.
    """
    length, _ = emissions.shape
    if not length:
        return np.zeros(0, dtype=np.int32)
    back = np.empty(emissions.shape, dtype=np.int32)
    best, columns = emissions[0], np.arange(emissions.shape[1])
    for step in range(1, length):
        paths = best[:, None] + transitions
        back[step] = paths.argmax(0)
        best = paths[back[step], columns] + emissions[step]
    result = np.empty(length, dtype=np.int32)
    result[-1] = best.argmax()
    for step in range(length - 1, 0, -1):
        result[step - 1] = back[step, result[step]]
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


def spans(emissions: Floats, transitions: Floats, tags: Sequence[str]) -> list[WordSpan]:
    """Decode one article: emissions (words, tags) -> spans in text order.

    A span's score is the geometric mean of its words' probabilities of carrying the label.
    """
    path = viterbi(emissions, transitions)
    shifted = emissions - emissions.max(1, keepdims=True)
    exp = np.exp(shifted)
    probability = exp / exp.sum(1, keepdims=True)
    columns = {label: [i for i, tag in enumerate(tags) if tag[2:] == label] for label in
               {tag[2:] for tag in tags}}  # fmt: skip
    result = []
    for label, start, end in tag_spans(path.tolist(), tags):
        mass = probability[start:end, columns[label]].sum(1)
        score = float(np.exp(np.log(np.maximum(mass, 1e-6)).mean()))
        result.append(WordSpan(label, start, end, score))
    return result
