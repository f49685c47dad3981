"""Tables about the warehouse itself."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import text
from warehouse.schema.model import Column, Table

DICTIONARY = Table(
    name="dictionary",
    grain="one row per table, view or macro, and one per column or parameter of it",
    description="This dictionary, to be queried beside the data.",
    primary_key=("table_name", "column_name"),
    columns=(
        text("table_name", "The table, view or macro."),
        Column(
            name="column_name",
            dtype=pl.String(),
            description="The column or parameter; empty text for the table, view or macro itself.",
        ),
        text(
            "type",
            "The column's SQL type, or parameter. NULL for a table, view or macro itself.",
            nullable=True,
        ),
        text("description", "What it means."),
    ),
)

QUALITY = Table(
    name="quality",
    grain="one row per measure of a model on a corpus",
    description="How well each model does on hand-labelled articles that it was not trained on.",
    primary_key=("model_version", "task", "corpus", "measure"),
    columns=(
        text("model_version", "Version of the trained weights: runs.model_version."),
        text("task", "What was measured: attribution, names, ..."),
        text("corpus", "The hand-labelled corpus that it was measured on."),
        text("measure", "Which measure, for instance exact_content_f1."),
        Column(
            name="value",
            dtype=pl.Float64(),
            description="Its value in percent, as `onrecord evaluate` prints it.",
        ),
    ),
)
