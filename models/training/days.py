"""Train the chooser of days: `python -m models.training.days CORPORA MODEL`.

CORPORA holds attribution/train.jsonl; MODEL is the model folder, whose pipeline reads the texts
and which receives the weights. `read_statements.csv` beside this file is what a reader (a large
language model that saw whole articles and no answer of this program) took for the days of 19,792
statements of 838 of those articles: the best answer and others as good. Its last two columns, which
the rules on addressees were tried on, say to whom a statement is made: the spans, and `S` in the
sentence of the cue, `C` elsewhere, `?` not asked. Four and a half minutes on two cores.
"""

from __future__ import annotations

import argparse
import copy
import csv
import json
import logging
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from models.training.train import follow
from transforms.analysis import Analyser
from transforms.coreference.article import Coreference
from transforms.coreference.words import Words
from transforms.cues.lexicon import CueLexicon
from transforms.cues.reading import read
from transforms.days.chooser import FILE, KINDS, OTHERS, RULES, Chooser, starts
from transforms.days.features import DAYS, STATEMENTS, Features, features
from transforms.days.pairs import NO_DAY
from transforms.references.article import references
from transforms.scoring.days import Span, read_days
from transforms.times.article import times

log = logging.getLogger("days")
SIZE, WIDTH, WHITE = 48, 24, 96
EPOCHS, RATE, DECAY, DROPOUT, AVERAGE, TOGETHER, NETS = 12, 4e-3, 0.05, 0.3, 0.995, 6, 4
_AS_GOOD: Final = 0.5
"""How much another answer counts beside the best."""
_COMPARED: Final = 20
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Example:
    """The statements of one article and how much each choice is worth, (s, d + 2)."""

    statement: Tensor
    day: Tensor
    no_day: Tensor
    nearest: Tensor
    cue: Tensor
    sentence: Tensor
    time: Tensor
    worth: Tensor


class Net(nn.Module):
    """The chooser as `transforms.days.chooser` computes it, on whitened scores."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.statement = _table(KINDS, sum(STATEMENTS) + classes, SIZE + 1)
        self.day = _table(sum(DAYS), SIZE + 1)
        self.no_day = _table(OTHERS, sum(NO_DAY.values()), SIZE + 1)
        self.cue, self.time, self.sentence = (_table(WHITE + 1, WIDTH) for _ in range(3))
        self.kind = nn.Parameter(torch.randn(KINDS, WIDTH))
        self.seen = nn.Parameter(torch.randn(3 * WIDTH + 1, SIZE) / (3 * WIDTH) ** 0.5)
        self.deep = nn.Parameter(torch.randn(SIZE + 1, SIZE) / SIZE**0.5)
        self.out = nn.Parameter(torch.randn(SIZE) / SIZE**0.5)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, example: Example) -> Tensor:
        """(s, d + 2) log probabilities."""
        days = example.day.shape[1]
        by_kind = self.statement[:, example.statement].sum(2)
        day = self.day[example.day].sum(2) + by_kind[0][:, None]
        other = self.no_day[:, example.no_day].sum(2) + by_kind[1:]
        summed = torch.cat([day, other.transpose(0, 1)], 1)
        cue = self._linear(example.cue, self.cue)
        sentence = self._linear(example.sentence, self.sentence)
        none = self.time[-1:].expand(1, WIDTH)
        times = torch.cat([self._linear(example.time, self.time), none])
        time = torch.cat([times[example.nearest], none.expand(len(cue), OTHERS, WIDTH)], 1)
        kind = self.kind[[0] * days + [1, 2]] + time
        joined = torch.cat([cue[:, None] * kind, time, sentence[:, None] * kind], 2)
        hidden = torch.relu(summed[..., :-1] + self._linear(joined, self.seen))
        hidden = hidden + torch.relu(self._linear(hidden, self.deep))
        score: Tensor = summed[..., -1] + self.dropout(hidden) @ self.out
        return score.log_softmax(1)

    def _linear(self, values: Tensor, weights: Tensor) -> Tensor:
        result: Tensor = self.dropout(values) @ weights[:-1] + weights[-1]
        return result


@dataclass(frozen=True, eq=False)
class White:
    """A linear map to independent values of one size: `(scores - mean) @ turn`."""

    mean: Floats
    turn: Floats

    @classmethod
    def of(cls, scores: Floats) -> White:
        """The map for such scores, (rows, columns), to `WHITE` values."""
        mean = scores.mean(0)
        _, sizes, turns = np.linalg.svd(scores - mean, full_matrices=False)
        scale = sizes[:WHITE] / np.sqrt(len(scores))
        return cls(mean, (turns[:WHITE].T / scale).astype(np.float32))

    def __call__(self, scores: Floats) -> Tensor:
        """(rows, columns) -> (rows, `WHITE`)."""
        return torch.from_numpy((scores - self.mean) @ self.turn)

    def folded(self, weights: Floats) -> Floats:
        """The weights (`WHITE` + 1, width) for scores as they are."""
        plain = self.turn @ weights[:-1]
        return np.concatenate([plain, weights[-1:] - self.mean @ plain])


@dataclass(frozen=True, eq=False)
class Answered:
    """An article's features, its own day, and of each statement the best answers and all good ones.

    A statement without an answer has none.
    """

    seen: Features
    published: Span
    best: list[set[Span | None]]
    good: list[set[Span | None]]


def answered(corpus: Path, answers: Path, model: Path) -> Iterator[Answered]:
    """The articles that have answers."""
    by_article: dict[str, dict[int, dict[str, str]]] = defaultdict(dict)
    with answers.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_article[row["doc_id"]][int(row["place"])] = row
    for made, article_id, published_on in _articles(corpus, set(by_article), model):
        rows = [by_article[article_id].get(place) for place in made.places.place.tolist()]
        best = [[row["day"]] if row else [] for row in rows]
        also = [row["also"].split("|") if row and row["also"] else [] for row in rows]
        yield Answered(
            made,
            (published_on, published_on),
            [read_days(each, published_on) for each in best],
            [read_days(one + other, published_on) for one, other in zip(best, also, strict=True)],
        )


def _articles(corpus: Path, ids: set[str], model: Path) -> Iterator[tuple[Features, str, date]]:
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    analyser = Analyser(model=model, seeds=seeds, threads=2)
    lexicon = CueLexicon.read(seeds / "cues.csv")
    coreference = Coreference(model, analyser.reference)
    with corpus.open(encoding="utf-8") as lines:
        rows = [row for line in lines if (row := json.loads(line))["doc_id"] in ids]
    records = [row | {"published_on": date.fromisoformat(row["published_on"][:10])} for row in rows]
    for record, analysed in zip(records, analyser.read(records), strict=True):
        words, parts = Words.of(analysed.doc), analysed.article.parts
        who = references(
            analysed.article,
            words,
            analysed.names,
            article_id=record["doc_id"],
            coreference=coreference,
            reference=analyser.reference,
        )
        found = times(words, record["published_on"])
        how = [read(words, each.cue, lexicon) if each.cue else None for each in parts]
        day, text, scores = record["published_on"], record["text"], analysed.scores
        if parts and scores is not None:
            made = features(words, parts, who.speakers, found, how, day, text, scores)
            yield made, record["doc_id"], day


def run(corpora: Path, model: Path) -> None:
    """Train and write the running averages of the weights, `days.npz`, into the folder.

    Raises ValueError where what was written does not answer as what was trained.
    """
    answers = Path(__file__).parent / "read_statements.csv"
    read_ = list(answered(corpora / "attribution/train.jsonl", answers, model))
    classes = ["", *sorted({name for each in read_ for name in each.seen.classes} - {""})]
    white = White.of(np.concatenate([each.seen.cue for each in read_]))
    examples = [_example(each, classes, white) for each in read_]
    nets = [fitted(examples, len(classes), seed) for seed in range(NETS)]
    every = [_weights(net, white) for net in nets]
    weights = {name: np.stack([each[name] for each in every]) for name in every[0]}
    np.savez_compressed(model / FILE, classes=np.array(classes), **weights)
    chooser = Chooser(model)
    for each, example in zip(read_[:_COMPARED], examples, strict=False):
        if not np.allclose(_expected(nets, each, example), chooser.chances(each.seen), atol=1e-3):
            message = f"{model / FILE} does not answer as the nets that it was written from"
            raise ValueError(message)


def _expected(nets: list[Net], each: Answered, example: Example) -> Floats:
    """The chances of an article's days as the nets and the rules give them."""
    with torch.no_grad():
        chances: Floats = torch.stack([net(example).exp() for net in nets]).mean(0).numpy()
    chances[np.arange(len(chances)), each.seen.ruled] *= RULES
    chances /= chances.sum(1, keepdims=True)
    return chances


