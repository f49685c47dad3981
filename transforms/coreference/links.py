"""Phrases linked to earlier ones, and so to clusters: names by entity, the others by rank."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.coreference.forms import ANY
from transforms.coreference.traits import Traits

NONE: Final = -1
MODEL: Final = "model"
NAMED: Final = "name"
_NEGLIGIBLE: Final = 1e-3
_NONE_BIAS: Final = -0.7
"""Added to the score of going back to nothing: in training most phrases do."""


@dataclass(frozen=True)
class Link:
    """What a phrase goes back to (`NONE`: nothing), by which rule, with what chance."""

    to: int
    method: str
    score: float | None


class Clusters:
    """Phrases that mean the same, as they are joined; a cluster bears one name key at most."""

    def __init__(self, traits: Traits) -> None:
        self._root = list(range(len(traits)))
        self._gender: list[int] = np.where(traits.is_pronoun, ANY, traits.gender).tolist()
        self._name = [
            int(k) if n else NONE for k, n in zip(traits.key, traits.is_name, strict=True)
        ]

    def root(self, number: int) -> int:
        """The first phrase of a phrase's cluster."""
        while self._root[number] != number:
            self._root[number] = number = self._root[self._root[number]]
        return number

    def may_join(self, one: int, other: int) -> bool:
        """Whether two clusters do not bear two names, and may be one kind of thing.

        A company is no person, a minister no ministry.
        """
        first, second = self.root(one), self.root(other)
        names = {self._name[first], self._name[second]} - {NONE}
        return len(names) < 2 and bool(self._gender[first] & self._gender[second])

    def join(self, one: int, other: int) -> None:
        """Make two clusters one."""
        first, second = sorted((self.root(one), self.root(other)))
        if self._name[first] == NONE:
            self._name[first] = self._name[second]
        self._gender[first] = self._gender[first] & self._gender[second] or self._gender[first]
        self._root[second] = first


def ranked(traits: Traits, given: Mapping[int, Link]) -> npt.NDArray[np.int32]:
    """The numbers of the phrases that the ranker is asked about, in order.

    All but those that are `given` and names of something named before.
    """
    known = traits.is_name & (traits.seen > 0)
    known[list(given)] = True
    return np.flatnonzero(~known).astype(np.int32)


def linked(
    traits: Traits,
    given: Mapping[int, Link],
    rows: npt.NDArray[np.int32],
    others: npt.NDArray[np.int32],
    scores: npt.NDArray[np.float32],
    *,
    speaking: Collection[int],
    never: Mapping[int, int],
) -> tuple[list[Link], Clusters]:
    """Each phrase's link and the clusters that come of them.

    `given` are links known by rule; `scores` (rows, 1 + columns) the ranker's log probabilities
    for `rows`, and `others` their candidates; `speaking` phrases that are the source of a
    statement: a pronoun there goes back to somebody; `never`: by phrase one that it cannot mean.
    """
    clusters = Clusters(traits)
    links = [Link(NONE, MODEL, None)] * len(traits)
    last: dict[int, int] = {}
    for number, key in enumerate(traits.key.tolist()):
        if traits.is_name[number]:
            if key in last:
                links[number] = Link(last[key], NAMED, 1.0)
                clusters.join(number, last[key])
            last[key] = number
    for number, link in given.items():
        if clusters.may_join(number, link.to):
            links[number] = link
            clusters.join(number, link.to)
    scores = scores.copy()
    scores[:, 0] += _NONE_BIAS
    sources = np.isin(rows, list(speaking)) & traits.is_pronoun[rows] & (traits.person[rows] == 3)
    scores[sources & (others >= 0).any(1), 0] = -np.inf
    # Outside a quotation I, we and you are the article's own voice and reader.
    own = (traits.person[rows] < 3) & (traits.is_quoted[rows] == 0)
    foreign = own[:, None] & (traits.person[np.maximum(others, 0)] != traits.person[rows][:, None])
    scores[:, 1:][foreign] = -np.inf
    scores -= np.logaddexp.reduce(scores, axis=1, keepdims=True)
    for row, number in enumerate(rows.tolist()):
        links[number] = _chosen(clusters, number, others[row], scores[row], never.get(number, NONE))
        if links[number].to != NONE:
            clusters.join(number, links[number].to)
    return links, clusters


def _chosen(
    clusters: Clusters,
    number: int,
    others: npt.NDArray[np.int32],
    scores: npt.NDArray[np.float32],
    never: int,
) -> Link:
    """The likeliest of what a phrase can go back to, with the chance of its whole cluster.

    What cannot be meant is left out first: its chance goes to the others.
    """
    barred = NONE if never == NONE else clusters.root(never)
    chances = np.exp(scores)
    columns = np.flatnonzero(chances[1:] > _NEGLIGIBLE).tolist()
    by_root: dict[int, float] = {}
    likeliest: dict[int, tuple[float, int]] = {}
    for column in columns:
        chance, other = float(chances[column + 1]), int(others[column])
        root = clusters.root(other)
        if root != barred and clusters.may_join(number, root):
            by_root[root] = by_root.get(root, 0.0) + chance
            likeliest[root] = max(likeliest.get(root, (0.0, other)), (chance, other))
    best, to = max(likeliest.values(), default=(0.0, NONE))
    none = float(chances[0])
    if best <= none:
        return Link(NONE, MODEL, None)
    chance = by_root[clusters.root(to)] / (none + sum(by_root.values()))
    return Link(to, MODEL, round(min(1.0, chance), 4))
