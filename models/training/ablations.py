"""What single parts of the recipe are worth: `python -m models.training.ablations CORPORA ENCODER`.

Each row trains six layers on a quarter of the attribution articles for two epochs, with one thing
changed, and prints the exact-span F1 on all development articles. The recipe itself is read with
three seeds, so that one sees which differences are larger than chance. Four minutes a row on two
cores; names of rows after the two folders train those alone.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from models.training import scores, train
from models.training.corpora import IGNORED, Example, Words, attribution_example, rows
from models.training.network import Network, load_pretrained, saved_network
from transforms.language.encoding import SHAPES, WordEncoder

EPOCHS, EVERY = 2, 4


@dataclass(frozen=True)
class Change:
    """One thing done differently: examples, constants or functions of the recipe, the seed."""

    examples: Callable[[Example], Example] = lambda example: example
    replaced: dict[str, Any] = field(default_factory=dict)
    seed: int = 0
    taught: bool = False


def _features(change: Callable[[np.ndarray], np.ndarray]) -> Callable[[Example], Example]:
    def changed(example: Example) -> Example:
        encoded = replace(example.encoded, features=change(example.encoded.features))
        return replace(example, encoded=encoded)

    return changed


def _without_names(example: Example) -> Example:
    return replace(example, names=np.full_like(example.names, IGNORED))


def _word_loss(_: Network, tagged: tuple[Tensor, Tensor], tags: Tensor) -> Tensor:
    """Each word for itself, in place of a linear chain."""
    losses = [
        functional.cross_entropy(
            scored.float().flatten(0, 1),
            layer.where(layer[:, :1] != IGNORED, IGNORED).flatten(),
            ignore_index=IGNORED,
            reduction="sum",
        )
        for scored, layer in zip(tagged, tags, strict=True)
    ]
    return sum(losses, losses[0] * 0) / (tags != IGNORED).sum().clamp_min(1)


CHANGES = {
    "recipe": Change(),
    "recipe, seed 1": Change(seed=1),
    "recipe, seed 2": Change(seed=2),
    "no learned transitions": Change(replaced={"tagging_loss": _word_loss}),
    "no paragraph feature": Change(_features(lambda f: f % (2 * SHAPES))),
    "no quotation feature": Change(_features(lambda f: f - SHAPES * (f // SHAPES % 2))),
    "no case feature": Change(_features(lambda f: f - f % SHAPES)),
    "no names task": Change(_without_names),
    "no links task": Change(replaced={"LINK_WEIGHT": 0.0}),
    "one rate for all layers": Change(replaced={"DECAY": 1.0}),
    "last weights, no average": Change(replaced={"AVERAGE": 0.0}),
    "following the teacher": Change(taught=True),
}


def measure(change: Change, corpora: Path, encoder: Path, teacher: Path | None) -> dict[str, float]:
    """Train as `change` says -> exact-span F1 in percent by part, on the development articles."""
    words = Words(encoder / "tokenizer.json")
    special = WordEncoder(encoder / "tokenizer.json").special
    silver = {row["doc_id"]: row for row in rows(corpora / "ner/news_silver_train.jsonl")}
    articles = list(rows(corpora / "attribution/train.jsonl"))[::EVERY]
    examples = [attribution_example(words, row, silver.get(row["doc_id"])) for row in articles]
    gold = scores.dev_sets(corpora, words)["attribution"]
    if change.taught:
        if teacher is None:
            message = "following a teacher needs one: --teacher CHECKPOINT"
            raise ValueError(message)
        examples = train.taught(saved_network(teacher), examples, special)
    torch.manual_seed(change.seed)
    network = Network(layers=train.LAYERS)
    load_pretrained(network, load_file(encoder / "model.safetensors"))
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        for name, value in change.replaced.items():
            stack.enter_context(patch.object(train, name, value))
        train.learn(
            network,
            train.parameter_groups(network, train.RATE),
            list(map(change.examples, examples)),
            special,
            {},
            state=Path(folder) / "checkpoint.pt",
            epochs=EPOCHS,
            seed=change.seed,
        )
        network = saved_network(Path(folder) / "checkpoint.pt")
    sets = {"attribution": list(map(change.examples, gold))}
    return scores.measure(network, sets, special)["attribution"]


def main() -> None:
    """Print one row a change, as a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help="; ".join(CHANGES))
    parser.add_argument("--teacher", type=Path, help="checkpoint, for the row that follows one")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    print("| trained with | source | cue | content |\n|---|---|---|---|", flush=True)
    for name in args.names or CHANGES:
        found = measure(CHANGES[name], args.corpora, args.encoder, args.teacher)
        print(f"| {name} | {found['source']} | {found['cue']} | {found['content']} |", flush=True)


if __name__ == "__main__":
    main()
