from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.readers.dates import (
    day_in_name,
    day_in_url,
    epoch_day,
    looks_like_day,
    read_day,
    year_of,
)

DAY = date(2024, 4, 9)


@pytest.mark.parametrize(
    "value",
    [
        "2024-04-09",
        "2024/4/9",
        "2024.04.09",
        "20240409",
        "2024-04-09 10:00",
        "2024-04-09T23:59:59.123Z",
        "2024-04-09T23:59:59-05:00",
        "2024-04-09 10:00:00+00:00",
        "20240409T100000Z",
        "9 April 2024",
        "09 Apr 2024",
        "9th of April, 2024",
        "9-Apr-2024",
        "April 9, 2024",
        "Apr. 9 2024",
        "APRIL 9TH, 2024",
        "Tuesday, April 9, 2024 at 10:30 a.m. EDT",
        "Tue, 09 Apr 2024 10:00:00 GMT",
        "Tue, 09 Apr 2024 10:00:00 +0200 (CEST)",
        "Tue Apr 09 10:00:00 +0000 2024",
        "  April\t9,  2024 ",
    ],
)
def test_one_day_in_many_forms(value: str) -> None:
    assert read_day(value) == DAY
    assert looks_like_day(value)


def test_numbers_are_read_where_only_one_reading_is_a_day() -> None:
    assert read_day("25/12/2024") == date(2024, 12, 25)
    assert read_day("12/25/2024") == date(2024, 12, 25)
    assert read_day("25.12.2024 10:00") == date(2024, 12, 25)
    assert read_day("04/04/2024") == date(2024, 4, 4)


@pytest.mark.parametrize("value", ["03/04/2024", "3.4.2024", "09-04-24", "2024", "April 2024"])
def test_what_reads_two_ways_is_no_day_but_looks_like_one(value: str) -> None:
    assert read_day(value) is None
    assert looks_like_day(value)


@pytest.mark.parametrize(
    "value",
    [
        "", "night", "31/31/2024", "2024-02-30", "30 February 2024", "0000-01-01", "9999-01-01",
        "April 9", "April 9, 2024 was a Tuesday", "updated 2024-04-09", "2024-04-09 or so",
        "٢٠٢٤-٠٤-٠٩-", "1" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_day(value: str) -> None:
    assert read_day(value) is None


@given(st.text() | st.from_regex(r"[0-9/.\- :TZ]{0,30}") | st.text("0123456789²٣ apriltuesmy,./-:"))
def test_any_text_is_a_day_or_none(value: str) -> None:
    read_day(value)
    looks_like_day(value)
    year_of(value)
    day_in_name(value)
    day_in_url(value)


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day.day} {day:%B} {day.year}") == day
    assert read_day(f"{day:%b} {day.day}, {day.year}") == day


@pytest.mark.parametrize("value", [1712656800, 1712656800.5, 1712656800000, 20240409])
def test_numbers_of_json(value: float) -> None:
    assert epoch_day(value) == DAY


@given(st.integers() | st.floats() | st.just(10**400) | st.just(-(10**400)))
def test_any_number_is_a_day_or_none(value: float) -> None:
    epoch_day(value)


@pytest.mark.parametrize("value", [0, 2024, -1712656800, float("nan"), float("inf")])
def test_numbers_that_are_no_day(value: float) -> None:
    assert epoch_day(value) is None


def test_year_of_a_value_without_a_day() -> None:
    assert year_of("2024") == 2024
    assert year_of("April 2024") == 2024
    assert year_of("03/04/2024") is None
    assert year_of("9999") is None


@pytest.mark.parametrize(
    "path",
    [
        "2024-04-09_harbour.txt",
        "landing/1999-01-01/harbour_20240409.html",
        "20240409T103000Z.json",
        "20240409103000.json",
        r"c:\landing\harbour-2024_04_09.txt",
        "a.20249999.2024-04-09.txt",
    ],
)
def test_day_in_a_name(path: str) -> None:
    assert day_in_name(path) == DAY


@pytest.mark.parametrize(
    "path", ["2024-04-09/harbour.txt", "000_de61520240409782815.txt", "20249999.txt", "2024.txt"]
)
def test_no_day_in_a_name(path: str) -> None:
    assert day_in_name(path) is None


def test_day_in_an_address() -> None:
    assert day_in_url("https://courier.example/2024/04/09/harbour") == DAY
    assert day_in_url("https://courier.example/world/2024-04-09") == DAY
    assert day_in_url("https://courier.example/2024/harbour-04-09") is None
