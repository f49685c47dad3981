"""Write the shipped model: `python -m models.training.export CHECKPOINT ENCODER OUT`.

OUT receives encoder.onnx (int8 weights), decoding.json (transitions and link biases) and
tokenizer.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from models.training.network import Network
from models.training.train import new_network
from transforms.language.labels import ATTRIBUTION_TAGS, NAME_TAGS

INPUTS = ("pieces", "features", "mask", "first")
OUTPUTS = ("attribution", "names", "links", "no_source")


def float_model(network: Network, path: Path) -> None:
    """Export the network in float32 with free batch, piece and word dimensions."""
    sample = torch.ones(2, 12, dtype=torch.int64)
    arguments = (sample, sample, sample, torch.ones(2, 7, dtype=torch.int64))
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    torch.onnx.export(
        network,
        arguments,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={
            name: words if name in ("first", *OUTPUTS) else pieces for name in (*INPUTS, *OUTPUTS)
        },
        opset_version=17,
        dynamo=False,
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
    }


def main() -> None:
    """Export one checkpoint's averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    network = new_network().eval()
    saved = torch.load(args.checkpoint, weights_only=False)
    network.load_state_dict(saved["average"])
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        float_model(network, plain)
        onnx.checker.check_model(str(plain))
        small_model(plain, args.out / "encoder.onnx")
    tables = json.dumps(decoding_tables(network))
    (args.out / "decoding.json").write_text(tables + "\n", encoding="utf-8")
    shutil.copy(args.encoder / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
