"""Write the shipped model: `python -m models.training.export CHECKPOINT ENCODER CORPORA OUT`.

OUT receives encoder.onnx (int8 weights), decoding.json (transitions, link biases, a neutral
calibration for `calibrate` to fit), syntax.npz (the parser's tables) and tokenizer.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from models.training.network import ATTENTION_HEADS, Network, attention, saved_network
from models.training.treebanks import TREEBANKS
from transforms.language.calibration import neutral
from transforms.language.labels import (
    ATTRIBUTION_TAGS,
    NAME_LABELS,
    NAME_TAGS,
    POS,
    RELATIONS,
    TAGS,
)
from transforms.scoring.treebank import documents

OFTEN, SHARE = 5, 0.01
NAME_BIAS = {"O": 0.3, "ORG": 0.3, "LOC": -0.3}
"""Added to the name scores: the automatic names of training lean to places."""
INPUTS = ("pieces", "features", "first")


class _FusedAttention(torch.autograd.Function):
    """Attention as onnxruntime's own operator, which keeps no (pieces, pieces) table."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return attention(query, key, value, None)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        operator = "com.microsoft::MultiHeadAttention"
        result = graph.op(operator, query, key, value, num_heads_i=ATTENTION_HEADS)
        return result.setType(query.type())


class _Shipped(nn.Module):
    """The network for windows of equal length: nothing is padded."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        for layer in network.encoder.layers:
            layer.attend = lambda query, key, value, _: _FusedAttention.apply(query, key, value)

    def forward(self, pieces: Tensor, features: Tensor, first: Tensor) -> Tensor:
        scores: Tensor = self.network(pieces, features, None, first)
        return scores


def float_model(network: Network, path: Path) -> None:
    """Export the network in float32 with free batch, piece and word dimensions."""
    sample = torch.ones(2, 12, dtype=torch.int64)
    arguments = (sample, sample, torch.ones(2, 7, dtype=torch.int64))
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    torch.onnx.export(
        _Shipped(network),
        arguments,
        str(path),
        input_names=list(INPUTS),
        output_names=["scores"],
        dynamic_axes={"pieces": pieces, "features": pieces, "first": words, "scores": words},
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def small_model(source: Path, target: Path) -> None:
    """Quantise weights to int8 a channel; activations are quantised as they come."""
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        extra_options={"MatMulConstBOnly": True},
    )


def decoding_tables(network: Network) -> dict[str, object]:
    """What decoding needs beside the scores, as plain lists."""
    transitions = {name: table.tolist() for name, table in network.transitions.items()}
    return {
        "attribution_tags": ATTRIBUTION_TAGS,
        "name_tags": NAME_TAGS,
        "transitions": transitions,
        "distance": network.distance.tolist(),
        "calibration": neutral(NAME_LABELS),
    }


def seen_with_tags(corpora: Path) -> tuple[np.ndarray, np.ndarray]:
    """How often words of each tag have each relation and each part of speech in training.

    (tags, relations) and (tags, parts of speech).
    """
    relations = np.zeros((len(TAGS), len(RELATIONS)), dtype=np.int64)
    pos = np.zeros((len(TAGS), len(POS)), dtype=np.int64)
    for bank in TREEBANKS:
        for document in documents(corpora / f"syntax/{bank}.conllu"):
            for word in document.words:
                relations[TAGS.index(word.tag), RELATIONS.index(word.relation)] += 1
                pos[TAGS.index(word.tag), POS.index(word.pos)] += 1
    return relations, pos


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    run(args.checkpoint, args.encoder, args.corpora, args.out)


def run(checkpoint: Path, encoder: Path, corpora: Path, out: Path) -> None:
    """Export one checkpoint's averaged weights."""
    network = saved_network(checkpoint)
    with torch.no_grad():
        network.heads["names"].bias += torch.tensor(
            [NAME_BIAS.get(tag.rpartition("-")[2], 0.0) for tag in NAME_TAGS]
        )
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        float_model(network, plain)
        small_model(plain, out / "encoder.onnx")
    lines = json.dumps(decoding_tables(network))
    (out / "decoding.json").write_text(lines + "\n", encoding="utf-8")
    seen = seen_with_tags(corpora)
    np.savez(
        out / "syntax.npz",
        arcs=network.arcs.detach().half().numpy(),
        relations=network.relations.detach().half().numpy(),
        allowed=seen[0] >= OFTEN,
        pos_of_tag=seen[1] >= np.maximum(1, SHARE * seen[1].sum(1, keepdims=True)),
    )
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")


if __name__ == "__main__":
    main()
