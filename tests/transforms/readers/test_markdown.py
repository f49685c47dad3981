from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.readers import FileContent, RawArticle, read_file

BODY = "Oskar Brenn said that the harbour would stay open."


def read(text: str) -> FileContent:
    return read_file(text.encode(), "a.md", max_bytes=100_000)


def only_article(text: str) -> RawArticle:
    content = read(text)
    assert (content.format, content.rejects) == ("markdown", [])
    return content.articles[0]


def test_front_matter_and_body() -> None:
    article = only_article(f"---\r\ntitle: 'Open'\r\ndate: 2024-04-09\r\n---\r\n{BODY}")
    assert (article.title, article.published_on) == ("Open", date(2024, 4, 9))
    assert article.published_basis == "header"
    assert article.text == BODY


def test_lists_and_unknown_keys() -> None:
    article = only_article(
        f"---\nauthors:\n- Ines\n- Tom\ntags: [a, 'b']\nempty:\nmap:\n  x: 1\n...\n{BODY}"
    )
    assert article.author == "Ines; Tom"
    assert article.extra == {"tags": "a; b", "map": "x: 1"}


def test_second_value_of_a_key_is_kept_aside() -> None:
    article = only_article(f"---\ntitle: One\nheadline: Two\n---\n{BODY}")
    assert (article.title, article.extra) == ("One", {"headline": "Two"})


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("## Open", "Open"),
        ("> Open", "Open"),
        ("![map](a.png)Open", "Open"),
        ("an [open *harbour*](https://courier.example)", "an open harbour"),
        ("**Open** and ***closed***", "Open and closed"),
        ("5 * 3 * 2 #1 a_b_c", "5 * 3 * 2 #1 a_b_c"),
    ],
)
def test_markup_is_taken_out(markup: str, plain: str) -> None:
    assert only_article(f"---\ntitle: A\n---\n{markup}\n\n{BODY}").text == f"{plain}\n\n{BODY}"


@pytest.mark.parametrize("text", [f"---\n{BODY}\n---\n{BODY}", f"---\ntitle: A\n{BODY}", BODY])
def test_rules_between_paragraphs_are_no_front_matter(text: str) -> None:
    assert read(text).format == "headed_text"


@settings(deadline=None)
@given(st.text(), st.text("-:[]()*#>!.ab \n'\""))
def test_any_front_matter_is_read(front: str, body: str) -> None:
    content = read(f"---\n{front}\ntitle: A\n---\n{body}\n\n{BODY}")
    assert "reader_failed" not in {each.rule for each in content.rejects}
