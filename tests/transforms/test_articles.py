"""Which files, articles and rejects are loaded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import ids
from transforms.articles import Loaded, loaded
from transforms.readers import FileContent, read_file
from warehouse import frames
from warehouse.schema import TABLES

STAY = "Oskar Brenn said that the harbour would stay open."
GO = "Mira Quill said that she would go."


def content(data: str, uri: str = "a.txt") -> FileContent:
    return read_file(data.encode(), uri, max_bytes=10_000)


def lines(*texts: str) -> str:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


def load(*contents: FileContent, known: Sequence[str] = ()) -> Loaded:
    known_articles = frozenset(map(ids.article_id, known))
    return loaded(contents, known_articles=known_articles, run_id="r1")


def statuses(found: Loaded) -> dict[str, str]:
    return dict(found.files.select("uri", "status").iter_rows())


def test_one_article() -> None:
    found = load(content(f"date 2024-04-09\ntitle: Open\nedition: late\ndesk: é\n\n{STAY}"))
    assert found.articles.row(0, named=True) == {
        "article_id": ids.article_id(STAY),
        "file_id": found.files["file_id"][0],
        "record_no": 1,
        "record_path": None,
        "publisher": None,
        "url": None,
        "title": "Open",
        "author": None,
        "section": None,
        "language": None,
        "published_on": date(2024, 4, 9),
        "published_basis": "header",
        "dateline_place": None,
        "text": STAY,
        "word_count": 9,
        "encoding": "utf-8",
        "was_mended": False,
        "extra": '{"desk": "é", "edition": "late"}',
        "duplicate_of": None,
        "run_id": "r1",
    }
    assert found.files.select("uri", "format", "first_run_id", "status").row(0) == (
        "a.txt",
        "headed_text",
        "r1",
        "loaded",
    )
    assert found.rejects.is_empty()
    assert found.duplicates == 0


@pytest.mark.parametrize(
    ("data", "status"),
    [(STAY, "loaded"), (GO, "duplicate"), ("7", "rejected"), ("", "empty"), ("[]", "empty")],
)
def test_status_of_a_file(data: str, status: str) -> None:
    assert statuses(load(content(data), known=[GO])) == {"a.txt": status}


def test_rejects_name_file_record_and_run() -> None:
    found = load(content(lines(STAY) + "{\n" + lines("7"), "a.jsonl"))
    assert statuses(found) == {"a.jsonl": "loaded"}
    assert found.rejects.select("record_no", "rule", "run_id").rows() == [
        (2, "not_json", "r1"),
        (3, "not_an_article", "r1"),
    ]
    assert found.rejects["file_id"].unique().to_list() == found.files["file_id"].to_list()


def test_same_bytes_under_two_names_are_one_file() -> None:
    found = load(content(STAY, "b.txt"), content(STAY, "2024-04-09.txt"), content("7", "c"))
    assert statuses(found) == {"2024-04-09.txt": "loaded", "c": "rejected"}
    assert found.articles["published_on"].to_list() == [date(2024, 4, 9)]


def test_same_wording_in_two_files_is_loaded_from_the_first_file_id() -> None:
    contents = [content(STAY, "a.txt"), content(f"date 2024-04-09\n\n{STAY.upper()}\n", "b.txt")]
    first, second = sorted(contents, key=lambda each: each.file_id)
    found = load(*contents)
    assert statuses(found) == {first.uri: "loaded", second.uri: "duplicate"}
    assert found.articles["file_id"].to_list() == [first.file_id]
    assert found.duplicates == 1


def test_same_wording_in_one_file_is_loaded_from_the_first_record() -> None:
    found = load(content(lines(GO, STAY, GO.lower(), STAY)), known=[GO])
    assert found.articles.select("record_no", "text").rows() == [(2, STAY)]
    assert found.duplicates == 3


def test_nothing_gives_empty_frames() -> None:
    found = load()
    for name in ("files", "articles", "rejects"):
        frame = getattr(found, name)
        assert frame.is_empty()
        assert frame.schema == frames.schema(TABLES[name])


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([STAY, GO, "7", "", lines(STAY, GO), "{"]), st.text(max_size=3)),
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_order_of_the_files_does_not_matter(files: list[tuple[str, str]], random: Random) -> None:
    contents = [content(data, uri) for data, uri in files]
    found = load(*contents, known=[GO])
    random.shuffle(contents)
    again = load(*contents, known=[GO])
    for name in ("files", "articles", "rejects"):
        frame: pl.DataFrame = getattr(found, name)
        assert frame.equals(getattr(again, name))
        assert frames.conform(frame, TABLES[name]).equals(frame)
    assert found.duplicates == again.duplicates
