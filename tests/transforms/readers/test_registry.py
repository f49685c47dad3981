from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.readers import FileContent, read_file, registry

STORY = b"Oskar Brenn said that the harbour would stay open."


def read(data: bytes, uri: str = "a") -> FileContent:
    return read_file(data, uri, max_bytes=1000)


def test_what_is_told_of_a_file() -> None:
    content = read(STORY, "landing/a.txt")
    assert content.file_id == hashlib.sha256(STORY).hexdigest()
    assert content.uri == "landing/a.txt"
    assert content.format == "headed_text"
    assert content.size_bytes == len(STORY)


def test_uri_that_is_no_unicode_can_be_stored() -> None:
    assert read(STORY, "a\udcff.txt").uri == "a\\udcff.txt"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty_file"),
        (b" \r\n\t\0", "empty_file"),
        (b"x" * 1001, "too_large"),
        (bytes(range(256)), "binary"),
        (b"\xff\xfeabc", "undecodable"),
        (b"%PDF-1.7", "unsupported_format"),
        (b"\x28\xb5\x2f\xfd...", "unsupported_format"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><nitf>Brenn said so.</nitf>", "unsupported_format"),
        (b"x" * 257 + b"ustar", "unsupported_format"),
    ],
)
def test_files_that_are_not_read(data: bytes, rule: str) -> None:
    content = read(data)
    assert content.articles == []
    assert [(each.record_no, each.rule) for each in content.rejects] == [(0, rule)]


def test_details_name_value_and_limit() -> None:
    (reject,) = read(b"x" * 1001).rejects
    assert reject.detail == "1001 bytes, at most 1000 are read"


def test_a_reader_that_fails_ends_its_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise TypeError("Oskar Brenn")

    monkeypatch.setattr(registry, "decoded", fail)
    (reject,) = read(STORY).rejects
    assert (reject.rule, reject.detail) == ("reader_failed", "TypeError")


STARTS = [
    b"",
    b"{",
    b'{"text": "',
    b"[{",
    b"<html>",
    b"date 2024-04-09\n",
    b"\x1f\x8b",
    b"PK\x03\x04",
]
STARTS += [b"\xff\xfe", b"\xef\xbb\xbf", b'<html><meta charset="idna">']


@settings(deadline=None)
@given(st.sampled_from(STARTS), st.binary() | st.text().map(str.encode), st.text(max_size=12))
def test_any_bytes_are_read(start: bytes, data: bytes, uri: str) -> None:
    content = read(start + data + b" Brenn said that he would stay.", uri)
    assert content.articles or content.rejects
    assert "reader_failed" not in {each.rule for each in content.rejects}
    keys = [(each.record_no, each.rule) for each in content.rejects]
    assert len(set(keys)) == len(keys)
    for article in content.articles:
        assert article.text
        assert unicodedata.is_normalized("NFC", article.text)
        assert article.text == article.text.strip()
        assert not set("\r\0").intersection(article.text)
        assert (article.published_on is None) == (article.published_basis is None)
        repr(article).encode()
