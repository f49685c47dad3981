"""The network: a BERT-shaped encoder read once, and small heads on its words.

Encoder weights: MiniLM-L6-H384-uncased as tuned for sentence-transformers/all-MiniLM-L6-v2
(Apache-2.0). The link head scores a cue against sources and contents by dot products of
projections (Dozat & Manning 2017, low rank) plus a learned bias for distance and order;
the syntax head is their biaffine parser, where a root is a word that is its own head.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from transforms.language.encoding import FEATURES
from transforms.language.labels import (
    ATTRIBUTION_TAGS,
    HEADS,
    NAME_TAGS,
    RELATIONS,
    SYNTAX_SIZES,
)
from transforms.language.pairs import PAIR_FEATURES

HIDDEN, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512
LINK_SIZE = HEADS["links"] // 4
ARC_SIZE, RELATION_SIZE = SYNTAX_SIZES


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    """(batch, pieces, HIDDEN) three times -> the same shape."""

    def heads(x: Tensor) -> Tensor:
        return x.unflatten(-1, (ATTENTION_HEADS, -1)).transpose(1, 2)

    weights = heads(query) @ heads(key).transpose(2, 3) * (HIDDEN // ATTENTION_HEADS) ** -0.5
    weights = torch.softmax(weights if bias is None else weights + bias, -1)
    seen = weights.to(value.dtype) @ heads(value)
    return seen.transpose(1, 2).flatten(2)


class Layer(nn.Module):
    """One transformer layer: attention and a feed-forward block, each normalised after.

    `attend` is `attention`, or what computes the same faster.
    """

    attend = staticmethod(attention)

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.norm_attended = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm_outer = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """(batch, pieces, HIDDEN) -> the same shape; `bias` hides the padding."""
        query, key, value = self.qkv(x).split(HIDDEN, -1)
        seen = self.attend(query, key, value, bias)
        x = self.norm_attended(x + self.dropout(self.attended(seen)))
        return self.norm_outer(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces and features to one vector a piece."""

    def __init__(self, features: int, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(features, HIDDEN)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """Three (batch, pieces) tensors -> (batch, pieces, HIDDEN); no mask: no padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.features(features)
        x = self.dropout(self.norm(x))
        bias = None if mask is None else ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Network(nn.Module):
    """The encoder with its heads; `forward` is what is exported and run."""

    def __init__(self, *, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(FEATURES, layers)
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, size) for name, size in HEADS.items()})
        self.distance = nn.Parameter(torch.zeros(2, PAIR_FEATURES))
        tags = {"attribution": len(ATTRIBUTION_TAGS), "names": len(NAME_TAGS)}
        self.transitions = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(size, size)) for name, size in tags.items()}
        )
        self.arcs = nn.Parameter(torch.randn(ARC_SIZE + 1, ARC_SIZE) * ARC_SIZE**-0.5)
        size = RELATION_SIZE + 1
        self.relations = nn.Parameter(torch.randn(size, len(RELATIONS), size) / size)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """The scores of every head, side by side in the order of `HEADS`.

        `pieces`, `features` and `mask` are (batch, pieces), `first` (batch, words) the words'
        first pieces; the result is (batch, words, sum of the heads' widths).
        """
        hidden = self.encoder(pieces, features, mask)
        index = first.unsqueeze(-1).expand(-1, -1, HIDDEN)
        words = self.dropout(hidden.gather(1, index))
        weight = torch.cat([head.weight for head in self.heads.values()])
        return functional.linear(words, weight, torch.cat([h.bias for h in self.heads.values()]))


def split(scores: Tensor) -> dict[str, Tensor]:
    """The network's output (..., columns) by head."""
    return dict(zip(HEADS, scores.split(list(HEADS.values()), -1), strict=True))


def load_pretrained(network: Network, weights: dict[str, Tensor]) -> None:
    """Copy the published BERT-shaped weights into the encoder, from the lowest layer up.

    Raises KeyError where one lacks.
    """
    encoder = network.encoder
    with torch.no_grad():
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            base = f"encoder.layer.{number}"
            for part in ("weight", "bias"):
                joined = [weights[f"{base}.attention.self.{x}.{part}"] for x in _ATTENTION]
                getattr(layer.qkv, part).copy_(torch.cat(joined))
            _copy(layer.attended, weights, f"{base}.attention.output.dense")
            _copy(layer.norm_attended, weights, f"{base}.attention.output.LayerNorm")
            _copy(layer.inner, weights, f"{base}.intermediate.dense")
            _copy(layer.outer, weights, f"{base}.output.dense")
            _copy(layer.norm_outer, weights, f"{base}.output.LayerNorm")


def saved_network(checkpoint: Path) -> Network:
    """The network with a checkpoint's averaged weights, ready to read."""
    state = torch.load(checkpoint, weights_only=False)["average"]
    layers = 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layers."))
    network = Network(layers=layers)
    network.load_state_dict(state)
    return network.eval()


def load_teacher(network: Network, teacher: dict[str, Tensor], layers: Sequence[int]) -> None:
    """Start a shallower network from a trained one: its layers numbered `layers`, all else whole.

    `teacher`: the state of a network with the same heads and at least as many layers.
    """
    number = {f"encoder.layers.{old}.": f"encoder.layers.{new}." for new, old in enumerate(layers)}
    state = {}
    for name, weight in teacher.items():
        prefix = ".".join(name.split(".")[:3]) + "."
        if not name.startswith("encoder.layers."):
            state[name] = weight
        elif prefix in number:
            state[number[prefix] + name.removeprefix(prefix)] = weight
    network.load_state_dict(state)


_ATTENTION = ("query", "key", "value")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.get_parameter("weight").copy_(weights[f"{name}.weight"])
    module.get_parameter("bias").copy_(weights[f"{name}.bias"])
