"""Tables of who has part in statements: who speaks, to whom, about whom, through whom."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import STATEMENT, count, reference, score, span, text
from warehouse.schema.model import Column, Table

PARTY_ROLES = {
    "addressee": "the one spoken to (told reporters, called on both sides to)",
    "object": "the one accused, praised, threatened, backed or described",
    "channel": "the one through whom it came (told TASS, quoted by Reuters, in a statement "
    "released by the ministry)",
    "origin": "the one whom the teller cites (reported, citing officials)",
}

STATEMENT_SPEAKERS = Table(
    name="statement_speakers",
    grain="one row per speaker of a statement",
    description="Who speaks, one by one: two leaders who declare something together are two rows.",
    primary_key=("statement_id", "rank"),
    columns=(
        STATEMENT,
        count("rank", "Order in the source, from 1: the first is speaker_entity_id.", first=1),
        reference("entity_id", "entities.entity_id", "The speaker."),
        reference(
            "mention_id",
            "mentions.mention_id",
            "The mention that the speaker rests on: the name in the source, the name that a "
            "pronoun or description goes back to, or (speaker_method body) the country of a body "
            "without a name; there the mention's own entity is the country.",
        ),
    ),
)

STATEMENT_PARTIES = Table(
    name="statement_parties",
    grain="one row per party to a statement",
    description="Who else has part in a statement: to whom it is made, at whom it is aimed, "
    "through whom it came. The first addressee is also in statements.addressee_text.",
    primary_key=("statement_id", "role", "party_no"),
    columns=(
        STATEMENT,
        Column(
            name="role",
            dtype=pl.String(),
            description="What the party is to the statement.",
            values=PARTY_ROLES,
        ),
        count("party_no", "Its place among those of its role, in order of the text.", first=1),
        *span("start_char", "end_char", "the party's words"),
        text("text", "Its words: articles.text between the two offsets."),
        reference(
            "mention_id",
            "mentions.mention_id",
            "The mention that it is. NULL: a description that refers to nobody known.",
            nullable=True,
        ),
        reference(
            "entity_id", "entities.entity_id", "Who it is. NULL: not found out.", nullable=True
        ),
        text("method", "Stable name of the rule that found it."),
        score(
            "score",
            "How sure the rule that found it is: it ranks parties, it is no measured chance.",
        ),
    ),
    checks=("end_char > start_char", "entity_id IS NULL OR mention_id IS NOT NULL"),
)

STATEMENT_ENTITIES = Table(
    name="statement_entities",
    grain="one row per mention that a statement is about or is addressed to",
    description="Whom and what statements are about, and to whom they are made.",
    primary_key=("statement_id", "mention_id", "role"),
    columns=(
        STATEMENT,
        reference("mention_id", "mentions.mention_id", "The name, description or pronoun."),
        reference("entity_id", "entities.entity_id", "What it refers to."),
        Column(
            name="role",
            dtype=pl.String(),
            description="What it is to the statement.",
            values={
                "target": "mentioned in the content",
                **PARTY_ROLES,
            },
        ),
    ),
)
