"""Places and peoples: countries, capitals that stand for them, states, demonyms, the rest."""

from __future__ import annotations

import re

from transforms import ids
from transforms.entities import gazetteer
from transforms.entities.context import sentence, words_before
from transforms.entities.evidence import Evidence
from transforms.entities.model import Entity, Name, Resolved
from transforms.entities.names import key, printed
from transforms.entities.parties import member_of
from transforms.entities.records import Country
from transforms.entities.types import singular

_IN_PLACE = frozenset(
    """in at near from to outside inside around across through into toward towards visit visited
    visiting leave left leaving arrived reached""".split()
)
_ACTING = frozenset(
    """with by between against pressured accused accuses urged urges warned told criticized
    blamed""".split()
)
_VERBS = re.compile(
    r"\s+(?:has|have|had|is|was|will|would|could|should|may|might|must|can|did|does|says?|said|"
    r"wants?|seeks?|sees?|denies|denied|insists?|insisted|hopes?|fears?|claims?|claimed|"
    r"announced|accused|accuses|warned|warns|rejected|rejects|agreed|refused|imposed|"
    r"responded|considers?|considered|believes?|calls?|called|needs?|backs?|backed)\b"
)
_ASIDE = re.compile(r",\s+(?:by|which|meanwhile|however|in turn|for its part|having|seeking)\b")
_OWNS = re.compile(r"['’]s?\s+(?!streets?|airports?|suburbs?|mayor|metro|residents|subway)[a-z]")
_OWNS_AS_STATE = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:claims?|government|polic(?:y|ies)|affairs|position|sphere|economy|"
    r"influence|military|decisions?|sanctions|war|ambitions?|interests?|strategy|territory)\b"
)
_GEORGIA_ABROAD = re.compile(r"\b(?:Georgian|Tbilisi|Abkhazia|South Ossetia|Saakashvili)\b")
_THE = re.compile(r"^[Tt]he\s+")
_ADJOINED = re.compile(r"^(?:anti|pro|non|un|post|pre|then|ex|mid)-|[^\W\d_]-[A-Z]", re.IGNORECASE)


def resolve_place(name: Name, entity_type: str, evidence: Evidence) -> Resolved:
    """A name of a country, state, city, region, building, event or people with its entity."""
    folded = key(name.text)
    if entity_type == "NORP":
        return member_of(name, evidence) or _people(name, folded, evidence)
    if entity_type in {"GPE", "ORG"}:
        known = _country(name, folded, evidence) or _state(name, folded, evidence)
        known = known or _capital(name, folded, evidence)
        if known is not None:
            return known
    is_common = entity_type == "EVENT" and " " not in folded
    if is_common and folded not in gazetteer.EVENTS_BY_ONE_WORD:
        return Resolved(name, entity_type, None, "not_linked", None)
    if entity_type == "MISC" and _ADJOINED.search(name.text):
        return Resolved(name, entity_type, None, "not_linked", None)
    return _own(name, entity_type)


def stands_for_country(name: Name, evidence: Evidence) -> Resolved | None:
    """A seat of power (`the Kremlin`) as its country, where another country is in the sentence."""
    found = evidence.reference.metonyms.get(key(name.text), ())
    if len(found) != 1:
        return None
    begin, end = sentence(evidence.text, name.start, name.end)
    others = {code for at, code in evidence.spoken_of if begin <= at < end}
    if others <= {found[0].code}:
        return None
    return Resolved(name, "GPE", found[0].entity, "metonym", 0.6)


def shown(text: str) -> str:
    """The display name of a place or organisation: no possessive, no leading article."""
    bare = _THE.sub("", printed(text)) or text.strip()
    is_shouted = bare.isupper() and len(bare) > 4 and "." not in bare
    return bare.title() if is_shouted else bare


def _own(name: Name, entity_type: str, display: str = "") -> Resolved:
    display = display or shown(name.text)
    if not key(display):
        return Resolved(name, entity_type, None, "not_linked", None)
    made = ids.entity_id(entity_type, display)
    entity = Entity(made, display, entity_type, None, None, None)
    return Resolved(name, entity_type, entity, "full_name", 0.6)


