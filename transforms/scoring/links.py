"""Links of mentions to Wikidata, scored against gold links on whole articles.

A found mention is that of a gold one where both have the same words, or where one contains the
other and the found one's head ends with the gold one's last word (`President Obama`, `Obama`).
Links of mentions that the gold does not have are not judged: most corpora leave some out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.scoring.counts import Counts

Span = tuple[int, int]
"""First and last word."""


@dataclass(frozen=True, kw_only=True)
class GoldLink:
    """A mention of the gold and the Wikidata ids that are right for it, none where it is NIL.

    `is_known` says that the reference data has one of them, `is_named` that the mention is a name,
    not a pronoun or description. `within` holds the words of wider mentions that the gold gives as
    other readings of these words; their ids are right too, but for a NIL.
    """

    words: Span
    qids: frozenset[str]
    is_known: bool
    is_named: bool
    within: frozenset[Span] = frozenset()


@dataclass(frozen=True)
class FoundLink:
    """A mention of the program, the last word of its head and its Wikidata id, None where NIL."""

    words: Span
    head: int
    qid: str | None


@dataclass
class LinkScores:
    """Counts over all texts seen so far.

    Of a mention and the narrower readings of its words, those count that the program found; where
    it found none, the widest is what was missed.
    """

    links: Counts = field(default_factory=Counts)
    known: Counts = field(default_factory=Counts)
    named: Counts = field(default_factory=Counts)
    named_known: Counts = field(default_factory=Counts)
    nil: Counts = field(default_factory=Counts)

    def add(self, found: Sequence[FoundLink], gold: Sequence[GoldLink]) -> None:
        """Score one text."""
        qids = {mention.words: mention.qids for mention in gold}
        pairs = matches(found, gold)
        read = {wider for number in pairs for wider in gold[number].within}
        for number, mention in enumerate(gold):
            link = pairs.get(number)
            if link is not None:
                accepted = mention.qids.union(*(qids[wider] for wider in mention.within))
                self._count(mention, link.qid, accepted if mention.qids else mention.qids)
            elif not mention.within and mention.words not in read:
                self._count(mention, None, mention.qids)

    def _count(self, gold: GoldLink, qid: str | None, accepted: frozenset[str]) -> None:
        is_right, is_linked = qid in accepted, qid is not None
        is_entity = bool(gold.qids)
        self.links.add(is_right, is_linked, is_entity)
        self.nil.add(not is_entity and not is_linked, not is_linked, not is_entity)
        self.known.add(is_right and gold.is_known, is_linked, gold.is_known)
        if gold.is_named:
            self.named.add(is_right, is_linked, is_entity)
            self.named_known.add(is_right and gold.is_known, is_linked, gold.is_known)

    def figures(self) -> dict[str, float]:
        """Every measure in percent, by name.

        `precision`: of the gold mentions that were linked, those linked right; a link where the
        gold says NIL is wrong. `recall_known`: of those whose id the reference data has, those
        linked right; `recall_all`: of all with an id. `nil_right`: of those that are NIL, those
        not linked. `named_*`: names only, no pronouns and descriptions.
        """
        return {
            "precision": self.links.precision,
            "recall_known": self.known.recall,
            "recall_all": self.links.recall,
            "nil_right": self.nil.recall,
            "named_precision": self.named.precision,
            "named_recall_known": self.named_known.recall,
        }


def matches(found: Sequence[FoundLink], gold: Sequence[GoldLink]) -> dict[int, FoundLink]:
    """The found mention of each gold one that has any, by number; one to one, the closest first."""
    by_words: defaultdict[Span, list[int]] = defaultdict(list)
    by_head: defaultdict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(found):
        by_words[mention.words].append(i)
        by_head[mention.head].append(i)
    ranked = []
    for j, asked in enumerate(gold):
        near = [i for i in by_head[asked.words[1]] if _nested(found[i].words, asked.words)]
        for i in {*by_words[asked.words], *near}:
            ranked.append((_distance(found[i].words, asked.words), i, j))
    taken: set[int] = set()
    result: dict[int, FoundLink] = {}
    for _, i, j in sorted(ranked):
        if i not in taken and j not in result:
            taken.add(i)
            result[j] = found[i]
    return result


def _nested(one: Span, other: Span) -> bool:
    return within(one, other) or within(other, one)


def within(inner: Span, outer: Span) -> bool:
    """Whether all of the inner span's words are the outer's."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _distance(one: Span, other: Span) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
