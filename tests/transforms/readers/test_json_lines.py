from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.readers import FileContent, RawArticle, read_file

TEXT = "Oskar Brenn said that the harbour would stay open."


def read(value: object, name: str = "a.json") -> FileContent:
    data = value if isinstance(value, str) else json.dumps(value)
    return read_file(data.encode(), name, max_bytes=1_000_000)


def only_article(value: object) -> RawArticle:
    content = read(value)
    assert content.rejects == []
    (article,) = content.articles
    return article


def test_plain_names() -> None:
    article = only_article(
        {"title": "Open", "text": TEXT, "date": "2024-04-09", "url": "https://courier.example/a"}
    )
    assert article.title == "Open"
    assert article.text == TEXT
    assert article.url == "https://courier.example/a"
    assert (article.published_on, article.published_basis) == (date(2024, 4, 9), "metadata")


def test_names_of_schema_org() -> None:
    article = only_article(
        {
            "@type": "NewsArticle",
            "headline": "Open",
            "articleBody": TEXT,
            "datePublished": "2024-04-09T10:00:00Z",
            "author": [{"name": "Ines Valdarr"}, {"name": "Tom Okubo"}],
            "publisher": {"@type": "Organization", "name": "The Courier"},
            "inLanguage": "en",
        }
    )
    assert article.author == "Ines Valdarr; Tom Okubo"
    assert article.publisher == "The Courier"
    assert article.language == "en"
    assert article.published_on == date(2024, 4, 9)
    assert article.extra == {"@type": "NewsArticle"}


def test_source_is_an_address_or_a_publisher() -> None:
    assert only_article({"text": TEXT, "source": "https://courier.example"}).url is not None
    assert only_article({"text": TEXT, "source": {"id": 1, "name": "Courier"}}).publisher == (
        "Courier"
    )
    both = only_article({"text": TEXT, "source": "wire", "publisher": "Courier"})
    assert (both.publisher, both.extra) == ("Courier", {"source": "wire"})


def test_seconds_since_1970_and_ambiguous_days() -> None:
    assert only_article({"text": TEXT, "date": 1712656800}).published_on == date(2024, 4, 9)
    assert only_article({"text": TEXT, "date": "1712656800000"}).published_on == date(2024, 4, 9)
    ambiguous = only_article({"text": TEXT, "date": "03/04/2024"})
    assert (ambiguous.published_on, ambiguous.extra) == (None, {"date": "03/04/2024"})


def test_day_of_the_address_comes_before_that_of_the_name() -> None:
    record = {"text": TEXT, "url": "https://courier.example/2024/04/09/a"}
    (article,) = read(record, "2024-05-01.json").articles
    assert (article.published_on, article.published_basis) == (date(2024, 4, 9), "metadata")
    del record["url"]
    (article,) = read(record, "2024-05-01.json").articles
    assert (article.published_on, article.published_basis) == (date(2024, 5, 1), "filename")


def test_lists_and_wrapped_lists() -> None:
    records = [{"text": TEXT}, {"text": TEXT + " Yes."}, 7]
    for document in (records, {"status": "ok", "articles": records}):
        content = read(document)
        assert content.format == "json"
        assert [article.record_no for article in content.articles] == [1, 2]
        assert [(each.record_no, each.rule) for each in content.rejects] == [(3, "not_an_article")]


def test_markup_in_the_text_is_taken_out() -> None:
    article = only_article({"content": f"<p>{TEXT}</p><p>Mira Quill <b>agreed</b>.</p>"})
    assert article.text == f"{TEXT}\n\nMira Quill agreed."


def test_a_broken_line_is_one_reject() -> None:
    lines = [json.dumps({"text": TEXT}), '{"text": "Oskar', "", json.dumps({"text": TEXT})]
    content = read("\r\n".join(lines), "a.txt")
    assert content.format == "jsonl"
    assert [article.record_no for article in content.articles] == [1, 4]
    assert [(each.record_no, each.rule) for each in content.rejects] == [(2, "not_json")]


def test_a_single_line_is_jsonl_by_its_name() -> None:
    line = json.dumps({"text": TEXT})
    assert read(line, "a.jsonl").format == "jsonl"
    assert read(line, "a.json").format == "json"
    assert read(line, "a").format == "json"
    assert read(json.dumps({"text": TEXT}, indent=1), "a.jsonl").format == "json"


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ('{"text": "Oskar', "a", "not_json"),
        ("Oskar Brenn said so.", "a.json", "not_json"),
        ("[" * 100_000, "a.json", "not_json"),
        ('{"text": ' + "9" * 5000 + "}", "a", "not_json"),
        ("[]", "a", "no_records"),
        ('{"articles": []}', "a", "no_records"),
        ("{}", "a", "no_text"),
        ('{"text": null, "title": "Open"}', "a", "no_text"),
        ('{"text": "Brenn"}', "a", "not_an_article"),
        ('{"text": "Oskar Brenn said so.", "x": ' + "[" * 900 + "]" * 900 + "}", "a", None),
    ],
)
def test_rejects(text: str, name: str, rule: str | None) -> None:
    assert [each.rule for each in read(text, name).rejects] == ([rule] if rule else [])


def test_text_in_brackets_is_no_json() -> None:
    content = read(f"[Photo] {TEXT}", "a.txt")
    assert content.format == "headed_text"


def test_half_surrogate_pairs_can_be_stored() -> None:
    article = only_article(json.dumps({"text": f"{TEXT} \ud800", "\ud800": "\udfff"}))
    assert article.text == f"{TEXT} \ufffd"
    assert article.extra == {"\ufffd": "\ufffd"}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
KEYS = st.sampled_from(["text", "body", "date", "source", "author", "html", "publisher", "url"])


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES) | VALUES)
def test_any_json_is_read(value: object) -> None:
    content = read(value)
    assert content.articles or content.rejects
    assert "reader_failed" not in {each.rule for each in content.rejects}
