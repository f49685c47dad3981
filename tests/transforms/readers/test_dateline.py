from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.readers.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("BEIJING, April 9 (Reuters) - Brenn said", "BEIJING", None),
        ("BEIJING, April 9, 2024 (Reuters) - Brenn said", "BEIJING", date(2024, 4, 9)),
        ("BEIJING, 9 April 2024 (NWA) -- Brenn said", "BEIJING", date(2024, 4, 9)),
        ("LONDON — Brenn said", "LONDON", None),
        ("LONDON—Brenn said", "LONDON", None),
        ("KYIV, Ukraine (AP) — Brenn said", "KYIV, Ukraine", None),
        ("PORT-AU-PRINCE, Haiti — Brenn said", "PORT-AU-PRINCE, Haiti", None),
        ("ST. PETERSBURG, Russia (AP) – Brenn said", "ST. PETERSBURG, Russia", None),
        ("BEIJING/PORT ALDA, Tuesday (NWA) - Brenn said", "BEIJING/PORT ALDA", None),
        ("Beijing, Apr. 9 (Xinhua) -- Brenn said", "Beijing", None),
        ("Port Alda (NWA) - Brenn said", "Port Alda", None),
        ("Paris, Tuesday, April 9, 2024 – Brenn said", "Paris", date(2024, 4, 9)),
        ("Harbour talks end\n\nPORT ALDA — Brenn said", "PORT ALDA", None),
    ],
)
def test_datelines(text: str, place: str, day: date | None) -> None:
    assert find_dateline(text) == (place, day)


def test_year_of_the_caller_makes_a_day() -> None:
    assert find_dateline("BEIJING, April 9 (NWA) - Brenn", year=2024) == (
        "BEIJING",
        date(2024, 4, 9),
    )
    assert find_dateline("BEIJING, February 30 (NWA) - Brenn", year=2024) == ("BEIJING", None)


@pytest.mark.parametrize(
    "text",
    [
        "Brenn said in BEIJING — he was there — that it was over.",
        "Washington — which he left — is far.",
        "BREAKING — Brenn resigns.",
        "EXCLUSIVE - Brenn resigns.",
        "NATO — the alliance — met.",
        "UN — Brenn said",
        "BEIJING-based Brenn said",
        "Brenn said on Monday.\n\nLONDON — He left.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@given(st.text() | st.text("ABc ,./()-—9April"))
def test_any_text_has_one_or_none(text: str) -> None:
    find_dateline(text, year=2024)
