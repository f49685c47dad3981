"""What goes in: entities as the warehouse has them; what comes out: pairs that are the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Known:
    """An entity of the warehouse, under the name that was found."""

    entity_id: str
    name: str
    entity_type: str
    wikidata_id: str | None


@dataclass(frozen=True, kw_only=True, order=True)
class Pair:
    """Two entity ids that are the same, why (`entity_redirects.reason`), and how surely."""

    one: str
    other: str
    reason: str
    score: float
