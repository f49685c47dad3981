from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.times.periods import CALENDAR, Period, shifted

GRAINS = st.sampled_from(sorted(CALENDAR))


@pytest.mark.parametrize(
    ("grain", "value", "first", "last"),
    [
        ("day", "2024-04-09", date(2024, 4, 9), date(2024, 4, 9)),
        ("week", "2024-W15", date(2024, 4, 8), date(2024, 4, 14)),
        ("weekend", "2024-W15-WE", date(2024, 4, 13), date(2024, 4, 14)),
        ("month", "2024-04", date(2024, 4, 1), date(2024, 4, 30)),
        ("quarter", "2024-Q2", date(2024, 4, 1), date(2024, 6, 30)),
        ("season", "2024-SP", date(2024, 3, 1), date(2024, 5, 31)),
        ("half", "2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("year", "2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("decade", "202", date(2020, 1, 1), date(2029, 12, 31)),
        ("century", "20", date(2000, 1, 1), date(2099, 12, 31)),
    ],
)
def test_the_period_around_a_day(grain: str, value: str, first: date, last: date) -> None:
    period = Period.of(grain, date(2024, 4, 9))
    assert (period.value, period.first, period.last) == (value, first, last)


def test_a_winter_is_of_the_year_it_begins_in() -> None:
    assert Period.of("season", date(2024, 1, 15)).value == "2023-WI"


@given(grain=GRAINS, day=st.dates(date(2, 1, 1), date(9900, 1, 1)), count=st.integers(-40, 40))
def test_moving_there_and_back_changes_nothing(grain: str, day: date, count: int) -> None:
    period = Period.of(grain, day)
    there = period.moved(count)
    assert there is None or there.first <= there.last
    assert there is None or there.moved(-count) == period


@given(grain=GRAINS, day=st.dates(), count=st.integers(-(10**9), 10**9), unit=GRAINS)
def test_beyond_the_calendar_is_nothing(grain: str, day: date, count: int, unit: str) -> None:
    found = shifted(Period.of(grain, day), count, unit)
    assert found is None or found.first <= found.last
