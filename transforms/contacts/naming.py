"""Names as actors: themselves, those they stand for, or some of many."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from transforms.contacts.model import Actor
from transforms.entities.model import Resolved

COUNTRIES: Final = frozenset({"country", "territory"})
"""How the reference data describe what has leaders and officials of its own."""
_LINKED: Final = 0.9
_REPRESENTED: Final = 0.95


def is_one(name: Resolved) -> bool:
    """Whether a name stands for one actor: not `Democrats` or `Jewish`, who are any of many."""
    if name.entity_type != "NORP" or name.entity is None:
        return name.entity_type != "NORP" and not (
            name.entity is not None and name.entity.description == "party"
        )
    return name.entity.description in COUNTRIES


def some_of(name: Resolved) -> Actor:
    """Members of a party or people, nobody knows which."""
    return Actor(
        mention=(name.name.start, name.name.end),
        mention_type=name.mention_type,
        entity=None,
        entity_type=None,
        basis="some",
        chance=1.0,
        is_plural=True,
    )


def named(name: Resolved) -> Actor:
    """A name as an actor."""
    return Actor(
        mention=(name.name.start, name.name.end),
        mention_type=name.mention_type,
        entity=name.entity,
        entity_type=name.entity_type,
        basis="name",
        chance=1.0 if name.link_score is None else max(name.link_score, _LINKED),
    )


def representing(name: Resolved) -> Actor:
    """The country or body that unnamed people stand for."""
    actor = named(name)
    chance = _REPRESENTED * actor.chance
    return replace(actor, basis="represents", chance=chance, is_plural=True)
