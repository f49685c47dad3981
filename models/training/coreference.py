"""Train the ranker of coreference: `python -m models.training.coreference CORPORA MODEL`.

CORPORA holds coref/; MODEL is the model folder, whose pipeline reads the texts and which receives
the weights. GUM's documents whose licence allows it teach every phrase, GAP's validation part the
one pronoun of each of its texts. Three minutes on two cores.
"""

from __future__ import annotations

import argparse
import copy
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from models.training.corpora import rows
from models.training.train import follow
from transforms.analysis import Analyser
from transforms.coreference.article import lexicon
from transforms.coreference.features import Features, features
from transforms.coreference.pairs import ALONE, TOGETHER
from transforms.coreference.phrases import NAME, PRONOUN
from transforms.coreference.ranker import FILE
from transforms.coreference.words import Words

log = logging.getLogger("coreference")
SIZE: Final = 48
EPOCHS, RATE, DECAY, DROPOUT, AVERAGE, SEED = 12, 3e-3, 0.01, 0.2, 0.998, 1
_GUM_WEIGHT, _GAP_WEIGHT = 4.0, 0.5
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Example:
    """Some phrases of a text: what the ranker reads, and which choices are right or wrong.

    `right` and `wrong` (rows, 1 + candidates), none first; where nothing is right, the loss is
    that of the wrong ones.
    """

    alone: Tensor
    together: Tensor
    others: Tensor
    rows: Tensor
    right: Tensor
    wrong: Tensor
    weight: float


class Net(nn.Module):
    """The ranker as `transforms.coreference.ranker` computes it, under the same names."""

    def __init__(self) -> None:
        super().__init__()
        one, two = sum(ALONE.values()), sum(TOGETHER.values())
        self.own, self.other, self.alone = (_table(one) for _ in range(3))
        self.pair = _table(two)
        self.pair_bias, self.alone_bias = _zeros(SIZE), _zeros(SIZE)
        self.deep, self.deep_bias = _table(SIZE), _zeros(SIZE)
        self.pair_out, self.alone_out = _table(1), _table(1)
        self.out_bias = _zeros(2)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, example: Example) -> Tensor:
        """(rows, 1 + candidates) log probabilities."""
        alone = example.alone + _starts(ALONE)
        others = self.other[alone].sum(1)[example.others.clamp_min(0)]
        own, single = (table[alone[example.rows]].sum(1) for table in (self.own, self.alone))
        pair = self.pair[example.together.long() + _starts(TOGETHER)].sum(2)
        hidden = torch.relu(own[:, None] + others + pair + self.pair_bias)
        hidden = torch.relu(self.dropout(hidden) @ self.deep + self.deep_bias) + hidden
        pairs = self.dropout(hidden) @ self.pair_out[0] + self.out_bias[0]
        pairs = pairs.masked_fill(example.others < 0, -1e4)
        none = self.dropout(torch.relu(single + self.alone_bias)) @ self.alone_out[0]
        return torch.cat([none[:, None] + self.out_bias[1], pairs], 1).log_softmax(1)


def loss(net: Net, example: Example) -> Tensor:
    """Mean negative log probability of the right choices, or of not choosing a wrong one."""
    scores = net(example)
    chosen = torch.logsumexp(scores.masked_fill(~example.right, -1e4), 1)
    missed = scores.masked_fill(~example.wrong, -1e4).exp().sum(1).clamp_max(1 - 1e-4)
    losses = torch.where(example.right.any(1), -chosen, -torch.log1p(-missed))
    return losses.mean() * example.weight


def gum_example(row: dict[str, Any], made: Features) -> Example | None:
    """Every phrase: right are the phrases of its gold cluster before it, else none."""
    by_span: dict[tuple[int, int], int] = {}
    by_head: dict[tuple[int, int], int] = {}
    for number, cluster in enumerate(row["clusters"]):
        for mention in cluster["mentions"]:
            by_span[mention["start"], mention["end"]] = number
            by_head.setdefault(tuple(mention["head"]), number)
    words = made.words
    gold = np.array([
        by_span.get(
            (int(words.start[each.first]), int(words.end[each.last])),
            by_head.get((int(words.start[each.head]), int(words.end[each.head])), -1),
        )
        for each in made.phrases
    ], dtype=np.int64)  # fmt: skip
    every = np.arange(len(gold), dtype=np.int32)
    if not len(every):
        return None
    others, together = made.pairs(every)
    same = (others >= 0) & (gold[:, None] >= 0) & (gold[np.maximum(others, 0)] == gold[:, None])
    right = np.concatenate([~same.any(1, keepdims=True), same], 1)
    return _example(made, every, others, together, right, np.zeros_like(right), _GUM_WEIGHT)


