"""Tables of which entities are one and the same, and of what overrides change."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import ENTITY_TYPES, RUN, reference, score, text
from warehouse.schema.model import Column, Table

OVERRIDE_ACTIONS = {
    "same": "entity_id and other_id are one and the same",
    "different": "they are not, whatever a rule says",
    "rename": "entities.name is to be new_value",
    "type": "entities.entity_type is to be new_value",
}

_FROM = reference("entity_id", "entities.entity_id", "The entity that is another one as well.")
_TO = reference(
    "same_as",
    "entities.entity_id",
    "The entity that stands for both. Of all that are the same: one with a Wikidata id before one "
    "without, then the one with the longest name, then the first by id.",
)
_REASON = Column(
    name="reason",
    dtype=pl.String(),
    description="Why the two are taken to be the same.",
    values={
        "override": "reference_overrides says so",
        "middle_initial": "given name and surname are the same, one has a middle initial (John A. "
        "Smith), and nobody else of the name is known",
    },
)
_SCORE = score("score", "How sure it is.")

ENTITY_REDIRECTS = Table(
    name="entity_redirects",
    grain="one row per entity that is the same as another",
    description="Which entities are one and the same, over all articles and nights, as known now. "
    "same_as is final: it is never redirected itself. Other tables keep the id that was made from "
    "the article; views follow the redirects.",
    primary_key=("entity_id",),
    columns=(_FROM, _TO, _REASON, _SCORE, RUN),
    checks=("entity_id <> same_as",),
)

ENTITY_REDIRECT_LOG = Table(
    name="entity_redirect_log",
    grain="one row per redirect that a run added or withdrew",
    description="History of entity_redirects: what became of an id that was quoted once. It depends"
    " on which articles came in which run; entity_redirects does not.",
    primary_key=("run_id", "entity_id", "op"),
    columns=(
        reference("run_id", "runs.run_id", "The run that made the change."),
        Column(
            name="op",
            dtype=pl.String(),
            description="What it did.",
            values={
                "add": "the redirect holds from this run on",
                "withdraw": "it no longer holds; where it leads elsewhere now, an add stands "
                "beside it",
            },
        ),
        _FROM,
        _TO,
        _REASON,
        _SCORE,
    ),
)

ENTITY_CORRECTIONS = Table(
    name="entity_corrections",
    grain="one row per entity whose name or type an override gives",
    description="What was found in the articles, where entities shows what reference_overrides "
    "says instead.",
    primary_key=("entity_id",),
    columns=(
        reference("entity_id", "entities.entity_id", "The entity."),
        text("found_name", "Its name without the override."),
        Column(
            name="found_type",
            dtype=pl.String(),
            description="Its type without the override.",
            values=ENTITY_TYPES,
        ),
    ),
)

OVERRIDES = Table(
    name="reference_overrides",
    grain="one row per correction made by hand",
    description="What people say about entities; applied in every run, and undone when the row is "
    "gone.",
    columns=(
        Column(
            name="action",
            dtype=pl.String(),
            description="What is said.",
            values=OVERRIDE_ACTIONS,
        ),
        text("entity_id", "The entity; it need not be in entities yet."),
        text("other_id", "The other entity. NULL: the action concerns one alone.", nullable=True),
        text("new_value", "The name or type that it is to have. NULL: neither.", nullable=True),
        text("reason", "Why, for those who come after."),
        Column(name="added_on", dtype=pl.Date(), description="Day on which it was written."),
    ),
    checks=(
        "(action IN ('same', 'different')) = (other_id IS NOT NULL)",
        "(action IN ('rename', 'type')) = (new_value IS NOT NULL)",
    ),
)
