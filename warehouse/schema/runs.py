"""Tables of what was run, on which files, and what was refused."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import RUN, count, reference, seconds, text
from warehouse.schema.model import Column, Table

RUNS = Table(
    name="runs",
    grain="one row per run",
    description="What each run used, read and added.",
    primary_key=("run_id",),
    columns=(
        text("run_id", "Made from when the run began and what it read."),
        Column(name="started_at", dtype=pl.Datetime("us"), description="When it began, UTC."),
        Column(
            name="finished_at",
            dtype=pl.Datetime("us"),
            description="When everything was loaded, UTC. NULL only while it runs.",
            nullable=True,
        ),
        Column(
            name="status",
            dtype=pl.String(),
            description="How far the run came.",
            values={
                "running": "still at work: never seen in a published file",
                "published": "done, every check that gates publishing passed",
            },
        ),
        text("code_version", "Version of onrecord."),
        text("model_version", "Version of the trained weights; the key into quality."),
        text("seeds_version", "Short hash of the reference CSVs that it used."),
        count("files_seen", "Files that it was given."),
        count("files_new", "Files of those that no run had read before."),
        count("files_duplicate", "New files all of whose articles were known already."),
        count("files_rejected", "New files that gave nothing but rejects."),
        count("articles_added", "Rows added to articles."),
        count("mentions_added", "Rows added to mentions."),
        count("statements_added", "Rows added to statements."),
        seconds("seconds_read", "Seconds spent on reading files into articles."),
        seconds("seconds_extract", "Seconds spent on finding mentions and statements."),
        seconds("seconds_load", "Seconds spent on writing to the warehouse."),
    ),
    checks=("finished_at >= started_at",),
)

FILES = Table(
    name="files",
    grain="one row per raw file, whatever its name",
    description="Every raw file that was ever read. The same bytes are never read twice.",
    primary_key=("file_id",),
    columns=(
        Column(
            name="file_id",
            dtype=pl.String(),
            description="SHA-256 of the file's bytes, 64 hexadecimal digits.",
            check="length(file_id) = 64",
        ),
        text("uri", "Where it was read; the first in order where the same bytes lay twice."),
        text("format", "The format that its content was read as: headed_text, html, jsonl, ..."),
        Column(
            name="size_bytes",
            dtype=pl.Int64(),
            description="Its size in bytes, as it lay on disk.",
            check="size_bytes >= 0",
        ),
        reference("first_run_id", "runs.run_id", "The run that read it first."),
        Column(
            name="status",
            dtype=pl.String(),
            description="What became of it.",
            values={
                "loaded": "at least one of its articles is in articles under this file",
                "duplicate": "all its articles were known, or are loaded from another file",
                "rejected": "it gave nothing but rejects",
                "empty": "no bytes, or no records",
            },
        ),
    ),
)

REJECTS = Table(
    name="rejects",
    grain="one row per file or record refused, and rule",
    description="What was not loaded, and why.",
    primary_key=("file_id", "record_no", "rule"),
    columns=(
        reference("file_id", "files.file_id", "The file that was refused, or that holds it."),
        count("record_no", "Which record of the file, counted from 1; 0 for the whole file."),
        text("rule", "Stable name of the rule that refused it."),
        Column(
            name="detail",
            dtype=pl.String(),
            description="What was found, for people. Never the article's text.",
        ),
        RUN,
    ),
)
