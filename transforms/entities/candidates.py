"""Which reference person a name means, if any: by full name, or by surname and office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp

from transforms.entities.context import Standing
from transforms.entities.evidence import Evidence
from transforms.entities.names import PersonName
from transforms.entities.records import PROMINENT, Office, Person

_SAME_OFFICE = {
    "head_of_state": {"head_of_state", "igo_head", "party_leader"},
    "head_of_government": {"head_of_government"},
    "deputy_head": {"vice_head_of_state", "deputy_or_vice"},
    "deputy_minister": {"deputy_or_vice"},
    "minister": {"minister", "foreign_minister", "finance_minister", "defence_minister"}
    | {"interior_minister", "justice_minister"},
    "legislator": {"legislator", "speaker"},
    "speaker": {"speaker", "legislator"},
    "diplomat": {"ambassador", "foreign_minister"},
    "judicial": {"justice_minister"},
    "royalty": {"head_of_state", "head_of_government", "deputy_or_vice"},
}
_OFFICES = frozenset(
    {"foreign_minister", "finance_minister", "defence_minister", "interior_minister"}
    | {"justice_minister", "subnational", "igo_head", "spokesperson", "party_leader", "military"}
    | {"intelligence", "central_bank", "chief_of_staff", *_SAME_OFFICE}
)
_NEUTRAL = frozenset({"honorific", "official", "politician", "candidate", "family", "media"})
_HELD, _ONCE = 2, 1
_MARGIN = 2
_LONG_AGO = 10
_KEPT = 3
_CAMPAIGN = 730


@dataclass(frozen=True)
class Clues:
    """What the article says of the bearer of a name: standings beside it, gender (m, f, '')."""

    standings: tuple[Standing, ...] = ()
    gender: str = ""

    @property
    def offices(self) -> tuple[Standing, ...]:
        """The standings that name an office that the reference knows."""
        return tuple(each for each in self.standings if each.title.kind in _OFFICES)

    @property
    def others(self) -> tuple[Standing, ...]:
        """The standings that make it somebody without a known office: a professor, a coach."""
        known = _OFFICES | _NEUTRAL
        return tuple(each for each in self.standings if each.title.kind not in known)


@dataclass(frozen=True)
class Choice:
    """The reference person that is meant (None: none), by which rule, how surely.

    `considered`: up to three reference people who bear the name, the likeliest first, each with
    its share of the evidence, 0 to 1.
    """

    person: Person | None
    method: str
    score: float | None
    considered: tuple[tuple[Person, float], ...] = ()


def by_full_name(name: PersonName, clues: Clues, evidence: Evidence) -> Choice:
    """The reference person of a full name, if any.

    reference_alias, reference_spelling (spelled in another way), ambiguous or full_name (unknown).
    """
    found = evidence.reference.people_named(name)
    alike = [each for each in found if _agrees(each, name, clues)]
    ranked = sorted(
        ((_points(each, clues, evidence), each.entity.entity_id, each) for each in alike),
        key=lambda row: (-row[0], row[1]),
    )
    likely = [
        row
        for row in ranked
        if _is_likely(row[2], clues, evidence, has_initials=bool(name.initials))
    ]
    considered = _considered([*likely, *(row for row in ranked if row not in likely)])
    if not likely:
        return Choice(None, "full_name", 0.9, considered)
    if len(likely) > 1 and likely[0][0] - likely[1][0] < _MARGIN:
        return Choice(None, "ambiguous", None, considered)
    best = likely[0][2]
    if name.key not in evidence.reference.people:
        return Choice(best, "reference_spelling", 0.8, considered)
    sure = best.prominence == PROMINENT or office_match(best, clues.offices, evidence) > 0
    return Choice(best, "reference_alias", 0.95 if sure and len(likely) == 1 else 0.85, considered)


def by_surname(surname: str, clues: Clues, evidence: Evidence) -> Choice:
    """The reference person of a lone surname: reference_office, reference_surname, surname_only."""
    found = evidence.reference.people_of_surname(surname)
    alike = [each for each in found if not _other_gender(each, clues)]
    choice = (
        _by_office(alike, clues, evidence)
        or _by_prominence(alike, clues, evidence)
        or Choice(None, "surname_only", 0.3)
    )
    ranked = sorted(
        ((_points(each, clues, evidence), each.entity.entity_id, each) for each in alike),
        key=lambda row: (row[2] is not choice.person, -row[0], row[1]),
    )
    return replace(choice, considered=_considered(ranked))


def _considered(ranked: Sequence[tuple[int, str, Person]]) -> tuple[tuple[Person, float], ...]:
    """The first three with their share of the weight of all: each two points weigh e times more."""
    weights = [exp(points / 2) for points, _, _ in ranked]
    whole = sum(weights)
    return tuple(
        (person, round(weight / whole, 4))
        for weight, (_, _, person) in zip(weights[:_KEPT], ranked, strict=False)
    )


def office_match(person: Person, standings: Iterable[Standing], evidence: Evidence) -> int:
    """2 where a standing names an office that the person holds, 1 where held once, else 0."""
    return max(
        (
            _match(office, standing, evidence)
            for standing in standings
            for office in person.offices
            if office.kind in _SAME_OFFICE.get(standing.title.kind, {standing.title.kind})
        ),
        default=0,
    )


def _match(office: Office, standing: Standing, evidence: Evidence) -> int:
    on = evidence.published_on
    if standing.country and office.country and standing.country != office.country:
        return 0
    if office.held(on) is not False:
        return _HELD
    if on is None or office.ended is None or office.ended > on:
        return 0
    return _ONCE


def _by_office(found: list[Person], clues: Clues, evidence: Evidence) -> Choice | None:
    ranked = []
    for each in found:
        match = office_match(each, clues.offices, evidence)
        if match and (_said_country(each, clues) or evidence.names_any(each.countries)):
            ranked.append((match, each.prominence, each.entity.entity_id, each))
    ranked = [row for row in ranked if row[0] == _HELD] or [
        row for row in ranked if not _is_long_gone(row[3], evidence)
    ]
    if not ranked:
        return None
    ranked.sort(key=lambda row: (-row[0], -row[1], row[2]))
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        return Choice(None, "ambiguous", None)
    best = ranked[0][3]
    score = 0.9 if _said_country(best, clues) or ranked[0][0] == _HELD else 0.7
    return Choice(best, "reference_office", score)


def _by_prominence(found: list[Person], clues: Clues, evidence: Evidence) -> Choice | None:
    if clues.offices or clues.others:
        return None
    leading = [each for each in found if _leads(each, evidence, PROMINENT)]
    rivals = [each for each in found if _leads(each, evidence, PROMINENT - 1)]
    if len(leading) != 1 or len(rivals) > 1:
        return None
    homes = {code for each in found for code in each.countries}
    if len(homes) > 1 and not evidence.names_any(leading[0].countries):
        return None
    return Choice(leading[0], "reference_surname", 0.6)


def _leads(person: Person, evidence: Evidence, prominence: int) -> bool:
    """Whether somebody holds such an office, or will within two years: candidates lead, too."""
    on = evidence.published_on
    return any(
        office.prominence >= prominence
        and (
            office.held(on) is not False
            or (on and office.began and 0 < (office.began - on).days <= _CAMPAIGN)
        )
        for office in person.offices
    )


def _said_country(person: Person, clues: Clues) -> bool:
    return any(each.country in person.countries for each in clues.standings if each.country)


def _is_long_gone(person: Person, evidence: Evidence) -> bool:
    on = evidence.published_on
    ended = [office.ended for office in person.offices]
    latest = max((day for day in ended if day is not None), default=None)
    return on is None or latest is None or on.year - latest.year > _LONG_AGO


def _agrees(person: Person, name: PersonName, clues: Clues) -> bool:
    """False where the middle initials or the gender of the titles speak against the person."""
    if name.initials and person.initials and name.initials not in person.initials:
        return False
    return not _other_gender(person, clues)


def _other_gender(person: Person, clues: Clues) -> bool:
    return bool(clues.gender and person.gender and clues.gender != person.gender)


def _points(person: Person, clues: Clues, evidence: Evidence) -> int:
    named = evidence.names_any(person.countries)
    held = any(office.held(evidence.published_on) for office in person.offices)
    return (
        2 * office_match(person, clues.offices, evidence)
        + 3 * _said_country(person, clues)
        + 2 * named
        + 2 * held
        + person.prominence
    )


def _is_likely(person: Person, clues: Clues, evidence: Evidence, *, has_initials: bool) -> bool:
    """Whether a full name may be taken for that person: namesakes of the obscure are many."""
    if office_match(person, clues.offices, evidence):
        return True
    if person.prominence == PROMINENT:
        return True
    if clues.others or (has_initials and not person.initials and person.prominence <= 1):
        return False
    states = [office.held(evidence.published_on) for office in person.offices]
    is_current = person.prominence > 1 or any(state is not False for state in states)
    return (is_current or _is_rising(person, evidence)) and evidence.names_any(person.countries)


def _is_rising(person: Person, evidence: Evidence) -> bool:
    """Whether somebody takes office in the years after the article: they were about before."""
    on = evidence.published_on
    began = [office.began for office in person.offices if office.began]
    return on is not None and any(0 <= day.year - on.year <= _LONG_AGO for day in began)
