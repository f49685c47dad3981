from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
RAW = sorted(path for path in (SEEDS / "articles").iterdir() if path.is_file())
EXPECTED = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((SEEDS / "expected").iterdir())
}
PAGES = [(path, EXPECTED[path.name]) for path in RAW if not EXPECTED[path.name]["rejected"]]
ARTICLE_KEYS = {"title", "published_on", "published_basis", "publisher", "author"}
STATEMENT_KEYS = {"speaker", "source", "cue", "content", "speech_type", "statement_kind"}
CONTACT_KEYS = {"type", "participants", "place", "on", "status"}
CONTACT_TYPES = {"meet", "visit", "host", "call", "talk", "summit", "sign"}
CONTACT_STATUSES = {"happened", "planned", "possible", "cancelled", "denied"}
SPEECH_TYPES = {"direct", "indirect", "mixed"}
STATEMENT_KINDS = {"speech", "thought", "intention", "perception", "document"}
ENTITY_TYPES = {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT"}
BASES = {"header", "metadata", "filename", "dateline", None}


def decoded(data: bytes) -> str:
    """Text of a sample file: UTF-8, else Windows-1252; one round of mojibake undone."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    if "â€" in text:
        text = b"".join(as_windows(character) for character in text).decode("utf-8")
    return text.replace("\r\n", "\n")


def as_windows(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def paragraphs_of_page(page: str) -> str:
    main = page.split("<article>")[1].split("</article>", maxsplit=1)[0]
    return "\n\n".join(unescape(found) for found in re.findall(r"<p>(.*?)</p>", main))


def texts(path: Path) -> list[str]:
    """Each article of a sample file, headers and all."""
    data = path.read_bytes()
    match path.suffix:
        case ".gz":
            return [decoded(gzip.decompress(data))]
        case ".zip":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return [decoded(archive.read(name)) for name in archive.namelist()]
        case ".json":
            return [json.loads(data)["maintext"]]
        case ".jsonl":
            return [json.loads(line)["text"] for line in data.splitlines()]
        case ".html":
            return [paragraphs_of_page(decoded(data))]
        case _:
            return [decoded(data)]


def articles() -> list[Any]:
    """One parameter an article: its text and what is expected of it."""
    return [
        pytest.param(text, expected, id=f"{path.name}-{number}")
        for path, page in PAGES
        for number, (text, expected) in enumerate(zip(texts(path), page["articles"], strict=True))
    ]


def body(text: str) -> str:
    """The paragraphs of an article: all after its header, if it has one."""
    if text.startswith("---\n"):
        return text.split("\n---\n", 1)[1]
    head, blank, rest = text.strip().partition("\n\n")
    return (
        rest
        if blank and re.search(r"^\s*(date|title)\b", head, re.IGNORECASE | re.MULTILINE)
        else text
    )


def content_pieces(statement: dict[str, Any]) -> list[str]:
    content = statement["content"]
    return content if isinstance(content, list) else [content]


def test_every_raw_file_has_its_expected_file_and_the_reverse() -> None:
    assert [path.name for path in RAW] == sorted(EXPECTED)


def test_the_corpus_holds_files_to_reject_and_enough_articles() -> None:
    assert sum(page["rejected"] for page in EXPECTED.values()) >= 3
    assert len(articles()) >= 14


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_is_expected_of_a_rejected_file(name: str) -> None:
    page = EXPECTED[name]
    assert set(page) == {"rejected", "articles"}
    assert page["rejected"] == (not page["articles"])


@pytest.mark.parametrize(("text", "expected"), articles())
def test_an_article_has_150_to_400_words(text: str, expected: dict[str, Any]) -> None:
    assert 150 <= len(body(text).split()) <= 400


@pytest.mark.parametrize(("text", "expected"), articles())
def test_expected_fields(text: str, expected: dict[str, Any]) -> None:
    assert set(expected) == ARTICLE_KEYS | {"statements", "contacts", "names"}
    assert expected["published_basis"] in BASES
    assert (expected["published_on"] is None) == (expected["published_basis"] is None)
    if expected["published_on"]:
        date.fromisoformat(expected["published_on"])


@pytest.mark.parametrize(("text", "expected"), articles())
def test_statements_are_substrings_with_closed_vocabularies(
    text: str, expected: dict[str, Any]
) -> None:
    article = body(text)
    assert len(expected["statements"]) >= 10
    for statement in expected["statements"]:
        assert set(statement) - {"other_speakers"} == STATEMENT_KEYS
        assert statement["speech_type"] in SPEECH_TYPES
        assert statement["statement_kind"] in STATEMENT_KINDS
        for part in (statement["source"] or "", statement["cue"], *content_pieces(statement)):
            assert part in article
        assert statement["cue"]
        assert all(content_pieces(statement))


@pytest.mark.parametrize(("text", "expected"), articles())
def test_contacts_are_between_names_with_closed_vocabularies(
    text: str, expected: dict[str, Any]
) -> None:
    known = {name["entity"] for name in expected["names"]}
    for contact in expected["contacts"]:
        assert set(contact) == CONTACT_KEYS
        assert contact["type"] in CONTACT_TYPES
        assert contact["status"] in CONTACT_STATUSES
        assert set(contact["participants"]) <= known
        assert contact["participants"]
        assert contact["place"] is None or contact["place"] in body(text)
        assert contact["on"] is None or date.fromisoformat(contact["on"])


@pytest.mark.parametrize(("text", "expected"), articles())
def test_names_are_substrings_listed_once(text: str, expected: dict[str, Any]) -> None:
    article = body(text)
    for name in expected["names"]:
        assert set(name) == {"text", "type", "entity"}
        assert name["type"] in ENTITY_TYPES
        assert name["text"] in article
        assert name["entity"]
    forms = [name["text"] for name in expected["names"]]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(("text", "expected"), articles())
def test_people_who_speak_are_among_the_names(text: str, expected: dict[str, Any]) -> None:
    people = {name["entity"] for name in expected["names"] if name["type"] == "PERSON"}
    for statement in expected["statements"]:
        sources = {name for name in people if name in (statement["source"] or "")}
        assert sources <= {statement["speaker"], *statement.get("other_speakers", [])}


def test_archives_hold_no_clock_time() -> None:
    packed = (SEEDS / "articles" / "007_port-sudan-depot.txt.gz").read_bytes()
    assert packed[4:8] == b"\0\0\0\0"
    with zipfile.ZipFile(SEEDS / "articles" / "008_night-desk.zip") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