def _weights(net: Net, white: White) -> dict[str, Floats]:
    """The weights of a net as `transforms.days.chooser` takes them."""
    weights = {name: value.detach().numpy() for name, value in net.named_parameters()}
    weights["timeless"] = weights["time"][-1]
    for name in ("cue", "time", "sentence"):
        weights[name] = white.folded(weights[name])
    return weights


def fitted(examples: list[Example], classes: int, seed: int) -> Net:
    """The running average of a net trained on the examples, `TOGETHER` articles a step."""
    torch.manual_seed(seed)
    random_, examples, net = random.Random(seed), list(examples), Net(classes)
    average, step = copy.deepcopy(net), 0
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (1 + len(examples) // TOGETHER)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + EPOCHS)
    for epoch in range(EPOCHS):
        random_.shuffle(examples)
        losses = 0.0
        for first in range(0, len(examples), TOGETHER):
            now = torch.cat([loss(net, each) for each in examples[first : first + TOGETHER]]).mean()
            now.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            losses, step = losses + now.item(), step + 1
            follow(average, net, min(AVERAGE, step / (step + 10)))
        log.info("epoch %d loss %.4f", epoch, losses * TOGETHER / len(examples))
    return average.eval()


def loss(net: Net, example: Example) -> Tensor:
    """(answered statements,) negative log probability of the answers, as much as each is worth."""
    chosen = (net(example).exp() * example.worth).sum(1)
    return -chosen[example.worth.sum(1) > 0].clamp_min(1e-6).log()


def _example(each: Answered, classes: list[str], white: White) -> Example:
    seen = each.seen
    of_class = np.array([classes.index(name) for name in seen.classes], dtype=np.int64)
    spans: list[Span | None] = [*seen.told.days, each.published, None]
    worth = [
        [float(span in best) or _AS_GOOD * (span in good) for span in spans]
        for best, good in zip(each.best, each.good, strict=True)
    ]
    statement = np.concatenate(
        [seen.statement + starts(STATEMENTS), sum(STATEMENTS) + of_class[:, None]], 1
    )
    return Example(
        statement=torch.from_numpy(statement),
        day=torch.from_numpy(seen.day + starts(DAYS)),
        no_day=torch.from_numpy(seen.no_day + starts(list(NO_DAY.values()))),
        nearest=torch.from_numpy(seen.nearest),
        cue=white(seen.cue),
        sentence=white(seen.sentence),
        time=white(seen.time),
        worth=torch.tensor(worth),
    )


def _table(*shape: int) -> nn.Parameter:
    return nn.Parameter(torch.randn(*shape) * 0.05)


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(args.corpora, args.model)


if __name__ == "__main__":
    main()
