"""The persons of an article: full names make the persons, short names are given to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.entities import spelling
from transforms.entities.candidates import (
    Choice,
    Clues,
    by_full_name,
    by_surname,
    office_match,
)
from transforms.entities.clusters import (
    Cluster,
    clusters,
    full_and_short,
    with_shared_surnames,
)
from transforms.entities.context import PersonMention, person_mention
from transforms.entities.evidence import Evidence
from transforms.entities.model import Entity, Name, Resolved
from transforms.entities.names import person_name

_SEVERAL = re.compile(r"\s(?:and|&)\s|[/;]")
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})
_CLEAR = 2
"""How many times more often the topic of an article is named in full than another bearer."""


def resolve_persons(names: Iterable[Name], evidence: Evidence) -> list[Resolved]:
    """Each of these names of persons with its entity, in no particular order."""
    return _Persons(names, evidence).resolved()


class _Persons:
    def __init__(self, names: Iterable[Name], evidence: Evidence) -> None:
        self._evidence = evidence
        self._titles = evidence.reference.titles
        self._lone: list[Resolved] = []
        mentions = [
            person_mention(name, person_name(name.text, self._titles), evidence.text,
                           evidence.reference)
            for name in sorted(names, key=lambda each: (each.start, each.end, each.text))
        ]  # fmt: skip
        mentions = with_shared_surnames(self._usable(mentions), evidence)
        full, self._short = full_and_short(mentions)
        self._clusters = clusters(full, evidence)
        self._by_surname: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Cluster]] = defaultdict(list)
        for cluster in self._clusters:
            own = _keys(cluster.surnames(evidence.reference), cluster)
            for surname in own:
                self._by_surname[surname].append(cluster)
            for given in _keys({cluster.tokens[0], " ".join(cluster.tokens[1:])}, cluster) - own:
                self._by_given[given].append(cluster)

    def resolved(self) -> list[Resolved]:
        found = [
            _resolved(mention, cluster, cluster.choice.method, cluster.choice.score)
            for cluster in self._clusters
            for mention in cluster.mentions
        ]
        groups: defaultdict[str, list[PersonMention]] = defaultdict(list)
        for mention in self._short:
            groups[mention.parsed.key].append(mention)
        for short, group in sorted(groups.items()):
            found.extend(self._group(short, group))
        return [*found, *self._lone]

    def _usable(self, mentions: list[PersonMention]) -> list[PersonMention]:
        """Without those that name nobody or several people: they stay unresolved."""
        kept = []
        for mention in mentions:
            if mention.parsed.tokens and not _SEVERAL.search(mention.name.text):
                kept.append(mention)
            else:
                self._lone.append(Resolved(mention.name, "PERSON", None, "not_linked", None))
        return kept

    def _group(self, short: str, group: list[PersonMention]) -> list[Resolved]:
        """The mentions of one short form: all of them are looked at before one is decided."""
        spelled = spelling.part(short)
        bearers = self._by_surname.get(spelled, [])
        if bearers:
            return self._among(short, group, bearers)
        known = self._by_given.get(spelled, [])
        if known and not any(_is_courtesy(mention) for mention in group):
            return [
                _resolved(each, known[0] if len(known) == 1 else self._topic(each, known)[0],
                          "given_name", 0.7)
                for each in group
            ]  # fmt: skip
        if self._is_family(short, group):
            return [Resolved(each.name, "PERSON", None, "not_linked", None) for each in group]
        return self._alone(short, group)

    def _among(
        self, short: str, group: list[PersonMention], bearers: list[Cluster]
    ) -> list[Resolved]:
        implied = self._implied(short, group, bearers)
        found = []
        for mention in group:
            if implied is not None and mention in implied.mentions:
                found.append(
                    _resolved(mention, implied, implied.choice.method, implied.choice.score)
                )
                continue
            fit = self._fitting(mention, [*bearers, *([implied] if implied else [])])
            chosen, score = (fit[0], 0.9) if len(fit) == 1 else self._topic(mention, fit)
            method = "title_name" if mention.standings else "short_name"
            made = _resolved(mention, chosen, method, score)
            found.append(made if chosen else replace(made, candidates=_several(fit)))
        return found

    def _implied(
        self, short: str, group: list[PersonMention], bearers: list[Cluster]
    ) -> Cluster | None:
        """A reference person whom titles call for and no full name in the article fits.

        `President Obama` beside `Michelle Obama`; `Mr. Obama` alone will do as well.
        """
        named = {each.choice.person.entity.entity_id for each in bearers if each.choice.person}
        calling = [each for each in group if self._calls_for_another(each, bearers)]
        if not calling:
            return None
        choice = by_surname(short, _clues(calling), self._evidence)
        if choice.person is None or choice.person.entity.entity_id in named:
            return None
        return Cluster((short,), calling, choice.person.gender, choice)

    def _calls_for_another(self, mention: PersonMention, bearers: list[Cluster]) -> bool:
        if not self._fitting(mention, bearers):
            return True
        clues = Clues(mention.standings, mention.gender)
        return bool(clues.offices) and not any(self._is_in_office(each, clues) for each in bearers)

    def _is_in_office(self, cluster: Cluster, clues: Clues) -> bool:
        kinds = {each.title.kind for each in clues.offices}
        if any(each.title.kind in kinds for each in cluster.clues.standings):
            return True
        person = cluster.choice.person
        return person is not None and office_match(person, clues.offices, self._evidence) > 0

    def _fitting(self, mention: PersonMention, bearers: list[Cluster]) -> list[Cluster]:
        """The bearers whom gender and office of the mention's titles leave."""
        gender = mention.gender
        fit = [each for each in bearers if not gender or each.gender in {"", gender}]
        clues = Clues(mention.standings, gender)
        in_office = [each for each in fit if clues.offices and self._is_in_office(each, clues)]
        return in_office or fit

    def _topic(self, mention: PersonMention, fit: list[Cluster]) -> tuple[Cluster | None, float]:
        """Of several bearers the one in the mention's paragraph, unless another is the topic."""
        near = [each for each in fit if _is_near(each, mention)]
        ranked = sorted(((self._weight(each), each.first, each) for each in fit), key=_heaviest)
        top = None
        if len(ranked) > 1 and (_is_clear(ranked[0], ranked[1]) or self._is_leading(ranked)):
            top = ranked[0][2]
        if len(near) == 1:
            return (near[0], 0.65) if top in (None, near[0]) else (None, 0.0)
        return top, 0.6

    def _is_leading(self, ranked: list[tuple[int, int, Cluster]]) -> bool:
        """Whether the first alone of equals holds an office, and is introduced first."""
        standing = [bool(each.clues.offices or each.choice.person) for _, _, each in ranked]
        return (
            standing[0]
            and not any(standing[1:])
            and ranked[0][1] == min(first for _, first, _ in ranked)
        )

    def _weight(self, cluster: Cluster) -> int:
        in_headline = f" {' '.join(cluster.tokens)} " in f" {self._evidence.headline} "
        return len(cluster.mentions) + 2 * in_headline

    def _alone(self, short: str, group: list[PersonMention]) -> list[Resolved]:
        """A surname without a full name in the article: one bearer a gender of its titles."""
        genders = {each.gender for each in group if each.gender}
        if len(genders) < 2:
            return self._one(short, group)
        parts: defaultdict[str, list[PersonMention]] = defaultdict(list)
        for mention in group:
            parts[mention.gender].append(mention)
        bare = parts.pop("", [])
        found = [Resolved(each.name, "PERSON", None, "ambiguous", None) for each in bare]
        for _, part in sorted(parts.items()):
            found.extend(self._one(short, part))
        return found

    def _one(self, short: str, group: list[PersonMention]) -> list[Resolved]:
        clues = _clues(group)
        choice = self._in_headline(short, clues) or by_surname(short, clues, self._evidence)
        cluster = Cluster(group[0].parsed.tokens, group, "", choice)
        return [_resolved(each, cluster, choice.method, choice.score) for each in group]

    def _in_headline(self, short: str, clues: Clues) -> Choice | None:
        """The reference person whose full name is in the headline, the surname in the text."""
        words = self._evidence.headline.split()
        for given, surname in pairwise(words):
            if surname == short and self._evidence.reference.gender(given):
                full = person_name(f"{given} {surname}", self._titles)
                choice = by_full_name(full, clues, self._evidence)
                return choice if choice.person is not None else None
        return None

    def _is_family(self, short: str, group: list[PersonMention]) -> bool:
        """`the Clintons` are several people."""
        return (
            short.endswith("s")
            and spelling.part(short[:-1]) in self._by_surname
            and len(group[0].parsed.tokens) == 1
        )


