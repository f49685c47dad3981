"""The parser's scores -> one dependency tree a sentence.

Deep biaffine scores (Dozat & Manning 2017) over the words of a sentence. A root is a word that is
its own head. Where the best heads of all words make no tree, the maximum spanning
arborescence (Chu & Liu 1965, Edmonds 1967) does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from ufal.chu_liu_edmonds import chu_liu_edmonds

from transforms.language.labels import RELATIONS, SYNTAX_SIZES, TAGS

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_NEVER = np.float32(-1e9)
_CELLS = 400_000
"""Scores of word pairs computed at a time."""
_WORDS = 1024
_ROOT = RELATIONS.index("root")
_NOT_ROOT = np.flatnonzero([relation != "root" for relation in RELATIONS])
_FLAT = RELATIONS.index("flat")
_IN_NAMES = np.array([tag in {"NNP", "NNPS"} for tag in TAGS])
_BETWEEN = _IN_NAMES | np.array([tag in {"HYPH", ",", "``", "''", "."} for tag in TAGS])
"""Tags of the words of names, and of what may stand between them."""


class Parser:
    """The tables of the shipped syntax head. Raises FileNotFoundError without `syntax.npz`."""

    def __init__(self, model: Path) -> None:
        with np.load(model / "syntax.npz") as tables:
            self._arcs: Floats = tables["arcs"].astype(np.float32)
            relations: Floats = tables["relations"].astype(np.float32)
            allowed = tables["allowed"]
            self.pos_of_tag: npt.NDArray[np.bool_] = tables["pos_of_tag"]
            """(tags, parts of speech): what a word of each tag can be."""
        allowed[:, _ROOT] = False
        self._of_tag = [np.flatnonzero(row) if row.any() else _NOT_ROOT for row in allowed]
        self._tables = [
            np.ascontiguousarray(relations[:, own]).reshape(len(relations), -1)
            for own in self._of_tag
        ]

    def parse(
        self, projected: Floats, tags: Ints, starts: npt.NDArray[np.bool_]
    ) -> tuple[Ints, Ints]:
        """Head word and relation number of each word, both (words,); a root heads itself.

        `projected` (words, width of the head `syntax`); `tags` (words,) numbers in `TAGS`, of
        which each has only the relations that it had in training; `starts` (words,) true at the
        first word of each sentence. Relations are numbers in `RELATIONS`; `root` stands at roots
        alone.
        """
        arc, relation = SYNTAX_SIZES
        borders = np.cumsum([arc, arc, relation])
        child, head, dependent, governor = np.split(np.maximum(projected, 0), borders, axis=1)
        child = child @ self._arcs[:-1] + self._arcs[-1]
        heads = np.arange(len(projected))
        for places, lengths in _sentences(starts):
            scores = child[places] @ head[places].transpose(0, 2, 1)
            inside = np.arange(places.shape[1]) < lengths[:, None]
            chosen = trees(scores, lengths)
            heads[places[inside]] = np.take_along_axis(places, chosen, 1)[inside]
        labels = self._labels(dependent, governor[heads], tags, heads)
        _mend_names(heads, labels, tags, starts)
        return heads, labels

    def _labels(self, dependent: Floats, governor: Floats, tags: Ints, heads: Ints) -> Ints:
        labels = np.empty(len(heads), dtype=np.int64)
        size = dependent.shape[1] + 1
        order = np.argsort(tags, kind="stable")
        borders = np.searchsorted(tags[order], np.arange(len(self._of_tag) + 1))
        for tag, own in enumerate(self._of_tag):
            table = self._tables[tag]
            for at in range(borders[tag], borders[tag + 1], _WORDS):
                words = order[at : min(at + _WORDS, borders[tag + 1])]
                mixed = (dependent[words] @ table[:-1] + table[-1]).reshape(-1, len(own), size)
                scores = (mixed[:, :, :-1] @ governor[words, :, None])[:, :, 0] + mixed[:, :, -1]
                labels[words] = own[scores.argmax(1)]
        labels[heads == np.arange(len(heads))] = _ROOT
        return labels


def _mend_names(heads: Ints, labels: Ints, tags: Ints, starts: npt.NDArray[np.bool_]) -> None:
    """Hang the further words of each name on its own first one, not on another name's.

    The scores tell first words of names from others, but less well which name a word belongs to:
    in `Donald Trump met Barack Obama`, `Trump` may come to hang on `Barack`.
    """
    for word in np.flatnonzero((labels == _FLAT) & _IN_NAMES[tags] & ~starts).tolist():
        first, head = word, heads[word]
        if head < word and _BETWEEN[tags[head + 1 : word]].all():
            continue
        while first and labels[first] == _FLAT and not starts[first] and _IN_NAMES[tags[first - 1]]:
            first -= 1
        if first < word and word not in _above(heads, first):
            heads[word] = first


def _above(heads: Ints, word: int) -> list[int]:
    """A word and those that it hangs on, up to the root."""
    found = [word]
    while heads[found[-1]] != found[-1]:
        found.append(int(heads[found[-1]]))
    return found


def _sentences(starts: npt.NDArray[np.bool_]) -> Iterator[tuple[Ints, Ints]]:
    """Sentences of similar length together: word numbers (sentences, longest) and lengths.

    Places beyond a sentence's end repeat its first word.
    """
    begins = np.flatnonzero(np.concatenate([[True], starts[1:]])[: len(starts)])
    lengths = np.diff(np.append(begins, len(starts))).astype(np.int64)
    order = np.argsort(lengths, kind="stable")
    at = 0
    while at < len(order):
        end = at + 1
        while end < len(order) and (end + 1 - at) * int(lengths[order[end]]) ** 2 <= _CELLS:
            end += 1
        rows = order[at:end]
        columns = np.arange(int(lengths[rows[-1]]))
        offsets = np.where(columns < lengths[rows, None], columns, 0)
        yield begins[rows, None] + offsets, lengths[rows]
        at = end


def trees(scores: Floats, lengths: Ints) -> Ints:
    """The heads (sentences, words) of the best trees with one root each.

    `scores` (sentences, children, heads), the score of a root on the diagonal; what lies beyond a
    sentence's `lengths` (sentences,) is not looked at.
    """
    count, longest, _ = scores.shape
    rows, words = np.arange(count), np.arange(longest)
    outside = words >= lengths[:, None]
    alone = scores[:, words, words].copy()
    scores = np.where(outside[:, None, :], _NEVER, scores)
    scores[:, words, words] = _NEVER
    root = np.where(outside, 2 * _NEVER, alone - scores.max(2)).argmax(1)
    heads: Ints = scores.argmax(2)
    heads[outside] = 0
    heads[rows, root] = root
    heads = np.where(outside, root[:, None], heads)
    above = heads
    for _ in range(max(1, int(longest).bit_length())):
        above = np.take_along_axis(above, above, 1)
    for row in np.flatnonzero((above != root[:, None]).any(1)):
        size = int(lengths[row])
        heads[row, :size] = _arborescence(scores[row, :size, :size], int(root[row]))
    return heads


def _arborescence(scores: Floats, root: int) -> Ints:
    """The heads of the best tree below `root`; the node before all words is the library's."""
    table = np.full((len(scores) + 1, len(scores) + 1), np.nan)
    table[1:, 1:] = scores
    table[1:, 0] = np.nan
    table[root + 1] = np.nan
    table[root + 1, 0] = 0.0
    np.fill_diagonal(table, np.nan)
    found, _ = chu_liu_edmonds(table)
    heads = np.array(found[1:], dtype=np.int64) - 1
    heads[root] = root
    return heads
