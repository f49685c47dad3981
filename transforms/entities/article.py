"""Who is who in one article: every name with its type, its entity and how that was decided.

`link_method` says how, and where there is no entity, why not. Entities of the reference data:
`reference_alias` (a full name, an alias), `reference_spelling` (a full name in a spelling that the
reference lacks: `Serguei Lavrov`), `reference_office` (a surname with an office that the
person held: `President Biden`), `reference_surname` (a lone surname that just one prominent
person bears), `demonym` (`Chinese`: the country), `member` (`Republicans`: the party), `metonym`
(`Moscow said`: the country). Any entity: `title_name` (`Mr. Lavrov`) and `short_name` (`Lavrov`,
`Goldman`) of somebody or something named in full in the article, `given_name` (`Hillary`),
`acronym` (spelled out in the article), `gazetteer` (an American state, a capital), `repeated` (a
name that the model passed over, where the article uses it for one entity elsewhere). Entities of
their own name: `full_name`, `acronym_only`, `surname_only` (may be anyone). No entity:
`ambiguous` (several fit, or a name such as `the Committee`), `not_linked` (nobody in particular:
`the Clintons`, `anti-Trump`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from transforms.entities.evidence import evidence
from transforms.entities.labels import agreed_labels
from transforms.entities.model import Entity, Name, Resolved
from transforms.entities.organizations import resolve_organizations
from transforms.entities.persons import resolve_persons
from transforms.entities.places import resolve_place
from transforms.entities.reference import Reference
from transforms.entities.types import entity_type

__all__ = ["Entity", "Name", "Resolved", "resolve"]


def resolve(
    names: Sequence[Name],
    *,
    text: str,
    title: str | None,
    published_on: date | None,
    reference: Reference,
) -> list[Resolved]:
    """Every name of an article with its type and entity, in order of place in the text.

    `title` is the headline, `published_on` decides between holders of an office; the order of
    `names` does not count.
    """
    ordered = sorted(names, key=lambda each: (each.start, each.end, each.label, each.text))
    said = evidence(ordered, text=text, title=title, published_on=published_on, reference=reference)
    typed: defaultdict[str, list[Name]] = defaultdict(list)
    for name, label in zip(ordered, agreed_labels(ordered, reference), strict=True):
        typed[entity_type(name.text, label, reference)].append(name)
    resolved = [
        *resolve_persons(typed.pop("PERSON", []), said),
        *resolve_organizations(typed.pop("ORG", []), said),
        *(resolve_place(name, kind, said) for kind, found in typed.items() for name in found),
    ]
    return sorted(resolved, key=_by_place)


def _by_place(resolved: Resolved) -> tuple[int, int, str, str, float]:
    name = resolved.name
    return name.start, name.end, name.label, name.text, name.score or 0.0
