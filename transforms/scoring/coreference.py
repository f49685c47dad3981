"""Coreference scored on whole articles: MUC, B3, CEAF-e and their mean, and links by mention type.

Mentions are spans of word numbers and must be exactly the same; a cluster of one mention is no
cluster, in the gold as in what was found. The sums behind each measure run over all articles, as
in the CoNLL scorer (Pradhan et al. 2014).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from transforms.scoring.assignment import best_pairs
from transforms.scoring.counts import Counts, Sums

MENTION_TYPES: Final = ("name", "nominal", "pronoun")
TALKING: Final = frozenset({"news", "speech", "interview"})
"""The genres nearest to reported speech, scored once more by themselves."""

Span = tuple[int, int]
"""First and last word of a mention."""
Cluster = frozenset[Span]


@dataclass(frozen=True, kw_only=True)
class ScoredMention:
    """One mention; those of one cluster share its number.

    `antecedent` is the mention that the program linked it to; gold has none.
    """

    words: Span
    mention_type: str
    cluster: int
    antecedent: Span | None = None


@dataclass
class ClusterScores:
    """The measures of whole clusters over all articles seen so far."""

    muc: Counts = field(default_factory=Counts)
    b3: Sums = field(default_factory=Sums)
    ceafe: Sums = field(default_factory=Sums)
    mentions: Counts = field(default_factory=Counts)

    def add(self, found: Sequence[Cluster], gold: Sequence[Cluster]) -> None:
        """Score one article; a mention is in one cluster of each side at most."""
        where = {mention: number for number, cluster in enumerate(gold) for mention in cluster}
        shared = Counter(
            (number, where[mention])
            for number, cluster in enumerate(found)
            for mention in cluster
            if mention in where
        )
        mine, theirs = [len(each) for each in found], [len(each) for each in gold]
        links = shared.total() - len(shared)
        self.muc.add(links, sum(mine) - len(mine), sum(theirs) - len(theirs))
        self.b3.add(
            sum(size**2 / mine[i] for (i, _), size in shared.items()),
            sum(mine),
            sum(size**2 / theirs[j] for (_, j), size in shared.items()),
            sum(theirs),
        )
        alike = _likeness(shared, mine, theirs)
        self.ceafe.add(alike, len(mine), alike, len(theirs))
        self.mentions.add(shared.total(), sum(mine), sum(theirs))

    @property
    def conll_f1(self) -> float:
        """The mean F1 of MUC, B3 and CEAF-e, in percent."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3

    def figures(self) -> dict[str, float]:
        """Every measure in percent, by name."""
        result = {"conll_f1": self.conll_f1}
        for name, sums in (("muc", self.muc), ("b3", self.b3), ("ceafe", self.ceafe)):
            result |= {
                f"{name}_precision": sums.precision,
                f"{name}_recall": sums.recall,
                f"{name}_f1": sums.f1,
            }
        return result | {"mention_f1": self.mentions.f1}


@dataclass
class CoreferenceScores:
    """Clusters and links over all articles seen so far.

    A link is right where a mention and its antecedent are in one gold cluster. Its recall is over
    the gold mentions of a type that are not the first of their cluster (found exactly, with an
    antecedent that is right and stands earlier); its precision is over the found mentions of a
    type that have an antecedent. Whether the found and the gold type agree does not matter.
    """

    clusters: ClusterScores = field(default_factory=ClusterScores)
    talking: ClusterScores = field(default_factory=ClusterScores)
    links: dict[str, Sums] = field(
        default_factory=lambda: {mention_type: Sums() for mention_type in MENTION_TYPES}
    )

    def add(
        self, found: Sequence[ScoredMention], gold: Sequence[ScoredMention], *, genre: str = ""
    ) -> None:
        """Score one article. Of mentions with the same words the first counts."""
        found, gold = _clustered(found), _clustered(gold)
        pair = _clusters(found), _clusters(gold)
        self.clusters.add(*pair)
        if genre in TALKING:
            self.talking.add(*pair)
        self._add_links(found, gold)

    def _add_links(self, found: Sequence[ScoredMention], gold: Sequence[ScoredMention]) -> None:
        cluster = {mention.words: mention.cluster for mention in gold}
        first = {min(each) for each in _clusters(gold)}
        right = {
            mention.words: mention.antecedent
            for mention in found
            if mention.antecedent in cluster
            and cluster.get(mention.words) == cluster[mention.antecedent]
        }
        for mention_type, sums in self.links.items():
            made = [m.words for m in found if m.antecedent and m.mention_type == mention_type]
            asked = [
                m.words for m in gold if m.mention_type == mention_type and m.words not in first
            ]
            resolved = sum(words in right and right[words] < words for words in asked)
            sums.add(sum(words in right for words in made), len(made), resolved, len(asked))

    def figures(self) -> dict[str, float]:
        """Every measure in percent, by name; the talking genres' where they have gold."""
        result = self.clusters.figures()
        if self.talking.mentions.gold:
            result["news_speech_interview_conll_f1"] = self.talking.conll_f1
        return result | {f"{name}_f1": sums.f1 for name, sums in self.links.items()}


def _clustered(mentions: Iterable[ScoredMention]) -> list[ScoredMention]:
    """The mentions of clusters of two or more, each span once."""
    by_words: dict[Span, ScoredMention] = {}
    for mention in mentions:
        by_words.setdefault(mention.words, mention)
    sizes = Counter(mention.cluster for mention in by_words.values())
    return [mention for mention in by_words.values() if sizes[mention.cluster] > 1]


def _clusters(mentions: Iterable[ScoredMention]) -> list[Cluster]:
    result: defaultdict[int, set[Span]] = defaultdict(set)
    for mention in mentions:
        result[mention.cluster].add(mention.words)
    return [frozenset(cluster) for cluster in result.values()]


def _likeness(shared: Counter[tuple[int, int]], mine: list[int], theirs: list[int]) -> float:
    """The sum of the F1 of mentions (phi4, Luo 2005) over the best pairs of clusters."""
    likeness = np.zeros((len(mine), len(theirs)))
    for (i, j), size in shared.items():
        likeness[i, j] = 2 * size / (mine[i] + theirs[j])
    return float(sum(likeness[pair] for pair in best_pairs(likeness)))
