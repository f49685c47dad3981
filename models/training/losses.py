"""What training minimises for statements and names.

Tag sequences are linear-chain CRFs, links a softmax; a teacher's word scores are matched by
relative entropy (Hinton et al. 2015).
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from models.training.corpora import IGNORED
from models.training.network import LINK_SIZE, Network
from transforms.language.decoding import allowed_transitions
from transforms.language.labels import ATTRIBUTION_TAGS, NAME_TAGS
from transforms.language.pairs import pair_features

_FLOOR = -1e4


def tagging_loss(network: Network, scores: tuple[Tensor, Tensor], tags: Tensor) -> Tensor:
    """Mean negative log-likelihood a word of both tag layers.

    `scores`: (batch, words, tags) of attribution and of names; `tags` (2, batch, words), where
    `IGNORED` at the first word of a row leaves the row out and elsewhere marks padding.
    """
    size = max(len(ATTRIBUTION_TAGS), len(NAME_TAGS))
    emissions = torch.cat(
        [functional.pad(s.float(), (0, size - s.shape[-1]), value=_FLOOR) for s in scores]
    )
    layers = (("attribution", ATTRIBUTION_TAGS), ("names", NAME_TAGS))
    tables = [
        functional.pad(
            network.transitions[name] + torch.from_numpy(allowed_transitions(labels)),
            (0, size - len(labels), 0, size - len(labels)),
            value=_FLOOR,
        )
        for name, labels in layers
    ]
    batch = tags.shape[1]
    transitions = torch.stack(tables).repeat_interleave(batch, 0)
    gold = tags.reshape(2 * batch, -1)
    mask = gold != IGNORED
    losses = _crf(emissions, gold.clamp_min(0), mask, transitions)
    return losses.sum() / mask.sum().clamp_min(1)


def taught_loss(scores: tuple[Tensor, Tensor], taught: tuple[Tensor, ...]) -> Tensor:
    """Relative entropy of the teacher's tag probabilities, a mean over the words that it read."""
    losses = []
    for mine, teacher in zip(scores, taught, strict=True):
        read = (teacher != 0).any(-1)
        own = functional.log_softmax(mine.float()[read], -1)
        losses.append(functional.kl_div(own, teacher[read].softmax(-1), reduction="none").sum(-1))
    return torch.cat(losses).mean() if sum(map(len, losses)) else scores[0].sum() * 0


def _crf(emissions: Tensor, gold: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
    """(rows, words, tags), (rows, words) x 2, (rows, tags, tags) -> loss a row (rows,)."""
    rows = torch.arange(len(gold))
    at_gold = emissions.gather(2, gold.unsqueeze(-1)).squeeze(-1)
    moves = transitions[rows[:, None], gold[:, :-1], gold[:, 1:]]
    path = (at_gold * mask).sum(1) + (moves * mask[:, 1:]).sum(1)
    alpha = emissions[:, 0]
    for step in range(1, emissions.shape[1]):
        after = torch.logsumexp(alpha.unsqueeze(2) + transitions, 1) + emissions[:, step]
        alpha = torch.where(mask[:, step, None], after, alpha)
    return (torch.logsumexp(alpha, 1) - path) * mask[:, 0]


def link_loss(network: Network, links: Tensor, no_source: Tensor, crops: list[Links]) -> Tensor:
    """Mean cross-entropy of each cue's source and of each content's cue, over a batch."""
    losses = []
    for row, crop in enumerate(crops):
        if not len(crop.cues):
            continue
        parts = links[row].float().split(LINK_SIZE, -1)
        if len(crop.cue_source):
            scores = pair_scores(network.distance[0], parts[0], parts[1], crop, crop.sources)
            none = no_source[row].float().squeeze(-1)[crop.cues[:, 0]].unsqueeze(1)
            full = torch.cat([none, scores], 1)[crop.cue_source[:, 0]]
            gold = torch.from_numpy(crop.cue_source[:, 1]).long()
            losses.append(functional.cross_entropy(full, gold, reduction="none"))
        if len(crop.contents):
            scores = pair_scores(network.distance[1], parts[2], parts[3], crop, crop.contents)
            gold = torch.from_numpy(crop.content_cue).long()
            losses.append(functional.cross_entropy(scores.T, gold, reduction="none"))
    return torch.cat(losses).mean() if losses else links.sum() * 0


class Links:
    """The spans of one crop and how they belong together.

    `cue_source` (n, 2): a cue's number and 0 for none or 1 + its source's number;
    `content_cue` (m,): each content's cue.
    """

    def __init__(self, attributions: list[tuple[object, ...]], paragraphs: np.ndarray) -> None:
        cues = [cue for _, cue, _, _ in attributions]
        sources = sorted({s for s, _, _, known in attributions if known and s})
        number = {s: i for i, s in enumerate(sources)}
        chosen = [
            (i, 1 + number[s] if s else 0)
            for i, (s, _, _, known) in enumerate(attributions)
            if known
        ]
        pieces = [(c, i) for i, (_, _, contents, _) in enumerate(attributions) for c in contents]
        self.paragraphs = paragraphs
        self.cues = np.array(cues, dtype=np.int32).reshape(-1, 2)
        self.sources = np.array(sources, dtype=np.int32).reshape(-1, 2)
        self.contents = np.array([c for c, _ in pieces], dtype=np.int32).reshape(-1, 2)
        self.cue_source = np.array(chosen, dtype=np.int64).reshape(-1, 2)
        self.content_cue = np.array([i for _, i in pieces], dtype=np.int64)


def span_vectors(words: Tensor, spans: np.ndarray) -> Tensor:
    """(words, size), (spans, 2) -> (spans, size): the mean of the first and the last word."""
    return (words[spans[:, 0]] + words[spans[:, 1] - 1]) / 2


def pair_scores(
    bias: Tensor, cue: Tensor, other: Tensor, crop: Links, others: np.ndarray
) -> Tensor:
    """Scores (cues, others) of one kind of link."""
    columns = torch.from_numpy(pair_features(crop.cues, others, crop.paragraphs)).long()
    dots = span_vectors(cue, crop.cues) @ span_vectors(other, others).T
    return dots * LINK_SIZE**-0.5 + bias[columns].sum(-1)