def _is_clear(top: tuple[int, int, Cluster], second: tuple[int, int, Cluster]) -> bool:
    """Whether the first is the topic: much heavier, or heavier and introduced first."""
    return top[0] >= _CLEAR * second[0] or (top[0] > second[0] and top[1] < second[1])


def _keys(forms: set[str], cluster: Cluster) -> set[str]:
    """The keys of the forms, alone and with the suffix of the full name: `donald`, `donald jr`."""
    suffix = cluster.fullest.parsed.suffix
    full = {f"{form} {suffix}" for form in forms} if suffix else set()
    return {spelling.part(form) for form in forms | full}


def _heaviest(row: tuple[int, int, Cluster]) -> tuple[int, int, tuple[str, ...]]:
    return -row[0], row[1], row[2].tokens


def _resolved(
    mention: PersonMention, cluster: Cluster | None, method: str, score: float | None
) -> Resolved:
    entity = cluster.entity() if cluster is not None else None
    choice = cluster.choice if cluster is not None else None
    considered = tuple((p.entity, share) for p, share in choice.considered) if choice else ()
    if entity is None:
        return Resolved(mention.name, "PERSON", None, "ambiguous", None, candidates=considered)
    return Resolved(mention.name, "PERSON", entity, method, score, candidates=considered)


def _several(bearers: Sequence[Cluster]) -> tuple[tuple[Entity, float], ...]:
    """The entities of up to three bearers of a short name, by how often each is named."""
    often = sorted(bearers, key=lambda each: (-len(each.mentions), each.first))[:3]
    whole = sum(len(each.mentions) for each in bearers)
    named = ((each.entity(), len(each.mentions) / whole) for each in often)
    return tuple((entity, round(share, 4)) for entity, share in named if entity is not None)


def _clues(group: Sequence[PersonMention]) -> Clues:
    standings = tuple(each for mention in group for each in mention.standings)
    return Clues(standings, next((each.gender for each in group if each.gender), ""))


def _is_courtesy(mention: PersonMention) -> bool:
    return any(each.title.words in _COURTESY for each in mention.standings)


def _is_near(cluster: Cluster, mention: PersonMention) -> bool:
    return any(
        full.paragraph == mention.paragraph and full.name.start <= mention.name.start
        for full in cluster.mentions
    )
