"""Train encoder and heads: `python -m models.training.train CORPORA ENCODER OUT [--teacher C]`.

Without a teacher, all six layers of the published encoder learn statements and names. With one
(the checkpoint of such a run), a network of its `KEPT` layers goes on from its weights, learns
the same and syntax, and follows the teacher's scores on every text.

CORPORA holds attribution/ and ner/; ENCODER the published weights (model.safetensors and
tokenizer.json); OUT receives a checkpoint after each epoch, from which a stopped run goes on.
"""

from __future__ import annotations

import argparse
import copy
import logging
import random
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from models.training import scores
from models.training.corpora import Example, Words, attribution_example, names_example, rows
from models.training.crops import PIECES, ROWS, Batch, batches
from models.training.losses import link_loss, tagging_loss, taught_loss
from models.training.network import Network, load_pretrained, load_teacher, saved_network, split
from models.training.parsing import syntax_loss
from models.training.treebanks import TREEBANKS, syntax_examples
from transforms.language.encoding import WordEncoder

log = logging.getLogger("train")
LAYERS, KEPT = 6, (0, 1, 2, 4, 5)
RATE, STUDENT_RATE, HEAD_FACTOR, DECAY, WARM = 3e-4, 2e-4, 5, 0.85, 0.08
AVERAGE = 0.998
LINK_WEIGHT, TAUGHT_WEIGHT = 0.15, 0.5
TEACHER_EPOCHS, STUDENT_EPOCHS = 8, 5


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


def taught(
    teacher: Network, examples: list[Example], special: tuple[int, int, int, int]
) -> list[Example]:
    """The examples with the teacher's scores of their tags."""
    read = scores.predict(teacher, examples, special)
    return [
        replace(e, taught=(s["attribution"].astype(np.float16), s["names"].astype(np.float16)))
        for e, s in zip(examples, read, strict=True)
    ]


def parameter_groups(network: Network, top: float) -> list[dict[str, object]]:
    """Learning rates that fall by `DECAY` a layer from `top` towards the embeddings."""
    layers = len(network.encoder.layers)
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        parts = name.split(".")
        if parts[0] != "encoder":
            rate = top * HEAD_FACTOR
        elif parts[1] == "layers":
            rate = top * DECAY ** (layers - 1 - int(parts[2]))
        else:
            rate = top * DECAY**layers * (10 if parts[1] == "features" else 1)
        groups.setdefault((rate, 0.01 if parameter.ndim > 1 else 0.0), []).append(parameter)
    return [{"params": p, "lr": rate, "weight_decay": d} for (rate, d), p in groups.items()]


def run(
    corpora: Path, encoder: Path, out: Path, *, teacher: Path | None, epochs: int, seed: int = 0
) -> Path:
    """Train, logging the dev scores of the averaged weights after each epoch -> the checkpoint.

    A run that was stopped goes on after its last whole epoch.
    """
    torch.manual_seed(seed)
    out.mkdir(parents=True, exist_ok=True)
    words = Words(encoder / "tokenizer.json")
    special = WordEncoder(encoder / "tokenizer.json").special
    examples = training_examples(corpora, words)
    measured = scores.dev_sets(corpora, words)
    if teacher:
        taught_by = saved_network(teacher)
        for bank in TREEBANKS:
            examples += syntax_examples(corpora / f"syntax/{bank}.conllu", words)
        examples = taught(taught_by, examples, special)
        network = Network(layers=len(KEPT))
        load_teacher(network, taught_by.state_dict(), KEPT)
        groups = parameter_groups(network, STUDENT_RATE)
    else:
        network = Network(layers=LAYERS)
        load_pretrained(network, load_file(encoder / "model.safetensors"))
        groups = parameter_groups(network, RATE)
    state = out / "checkpoint.pt"
    learn(network, groups, examples, special, measured, state=state, epochs=epochs, seed=seed)
    return state


def learn(
    network: Network,
    groups: list[dict[str, object]],
    examples: list[Example],
    special: tuple[int, int, int, int],
    measured: dict[str, list[Example]],
    *,
    state: Path,
    epochs: int,
    seed: int,
) -> None:
    """Train `network` on `examples`; `state` receives the checkpoint after each epoch.

    `groups` as `parameter_groups` makes them; `measured` the sets whose figures are logged. Goes
    on from `state` where it exists.
    """
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(groups, fused=True)
    pieces = sum(len(e.encoded.pieces) for e in examples)
    total = int(epochs * pieces / (ROWS * (PIECES - 2)) * 1.03) + 1
    rates = [group["lr"] for group in optimizer.param_groups]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rates, total_steps=total + 50, pct_start=WARM, anneal_strategy="linear"
    )
    begun, step = 0, 0
    if state.exists():
        saved = torch.load(state, weights_only=False)
        network.load_state_dict(saved["network"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        begun, step = saved["epoch"] + 1, saved["step"]
    log.info("%d examples, %d pieces, %d steps", len(examples), pieces, total)
    compiled = torch.compile(network)
    for epoch in range(begun, epochs):
        network.train()
        started, losses, now = time.monotonic(), 0.0, 0
        for batch in batches(examples, special, random.Random(1000 * seed + epoch)):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                output = compiled(batch.pieces, batch.features, batch.mask, batch.first)
            loss = _loss(network, split(output), batch)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            step, now, losses = step + 1, now + 1, losses + loss.item()
            follow(average, network, min(AVERAGE, step / (step + 10)))
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


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--epochs", type=int, default=TEACHER_EPOCHS)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(
        args.corpora,
        args.encoder,
        args.out,
        teacher=args.teacher,
        epochs=args.epochs,
        seed=args.seed,
    )


def _loss(network: Network, output: dict[str, Tensor], batch: Batch) -> Tensor:
    tags = (output["attribution"], output["names"])
    loss = tagging_loss(network, tags, batch.tags)
    loss = loss + LINK_WEIGHT * link_loss(
        network, output["links"], output["no_source"], batch.links
    )
    loss = loss + TAUGHT_WEIGHT * taught_loss(tags, batch.taught)
    return loss + syntax_loss(network, output, batch.syntax)


def follow(average: nn.Module, network: nn.Module, keep: float) -> None:
    """Move the average towards the network's weights, keeping a share `keep` of itself."""
    with torch.no_grad():
        pairs = zip(average.parameters(), network.parameters(), strict=True)
        for mean, new in pairs:
            mean.lerp_(new, 1 - keep)


if __name__ == "__main__":
    main()
