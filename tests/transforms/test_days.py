"""The day of a statement: a time at its cue, the occasion before, the article's day, or unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from transforms.days import Day
from transforms.extraction import Extractor

PUBLISHED = date(2024, 4, 9)
TUESDAY, MONDAY = PUBLISHED, date(2024, 4, 8)
DaysOf = Callable[..., list[Day]]


@pytest.fixture(scope="session")
def days_of(extractor: Extractor) -> DaysOf:
    """The days of the statements of a text, in text order, without their scores."""

    def _days_of(text: str, published_on: date | None = PUBLISHED) -> list[Day]:
        record = {"article_id": "a", "title": None, "text": text, "published_on": published_on}
        [article] = extractor.read([record])
        return [replace(one.day, score=None) for one in article.statements]

    return _days_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Petrova said on Monday that the bridge was closed.",
            Day(MONDAY, MONDAY, "explicit"),
        ),
        (
            "Ana Petrova told reporters on Tuesday that the bridge was closed.",
            Day(TUESDAY, TUESDAY, "explicit"),
        ),
        (
            "In February 2022, Ana Petrova warned that the bridge would fall.",
            Day(date(2022, 2, 1), date(2022, 2, 28), "explicit"),
        ),
        (
            "Ana Petrova said that the bridge was closed.",
            Day(PUBLISHED, PUBLISHED, "published"),
        ),
        (
            "Ana Petrova was quoted as saying on Monday that the bridge was closed.",
            Day(MONDAY, MONDAY, "explicit"),
        ),
        (
            "Ana Petrova vowed to open the bridge on Monday.",
            Day(PUBLISHED, PUBLISHED, "published"),
        ),
        (
            "Ana Petrova recalled a 2007 meeting about the bridge.",
            Day(PUBLISHED, PUBLISHED, "published"),
        ),
        ("Ana Petrova had promised that the bridge would open.", Day(None, None, "unknown")),
        ("Ana Petrova may say that the bridge is closed.", Day(None, None, "unknown")),
    ],
)
def test_a_statement_has_the_day_that_its_cue_tells(
    days_of: DaysOf, text: str, expected: Day
) -> None:
    assert days_of(text)[0] == expected


def test_a_time_inside_the_content_is_not_the_day(days_of: DaysOf) -> None:
    [day] = days_of("Ana Petrova said that the bridge was closed on Monday.")
    assert day == Day(PUBLISHED, PUBLISHED, "published")


def test_who_goes_on_speaks_on_the_same_day(days_of: DaysOf) -> None:
    first, second = days_of(
        "Ana Petrova said on Monday that the bridge was closed. She said that it would open again."
    )
    assert first == Day(MONDAY, MONDAY, "explicit")
    assert second == Day(MONDAY, MONDAY, "inherited")


def test_without_the_article_s_day_nothing_is_made_up(days_of: DaysOf) -> None:
    assert days_of("Ana Petrova said that the bridge was closed.", None) == [
        Day(None, None, "unknown")
    ]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        (
            "Ana Petrova and Kenya’s president met on Monday.\n\nBo Li said it was late.",
            "inherited",
        ),
        ("GENEVA, April 8 (Reuters) - Bo Li said it was late.", "dateline"),
    ],
)
def test_a_plain_report_is_of_the_day_that_the_article_tells_of(
    days_of: DaysOf, text: str, basis: str
) -> None:
    [day] = days_of(text)
    assert day == Day(MONDAY, MONDAY, basis)


@pytest.mark.parametrize(
    "text",
    [
        "The two met on Monday.\n\nAna Petrova believes that the bridge is closed.",
        "The two met on Monday.\n\nAna Petrova once said that the bridge was closed.",
        "The two met on Monday, days after Ana Petrova warned that the bridge would fall.",
    ],
)
def test_what_is_no_report_of_that_day_has_none(days_of: DaysOf, text: str) -> None:
    assert days_of(text)[-1] == Day(None, None, "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "He told me on Monday that the bridge was closed.",
        "Ana Petrova endorsed the plan on Monday.",
        "Ana Petrova said in a Monday interview that the bridge was closed.",
        "At Monday’s debate, Ana Petrova said that the bridge was closed.",
    ],
)
def test_a_time_beside_the_cue_is_its_own(days_of: DaysOf, text: str) -> None:
    assert days_of(text)[0] == Day(MONDAY, MONDAY, "explicit")


def test_a_live_report_is_of_the_article_s_day(days_of: DaysOf) -> None:
    [day] = days_of("Ana Petrova is telling a crowd that the bridge is closed.")
    assert day == Day(PUBLISHED, PUBLISHED, "published")


def test_said_then_is_of_the_day_told_before(days_of: DaysOf) -> None:
    [day] = days_of("The bridge was built in 2016. Ana Petrova said at the time that it was safe.")
    assert day == Day(date(2016, 1, 1), date(2016, 12, 31), "inherited")


def test_a_day_has_the_chance_that_it_is_right(extractor: Extractor) -> None:
    text = "Ana Petrova said on Monday that the bridge was closed."
    record = {"article_id": "a", "title": None, "text": text, "published_on": PUBLISHED}
    [article] = extractor.read([record])
    [statement] = article.statements
    assert statement.day.score is not None
    assert 0.5 < statement.day.score <= 1
