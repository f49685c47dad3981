"""The full names of persons in one article, grouped: every group is one person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from transforms import ids
from transforms.entities import spelling
from transforms.entities.bearers import surnames
from transforms.entities.candidates import Choice, Clues, by_full_name
from transforms.entities.context import PersonMention
from transforms.entities.evidence import Evidence
from transforms.entities.gazetteer import NICKNAMES, SURNAMES_FIRST
from transforms.entities.model import Entity
from transforms.entities.names import PersonName
from transforms.entities.reference import Reference

_AND = re.compile(r"\s+(?:and|&)\s+")
_SPELLED_NICKNAMES = {(spelling.word(nick), spelling.word(given)) for nick, given in NICKNAMES}


@dataclass
class Cluster:
    """One person of an article: the mentions by full name and what is known of the bearer."""

    tokens: tuple[str, ...]
    mentions: list[PersonMention]
    gender: str = ""
    choice: Choice = field(default_factory=lambda: Choice(None, "full_name", 0.9))

    @property
    def first(self) -> int:
        """Where the first mention begins."""
        return min(mention.name.start for mention in self.mentions)

    @property
    def fullest(self) -> PersonMention:
        """The mention with the fullest form, the most frequent and earliest of those."""
        often = Counter(mention.parsed.display for mention in self.mentions)
        return min(
            self.mentions,
            key=lambda each: (
                -len(each.parsed.tokens),
                -len(each.parsed.initials) - bool(each.parsed.suffix),
                each.parsed.display.isupper(),
                -often[each.parsed.display],
                each.name.start,
                each.parsed.display,
            ),
        )

    @property
    def clues(self) -> Clues:
        """What the article says of the bearer, from every mention."""
        standings = tuple(each for mention in self.mentions for each in mention.standings)
        return Clues(standings, self.gender)

    def entity(self) -> Entity | None:
        """The reference's entity, or one by the fullest form; None where it is ambiguous."""
        if self.choice.person is not None:
            return self.choice.person.entity
        if self.choice.method == "ambiguous":
            return None
        display = self.fullest.parsed.display
        made = ids.entity_id("PERSON", display)
        return Entity(made, display, "PERSON", None, None, None)

    def surnames(self, reference: Reference) -> set[str]:
        """The folded surnames that the person may be called by."""
        if len(self.tokens) == 1:
            return {self.tokens[0]}
        person = self.choice.person
        if person is not None and surnames(self.tokens, person.countries) == (self.tokens[0],):
            return {self.tokens[0]}
        found = {" ".join(self.tokens[begin:]) for begin in range(1, len(self.tokens))}
        is_given = bool(reference.gender(self.tokens[0]))
        if person is None and self.tokens[0] in SURNAMES_FIRST and not is_given:
            found.add(self.tokens[0])
        return found


def clusters(mentions: Iterable[PersonMention], evidence: Evidence) -> list[Cluster]:
    """The persons of these full names (two words or more), linked where the reference knows them.

    In order of first mention; the order of the input does not count.
    """
    ordered = sorted(
        mentions,
        key=lambda each: (-len(each.parsed.tokens), -len(each.parsed.initials), each.name.start),
    )
    plain = {each.parsed.tokens for each in ordered if not each.parsed.suffix}
    by_last: defaultdict[str, list[Cluster]] = defaultdict(list)
    for mention in ordered:
        alike = by_last[spelling.word(mention.parsed.tokens[-1])]
        home = [each for each in alike if _is_same(each, mention.parsed, plain)]
        exact = [each for each in home if each.tokens == mention.parsed.tokens] or home
        if len(exact) == 1:
            exact[0].mentions.append(mention)
        else:
            alike.append(Cluster(mention.parsed.tokens, [mention]))
    made = [each for alike in by_last.values() for each in alike]
    for cluster in made:
        link(cluster, evidence)
    return sorted(_merged(made), key=lambda each: (each.first, each.tokens))


