"""Tellings of the same contact become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms import ids
from transforms.contacts.model import Contact, Participant, Place, Telling
from transforms.coreference.words import Words
from transforms.days import UNKNOWN, Day

_AHEAD: Final = frozenset({"planned", "possible"})
_TOLD: Final = frozenset({"explicit", "inherited"})
"""Bases of days that the text tells; the article's own is no more than likely."""
_FAMILIES: Final = {
    "meet": "meet talk summit host visit",
    "talk": "meet talk summit host visit call",
    "summit": "meet talk summit host",
    "host": "meet talk summit host visit",
    "visit": "meet talk host visit",
    "call": "call talk",
    "sign": "sign",
}
"""Types that may be told of the same contact."""
_NEAR: Final = 4


class _Group:
    """The tellings taken for one contact so far."""

    def __init__(self, telling: Telling) -> None:
        self.tellings = [telling]

    @property
    def known(self) -> set[str]:
        return {key for each in self.tellings for key in _known(each.participants)}

    @property
    def unknown(self) -> int:
        return max(
            len(each.participants) - len(_known(each.participants)) for each in self.tellings
        )

    @property
    def days(self) -> list[Day]:
        return [each.day for each in self.tellings if each.day.basis in _TOLD]

    @property
    def places(self) -> list[Place]:
        return [each.place for each in self.tellings if each.place]


def merged(found: Sequence[Telling], words: Words, article_id: str) -> list[Contact]:
    """One contact for all that is told of it, in text order of their first tellings.

    A telling belongs to an earlier contact where type, status, day and place allow it and the one
    names no participant that the other lacks; words that only point back (`the talks`) belong to
    the contact just before them, or are dropped.
    """
    groups: list[_Group] = []
    for telling in found:
        same = [each for each in groups if _is_same(each, telling, words)]
        if same:
            max(same, key=lambda each: _closeness(each, telling)).tellings.append(telling)
        elif telling.is_whole:
            groups.append(_Group(telling))
    return [_contact(group.tellings, article_id) for group in groups]


def _is_same(group: _Group, telling: Telling, words: Words) -> bool:
    types = {each.entry.contact_type for each in group.tellings}
    if not telling.is_whole and telling.entry.contact_type == "call" and "call" not in types:
        return False
    if not types <= set(_FAMILIES[telling.entry.contact_type].split()):
        return False
    if not _is_day_alike(group, telling) or not _is_place_alike(group, telling):
        return False
    if not telling.participants:
        return _is_near(group, telling, words)
    told = [each.status for each in (*group.tellings, telling) if each.is_told]
    if len(set(told)) > 1 and not set(told) <= _AHEAD:
        return False
    return _is_company_alike(group, telling, words)


def _is_company_alike(group: _Group, telling: Telling, words: Words) -> bool:
    """Whether the one's participants are among the other's; a lone visitor may be any guest."""
    own, others = _known(telling.participants), group.known
    if own == others and own:
        unknown = len(telling.participants) - len(own)
        return unknown == 0 or (len(own) > 1 and unknown == group.unknown)
    if _is_open(telling, own, others):
        return True
    smaller, larger = sorted((own, others), key=len)
    if not smaller or not smaller < larger:
        return False
    is_visit = "visit" in {telling.entry.contact_type, group.tellings[0].entry.contact_type}
    if len(smaller) > 1:
        return True
    return (is_visit or not telling.is_whole) and (
        _is_near(group, telling, words)
        or own in [_known(each.participants) for each in group.tellings]
    )


def _is_open(telling: Telling, own: set[str], others: set[str]) -> bool:
    """Whether who is not known by name in a telling may be who is: `the pontiff met Sanders`."""
    unknown = len(telling.participants) - len(own)
    return bool(own) and own < others and unknown == len(others) - len(own)


def _known(participants: Sequence[Participant]) -> set[str]:
    return {each.actor.key for each in participants if each.actor.entity is not None}


def _is_near(group: _Group, telling: Telling, words: Words) -> bool:
    last = words.sentence[group.tellings[-1].head]
    here = words.sentence[telling.head]
    is_past = (
        telling.status == group.tellings[0].status
        or {telling.status, group.tellings[0].status} <= _AHEAD
    )
    return is_past and 0 <= here - last <= _NEAR


def _is_day_alike(group: _Group, telling: Telling) -> bool:
    day = telling.day
    if day.first is None or day.last is None or day.basis not in _TOLD:
        return True
    return all(
        one.first <= day.last and day.first <= one.last
        for one in group.days
        if one.first and one.last
    )


def _is_place_alike(group: _Group, telling: Telling) -> bool:
    """Whether the places can be one: a city and the country that it lies in can."""
    place = telling.place
    if place is None or not group.places:
        return True
    return any(_is_within(place, each) for each in group.places)


def _is_within(one: Place, other: Place) -> bool:
    if _key(one) == _key(other):
        return True
    codes = {each.entity.country_code if each.entity else None for each in (one, other)}
    is_country = any(each.entity and each.entity.description == "country" for each in (one, other))
    return is_country and (len(codes) == 1 or None in codes)


def _key(place: Place) -> str:
    return place.entity.entity_id if place.entity else f"{place.start}"


def _closeness(group: _Group, telling: Telling) -> tuple[bool, bool, int]:
    own = _known(telling.participants)
    types = {each.entry.contact_type for each in group.tellings}
    return own == group.known, telling.entry.contact_type in types, group.tellings[-1].start


def _contact(told: Sequence[Telling], article_id: str) -> Contact:
    shown = max(told, key=lambda each: (_fullness(each), -each.start))
    others = sorted((each for each in told if each is not shown), key=lambda each: each.start)
    every = (shown, *others)
    place = next((each.place for each in every if each.place), None)
    return Contact(
        contact_id=ids.contact_id(article_id, shown.start, shown.end),
        tellings=every,
        participants=_company(every),
        status=_status(every),
        place=place,
        day=_day(every),
        score=shown.score,
    )


def _fullness(telling: Telling) -> tuple[int, float]:
    return len(_known(telling.participants)), telling.score


def _company(every: Sequence[Telling]) -> tuple[Participant, ...]:
    found = {each.actor.key: each for each in every[0].participants}
    for telling in every[1:]:
        for each in (p for p in telling.participants if p.actor.entity is not None):
            found.setdefault(each.actor.key, each)
    return tuple(found.values())


def _status(every: Sequence[Telling]) -> str:
    told = [each.status for each in every if each.participants and each.is_told]
    if set(told) == _AHEAD:
        return "planned"
    return told[0] if told else every[0].status


def _day(every: Sequence[Telling]) -> Day:
    own = every[0].day
    if own.basis in _TOLD:
        return own
    for telling in every[1:]:
        if telling.day.basis in _TOLD:
            return Day(telling.day.first, telling.day.last, "inherited")
    return own if own.first else UNKNOWN