def gap_example(row: dict[str, Any], made: Features) -> Example | None:
    """The one pronoun; None where it or both names are no candidates."""
    starts = [int(made.words.start[each.head]) for each in made.phrases]
    if row["pronoun"][0] not in starts:
        return None
    number = np.array([starts.index(row["pronoun"][0])], dtype=np.int32)
    others, together = made.pairs(number)
    marks: dict[bool, Bools] = {}
    for is_meant in (True, False):
        meant = [row[name] for name in "ab" if row[f"{name}_coref"] is is_meant]
        alike = sorted({each for span in meant for each in _alike(made, span)})
        marks[is_meant] = np.isin(others, alike) & (others >= 0)
    marks[False] &= ~marks[True]
    if not marks[True].any() and not marks[False].any():
        return None
    right, wrong = (np.pad(marks[kind], ((0, 0), (1, 0))) for kind in (True, False))
    return _example(made, number, others, together, right, wrong, _GAP_WEIGHT)


def run(corpora: Path, model: Path) -> None:
    """Train and write the running average of the weights, `coreference.npz`, into the folder."""
    torch.manual_seed(SEED)
    random_ = random.Random(SEED)
    gum = [row for row in rows(corpora / "coref/gum_train.jsonl") if row["licence_class"] == "ok"]
    gap = list(rows(corpora / "coref/gap_validation.jsonl"))
    read = _read([*gum, *gap], model)
    made = [gum_example(row, each) for row, each in zip(gum, read, strict=False)]
    made += [gap_example(row, each) for row, each in zip(gap, read, strict=True)]
    examples = [example for example in made if example is not None]
    net = Net()
    average, step = copy.deepcopy(net), 0
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * len(examples)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: max(0.02, 1 - at / steps))
    for epoch in range(EPOCHS):
        random_.shuffle(examples)
        losses = 0.0
        for example in examples:
            now = loss(net, example)
            now.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            losses, step = losses + now.item(), step + 1
            follow(average, net, min(AVERAGE, step / (step + 10)))
        log.info("epoch %d loss %.4f", epoch, losses / len(examples))
    weights = {name: value.detach().numpy() for name, value in average.named_parameters()}
    for name in ("pair_out", "alone_out"):
        weights[name] = weights[name][0]
    np.savez(model / FILE, **{n: w.astype(np.float32) for n, w in weights.items()})


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(args.corpora, args.model)


def _read(documents: Sequence[dict[str, Any]], model: Path) -> Iterator[Features]:
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    analyser = Analyser(model=model, seeds=seeds)
    records = [{"title": None, "text": row["text"], "published_on": None} for row in documents]
    known = lexicon(analyser.reference)
    for each in analyser.read(records):
        yield features(
            Words.of(each.doc),
            each.names,
            parts=each.article.parts,
            quoted=each.article.quoted,
            lexicon=known,
            genders=each.article.genders,
        )


def _alike(made: Features, span: Sequence[int]) -> Iterator[int]:
    """The phrases of the names that overlap a span, wherever they stand; else what lies in it."""
    words, traits = made.words, made.traits
    own = {
        int(traits.key[n])
        for n, each in enumerate(made.phrases)
        if each.kind == NAME
        and each.name is not None
        and each.name.name.start < span[1]
        and each.name.name.end > span[0]
    } or {
        int(traits.key[n])
        for n, each in enumerate(made.phrases)
        if each.kind != PRONOUN
        and span[0] <= words.start[each.head]
        and words.end[each.head] <= span[1]
    }
    yield from (n for n, key in enumerate(traits.key.tolist()) if key in own)


def _example(
    made: Features,
    numbers: npt.NDArray[np.int32],
    others: npt.NDArray[np.int32],
    together: npt.NDArray[np.int8],
    right: Bools,
    wrong: Bools,
    weight: float,
) -> Example:
    arrays = (made.alone.astype(np.int64), together, others.astype(np.int64))
    tensors = [torch.from_numpy(each) for each in (*arrays, numbers.astype(np.int64))]
    return Example(*tensors, torch.from_numpy(right), torch.from_numpy(wrong), weight)


def _table(size: int) -> nn.Parameter:
    return nn.Parameter(torch.randn(size, SIZE) * 0.1)


def _zeros(size: int) -> nn.Parameter:
    return nn.Parameter(torch.zeros(size))


def _starts(sizes: dict[str, int]) -> Tensor:
    return torch.tensor([0, *np.cumsum(list(sizes.values())[:-1]).tolist()])


if __name__ == "__main__":
    main()
