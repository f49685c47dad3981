"""Train encoder and heads: `python -m models.training.train CORPORA ENCODER OUT [--epochs N]`.

CORPORA holds attribution/ and ner/; ENCODER the published weights (model.safetensors and
tokenizer.json); OUT receives a checkpoint after each epoch, from which a stopped run goes on.
"""

from __future__ import annotations

import argparse
import copy
import logging
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

from models.training import scores
from models.training.corpora import Example, Words, attribution_example, names_example, rows
from models.training.crops import PIECES, ROWS, batches
from models.training.losses import link_loss, tagging_loss
from models.training.network import LAYERS, Network, load_pretrained
from transforms.language.encoding import FEATURES, WordEncoder
from transforms.language.labels import ATTRIBUTION_TAGS, NAME_TAGS
from transforms.language.pairs import PAIR_FEATURES

log = logging.getLogger("train")
RATE, HEAD_RATE, DECAY, WARM = 3e-4, 1.5e-3, 0.85, 0.08
AVERAGE = 0.998
LINK_WEIGHT = 0.15


def new_network() -> Network:
    """The network with fresh heads."""
    return Network(
        features=FEATURES,
        attribution=len(ATTRIBUTION_TAGS),
        names=len(NAME_TAGS),
        distances=PAIR_FEATURES,
    )


def training_examples(corpora: Path, words: Words) -> list[Example]:
    """Attribution articles with silver names, and the gold names that may be shipped."""
    silver = {row["doc_id"]: row for row in rows(corpora / "ner/news_silver_train.jsonl")}
    articles = rows(corpora / "attribution/train.jsonl")
    examples = [attribution_example(words, row, silver.get(row["doc_id"])) for row in articles]
    for name in ("gum_train", "wikigold", "crossner_politics_train"):
        gold = rows(corpora / f"ner/{name}.jsonl")
        kept = (row for row in gold if row.get("licence_class", "ok") == "ok")
        examples += [names_example(words, row) for row in kept]
    return [example for example in examples if len(example.encoded)]


def parameter_groups(network: Network) -> list[dict[str, object]]:
    """Learning rates that fall by `DECAY` a layer towards the embeddings."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        parts = name.split(".")
        if parts[0] != "encoder":
            rate = HEAD_RATE
        elif parts[1] == "layers":
            rate = RATE * DECAY ** (LAYERS - 1 - int(parts[2]))
        else:
            rate = RATE * DECAY**LAYERS * (10 if parts[1] == "features" else 1)
        groups.setdefault((rate, 0.01 if parameter.ndim > 1 else 0.0), []).append(parameter)
    return [{"params": p, "lr": rate, "weight_decay": d} for (rate, d), p in groups.items()]


def main() -> None:
    """Train, logging the dev scores of the averaged weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    words = Words(args.encoder / "tokenizer.json")
    special = WordEncoder(args.encoder / "tokenizer.json").special
    examples = training_examples(args.corpora, words)
    measured = scores.dev_sets(args.corpora, words)
    network = new_network()
    load_pretrained(network, load_file(args.encoder / "model.safetensors"))
    _train(network, examples, special, args, measured)


def _train(
    network: Network,
    examples: list[Example],
    special: tuple[int, int, int, int],
    args: argparse.Namespace,
    measured: dict[str, list[Example]],
) -> None:
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(parameter_groups(network), fused=True)
    pieces = sum(len(e.encoded.pieces) for e in examples)
    total = int(args.epochs * pieces / (ROWS * (PIECES - 2)) * 1.03) + 1
    rates = [group["lr"] for group in optimizer.param_groups]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rates, total_steps=total + 50, pct_start=WARM, anneal_strategy="linear"
    )
    begun, step = 0, 0
    state = args.out / "checkpoint.pt"
    if state.exists():
        saved = torch.load(state, weights_only=False)
        network.load_state_dict(saved["network"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        begun, step = saved["epoch"] + 1, saved["step"]
    log.info("%d examples, %d pieces, %d steps", len(examples), pieces, total)
    compiled = torch.compile(network)
    for epoch in range(begun, args.epochs):
        network.train()
        started, losses, now = time.monotonic(), 0.0, 0
        for batch in batches(examples, special, random.Random(1000 * args.seed + epoch)):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                *tags, links, none = compiled(batch.pieces, batch.features, batch.mask, batch.first)
            loss = tagging_loss(network, (tags[0], tags[1]), batch.tags)
            loss = loss + LINK_WEIGHT * link_loss(network, links, none, batch.links)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            step, now, losses = step + 1, now + 1, losses + loss.item()
            _follow(average, network, min(AVERAGE, step / (step + 10)))
            if now % 50 == 0:
                speed = now * ROWS * PIECES / (time.monotonic() - started)
                log.info(
                    "epoch %d step %d/%d loss %.4f %.0f/s", epoch, step, total, losses / now, speed
                )
        torch.save(
            {
                "network": network.state_dict(),
                "average": average.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch,
                "step": step,
            },
            state,
        )
        for name, figures in scores.measure(average, measured, special).items():
            log.info("epoch %d %s %s", epoch, name, figures)


def _follow(average: nn.Module, network: nn.Module, keep: float) -> None:
    with torch.no_grad():
        pairs = zip(average.parameters(), network.parameters(), strict=True)
        for mean, new in pairs:
            mean.lerp_(new, 1 - keep)


if __name__ == "__main__":
    main()
