"""The entries of the reference data: countries, organisations, people and their offices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from transforms import ids
from transforms.entities.model import Entity

PROMINENT = 3
"""The prominence of heads of state and government and foreign ministers."""
TRUSTED = 3
"""The rank of organisations whose aliases were chosen by hand."""
_PROMINENCE = {
    "head_of_state": 3, "head_of_government": 3, "foreign_minister": 3, "vice_head_of_state": 3,
    "igo_head": 3, "finance_minister": 2, "defence_minister": 2, "interior_minister": 2,
    "justice_minister": 2, "speaker": 2, "central_bank": 2, "spokesperson": 2, "party_leader": 2,
    "chief_of_staff": 2, "intelligence": 2, "legislator": 1, "minister": 1, "subnational": 1,
    "military": 1, "other": 1, "ambassador": 0, "deputy_or_vice": 0,
}  # fmt: skip
_AIDES = ("secretary to the", "duchy of lancaster", "lord chancellor", "deputy", "lord in waiting")
"""Posts that the reference files under a head's office: not the head's."""
_SLACK = timedelta(days=366)
_TRUST = timedelta(days=3 * 366)
"""How long after its snapshot an office without an end is still taken to be held."""


@dataclass(frozen=True)
class Office:
    """One spell in one office; `ended` is None where no end was known at `as_of`."""

    position: str
    kind: str
    country: str
    began: date | None
    ended: date | None
    as_of: date | None

    @property
    def prominence(self) -> int:
        """0 (deputies, ambassadors) to 3 (heads of state and government, foreign ministers)."""
        level = _PROMINENCE.get(self.kind, 0)
        title = self.position.casefold()
        if level == PROMINENT and any(aide in title for aide in _AIDES):
            return 1
        return level

    def held(self, on: date | None) -> bool | None:
        """Whether it was held within a year of that day; None where that can't be told."""
        if on is None:
            return None
        if self.began is not None and on < self.began - _SLACK:
            return False
        if self.ended is not None:
            return on <= self.ended + _SLACK
        return True if self.as_of is None or on <= self.as_of + _TRUST else None


@dataclass(frozen=True)
class Person:
    """A reference person: entity, folded name words, gender (m, f or ''), offices by date."""

    entity: Entity
    tokens: tuple[str, ...]
    initials: frozenset[tuple[str, ...]]
    gender: str
    offices: tuple[Office, ...]

    @property
    def prominence(self) -> int:
        """That of the most prominent office ever held."""
        return max((office.prominence for office in self.offices), default=0)

    @property
    def countries(self) -> frozenset[str]:
        """The countries that were served."""
        return frozenset(office.country for office in self.offices if office.country)


@dataclass(frozen=True)
class Organization:
    """A reference organisation; `rank` says how far its bare alias is trusted, up to TRUSTED."""

    entity: Entity
    kind: str
    country: str
    rank: int


@dataclass(frozen=True)
class Country:
    """A reference country; `rank` is 2 for members of the UN and the like, else 1."""

    entity: Entity
    code: str
    rank: int


def country(row: dict[str, str]) -> Country:
    """The country of a row of countries.csv."""
    qid = row["wikidata_id"]
    entity = Entity(
        entity_id=qid or ids.entity_id("GPE", row["name"]),
        name=row["name"],
        entity_type="ORG" if row["status"] == "supranational" else "GPE",
        wikidata_id=qid or None,
        country_code=row["iso2"] if row["status"] != "supranational" else None,
        description=f"{'country' if row['un_member'] == 'true' else 'territory'}"
        if row["status"] != "supranational"
        else "supranational union",
    )
    known = row["un_member"] == "true" or row["iso2"] in {"EU", "TW", "PS", "XK", "VA", "HK"}
    return Country(entity, row["iso2"], 2 if known else 1)


def organization(row: dict[str, str], *, name: str, is_only: bool) -> Organization:
    """The organisation of a row of organizations.csv, shown as `name`.

    `is_only` says that no other organisation bears the name: else its country is part of its id.
    """
    code, kind, qid = row["country_iso2"], row["type"], row["wikidata_id"]
    own = name if is_only else f"{name} ({code or kind})"
    entity = Entity(
        entity_id=qid or ids.entity_id("ORG", own),
        name=name,
        entity_type="ORG",
        wikidata_id=qid or None,
        country_code=code if code != "EU" and code else None,
        description=kind.replace("_", " "),
    )
    return Organization(entity, kind, code, _rank(row))


def _rank(row: dict[str, str]) -> int:
    if "curated" in row["source"]:
        return TRUSTED
    return 2 if row["type"] in {"un_body", "eu_body", "igo", "ministry", "government"} else 1


def office(row: dict[str, str]) -> Office:
    """The office spell of a row of people.csv; dates may be a year, a month or a day."""
    return Office(
        position=row["position"],
        kind=row["position_kind"],
        country=row["country_iso2"],
        began=_day(row["start"], "-01-01"),
        ended=_day(row["end"], "-12-28"),
        as_of=_day(row["as_of"], "-12-28"),
    )


def person(
    rows: list[dict[str, str]],
    *,
    tokens: tuple[str, ...],
    initials: frozenset[tuple[str, ...]],
) -> Person:
    """The person of one or more rows of people.csv."""
    offices = tuple(
        sorted((office(row) for row in rows), key=lambda each: (each.began or date.min, each.kind))
    )
    qid, name = rows[0]["wikidata_id"], rows[0]["name"]
    latest = max(offices, key=lambda each: (each.prominence, each.began or date.min))
    entity = Entity(
        entity_id=qid or ids.entity_id("PERSON", name),
        name=name,
        entity_type="PERSON",
        wikidata_id=qid or None,
        country_code=latest.country
        if len(latest.country) == 2 and latest.country != "EU"
        else None,
        description=f"{latest.position} ({latest.country})" if latest.country else latest.position,
    )
    gender = next((row["gender"] for row in rows if row["gender"]), "")
    return Person(entity, tokens, initials, gender, offices)


def _day(text: str, rest: str) -> date | None:
    if not text:
        return None
    full = text if len(text) == 10 else text[:7] + "-28" if len(text) == 7 else text[:4] + rest
    try:
        return date.fromisoformat(full)
    except ValueError as error:
        message = f"people.csv: {text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
        raise ValueError(message) from error
