"""The aliases of an article's entities: forms printed in it, and those of the reference."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.entities.model import Resolved
from transforms.entities.names import person_name
from transforms.entities.places import shown
from transforms.entities.reference import Reference

_STANDS_FOR = frozenset({"demonym", "metonym", "member"})


def aliases(resolved: Iterable[Resolved], reference: Reference) -> set[tuple[str, str, str]]:
    """(alias, entity_id, origin) for every entity; origin is `article` or `reference`.

    Article aliases are without titles and possessive. A name that only stands for the entity (a
    demonym, a metonym, a party's members) is none; an alias that both know is the reference's.
    """
    found: dict[tuple[str, str], str] = {}
    for each in resolved:
        if each.entity is None:
            continue
        own = each.entity.entity_id
        if each.link_method not in _STANDS_FOR:
            found.setdefault((_alias(each, reference), own), "article")
        for alias in (each.entity.name, *reference.surfaces.get(own, ())):
            is_known = alias != each.entity.name or own in reference.surfaces
            found[alias, own] = "reference" if is_known else "article"
    return {(alias, own, origin) for (alias, own), origin in found.items() if alias}


def _alias(resolved: Resolved, reference: Reference) -> str:
    text = resolved.name.text
    if resolved.entity_type == "PERSON":
        return person_name(text, reference.titles).display
    return shown(text)
