"""The network: a BERT-shaped encoder read once, and four small heads on its words.

Encoder weights: MiniLM-L6-H384-uncased as tuned for sentence-transformers/all-MiniLM-L6-v2
(Apache-2.0). The link head scores a cue against sources and contents by dot products of
projections (Dozat & Manning 2017, low rank) plus a learned bias for distance and order.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
LINK_SIZE = 96
LINK_PARTS = ("cue_source", "source", "cue_content", "content")


class Layer(nn.Module):
    """One transformer layer: attention and a feed-forward block, each normalised after."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.norm_attended = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm_outer = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(batch, pieces, HIDDEN) -> the same shape; `bias` hides the padding."""
        batch, length, _ = x.shape
        split = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(query @ key.transpose(2, 3) * (HIDDEN // HEADS) ** -0.5 + bias, -1)
        seen = weights.to(value.dtype) @ value
        seen = seen.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm_attended(x + self.dropout(self.attended(seen)))
        return self.norm_outer(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces and features to one vector a piece."""

    def __init__(self, features: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(features, HIDDEN)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Three (batch, pieces) tensors -> (batch, pieces, HIDDEN)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.features(features)
        x = self.dropout(self.norm(x))
        bias = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Network(nn.Module):
    """The encoder with its heads; `forward` is what is exported and run."""

    def __init__(self, *, features: int, attribution: int, names: int, distances: int) -> None:
        super().__init__()
        self.encoder = Encoder(features)
        self.dropout = nn.Dropout(0.1)
        self.attribution = nn.Linear(HIDDEN, attribution)
        self.names = nn.Linear(HIDDEN, names)
        self.links = nn.Linear(HIDDEN, LINK_SIZE * len(LINK_PARTS))
        self.no_source = nn.Linear(HIDDEN, 1)
        self.distance = nn.Parameter(torch.zeros(2, distances))
        self.transitions = nn.ParameterDict(
            {
                "attribution": nn.Parameter(torch.zeros(attribution, attribution)),
                "names": nn.Parameter(torch.zeros(names, names)),
            }
        )

    def forward(
        self, pieces: Tensor, features: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores a word: attribution tags, name tags, link projections, having no source.

        `pieces`, `features` and `mask` are (batch, pieces), `first` (batch, words) the words'
        first pieces; each result is (batch, words, ...).
        """
        hidden = self.encoder(pieces, features, mask)
        index = first.unsqueeze(-1).expand(-1, -1, HIDDEN)
        words = self.dropout(hidden.gather(1, index))
        scores = (self.attribution(words), self.names(words))
        return *scores, self.links(words), self.no_source(words)


def load_pretrained(network: Network, weights: dict[str, Tensor]) -> None:
    """Copy the published BERT-shaped weights into the encoder; raises KeyError if one lacks."""
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


_ATTENTION = ("query", "key", "value")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.get_parameter("weight").copy_(weights[f"{name}.weight"])
    module.get_parameter("bias").copy_(weights[f"{name}.bias"])
