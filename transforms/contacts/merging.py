"""Tellings of the same contact become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms import ids
from transforms.contacts.model import Contact, Participant, Place, Telling
from transforms.coreference.words import Words
from transforms.days import UNKNOWN, Day

_AHEAD: Final = frozenset({"planned", "possible"})
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
    def people(self) -> set[str]:
        return {p.actor.key for each in self.tellings for p in each.participants}

    @property
    def days(self) -> list[Day]:
        return [each.day for each in self.tellings if each.day.first]

    @property
    def places(self) -> set[str]:
        return {_key(each.place) for each in self.tellings if each.place}


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
        elif telling.participants:
            groups.append(_Group(telling))
    return [_contact(group.tellings, article_id) for group in groups]


def _is_same(group: _Group, telling: Telling, words: Words) -> bool:
    types = {each.entry.contact_type for each in group.tellings}
    if not types <= set(_FAMILIES[telling.entry.contact_type].split()):
        return False
    if not _is_day_alike(group, telling) or not _is_place_alike(group, telling):
        return False
    if not telling.participants:
        return _is_near(group, telling, words)
    status = group.tellings[0].status
    if status != telling.status and not {status, telling.status} <= _AHEAD:
        return False
    return _is_company_alike(group, telling)


def _is_company_alike(group: _Group, telling: Telling) -> bool:
    """Whether the one's participants are among the other's; a lone visitor may be any guest."""
    own, others = {p.actor.key for p in telling.participants}, group.people
    if own == others:
        return True
    smaller, larger = sorted((own, others), key=len)
    if not smaller < larger:
        return False
    is_visit = "visit" in {telling.entry.contact_type, group.tellings[0].entry.contact_type}
    return len(smaller) > 1 or is_visit


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
    if day.first is None or day.last is None:
        return True
    return all(
        one.first <= day.last and day.first <= one.last
        for one in group.days
        if one.first and one.last
    )


def _is_place_alike(group: _Group, telling: Telling) -> bool:
    """Whether the places can be one: nothing here knows that Beijing lies in China."""
    if telling.place is None or not group.places or _key(telling.place) in group.places:
        return True
    return (
        telling.entry.pattern != "visit"
        and group.tellings[0].entry.pattern == "visit"
        or (telling.entry.pattern == "visit" and group.tellings[0].entry.pattern != "visit")
    )


def _key(place: Place) -> str:
    return place.entity.entity_id if place.entity else f"{place.start}"


def _closeness(group: _Group, telling: Telling) -> tuple[bool, bool, int]:
    own = {p.actor.key for p in telling.participants}
    types = {each.entry.contact_type for each in group.tellings}
    return own == group.people, telling.entry.contact_type in types, group.tellings[-1].start


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


def _fullness(telling: Telling) -> int:
    return len(telling.participants)


def _company(every: Sequence[Telling]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for telling in every:
        for each in telling.participants:
            found.setdefault(each.actor.key, each)
    return tuple(found.values())


def _status(every: Sequence[Telling]) -> str:
    told = {each.status for each in every if each.participants}
    return "planned" if told == _AHEAD else every[0].status


def _day(every: Sequence[Telling]) -> Day:
    own = every[0].day
    if own.basis in {"explicit", "inherited"}:
        return own
    for telling in every[1:]:
        if telling.day.basis in {"explicit", "inherited"}:
            return Day(telling.day.first, telling.day.last, "inherited")
    return own if own.first else UNKNOWN
