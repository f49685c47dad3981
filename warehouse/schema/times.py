"""The table of dates, times, durations and sets."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import ARTICLE, reference, span, text
from warehouse.schema.model import Column, Table

_OPEN = "NULL for durations and sets, and where the text leaves it open."

TIMES = Table(
    name="times",
    grain="one row per expression of time in an article",
    description="Every date, time of day, duration and set, with what it means as seen from the "
    "article's day. They do not overlap; ages are none.",
    primary_key=("time_id",),
    columns=(
        text("time_id", "Made from the article and the span."),
        ARTICLE,
        reference("sentence_id", "sentences.sentence_id", "The sentence that it begins in."),
        *span("start_char", "end_char", "the expression"),
        text("text", "The expression as it stands: articles.text between the two offsets."),
        Column(
            name="kind",
            dtype=pl.String(),
            description="What kind of time, as TimeML has it.",
            values={
                "DATE": "a day or a longer stretch of the calendar (Tuesday, last month)",
                "TIME": "a time of day (3:30 p.m., Tuesday night)",
                "DURATION": "how long (two years)",
                "SET": "how often (every week)",
            },
        ),
        text(
            "time_value",
            "Its TimeML value: 2024-04-09, 2024-W15, 2024-04, 2024-Q2, 2024-SP, 199 (the 1990s), "
            "2024-04-09T15:30, 2024-04-09TNI, P2Y, PXD, PRESENT_REF; X for what is not said. Clock "
            "times are as printed, in whatever zone. NULL: not found out.",
            nullable=True,
        ),
        Column(
            name="starts_on",
            dtype=pl.Date(),
            description=f"First day that the value can mean. {_OPEN}",
            nullable=True,
        ),
        Column(
            name="ends_on",
            dtype=pl.Date(),
            description=f"Last day that the value can mean, inclusive. {_OPEN}",
            nullable=True,
        ),
        Column(
            name="grain",
            dtype=pl.String(),
            description="The unit that it is told in.",
            values={
                "second": "a second",
                "minute": "a minute, or a clock time with minutes",
                "hour": "an hour, or a clock time without minutes",
                "part_of_day": "a morning, afternoon, evening or night",
                "night": "nights that are counted",
                "day": "a day",
                "weekend": "a Saturday and Sunday",
                "week": "a week from Monday",
                "fortnight": "two weeks",
                "month": "a month",
                "season": "three months from March, June, September or December",
                "quarter": "a quarter of a calendar or business year",
                "half": "half a year",
                "year": "a calendar or business year",
                "decade": "ten years",
                "century": "a hundred years: the 20th is 1900 to 1999",
                "millennium": "a thousand years",
                "vague": "none: now, recently, soon",
            },
        ),
        Column(
            name="modifier",
            dtype=pl.String(),
            description="What the words add to the value, as TimeML has it. NULL: nothing.",
            nullable=True,
            values={
                "START": "its first part (early, earlier)",
                "MID": "its middle",
                "END": "its last part (late, later, the end of)",
                "APPROX": "about so much",
                "MORE_THAN": "more than that",
                "LESS_THAN": "less than that",
                "EQUAL_OR_MORE": "that or more (at least)",
                "EQUAL_OR_LESS": "that or less (up to)",
            },
        ),
        text("method", "Stable name of the rule that found and read it."),
    ),
    checks=("end_char > start_char", "(starts_on IS NULL) = (ends_on IS NULL)"),
)
