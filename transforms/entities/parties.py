"""Adherents of parties: `Republicans`, `a Democrat`, and the party that they belong to."""

from __future__ import annotations

from transforms.entities.evidence import Evidence
from transforms.entities.gazetteer import ADHERENTS
from transforms.entities.model import Name, Resolved
from transforms.entities.names import key
from transforms.entities.records import TRUSTED, Organization
from transforms.entities.types import singular

_ADJECTIVES = {"democrat": "democratic", "dem": "democratic", "tory": "conservative"}


def member_of(name: Name, evidence: Evidence) -> Resolved | None:
    """The adherent's name with the party as its entity, where one well-known party is meant."""
    one = singular(key(name.text))
    if one not in ADHERENTS or not name.text[:1].isupper():
        return None
    found: dict[str, Organization] = {}
    for folded in (f"{one}s", f"{_ADJECTIVES.get(one, one)} party"):
        for each in evidence.reference.organizations.get(folded, ()):
            is_known = each.kind == "party" and each.rank == TRUSTED
            if is_known and evidence.is_about(each.country):
                found[each.entity.entity_id] = each
    if len(found) != 1:
        return None
    party = next(iter(found.values()))
    return Resolved(name, "NORP", party.entity, "member", 0.8)
