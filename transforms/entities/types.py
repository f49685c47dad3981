"""From a coarse label to an entity type: PERSON, ORG, GPE, LOC, NORP, FAC, EVENT or MISC.

NORP are nationalities, faiths, peoples and the adherents of parties; GPE are countries, states
and cities; LOC are regions, waters and mountains; FAC are buildings and other structures.
"""

from __future__ import annotations

from transforms.entities import gazetteer
from transforms.entities.names import key
from transforms.entities.records import TRUSTED
from transforms.entities.reference import Reference

_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "one", "two"})
_NOT_OF_ORGS = frozenset({"fair", "expo", "day", "week", "storm", "conference", "ceremony"}) | {
    "awards", "crisis", "cup", "festival", "caucus", "caucuses", "elections", "revolution",
}  # fmt: skip
_FINE = frozenset({"GPE", "FAC", "NORP", "EVENT"})
_FACILITIES_PROPER = gazetteer.FACILITIES - gazetteer.FACILITY_AS_ORG


def entity_type(text: str, label: str, reference: Reference) -> str:
    """The type of a name with the label PERSON, ORG, LOC, MISC or a finer one (others: MISC)."""
    folded = key(text)
    words = folded.split()
    if not words:
        return label if label in {"PERSON", "ORG", "LOC"} else "MISC"
    if label == "PERSON":
        return "GPE" if len(words) > 1 and _is_country_or_state(folded, reference) else "PERSON"
    known = _known(text, folded, label, reference)
    if known:
        return known
    if label == "ORG":
        return _organization(words)
    if label in _FINE:
        return label
    return _location(words) if label == "LOC" else _other(words)


def singular(word: str) -> str:
    """The folded word without a plural s: `republicans` -> `republican`, `swiss` stays."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_people(folded: str, reference: Reference) -> bool:
    """Whether the folded text names a nation's people, a faith, a people or party adherents."""
    if folded in reference.demonyms:
        return True
    words = folded.split()
    if not words:
        return False
    one = " ".join([*words[:-1], singular(words[-1])])
    if one in gazetteer.FAITHS_AND_PEOPLES or one in gazetteer.ADHERENTS:
        return True
    if words[-1] != singular(words[-1]) or len(words) == 1:
        return _is_of_people(words[-1], reference)
    return all(_is_of_people(word, reference) for word in words)


def _is_of_people(word: str, reference: Reference) -> bool:
    one = singular(word)
    return (
        word in reference.demonyms
        or one in reference.demonyms
        or one in gazetteer.FAITHS_AND_PEOPLES
        or one in gazetteer.ADHERENTS
        or one in gazetteer.STATE_DEMONYMS
    )


def _known(text: str, folded: str, label: str, reference: Reference) -> str:
    if folded in reference.countries:
        return reference.countries[folded][0].entity.entity_type
    if _is_country_or_state(folded, reference) or folded in reference.capitals:
        return "GPE"
    if label in {"LOC", "GPE"} and folded in gazetteer.STATE_ABBREVIATIONS:
        return "GPE"
    if folded in gazetteer.REGIONS and label != "ORG":
        return "LOC"
    trusted = any(each.rank == TRUSTED for each in reference.organizations_named(text))
    if trusted and (singular(folded) not in gazetteer.ADHERENTS or folded == "gop"):
        return "ORG"
    return "NORP" if is_people(folded, reference) else ""


def _is_country_or_state(folded: str, reference: Reference) -> bool:
    return folded in reference.countries or folded in gazetteer.STATES


def _organization(words: list[str]) -> str:
    if len(words) > 1 and words[-1] in _FACILITIES_PROPER:
        return "FAC"
    return "EVENT" if _is_event(words) and words[-1] not in _NOT_OF_ORGS else "ORG"


def _location(words: list[str]) -> str:
    if len(words) > 1 and words[-1] in gazetteer.FACILITIES:
        return "FAC"
    if words[-1] in gazetteer.WATER_AND_LAND or words[0] in gazetteer.LAND_FIRST:
        return "LOC"
    return "EVENT" if _is_event(words) else "GPE"


def _other(words: list[str]) -> str:
    if _is_event(words):
        return "EVENT"
    return "FAC" if len(words) > 1 and words[-1] in _FACILITIES_PROPER else "MISC"


def _is_event(words: list[str]) -> bool:
    kept = [word for word in words if word not in _NUMERALS and not word.isdigit()]
    if not kept:
        return False
    return kept[-1] in gazetteer.EVENTS or (
        len(kept) > 1 and (kept[0] in gazetteer.EVENT_FIRST or "war" in kept)
    )
