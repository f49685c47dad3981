from __future__ import annotations

import pytest

from transforms.entities.names import fold, key, person_name, printed
from transforms.entities.reference import Reference


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.", "us"),
        ("the Fed’s", "fed"),
        ("Enrique Peña Nieto", "enrique pena nieto"),
        ("Park Geun-hye", "park geun hye"),
        ("Russia's Foreign Ministry", "russia foreign ministry"),
        ("AT&T", "at&t"),
        ("Łódź", "lodz"),
        ("  ", ""),
    ],
)
def test_key(text: str, expected: str) -> None:
    assert key(text) == expected


def test_fold_and_printed() -> None:
    assert fold("Élysée") == "elysee"
    assert printed(" “Lavrov’s ") == "Lavrov"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sergei V. Lavrov", ("Sergei V. Lavrov", "sergei lavrov", "v", "")),
        ("George H.W. Bush", ("George H. W. Bush", "george bush", "hw", "")),
        ("J. D. Vance's", ("J. D. Vance", "jd vance", "", "")),
        ("Sen. John McCain", ("John McCain", "john mccain", "", "sen")),
        ("Foreign Minister Wang Yi", ("Wang Yi", "wang yi", "", "foreign minister")),
        ("then-Sen. Barack Obama", ("Barack Obama", "barack obama", "", "sen")),
        ("Joseph R. Biden Jr.", ("Joseph R. Biden Jr.", "joseph biden jr", "r", "")),
        ("Earl Warren", ("Earl Warren", "earl warren", "", "")),
        ("Mr. President", ("President", "president", "", "mr")),
        ('Enrique "Kike" Ortiz', ("Enrique Ortiz", "enrique ortiz", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_person_name(text: str, expected: tuple[str, str, str, str], reference: Reference) -> None:
    name = person_name(text, reference.titles)
    title = name.title.words if name.title else ""
    assert (name.display, name.key, "".join(name.initials), title) == expected