def _country(name: Name, folded: str, evidence: Evidence) -> Resolved | None:
    found = evidence.reference.countries.get(folded, ())
    if not found or folded in gazetteer.STATES_THAT_ARE_MORE:
        return None
    if len(found) > 1:
        return Resolved(name, "GPE", None, "ambiguous", None)
    entity = found[0].entity
    return Resolved(name, entity.entity_type, entity, "reference_alias", 0.95)


def _state(name: Name, folded: str, evidence: Evidence) -> Resolved | None:
    state = gazetteer.STATES.get(folded, "")
    if not state and name.label in {"LOC", "GPE"}:
        state = gazetteer.STATE_ABBREVIATIONS.get(folded, "")
    if folded == "georgia":
        return _georgia(name, evidence)
    if not state or folded in gazetteer.STATES_THAT_ARE_MORE:
        return None
    return _as_state(name, state)


def _as_state(name: Name, state: str) -> Resolved:
    made = ids.entity_id("GPE", state)
    entity = Entity(made, state, "GPE", None, "US", "American state")
    return Resolved(name, "GPE", entity, "gazetteer", 0.9)


def _georgia(name: Name, evidence: Evidence) -> Resolved:
    """The state beside other states, the country beside what belongs to it, else neither."""
    is_abroad = bool(_GEORGIA_ABROAD.search(evidence.text))
    has_states = bool(evidence.states - {"Georgia"})
    found = evidence.reference.countries.get("georgia", ())
    if has_states and not is_abroad:
        return _as_state(name, "Georgia")
    if is_abroad and not has_states and found:
        return Resolved(name, "GPE", found[0].entity, "reference_alias", 0.8)
    return Resolved(name, "GPE", None, "ambiguous", None)


def _capital(name: Name, folded: str, evidence: Evidence) -> Resolved | None:
    """A capital as its country where it acts, else as the city."""
    found = evidence.reference.metonyms.get(folded, ())
    if len(found) == 1 and _acts(name, evidence.text):
        return Resolved(name, "GPE", found[0].entity, "metonym", 0.7)
    capital_of = [
        country
        for country in evidence.reference.capitals.get(folded, ())
        if country.entity.entity_type == "GPE"
    ]
    if len(capital_of) != 1:
        return None
    display = evidence.reference.capital_names.get(folded, "") or shown(name.text)
    made = ids.entity_id("GPE", display)
    said = f"capital of {capital_of[0].entity.name}"
    entity = Entity(made, display, "GPE", None, capital_of[0].code, said)
    return Resolved(name, "GPE", entity, "gazetteer", 0.8)


def _acts(name: Name, text: str) -> bool:
    before = words_before(text, name.start)
    last = before[-1] if before else ""
    end = max(name.end, 0)
    if name.text.endswith(("'s", "’s")):
        end -= 2
    if last in _IN_PLACE:
        return _OWNS_AS_STATE.match(text, end) is not None
    return bool(
        last in _ACTING
        or _OWNS.match(text, end)
        or _VERBS.match(text, end)
        or (not before and _ASIDE.match(text, end))
    )


def _people(name: Name, folded: str, evidence: Evidence) -> Resolved:
    country = _of_country(folded, evidence)
    if country is not None:
        return Resolved(name, "NORP", country.entity, "demonym", 0.9)
    if folded in evidence.reference.demonyms:
        return Resolved(name, "NORP", None, "ambiguous", None)
    if _ADJOINED.match(name.text):
        return Resolved(name, "NORP", None, "not_linked", None)
    display = shown(name.text)
    is_plural = singular(folded) != folded
    return _own(name, "NORP", display[:-1] if is_plural else display)


def _of_country(folded: str, evidence: Evidence) -> Country | None:
    """The country of a demonym; one that others share (`Korean`) by what the article names."""
    reference = evidence.reference
    found = reference.demonyms.get(folded, ())
    wider = [
        country
        for side in ("north", "south")
        for country in reference.demonyms.get(f"{side} {folded}", ())
    ]
    every = {country.code: country for country in (*found, *wider)}
    if len(every) == 1:
        return found[0] if found else None
    named = [
        country
        for _, country in sorted(every.items())
        if any(code == country.code for _, code in evidence.spoken_of)
    ]
    if len(named) == 1:
        return named[0]
    return found[0] if len(found) == 1 and not named else None
