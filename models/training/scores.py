"""Dev figures during training, by torch; the shipped weights are scored by the program."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import torch

from models.training.corpora import (
    IGNORED,
    Example,
    Words,
    attribution_example,
    names_example,
    rows,
)
from models.training.network import Network
from transforms.language.decoding import allowed_transitions, tag_spans, viterbi
from transforms.language.encoding import windows
from transforms.language.labels import ATTRIBUTION_TAGS, NAME_TAGS

_PIECES, _CONTEXT, _ROWS = 256, 32, 16


def dev_sets(corpora: Path, words: Words) -> dict[str, list[Example]]:
    """The development sets by name; none of them is trained on."""
    sets = {
        "attribution": [
            attribution_example(words, row, None) for row in rows(corpora / "attribution/dev.jsonl")
        ]
    }
    for name in ("conll2003_dev", "crossner_politics_dev"):
        gold = [names_example(words, row) for row in rows(corpora / f"ner/{name}.jsonl")]
        sets[name] = [example for example in gold if len(example.encoded)]
    return sets


def predict(
    network: Network, examples: list[Example], special: tuple[int, int, int, int]
) -> list[tuple[np.ndarray, ...]]:
    """Each example's (words, ...) outputs of the network, joined over its windows."""
    cls, sep, pad, _ = special
    jobs = [
        (i, window)
        for i, example in enumerate(examples)
        for window in windows(example.encoded, max_pieces=_PIECES, context=_CONTEXT)
    ]
    jobs.sort(key=lambda job: _size(examples[job[0]], job[1]))
    results: list[list[np.ndarray]] = [[] for _ in examples]
    network.eval()
    for at in range(0, len(jobs), _ROWS):
        part = jobs[at : at + _ROWS]
        width = max(_size(examples[i], w) for i, w in part) + 2
        count = max(w.end - w.start for _, w in part)
        pieces = np.full((len(part), width), pad)
        features, mask = np.zeros_like(pieces), np.zeros_like(pieces)
        first = np.zeros((len(part), count), dtype=pieces.dtype)
        for row, (i, w) in enumerate(part):
            encoded = examples[i].encoded
            offsets = encoded.offsets[w.start : w.end + 1]
            size = int(offsets[-1] - offsets[0])
            pieces[row, 0], pieces[row, size + 1] = cls, sep
            pieces[row, 1 : size + 1] = encoded.pieces[offsets[0] : offsets[-1]]
            features[row, 1 : size + 1] = np.repeat(
                encoded.features[w.start : w.end], np.diff(offsets)
            )
            mask[row, : size + 2] = 1
            first[row, : w.end - w.start] = 1 + offsets[:-1] - offsets[0]
        tensors = [torch.from_numpy(a.astype(np.int64)) for a in (pieces, features, mask, first)]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = [o.float().numpy() for o in network(*tensors)]
        for row, (i, w) in enumerate(part):
            if not results[i]:
                results[i] = [
                    np.zeros((len(examples[i].encoded), o.shape[-1]), np.float32) for o in outputs
                ]
            for whole, output in zip(results[i], outputs, strict=True):
                whole[w.keep_start : w.keep_end] = output[
                    row, w.keep_start - w.start : w.keep_end - w.start
                ]
    return [tuple(result) for result in results]


def _size(example: Example, window: object) -> int:
    offsets = example.encoded.offsets
    return int(offsets[window.end] - offsets[window.start])


def measure(
    network: Network, sets: dict[str, list[Example]], special: tuple[int, int, int, int]
) -> dict[str, dict[str, float]]:
    """Exact-span F1 in percent, by set and label; `all` leaves MISC out."""
    result = {}
    for name, examples in sets.items():
        layer = 0 if name == "attribution" else 1
        tags = (ATTRIBUTION_TAGS, NAME_TAGS)[layer]
        learned = network.transitions[("attribution", "names")[layer]].detach().numpy()
        table = learned + allowed_transitions(tags)
        right, found, gold = Counter(), Counter(), Counter()
        for example, outputs in zip(examples, predict(network, examples, special), strict=True):
            path = viterbi(outputs[layer], table)
            answer = example.attribution if layer == 0 else example.names
            assert IGNORED not in answer
            mine, theirs = (
                set(tag_spans(path.tolist(), tags)),
                set(tag_spans(answer.tolist(), tags)),
            )
            for counter, spans in ((right, mine & theirs), (found, mine), (gold, theirs)):
                counter.update(label for label, *_ in spans)
                counter.update("all" for label, *_ in spans if label != "MISC")
        result[name] = {
            label: round(200 * right[label] / max(1, found[label] + gold[label]), 1)
            for label in sorted(gold)
        }
    return result
