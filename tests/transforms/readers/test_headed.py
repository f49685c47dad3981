"""Which first lines are a header, and which are the body's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.readers import RawArticle, read_file
from transforms.readers.characters import normalised

BODY = "Oskar Brenn said that the harbour would stay open.\n\nMira Quill agreed."
SEED = Path(__file__).parents[4] / "shared" / "seed" / "000_de61516407782815.txt"


def only_article(text: str) -> RawArticle:
    content = read_file(text.encode(), "a.txt", max_bytes=1_000_000)
    assert content.rejects == []
    assert content.format == "headed_text"
    return content.articles[0]


@pytest.mark.parametrize(
    "header",
    [
        "date 2024-04-09\n\n",
        " date 2024-04-09 \n\n\n\n",
        "\n\n\tDATE:\t2024-04-09T10:00:00Z\t\n \t \n",
        "Date: April 9, 2024\r\n\r\n",
        "date: 9 April 2024\n",
        "date 2024-04-09\r\r",
        "\ufeffpublished: Tue, 09 Apr 2024 10:00:00 GMT\n\n",
    ],
)
def test_day_of_header(header: str) -> None:
    article = only_article(header + BODY)
    assert (article.published_on, article.published_basis) == (date(2024, 4, 9), "header")
    assert article.text == BODY
    assert article.extra == {}


def test_keys_come_in_any_order_and_case_with_and_without_colon() -> None:
    article = only_article(
        "title Harbour Stays Open\nPublisher: The Courier\nAUTHOR Ines Valdarr\n"
        "url https://courier.example/a\nlanguage: en-GB\nsection World\nDate 9 Apr. 2024\n\n" + BODY
    )
    assert article.title == "Harbour Stays Open"
    assert article.publisher == "The Courier"
    assert article.author == "Ines Valdarr"
    assert article.url == "https://courier.example/a"
    assert article.language == "en"
    assert article.section == "World"
    assert article.published_on == date(2024, 4, 9)
    assert article.text == BODY


def test_unknown_keys_are_kept_aside() -> None:
    article = only_article("date: 2024-04-09\nEdition: late\nDesk: harbours\nauthor:\n\n" + BODY)
    assert article.extra == {"edition": "late", "desk": "harbours"}
    assert article.author is None


def test_second_value_of_a_key_is_kept_aside() -> None:
    article = only_article("title: One\ntitle: Two\ntitle: Three\n\n" + BODY)
    assert article.title == "One"
    assert article.extra == {"title": "Two; Three"}


@pytest.mark.parametrize("value", ["03/04/2024", "9.4.2024", "April 2024", "2024", "spring 24"])
def test_day_that_can_not_be_told_is_kept_as_it_is(value: str) -> None:
    article = only_article(f"date: {value}\n\n{BODY}")
    assert article.published_on is None
    assert article.published_basis is None
    assert article.extra == {"date": value}


def test_language_that_is_no_code_is_kept_as_it_is() -> None:
    article = only_article("date: 2024-04-09\nlanguage: Brennish\n\n" + BODY)
    assert article.language is None
    assert article.extra == {"language": "Brennish"}


@pytest.mark.parametrize(
    "first",
    [
        "Title fights over the harbour went on.",
        "Title fights over the harbour went on",
        "Title Fights In The Harbour",
        "TITLE FIGHT IN THE HARBOUR",
        "Date night will have to wait.",
        "date night will have to wait",
        "Date: the day on which it all began",
        "Section 230 of the harbour act stands.",
        "section 230 was read out, and nobody in the harbour office objected to it.",
        "Author Ines Valdarr was honoured on Tuesday.",
        "Language: a barrier to harbour talks",
        "Brenn: We stay. Quill: We go.",
        "Url shorteners are out of fashion.",
        "Publisher closes its harbour desk",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_body_that_begins_like_a_header_is_not_eaten(first: str, gap: str) -> None:
    article = only_article(first + gap + BODY)
    assert article.text == first + gap + BODY
    assert article.title is None
    assert article.extra == {}


@pytest.mark.parametrize(
    "first",
    [
        "Title fights over the harbour went on.",
        "Section 230 of the harbour act stands.",
        "https://courier.example is back, Brenn said.",
    ],
)
def test_body_right_after_a_header(first: str) -> None:
    article = only_article(f"date 2024-04-09\n{first}\n\n{BODY}")
    assert article.published_on == date(2024, 4, 9)
    assert article.text == f"{first}\n\n{BODY}"


def test_lines_of_the_body_keep_their_breaks_and_leading_spaces() -> None:
    article = only_article(
        "date 2024-04-09\n\n  Brenn said  \n\tthat it was \t\n over.  \n \n\nYes.\n"
    )
    assert article.text == "Brenn said\n\tthat it was\n over.\n\n\nYes."


def test_header_without_a_body_is_rejected() -> None:
    content = read_file(b"date: 2024-04-09\ntitle: Nothing\n\n \n", "a.txt", max_bytes=1000)
    assert [(each.record_no, each.rule) for each in content.rejects] == [(1, "no_text")]


@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared/seed")
def test_the_first_real_file() -> None:
    content = read_file(SEED.read_bytes(), SEED.name, max_bytes=1_000_000)
    (article,) = content.articles
    assert (article.published_on, article.published_basis) == (date(2024, 4, 9), "header")
    assert len(article.text.split("\n\n")) == 3
    assert article.text.startswith("China's top leader, Xi Jinping,")
    assert article.extra == {}


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")))
def test_any_body_comes_back_as_it_was(text: str) -> None:
    body = normalised(f"Mira Quill said that the harbour would stay open. {text}")
    content = read_file(f"date: 2024-04-09\ntitle: A\n\n{body}".encode(), "a", max_bytes=1_000_000)
    for article in content.articles:
        assert article.was_mended or article.text == body
        assert (article.title, article.published_on) == ("A", date(2024, 4, 9))
    assert {each.rule for each in content.rejects} <= {"not_an_article"}
