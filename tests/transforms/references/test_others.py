"""Speakers without a name, and those that syntax and coreference tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from transforms.entities.model import Entity
from transforms.extraction import Extractor

Said = Callable[[str], list[tuple[str, Entity | None]]]


@pytest.fixture(scope="session")
def said(extractor: Extractor) -> Said:
    """The method and first speaker of every statement of a text."""

    def _said(text: str) -> list[tuple[str, Entity | None]]:
        record = {"article_id": "a", "title": None, "text": text}
        [article] = extractor.read([record | {"published_on": date(2024, 4, 9)}])
        found = [one.speakers for one in article.statements]
        return [(one.method, one.names[0].entity if one.names else None) for one in found]

    return _said


@pytest.mark.parametrize(
    ("text", "name", "kind", "method"),
    [
        ("Two officials said that the bridge was closed.", "Two officials", "GROUP", "collective"),
        (
            "A senior aide said that the talks had failed.",
            "A senior aide",
            "UNNAMED",
            "unnamed",
        ),
        ("A new poll shows that voters are angry.", "A new poll", "DOCUMENT", "unnamed"),
        ("Many say that the vote was rigged.", "Many", "GROUP", "collective"),
        ("The army said that it had shot down a drone.", "The army", "GROUP", "collective"),
        ("I believe that the vote was rigged.", "the author", "UNNAMED", "author"),
    ],
)
def test_who_has_no_name_is_somebody_of_a_kind(
    said: Said, text: str, name: str, kind: str, method: str
) -> None:
    [(found, entity)] = said(text)
    assert entity is not None
    assert (found, entity.name, entity.entity_type) == (method, name, kind)
    assert entity.wikidata_id is None


def test_a_country_in_the_description_is_the_affiliation(said: Said) -> None:
    [(_, entity)] = said("Two Kenyan officials said that the bridge was closed.")
    assert entity is not None
    assert entity.country_code == "KE"
    assert entity.affiliation_id == "Q114"


def test_he_after_somebody_without_a_name_is_the_same_one(said: Said) -> None:
    (_, first), (method, second) = said(
        "A senior aide said that the talks had failed. He said that nobody was hurt."
    )
    assert first == second
    assert method == "unnamed"


def test_other_officials_are_not_those_before(said: Said) -> None:
    (_, first), (_, second) = said(
        "Two officials said that the bridge was closed. "
        "Other officials said that the road was open."
    )
    assert first is not None
    assert second is not None
    assert first.entity_id != second.entity_id


def test_the_maker_of_a_document_speaks(said: Said) -> None:
    [(method, entity)] = said("A report by the World Bank says that prices will rise.")
    assert entity is not None
    assert (method, entity.name) == ("document_by", "World Bank")


def test_without_name_or_source_the_method_says_why(said: Said) -> None:
    methods = [method for method, _ in said("The bridge is expected to be closed on Monday.")]
    assert all(method in {"unknown:passive", "unknown:no_source"} for method in methods)


@pytest.mark.parametrize(
    "text",
    [
        "Greg Smith was told by Ana Petrova that the bridge was closed.",
        "The bridge had been praised by Ana Petrova.",
    ],
)
def test_who_does_what_a_passive_says_speaks(said: Said, text: str) -> None:
    [(_, entity)] = said(text)
    assert entity is not None
    assert entity.name == "Ana Petrova"
