"""Tables of contacts between actors: meetings, visits, calls, talks, summits, agreements."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import (
    ARTICLE,
    CONTACT_TYPES,
    PLOVER_MODES,
    PLOVER_TYPES,
    count,
    reference,
    score,
    span,
    text,
)
from warehouse.schema.model import Column, Table


def _day(name: str, which: str) -> Column:
    return Column(
        name=name,
        dtype=pl.Date(),
        description=f"{which} day on which it can have been, inclusive; day_basis tells where it "
        "comes from. NULL: unknown.",
        nullable=True,
    )


_CONTACT = reference("contact_id", "contacts.contact_id", "The contact.")

_WHERE = (
    text(
        "place_text",
        "Where it was or is to be, or what is visited, as written. NULL: not told.",
        nullable=True,
    ),
    *span("place_start", "place_end", "the name of the place", nullable=True),
    reference(
        "place_entity_id",
        "entities.entity_id",
        "The place. NULL: not told, or not found out which.",
        nullable=True,
    ),
)

_WHEN = (
    _day("starts_on", "First"),
    _day("ends_on", "Last"),
    Column(
        name="day_basis",
        dtype=pl.String(),
        description="Where the day comes from.",
        values={
            "explicit": "a time at the words that tell of it (met on Tuesday)",
            "inherited": "a time that points back (earlier that day), one at another of its "
            "tellings, or the day that the sentence before tells of",
            "published": "the day whose news the article tells, else articles.published_on: a "
            "plain report without a time, in the first two sentences",
            "unknown": "nothing tells; both days are NULL",
        },
    ),
)

CONTACTS = Table(
    name="contacts",
    grain="one row per contact that an article tells of, however often it does",
    description="Meetings, visits, calls, talks, summits and agreements signed between actors, "
    "as the articles report them: also those that are planned, or did not come about.",
    primary_key=("contact_id",),
    columns=(
        text("contact_id", "Made from the article and the span."),
        ARTICLE,
        reference("sentence_id", "sentences.sentence_id", "The sentence that the span begins in."),
        *span("start_char", "end_char", "the words that tell of it most fully"),
        text("text", "Those words as they stand: articles.text between the two offsets."),
        Column(
            name="contact_type",
            dtype=pl.String(),
            description="What kind of contact: reference_contacts.contact_type.",
            values=CONTACT_TYPES,
        ),
        Column(
            name="plover_type",
            dtype=pl.String(),
            description="Its event type in PLOVER, the Political Language Ontology for Verifiable "
            "Event Records.",
            values=PLOVER_TYPES,
        ),
        Column(
            name="plover_mode",
            dtype=pl.String(),
            description="Its mode in PLOVER. NULL: PLOVER has none for it.",
            nullable=True,
            values=PLOVER_MODES,
        ),
        Column(
            name="status",
            dtype=pl.String(),
            description="Whether it came about, as the article has it.",
            values={
                "happened": "it took place, or is under way",
                "planned": "it is expected, scheduled or agreed",
                "possible": "somebody wants, offers or considers it, or it may have been",
                "cancelled": "it was called off or put off",
                "denied": "it did not or will not take place, or somebody says so",
            },
        ),
        *_WHERE,
        *_WHEN,
        text("method", "Stable name of the rule or model that found it."),
        score(
            "score",
            "A product of how directly the sides hang on the words (1 to 0.85, less for each "
            "clause between), the least sure of their links, and how plain form and status are; "
            "below 0.4 a contact is dropped. It ranks contacts, roughly, and is no chance.",
        ),
    ),
    checks=(
        "end_char > start_char",
        "place_end > place_start",
        "(place_start IS NULL) = (place_end IS NULL)",
        "(place_start IS NULL) = (place_text IS NULL)",
        "ends_on >= starts_on",
        "(starts_on IS NULL) = (ends_on IS NULL)",
    ),
)

CONTACT_PARTICIPANTS = Table(
    name="contact_participants",
    grain="one row per participant of a contact",
    description="Who takes part in contacts, and as what.",
    primary_key=("contact_id", "rank"),
    columns=(
        _CONTACT,
        count("rank", "Order in which the article names them, from 1.", first=1),
        reference(
            "mention_id",
            "mentions.mention_id",
            "The name, description or pronoun that takes part; where basis is represents, speaker "
            "or pair, the name that it leads to.",
        ),
        reference(
            "entity_id",
            "entities.entity_id",
            "Who it is. NULL: not found out.",
            nullable=True,
        ),
        Column(
            name="role",
            dtype=pl.String(),
            description="What part they have.",
            values={
                "participant": "one of those who meet or talk",
                "host": "who receives, or is visited",
                "guest": "who is received",
                "visitor": "who visits",
                "caller": "who calls",
                "called": "who is called",
                "signatory": "who signs",
            },
        ),
        Column(
            name="basis",
            dtype=pl.String(),
            description="What it rests on that they take part.",
            values={
                "name": "their name",
                "reference": "a description or pronoun: mentions.entity_id",
                "some": "members of a party, people or faith, nobody knows which (Democrats): they "
                "have no entity_id",
                "represents": "people or a body without a name of the country or organisation "
                "named (the leaders of Japan)",
                "speaker": "a pronoun in a reported clause (Lavrov said he met): who says it",
                "pair": "a plural (the two leaders): the two who were last named together",
            },
        ),
    ),
)

CONTACT_SPANS = Table(
    name="contact_spans",
    grain="one row per telling of a contact",
    description="Every place where an article tells of a contact, that of contacts included.",
    primary_key=("contact_id", "start_char"),
    columns=(
        _CONTACT,
        reference("sentence_id", "sentences.sentence_id", "The sentence that it begins in."),
        *span("start_char", "end_char", "the words that tell of it"),
        text("text", "Those words as they stand: articles.text between the two offsets."),
    ),
    checks=("end_char > start_char",),
)
