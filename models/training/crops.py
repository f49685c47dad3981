"""Random crops of documents, packed to one fixed shape: what a training step reads."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from models.training.corpora import IGNORED, Example
from models.training.losses import Links
from transforms.language.encoding import SHAPES
from transforms.language.labels import ATTRIBUTION_TAGS, NAME_TAGS

PIECES, ROWS = 256, 8
_CAPITALS, _LOWER = 0.04, 0.03
Span = tuple[int, int]


@dataclass(frozen=True)
class Batch:
    """One step's rows, of fixed shapes.

    pieces, features, mask, first (ROWS, PIECES); tags (2, ROWS, PIECES); syntax (5, ROWS, PIECES),
    heads counted in the row; taught: for each tag layer the teacher's scores
    (ROWS, PIECES, tags), 0 where there are none.
    """

    pieces: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    tags: Tensor
    syntax: Tensor
    taught: tuple[Tensor, ...]
    links: list[Links]


@dataclass(frozen=True)
class _Crop:
    example: Example
    start: int
    end: int


def batches(
    examples: Sequence[Example], special: tuple[int, int, int, int], random_: random.Random
) -> Iterator[Batch]:
    """Every word of `examples` once, in random crops and order."""
    crops = [crop for example in examples for crop in _crops(example, random_)]
    rows = _packed(crops, random_)
    random_.shuffle(rows)
    for i in range(0, len(rows) - ROWS + 1, ROWS):
        yield _batch(rows[i : i + ROWS], special, random_)


def _crops(example: Example, random_: random.Random) -> Iterator[_Crop]:
    offsets, start = example.encoded.offsets, 0
    room = random_.randint(60, PIECES - 2)
    while start < len(example.encoded):
        end = int(np.searchsorted(offsets, offsets[start] + room, side="right")) - 1
        yield _Crop(example, start, max(end, start + 1))
        start, room = max(end, start + 1), PIECES - 2


def _packed(crops: list[_Crop], random_: random.Random) -> list[list[_Crop]]:
    """Rows of crops of one kind of labels that together fit into PIECES."""
    rows: list[list[_Crop]] = []
    random_.shuffle(crops)
    crops.sort(key=_pieces, reverse=True)
    opened: dict[tuple[bool, ...], list[tuple[int, list[_Crop]]]] = {}
    for crop in crops:
        open_ = opened.setdefault(_kind(crop.example), [])
        place = next((i for i, (n, _) in enumerate(open_) if n + _pieces(crop) <= PIECES - 2), -1)
        if place < 0:
            open_.append((_pieces(crop), [crop]))
        else:
            count, row = open_[place]
            open_[place] = (count + _pieces(crop), [*row, crop])
            if open_[place][0] > PIECES - 12:
                rows.append(open_.pop(place)[1])
    return rows + [row for lists in opened.values() for _, row in lists]


def _kind(example: Example) -> tuple[bool, bool, bool]:
    labelled = (layer[0] != IGNORED for layer in (example.attribution, example.names))
    return (*labelled, example.syntax is not None)


def _pieces(crop: _Crop) -> int:
    offsets = crop.example.encoded.offsets
    return int(offsets[crop.end] - offsets[crop.start])


def _batch(
    rows: list[list[_Crop]], special: tuple[int, int, int, int], random_: random.Random
) -> Batch:
    cls, sep, pad, _ = special
    shape = (len(rows), PIECES)
    pieces, features = np.full(shape, pad), np.zeros(shape, dtype=np.int64)
    mask, first = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    tags, syntax = np.full((2, *shape), IGNORED), np.full((5, *shape), IGNORED)
    sizes = (len(ATTRIBUTION_TAGS), len(NAME_TAGS))
    taught = tuple(np.zeros((*shape, size), dtype=np.float32) for size in sizes)
    links = []
    for row, crops in enumerate(rows):
        place, word, found, paragraphs = 1, 0, [], []
        pieces[row, 0] = cls
        for crop in crops:
            encoded, count = crop.example.encoded, crop.end - crop.start
            offsets = encoded.offsets[crop.start : crop.end + 1]
            size = int(offsets[-1] - offsets[0])
            pieces[row, place : place + size] = encoded.pieces[offsets[0] : offsets[-1]]
            feature = _recased(encoded.features[crop.start : crop.end].copy(), random_)
            if word:
                feature[0] += 2 * SHAPES * (feature[0] < 2 * SHAPES)
            features[row, place : place + size] = np.repeat(feature, np.diff(offsets))
            first[row, word : word + count] = place + offsets[:-1] - offsets[0]
            both = (crop.example.attribution, crop.example.names)
            for layer, answer in zip(tags, both, strict=True):
                layer[row, word : word + count] = answer[crop.start : crop.end]
                layer[row, word] = _opened(layer[row, word])
            for layer, scores in zip(taught, crop.example.taught or (), strict=False):
                layer[row, word : word + count] = scores[crop.start : crop.end]
            if crop.example.syntax is not None:
                syntax[:, row, word : word + count] = _cropped_syntax(crop, word)
            found += list(_inside(crop, word))
            last = paragraphs[-1] + 1 if paragraphs else 0
            paragraphs += (last + np.cumsum(encoded.breaks[crop.start : crop.end])).tolist()
            place, word = place + size, word + count
        pieces[row, place] = sep
        mask[row, : place + 1] = 1
        links.append(Links(found, np.array(paragraphs)))
    arrays = (pieces, features, mask, first, tags, syntax)
    tensors = (torch.from_numpy(array.astype(np.int64)) for array in arrays)
    return Batch(*tensors, tuple(torch.from_numpy(layer) for layer in taught), links)


def _cropped_syntax(crop: _Crop, word: int) -> np.ndarray:
    """The crop's syntax at the row's words; a head that was cut off is `IGNORED`."""
    assert crop.example.syntax is not None
    result = crop.example.syntax[:, crop.start : crop.end].copy()
    heads = result[2]
    inside = (heads >= crop.start) & (heads < crop.end)
    result[2] = np.where(inside, heads - crop.start + word, IGNORED)
    result[4] += word - result[4, 0]
    return result


def _opened(tag: int) -> int:
    """I- as B-: a crop that starts inside a span starts it."""
    return tag - 1 if tag > 0 and tag % 2 == 0 else tag


def _recased(features: np.ndarray, random_: random.Random) -> np.ndarray:
    """Now and then a crop loses its case: ALL CAPS as in headlines, or lower as in feeds."""
    draw, others = random_.random(), features - features % SHAPES
    if draw < _CAPITALS:
        return np.where(features % SHAPES >= 1, others + 1, features)
    if draw < _CAPITALS + _LOWER:
        return np.where(np.isin(features % SHAPES, (1, 2)), others + 3, features)
    return features


def _inside(crop: _Crop, word: int) -> Iterator[tuple[Span | None, Span, list[Span], bool]]:
    """The crop's attributions, moved to the row's words; unknown source where it is cut off."""
    move = word - crop.start

    def moved(span: Span) -> Span | None:
        inside = span[0] >= crop.start and span[1] <= crop.end
        return (span[0] + move, span[1] + move) if inside else None

    for source, cue, contents in crop.example.attributions:
        here = moved(cue)
        if here:
            place = moved(source) if source else None
            pieces = [m for c in contents if (m := moved(c))]
            yield place, here, pieces, source is None or place is not None
