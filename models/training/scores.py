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
from models.training.parsing import arc_scores, projections, relation_scores
from models.training.treebanks import syntax_examples
from transforms.language.decoding import allowed_transitions, tag_spans, viterbi
from transforms.language.encoding import windows
from transforms.language.labels import ATTRIBUTION_TAGS, HEADS, NAME_TAGS

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
    sets["ewt_dev"] = list(syntax_examples(corpora / "syntax/ewt_dev.conllu", words))
    return sets


def predict(
    network: Network, examples: list[Example], special: tuple[int, int, int, int]
) -> list[dict[str, np.ndarray]]:
    """Each example's (words, ...) scores of every head, joined over its windows."""
    cls, sep, pad, _ = special
    jobs = [
        (i, window)
        for i, example in enumerate(examples)
        for window in windows(example.encoded, max_pieces=_PIECES, context=_CONTEXT)
    ]
    jobs.sort(key=lambda job: job[1].end - job[1].start)
    results = [
        np.zeros((len(example.encoded), sum(HEADS.values())), np.float32) for example in examples
    ]
    network.eval()
    for at in range(0, len(jobs), _ROWS):
        part = jobs[at : at + _ROWS]
        width = max(w.end - w.start for _, w in part) + 2
        pieces = np.full((len(part), width), pad)
        features, mask = np.zeros_like(pieces), np.zeros_like(pieces)
        first = np.zeros((len(part), max(w.last - w.first for _, w in part)), dtype=np.int64)
        for row, (i, w) in enumerate(part):
            encoded, size = examples[i].encoded, w.end - w.start
            pieces[row, 0], pieces[row, size + 1] = cls, sep
            pieces[row, 1 : size + 1] = encoded.pieces[w.start : w.end]
            features[row, 1 : size + 1] = encoded.piece_features[w.start : w.end]
            mask[row, : size + 2] = 1
            first[row, : w.last - w.first] = 1 + encoded.offsets[w.first : w.last] - w.start
        tensors = [torch.from_numpy(a.astype(np.int64)) for a in (pieces, features, mask, first)]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            output = network(*tensors).float().numpy()
        for row, (i, w) in enumerate(part):
            results[i][w.first : w.last] = output[row, : w.last - w.first]
    borders = np.cumsum(list(HEADS.values()))[:-1]
    return [dict(zip(HEADS, np.split(r, borders, axis=-1), strict=True)) for r in results]


def measure(
    network: Network, sets: dict[str, list[Example]], special: tuple[int, int, int, int]
) -> dict[str, dict[str, float]]:
    """Exact-span F1 in percent, by set and label; `all` leaves MISC out."""
    result = {}
    for name, examples in sets.items():
        read = predict(network, examples, special)
        if examples[0].syntax is not None:
            result[name] = _syntax(network, examples, read)
        else:
            head = "attribution" if name == "attribution" else "names"
            result[name] = _spans(network, head, examples, [scores[head] for scores in read])
    return result


def _spans(
    network: Network, head: str, examples: list[Example], read: list[np.ndarray]
) -> dict[str, float]:
    tags = {"attribution": ATTRIBUTION_TAGS, "names": NAME_TAGS}[head]
    table = network.transitions[head].detach().numpy() + allowed_transitions(tags)
    right, found, gold = Counter(), Counter(), Counter()
    for example, path in zip(examples, viterbi(read, table), strict=True):
        answer = getattr(example, head)
        assert IGNORED not in answer
        mine, theirs = (set(tag_spans(p.tolist(), tags)) for p in (path, answer))
        for counter, spans in ((right, mine & theirs), (found, mine), (gold, theirs)):
            counter.update(label for label, *_ in spans)
            counter.update("all" for label, *_ in spans if label != "MISC")
    return {
        label: round(200 * right[label] / max(1, found[label] + gold[label]), 1)
        for label in sorted(gold)
    }


def _syntax(
    network: Network, examples: list[Example], read: list[dict[str, np.ndarray]]
) -> dict[str, float]:
    """Tags and attachments of gold words and sentences in percent; heads are chosen one by one."""
    right, words = Counter(), 0
    for example, scores in zip(examples, read, strict=True):
        assert example.syntax is not None
        tags, pos, heads, relations, sentences = example.syntax
        parts = projections(torch.from_numpy(scores["syntax"])[None], 0.0)
        with torch.inference_mode():
            arcs = arc_scores(network.arcs, parts[0], parts[1])[0]
            arcs[torch.from_numpy(sentences[:, None] != sentences[None])] = -1e4
            above = arcs.argmax(-1)
            labels = relation_scores(network.relations, parts[2][0], parts[3][0][above])
        attached, labelled = above.numpy() == heads, labels.argmax(-1).numpy() == relations
        right["tags"] += int((scores["tags"].argmax(-1) == tags).sum())
        right["pos"] += int((scores["pos"].argmax(-1) == pos).sum())
        right["uas"], right["las"] = (
            right["uas"] + int(attached.sum()),
            right["las"] + int((attached & labelled).sum()),
        )
        words += len(tags)
    return {name: round(100 * count / words, 1) for name, count in right.items()}
