"""Tables of the articles and their sentences."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import ARTICLE, RECORD_NO, RUN, count, reference, span, text
from warehouse.schema.model import Column, Table

ARTICLES = Table(
    name="articles",
    grain="one row per article: one wording, however often it was delivered",
    description="The texts that everything else points into, and what is known about them.",
    primary_key=("article_id",),
    columns=(
        text("article_id", "Made from the wording; case and white space do not count."),
        reference("file_id", "files.file_id", "The raw file that it was loaded from."),
        RECORD_NO,
        text(
            "record_path",
            "Path of the member in an archive. NULL where the file is no archive.",
            nullable=True,
        ),
        text("publisher", "The outlet, as the file names it. NULL: not given.", nullable=True),
        text("url", "Where it was published. NULL: not given.", nullable=True),
        text("title", "The headline; not part of text. NULL: not given.", nullable=True),
        text("author", "The byline, as printed. NULL: not given.", nullable=True),
        text("section", "The outlet's section (World, Business). NULL: not given.", nullable=True),
        text("language", "ISO 639-1 code of the language. NULL: not given.", nullable=True),
        Column(
            name="published_on",
            dtype=pl.Date(),
            description="Day of publication. NULL: nothing in the file tells.",
            nullable=True,
        ),
        Column(
            name="published_basis",
            dtype=pl.String(),
            description="Where published_on was found. NULL where published_on is NULL.",
            nullable=True,
            values={
                "header": "a header line of the file",
                "metadata": "a field of the format: JSON key, HTML meta tag, XML element",
                "filename": "the file's name",
                "dateline": "the dateline before the body",
                "file_time": "the file's own time stamp: the least certain",
            },
        ),
        text(
            "dateline_place",
            "Place that the dateline names, as printed. NULL: no dateline.",
            nullable=True,
        ),
        text(
            "text",
            "The body, normalised once (Unicode NFC, newlines) before any offset existed; "
            "paragraphs are parted by blank lines. Every span points into it.",
        ),
        count("word_count", "Words of text, parted by white space.", first=1),
        text("encoding", "Character encoding that the file was read with."),
        Column(
            name="was_mended",
            dtype=pl.Boolean(),
            description="Whether wrongly decoded characters (mojibake) were put right.",
        ),
        text(
            "extra",
            "Header keys that have no column: a JSON object, text to text. NULL: there are none.",
            nullable=True,
        ),
        text(
            "duplicate_of",
            "article_id of the article that this one nearly repeats. NULL: it stands for itself.",
            nullable=True,
        ),
        RUN,
    ),
    checks=(
        "(published_on IS NULL) = (published_basis IS NULL)",
        "duplicate_of <> article_id",
    ),
)

SENTENCES = Table(
    name="sentences",
    grain="one row per sentence of an article",
    description="Where sentences and paragraphs begin and end. They do not overlap.",
    primary_key=("sentence_id",),
    columns=(
        text("sentence_id", "Made from the article and the span."),
        ARTICLE,
        count("sentence_no", "Its place among the article's sentences, from 0."),
        count("paragraph_no", "The paragraph that it stands in, counted from 0."),
        *span("start_char", "end_char", "the sentence"),
    ),
    checks=("end_char > start_char",),
)
