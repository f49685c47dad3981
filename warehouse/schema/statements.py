"""Tables of who said what."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import (
    ARTICLE,
    STATEMENT,
    STATEMENT_KINDS,
    count,
    reference,
    score,
    span,
    text,
)
from warehouse.schema.model import Column, Table

PARTS = {
    "source": "the words that name who is said to speak",
    "cue": "the reporting expression",
    "content": "the words attributed to the source",
}

_WHOLE = "articles.text from its first to its last character"


def _part(part: str, *, nullable: bool) -> tuple[Column, Column, Column]:
    absent = f" NULL: the statement has no {part}." if nullable else ""
    meaning = PARTS[part].removeprefix("the ").capitalize()
    return (
        text(f"{part}_text", f"{meaning}: {_WHOLE}.{absent}", nullable=nullable),
        *span(
            f"{part}_start",
            f"{part}_end",
            f"the {part} (its first piece to its last)",
            nullable=nullable,
        ),
    )


def _whole_or_absent(part: str) -> tuple[str, str, str]:
    first, last, words = f"{part}_start", f"{part}_end", f"{part}_text"
    return (
        f"({first} IS NULL) = ({last} IS NULL)",
        f"({first} IS NULL) = ({words} IS NULL)",
        f"{last} > {first}",
    )


def _day(name: str, which: str) -> Column:
    return Column(
        name=name,
        dtype=pl.Date(),
        description=f"{which} day on which it can have been said, inclusive; said_on_basis tells "
        "where it comes from. NULL: unknown.",
        nullable=True,
    )


_ADDRESSEE = (
    text(
        "addressee_text",
        "Who it was said to, as written (told reporters). NULL: nobody is named.",
        nullable=True,
    ),
    reference(
        "addressee_entity_id",
        "entities.entity_id",
        "Who it was said to. NULL: nobody is named, or not found out who.",
        nullable=True,
    ),
)

_TIME = (
    _day("said_on_start", "First"),
    _day("said_on_end", "Last"),
    Column(
        name="said_on_basis",
        dtype=pl.String(),
        description="Where the day comes from.",
        values={
            "explicit": "a time at the cue (said on Tuesday)",
            "inherited": "a day told elsewhere: at a verb beside the cue (met on Monday and said), "
            "of the occasion, of a statement before, or that of the article's news",
            "dateline": "a plain report without a time: the day in the dateline",
            "published": "a plain report without a time: articles.published_on",
            "unknown": "nothing tells; both days are NULL",
        },
    ),
    score(
        "said_on_score",
        "Chance that the day, or that none is told, is right. NULL: the article has no day.",
        nullable=True,
    ),
)

STATEMENTS = Table(
    name="statements",
    grain="one row per statement: one attribution of content to a source by a cue",
    description="Who said, thought, meant or saw what, as the articles report it.",
    primary_key=("statement_id",),
    columns=(
        text("statement_id", "Made from the article and the cue's span; no cue: the content's."),
        ARTICLE,
        reference(
            "sentence_id",
            "sentences.sentence_id",
            "The sentence of the cue; without a cue, the one in which the content begins.",
        ),
        Column(
            name="statement_kind",
            dtype=pl.String(),
            description="What the cue says happened.",
            values=STATEMENT_KINDS,
        ),
        Column(
            name="kind_basis",
            dtype=pl.String(),
            description="What statement_kind rests on.",
            values={
                "lexicon": "the cue is listed in reference_cues",
                "source": "who the source is: a document (a poll, a law, a report), or a person "
                "who is said to find or indicate, as documents do",
                "quotation": "the cue is not listed, but the content is quoted",
                "default": "the cue is not listed: taken as an attitude (thought)",
            },
        ),
        Column(
            name="speech_type",
            dtype=pl.String(),
            description="How the content is given.",
            values={
                "direct": "all of it in quotation marks: the source's own words",
                "indirect": "none of it: the article's words for what was said",
                "mixed": "partly in quotation marks",
            },
        ),
        *_part("source", nullable=True),
        *_part("cue", nullable=True),
        text(
            "cue_lemma",
            "Dictionary form of the cue; of one that is not listed that of its head word. NULL: no "
            "cue, or one without a word (a colon).",
            nullable=True,
        ),
        text(
            "cue_class",
            "What kind of act the cue reports (say, deny, promise): reference_cues.class. "
            "NULL: no cue, or not a listed one; a colon or dash before a quotation says.",
            nullable=True,
        ),
        Column(
            name="negated",
            dtype=pl.Boolean(),
            description="Whether the act is denied (did not say, nobody said, declined to "
            "comment).",
        ),
        Column(
            name="modality",
            dtype=pl.String(),
            description="How far the act is a fact. NULL: no cue, or one without a word.",
            nullable=True,
            values={
                "asserted": "it is told as a fact (said)",
                "possible": "it may be (may have said, reportedly said, seemed to say)",
                "future": "it is to come (will say, plans to say)",
                "hypothetical": "it would be (would say, if he says)",
                "necessary": "it should be (should say, has to say)",
                "question": "it is asked (did he say?)",
            },
        ),
        text(
            "inside_statement_id",
            "statement_id of the one whose content this one is part of (A said that B had said). "
            "NULL: it is the article's own.",
            nullable=True,
        ),
        *_part("content", nullable=False),
        reference(
            "speaker_entity_id",
            "entities.entity_id",
            "Who the source is; the first of statement_speakers where there are several. NULL: not "
            "found out.",
            nullable=True,
        ),
        text(
            "speaker_method",
            "Stable name of the rule that found the speaker; unknown:<why> where none did.",
        ),
        score("speaker_score", "How sure the speaker is. NULL: no speaker.", nullable=True),
        *_ADDRESSEE,
        *_TIME,
        reference(
            "contact_id",
            "contacts.contact_id",
            "The contact that it was made on (said after talks with). NULL: none is told.",
            nullable=True,
        ),
        score(
            "score",
            "The chance that cue, content and source are right; keep those above 0.5, say, to have"
            " fewer and surer ones (the model card tells what each threshold gives and costs).",
        ),
        score(
            "source_score",
            "The chance that the source, or having none, is right where cue and content are.",
        ),
        text("method", "Stable name of the rule or model that found the statement."),
    ),
    checks=(
        *_whole_or_absent("source"),
        *_whole_or_absent("cue"),
        "content_end > content_start",
        "said_on_end >= said_on_start",
        "(said_on_start IS NULL) = (said_on_end IS NULL)",
        "speaker_score IS NULL OR speaker_entity_id IS NOT NULL",
    ),
)

STATEMENT_SPANS = Table(
    name="statement_spans",
    grain="one row per piece of a part of a statement",
    description="The pieces of each part. A part in one piece has one row; a quotation broken by "
    "its cue has two.",
    primary_key=("statement_id", "part", "piece_no"),
    columns=(
        STATEMENT,
        Column(
            name="part",
            dtype=pl.String(),
            description="Which part of the statement.",
            values=PARTS,
        ),
        count("piece_no", "Its place among the part's pieces, in order of the text, from 0."),
        *span("start_char", "end_char", "the piece"),
    ),
    checks=("end_char > start_char",),
)
