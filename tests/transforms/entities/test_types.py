from __future__ import annotations

import pytest

from transforms.entities.reference import Reference
from transforms.entities.types import entity_type


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Angela Merkel", "PERSON", "PERSON"),
        ("Jordan", "PERSON", "PERSON"),
        ("New Hampshire", "PERSON", "GPE"),
        ("China", "LOC", "GPE"),
        ("Philippines", "ORG", "GPE"),
        ("N.H.", "LOC", "GPE"),
        ("Orlando", "LOC", "GPE"),
        ("European Union", "LOC", "ORG"),
        ("White House", "LOC", "ORG"),
        ("Middle East", "LOC", "LOC"),
        ("South China Sea", "LOC", "LOC"),
        ("Lake Michigan", "LOC", "LOC"),
        ("Evin Prison", "LOC", "FAC"),
        ("Trump Tower", "ORG", "FAC"),
        ("Brookings Institution", "ORG", "ORG"),
        ("Vanity Fair", "ORG", "ORG"),
        ("Republicans", "ORG", "NORP"),
        ("GOP", "MISC", "ORG"),
        ("Chinese", "MISC", "NORP"),
        ("Muslims", "MISC", "NORP"),
        ("African-Americans", "MISC", "NORP"),
        ("Mexican-American", "MISC", "NORP"),
        ("Iowans", "MISC", "NORP"),
        ("Jewish Republicans", "MISC", "NORP"),
        ("World War II", "MISC", "EVENT"),
        ("Hurricane Sandy", "MISC", "EVENT"),
        ("Democratic National Convention", "ORG", "EVENT"),
        ("Affordable Care Act", "MISC", "MISC"),
        ("Spanish-language", "MISC", "MISC"),
        ("", "LOC", "LOC"),
        ("?", "ODD", "MISC"),
    ],
)
def test_entity_type(text: str, label: str, expected: str, reference: Reference) -> None:
    assert entity_type(text, label, reference) == expected