def link(cluster: Cluster, evidence: Evidence) -> None:
    """Finds out gender and reference person of a cluster of full names."""
    gender = Counter(mention.gender for mention in cluster.mentions if mention.gender)
    if gender:
        cluster.gender = max(sorted(gender), key=lambda each: gender[each])
    forms = {mention.parsed.key: mention.parsed for mention in cluster.mentions}
    cluster.choice = by_full_name(cluster.fullest.parsed, cluster.clues, evidence)
    for _, form in sorted(forms.items()):
        if cluster.choice.method == "full_name":
            cluster.choice = by_full_name(form, cluster.clues, evidence)
    if cluster.choice.person is not None and cluster.choice.person.gender:
        cluster.gender = cluster.choice.person.gender
    elif not cluster.gender:
        cluster.gender = evidence.reference.gender(cluster.tokens[0])


def _merged(made: Sequence[Cluster]) -> list[Cluster]:
    """Clusters of one reference person are one: `Joe Biden` and `Joseph R. Biden Jr.`."""
    merged: dict[str, Cluster] = {}
    rest = []
    for cluster in sorted(made, key=lambda each: (each.first, each.tokens)):
        if cluster.choice.person is None:
            rest.append(cluster)
            continue
        same = merged.setdefault(cluster.choice.person.entity.entity_id, cluster)
        if same is not cluster:
            same.mentions.extend(cluster.mentions)
    return [*merged.values(), *rest]


def _is_same(cluster: Cluster, name: PersonName, plain: set[tuple[str, ...]]) -> bool:
    """Whether a full name with the same last word is another form of the cluster's."""
    other = cluster.fullest.parsed
    if other.suffix != name.suffix and (
        (other.suffix and name.suffix) or cluster.tokens in plain or name.suffix
    ):
        return False
    if other.initials and name.initials and other.initials != name.initials:
        return False
    return _are_forms(cluster.tokens, name.tokens)


def _are_forms(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    words, others = [[spelling.word(token) for token in name] for name in (longer, shorter)]
    given, other = words[0], others[0]
    if words[1:] == others[1:]:
        has_initial = len(longer[0]) == 1 or len(shorter[0]) == 1
        is_initial = has_initial and longer[0][0] == shorter[0][0]
        return given == other or is_initial or _is_nickname(given, other)
    rest = iter(words)
    return given == other and all(word in rest for word in others)


def _is_nickname(given: str, other: str) -> bool:
    return (given, other) in _SPELLED_NICKNAMES or (other, given) in _SPELLED_NICKNAMES


def full_and_short(
    mentions: list[PersonMention],
) -> tuple[list[PersonMention], list[PersonMention]]:
    """Full names and short ones; the end of a longer name is short: `Wasserman Schultz`."""
    ends = {
        each.parsed.tokens[begin:]
        for each in mentions
        for begin in range(1, len(each.parsed.tokens))
    }
    full: list[PersonMention] = []
    short: list[PersonMention] = []
    for mention in mentions:
        is_full = len(mention.parsed.tokens) > 1 and mention.parsed.tokens not in ends
        (full if is_full else short).append(mention)
    return full, short


def with_shared_surnames(mentions: list[PersonMention], evidence: Evidence) -> list[PersonMention]:
    """`Bill and Hillary Clinton`: the first of the two bears the surname of the second."""
    made = list(mentions)
    for place, (mention, after) in enumerate(pairwise(mentions)):
        given, full = mention.parsed.tokens, after.parsed.tokens
        between = evidence.text[max(mention.name.end, 0) : max(after.name.start, 0)]
        if len(given) == 1 and len(full) == 2 and not mention.standings and _AND.fullmatch(between):
            names = evidence.reference.given_names
            if given[0] in names and full[0] in names and given[0] != full[1]:
                display = f"{mention.parsed.display} {after.parsed.display.split()[-1]}"
                parsed = replace(mention.parsed, display=display, tokens=(given[0], full[1]))
                made[place] = replace(mention, parsed=parsed)
    return made
