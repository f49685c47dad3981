from __future__ import annotations

from transforms.extraction import Extractor


def names(extractor: Extractor, text: str) -> list[tuple[str, str]]:
    return [(name.text, name.label_) for name in extractor.nlp(text).ents]


def test_people_bodies_and_places(extractor: Extractor) -> None:
    text = "Ana Petrova of the World Bank arrived in Nairobi on Monday."
    assert names(extractor, text) == [
        ("Ana Petrova", "PERSON"),
        ("World Bank", "ORG"),
        ("Nairobi", "LOC"),
    ]


def test_a_courtesy_title_makes_a_person_of_the_shortest_name(extractor: Extractor) -> None:
    text = "Mr. Xi and Mr. Putin met. Mr. and Mrs. O left. The MR. scan failed."
    assert {("Xi", "PERSON"), ("Putin", "PERSON"), ("O", "PERSON")} <= {*names(extractor, text)}


def test_every_name_has_a_score(extractor: Extractor) -> None:
    doc = extractor.nlp("Mr. Xi and Ana Petrova met in Geneva.")
    assert doc.ents
    assert all(0 <= name._.score <= 1 for name in doc.ents)
