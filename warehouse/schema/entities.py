"""Tables of who and what is named, and where."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import (
    ARTICLE,
    ENTITY_TYPES,
    count,
    reference,
    score,
    span,
    text,
)
from warehouse.schema.model import Column, Table

ENTITIES = Table(
    name="entities",
    grain="one row per person, organisation, place or other thing that an article names",
    description="Who and what mentions refer to.",
    primary_key=("entity_id",),
    columns=(
        text(
            "entity_id",
            "The Wikidata id where the reference data has one, else our own, made from type and "
            "name.",
        ),
        text("name", "Its usual name."),
        Column(
            name="entity_type",
            dtype=pl.String(),
            description="What it is.",
            values=ENTITY_TYPES,
        ),
        Column(
            name="wikidata_id",
            dtype=pl.String(),
            description="Wikidata id, Q and digits. NULL: the reference data has none.",
            nullable=True,
            check="regexp_full_match(wikidata_id, 'Q[0-9]+')",
        ),
        Column(
            name="country_code",
            dtype=pl.String(),
            description="Country that it is, or belongs to: ISO 3166-1 alpha-2 (NA is Namibia), "
            "EU and XK besides. NULL: unknown, or none.",
            nullable=True,
            check="regexp_full_match(country_code, '[A-Z]{2}')",
        ),
        text(
            "description",
            "Latest known office or kind, from the reference data. NULL: not in it.",
            nullable=True,
        ),
        text(
            "affiliation_id",
            "entity_id of the organisation or country that somebody without a name belongs to, as "
            "the article puts it (a White House official). NULL: not said, or it has a name.",
            nullable=True,
        ),
        Column(
            name="first_seen_on",
            dtype=pl.Date(),
            description="Earliest published_on of the articles that mention it. NULL: none of "
            "them has a day.",
            nullable=True,
        ),
    ),
)

ALIASES = Table(
    name="aliases",
    grain="one row per surface form of an entity",
    description="The forms that entities are known by. One form may belong to several entities.",
    primary_key=("alias", "entity_id"),
    columns=(
        text("alias", "The form, as written."),
        reference("entity_id", "entities.entity_id", "The entity that it may mean."),
        Column(
            name="origin",
            dtype=pl.String(),
            description="Where the form is known from.",
            values={"reference": "the reference data", "article": "seen in an article"},
        ),
    ),
)

MENTIONS = Table(
    name="mentions",
    grain="one row per span that names or refers to something",
    description="Every name, and every phrase or pronoun that refers to somebody.",
    primary_key=("mention_id",),
    columns=(
        text("mention_id", "Made from the article, the span and the mention type."),
        ARTICLE,
        reference("sentence_id", "sentences.sentence_id", "The sentence that holds it."),
        *span("start_char", "end_char", "the mention"),
        *span("head_start", "head_end", "its head word (minister in: the foreign minister)"),
        text("text", "The mention as it stands: articles.text between the two offsets."),
        Column(
            name="mention_type",
            dtype=pl.String(),
            description="How it refers.",
            values={
                "name": "by a proper name (Sergei Lavrov)",
                "nominal": "by a common noun (the minister)",
                "pronoun": "by a pronoun (he)",
            },
        ),
        Column(
            name="entity_type",
            dtype=pl.String(),
            description="What it refers to, as the text has it. NULL: a description or pronoun "
            "without an entity.",
            nullable=True,
            values=ENTITY_TYPES,
        ),
        score(
            "score",
            "The chance that this is a name of this type. NULL: its finder gives none.",
            nullable=True,
        ),
        reference(
            "entity_id",
            "entities.entity_id",
            "What it refers to. NULL: not found out; link_method says why.",
            nullable=True,
        ),
        text("link_method", "Stable name of the rule that linked it, or why none did."),
        score("link_score", "How sure the link is. NULL: not linked.", nullable=True),
        text(
            "antecedent_id",
            "mention_id of the mention that this description or pronoun goes back to. NULL: a "
            "name, or the first mention of its kind.",
            nullable=True,
        ),
        score(
            "antecedent_score",
            "The chance that this one step back is right; link_score is that of the whole way to "
            "the entity. NULL: known by rule, or no antecedent.",
            nullable=True,
        ),
    ),
    checks=("end_char > start_char", "link_score IS NULL OR entity_id IS NOT NULL"),
)

ENTITY_CANDIDATES = Table(
    name="entity_candidates",
    grain="one row per mention and entity that it may mean",
    description="Up to three entities that were considered for a name, chosen or not: of the "
    "reference data, or of the article where several bear the name.",
    primary_key=("mention_id", "rank"),
    columns=(
        reference("mention_id", "mentions.mention_id", "The name."),
        count("rank", "1 for the likeliest.", first=1),
        text(
            "candidate_id",
            "The entity's id. It stands in entities only where an article means it for sure.",
        ),
        text("name", "Its usual name."),
        score("share", "Its share of the evidence among all that bear the name."),
    ),
)

PRINTED_ROLES = Table(
    name="roles",
    grain="one row per title or description that an article introduces somebody with",
    description="What people and organisations were called when: titles before names, appositions "
    "beside them.",
    primary_key=("mention_id", "start_char", "end_char"),
    columns=(
        reference("mention_id", "mentions.mention_id", "The name that it introduces."),
        reference("entity_id", "entities.entity_id", "Who is called so."),
        ARTICLE,
        text("role", "The words as printed: articles.text between the two offsets."),
        *span("start_char", "end_char", "the role"),
        reference(
            "of_entity_id",
            "entities.entity_id",
            "The organisation or country that the words name. NULL: none that is known.",
            nullable=True,
        ),
        Column(
            name="seen_on",
            dtype=pl.Date(),
            description="Day of publication of the article. NULL: unknown.",
            nullable=True,
        ),
    ),
    checks=("end_char > start_char",),
)
