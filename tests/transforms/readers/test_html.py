from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.readers import FileContent, read_file
from transforms.readers.html import declared_charset, starts_html

STORY = (
    "<article><h1>Open</h1><p>Oskar Brenn said on Tuesday that the harbour would stay open.</p>"
    "<p>Mira Quill agreed.</p></article>"
)


def read(markup: str, name: str = "a") -> FileContent:
    return read_file(markup.encode(), name, max_bytes=1_000_000)


def page(head: str = "", body: str = STORY) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-04-09T10:00:00Z">',
        '<meta name="date" content="yesterday"><meta name="pubdate" content="April 9, 2024">',
        '<script type="application/ld+json">{"datePublished": "2024-04-09T10:00:00Z"}</script>',
        '<link rel="canonical" href="https://courier.example/2024/04/09/open">',
    ],
)
def test_day_of_metadata(head: str) -> None:
    (article,) = read(page(head)).articles
    assert (article.published_on, article.published_basis) == (date(2024, 4, 9), "metadata")


def test_day_in_the_article() -> None:
    time = STORY.replace("<p>Oskar", '<time datetime="2024-04-09">Tuesday</time><p>Oskar')
    (article,) = read(page(body=time)).articles
    assert article.published_on == date(2024, 4, 9)


def test_days_that_are_not_told_are_not_guessed() -> None:
    story = STORY.replace("agreed", "agreed on 3 March 2023")
    footer = "<footer>Copyright 2019, updated 2024-01-01</footer>"
    (article,) = read(page('<meta name="date" content="03/04/2024">', story + footer)).articles
    assert article.published_on is None
    assert article.extra["date"] == "03/04/2024"


def test_title_is_not_part_of_the_text() -> None:
    (article,) = read(page('<meta property="og:title" content="Open">')).articles
    assert article.title == "Open"
    assert article.text == (
        "Oskar Brenn said on Tuesday that the harbour would stay open.\n\nMira Quill agreed."
    )


def test_page_without_an_article_is_rejected() -> None:
    for body, rule in (("", "no_text"), ("<nav><a href='/'>Home</a></nav>", "not_an_article")):
        content = read(page(body=body))
        assert content.format == "html"
        assert [(each.record_no, each.rule) for each in content.rejects] == [(1, rule)]


def test_known_by_content_then_by_name() -> None:
    assert read("<p>Oskar Brenn said that he would stay in Port Alda.</p>").format == "html"
    assert read("<b>Oskar Brenn said that he would stay.</b>", "a.html").format == "html"
    assert starts_html("<?xml version='1.0'?>\n<!-- x --><html>")
    assert not starts_html("Oskar Brenn wrote <p> on the wall.")


def test_declared_charset() -> None:
    assert declared_charset(b'<html><meta charset="windows-1252">') == "windows-1252"
    assert declared_charset(b"<meta http-equiv=x content='text/html; charset=koi8-r'>") == "koi8-r"
    assert declared_charset(b"Oskar <meta charset=utf-8>") is None


def test_trafilatura_is_imported_for_html_alone() -> None:
    code = (
        "import sys; from transforms.readers import read_file; "
        "read_file(b'Oskar Brenn said so.', 'a', max_bytes=99); "
        "sys.exit('trafilatura' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=50, deadline=None)
@given(st.text() | st.text("<>/pdivhtmlarce \"'=&;![]-#x0"))
def test_any_page_is_read(text: str) -> None:
    content = read(f"<html>{text}<p>Oskar Brenn said so.</p>")
    assert "reader_failed" not in {each.rule for each in content.rejects}
