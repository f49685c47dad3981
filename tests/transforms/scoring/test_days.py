"""Days as a reader writes them down."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.scoring.days import Span, read_days

PUBLISHED = date(2024, 4, 9)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-04-08", (date(2024, 4, 8), date(2024, 4, 8))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2013", (date(2013, 1, 1), date(2013, 12, 31))),
        ("2024-04-01/2024-04-07", (date(2024, 4, 1), date(2024, 4, 7))),
        ("2023-11/2024-02", (date(2023, 11, 1), date(2024, 2, 29))),
        ("2024", (date(2024, 1, 1), PUBLISHED)),
        ("published", (PUBLISHED, PUBLISHED)),
        ("unknown", None),
    ],
)
def test_what_is_written_is_a_day_or_several(written: str, meant: Span | None) -> None:
    assert read_days([written], PUBLISHED) == {meant}


def test_two_ways_to_write_one_day_are_one() -> None:
    assert len(read_days(["published", "2024-04-09"], PUBLISHED)) == 1


@pytest.mark.parametrize("written", ["", "Tuesday", "2024-4-9"])
def test_what_is_no_day_is_named(written: str) -> None:
    with pytest.raises(ValueError, match=f"{written!r} is no day"):
        read_days([written], PUBLISHED)
