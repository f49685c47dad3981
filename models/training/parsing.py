"""What training minimises for syntax: tags, sentence starts, heads and relations of words.

Deep biaffine scores (Dozat & Manning 2017) over the words of one sentence; a word that is its
own head is a root.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from models.training.corpora import IGNORED
from models.training.network import ARC_SIZE, RELATION_SIZE, Network

_DROPOUT = 0.25
_FAR = -1e4


def syntax_loss(network: Network, scores: dict[str, Tensor], syntax: Tensor) -> Tensor:
    """The sum of the four losses of the words with syntax, over all words of the batch.

    `scores`: the heads' (batch, words, ...); `syntax` (5, batch, words) as in `Batch`.
    """
    rows = (syntax[0] != IGNORED).any(-1)
    if not rows.any():
        return scores["syntax"].sum() * 0
    scores = {name: scores[name][rows].float() for name in ("tags", "pos", "starts", "syntax")}
    tags, pos, heads, relations, sentences = syntax[:, rows]
    known = tags != IGNORED
    opened = torch.ones_like(known)
    opened[:, 1:] = sentences[:, 1:] != sentences[:, :-1]
    start = functional.binary_cross_entropy_with_logits(
        scores["starts"].squeeze(-1)[known], opened[known].float(), reduction="sum"
    )
    total = start + _cross(scores["tags"], tags) + 0.5 * _cross(scores["pos"], pos)
    arc_child, arc_head, child, head = projections(scores["syntax"], _DROPOUT)
    arcs = arc_scores(network.arcs, arc_child, arc_head)
    apart = sentences.unsqueeze(2) != sentences.unsqueeze(1)
    total = total + _cross(arcs.masked_fill(apart, _FAR), heads)
    attached = heads != IGNORED
    above = head.gather(1, heads.clamp_min(0).unsqueeze(-1).expand_as(head))
    labels = relation_scores(network.relations, child[attached], above[attached])
    total = total + _cross(labels, relations[attached])
    return total / syntax[0].numel()


def projections(syntax: Tensor, dropout: float) -> tuple[Tensor, ...]:
    """Arc child and head (..., ARC_SIZE), relation child and head (..., RELATION_SIZE)."""
    sizes = (ARC_SIZE, ARC_SIZE, RELATION_SIZE, RELATION_SIZE)
    return functional.dropout(syntax.relu(), dropout, training=dropout > 0).split(sizes, -1)


def arc_scores(arcs: Tensor, child: Tensor, head: Tensor) -> Tensor:
    """(batch, words, size) twice -> (batch, children, heads)."""
    return _one_more(child) @ arcs @ head.transpose(1, 2)


def relation_scores(relations: Tensor, child: Tensor, head: Tensor) -> Tensor:
    """(words, size) twice, each child with its head -> (words, relations)."""
    mixed = torch.einsum("nd,dle->nle", _one_more(child), relations)
    return torch.einsum("nle,ne->nl", mixed, _one_more(head))


def _one_more(x: Tensor) -> Tensor:
    return functional.pad(x, (0, 1), value=1.0)


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    flat = scores.reshape(-1, scores.shape[-1])
    return functional.cross_entropy(flat, gold.reshape(-1), ignore_index=IGNORED, reduction="sum")
