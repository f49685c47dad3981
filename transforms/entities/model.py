"""What goes in and what comes out: names, entities, resolved names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Name:
    """A name that the model found: its span in the article's text, a coarse label, a score.

    `label` is PERSON, ORG, LOC or MISC, from other pipelines also GPE, FAC, NORP or EVENT; `start`
    and `end` are code points, end exclusive; `score` is None where its finder gives none.
    """

    start: int
    end: int
    text: str
    label: str
    score: float | None


@dataclass(frozen=True)
class Entity:
    """Somebody or something: a Wikidata QID where the reference has one, else an id of our own.

    `affiliation_id`: the entity that somebody without a name belongs to, where the article says so.
    """

    entity_id: str
    name: str
    entity_type: str
    wikidata_id: str | None
    country_code: str | None
    description: str | None
    affiliation_id: str | None = None


@dataclass(frozen=True)
class Resolved:
    """A name, what kind of thing it names, which one, and how that was decided.

    `mention_type` is nominal or pronoun where it stands for somebody without a name. `candidates`:
    up to three entities that were considered, the likeliest first, each with its share of the
    evidence, 0 to 1.
    """

    name: Name
    entity_type: str
    entity: Entity | None
    link_method: str
    link_score: float | None
    mention_type: str = "name"
    candidates: tuple[tuple[Entity, float], ...] = ()
