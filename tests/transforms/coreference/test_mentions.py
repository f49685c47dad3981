"""Which names, descriptions and pronouns of small articles mean the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.coreference.model import Mention
from transforms.extraction import Extractor, ReadArticle

Read = Callable[[str], ReadArticle]
_WORDS = st.sampled_from(
    [
        *("Ann Lee", "Mr. Bos", "Acme Inc.", "France", "he", "She", "who", "they", "I", "it"),
        *("the minister", "two officials", "said", "that", "and", "of", ",", ".", "Her aide"),
        *('"', "“", "”", "'s", "\n\n", "\n", "—", "\u202e", "é", "president", "52 percent"),
    ]
)


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    def _read(text: str) -> ReadArticle:
        record = {"article_id": "a", "title": None, "text": text}
        return next(extractor.read([record | {"published_on": date(2024, 4, 9)}]))

    return _read


def mention(article: ReadArticle, words: str, nth: int = 0) -> Mention:
    text: str = article.record["text"]
    return [m for m in article.mentions if text[m.start : m.end] == words][nth]


def meant(article: ReadArticle, words: str, nth: int = 0) -> str:
    """The usual name of what the nth mention of these words goes back to, or ''."""
    found = article.entities.get(mention(article, words, nth).cluster)
    return found.entity.name if found and found.entity else ""


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Angela Merkel flew to Paris on Monday. She was tired.", "She", "Angela Merkel"),
        ("Anna Kowalska met John Smith. He thanked her.", "He", "John Smith"),
        ("Anna Kowalska met John Smith. He thanked her.", "her", "Anna Kowalska"),
        ("In her speech, Anna Kowalska thanked voters.", "her", "Anna Kowalska"),
        ("Anna Kowalska told John Smith that he had lost.", "he", "John Smith"),
    ],
)
def test_a_pronoun_goes_back_to_a_name(read: Read, text: str, pronoun: str, expected: str) -> None:
    assert meant(read(text), pronoun) == expected


def test_a_title_in_apposition_and_its_pronoun_are_one_person(read: Read) -> None:
    article = read(
        "Jonas Hedlund, the finance minister, resigned on Friday. "
        "The minister said he had lost his voice."
    )
    named = mention(article, "Jonas Hedlund").cluster
    assert mention(article, "The minister").cluster == named
    assert mention(article, "he").cluster == named


def test_whom_a_quotation_is_about_is_not_who_says_it(read: Read) -> None:
    article = read('Anna Kowalska attacked Maria Nowak on Monday: "She lies," Kowalska said.')
    assert mention(article, "She").cluster != mention(article, "Anna Kowalska").cluster


def test_a_country_is_the_one_last_named(read: Read) -> None:
    article = read("Kenya raised its tax on Monday. Traders left the country.")
    assert meant(article, "the country") == "Kenya"


def test_a_top_diplomat_is_who_held_that_office_then(read: Read) -> None:
    article = read("Wang Yi arrived in Moscow. China's top diplomat said that talks went well.")
    assert meant(article, "China's top diplomat") == "Wang Yi"


def test_two_names_are_never_one_cluster(read: Read) -> None:
    article = read(
        "The company said so. Acme Holdings and Borealis Partners denied it. They said nothing."
    )
    named = [m for m in article.mentions if m.name is not None and m.name.entity is not None]
    entities = {m.name.entity.entity_id: m.cluster for m in named if m.name and m.name.entity}
    assert len(set(entities.values())) == len(entities)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(_WORDS, min_size=1, max_size=50))
def test_mentions_stand_where_they_say_and_go_back_to_mentions(
    extractor: Extractor, words: list[str]
) -> None:
    text = " ".join(words)
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    spans = {(m.start, m.end) for m in article.mentions}
    names: dict[int, set[str]] = {}
    for each in article.mentions:
        assert 0 <= each.start < each.end <= len(text)
        assert each.phrase[0] <= each.head[0] < each.head[1] <= each.phrase[1]
        assert each.antecedent is None or each.antecedent in spans
        assert each.score is None or 0 <= each.score <= 1
        if each.name is not None and each.name.entity is not None:
            names.setdefault(each.cluster, set()).add(each.name.entity.entity_id)
    assert all(len(entities) == 1 for entities in names.values())
