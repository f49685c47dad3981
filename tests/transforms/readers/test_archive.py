from __future__ import annotations

import bz2
import gzip
import io
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.readers import FileContent, read_file

LIMIT = 100_000
STORY = b"date 2024-04-09\n\nOskar Brenn said that the harbour would stay open.\n"


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, (2024, 4, 9, 0, 0, 0)), data, method)
    return stream.getvalue()


def read(data: bytes, *, max_bytes: int = LIMIT) -> FileContent:
    return read_file(data, "a", max_bytes=max_bytes)


def rules(content: FileContent) -> list[tuple[int, str]]:
    return [(each.record_no, each.rule) for each in content.rejects]


def test_gzip_is_read_as_what_is_in_it() -> None:
    content = read(gzip.compress(STORY[:20]) + gzip.compress(STORY[20:]))
    assert content.format == "headed_text"
    assert [article.record_path for article in content.articles] == [None]


def test_members_come_in_order_of_their_names() -> None:
    content = read(zipped(("b.txt", STORY), ("a/c.txt", STORY), ("a.txt", STORY)))
    assert content.format == "zip"
    assert [(article.record_no, article.record_path) for article in content.articles] == [
        (1, "a.txt"),
        (2, "a/c.txt"),
        (3, "b.txt"),
    ]


def test_records_are_numbered_over_members() -> None:
    lines = b'{"text": "Oskar Brenn said so."}\n{\n{"text": "Mira Quill said no."}\n'
    content = read(zipped(("1.jsonl", lines), ("2.txt", b""), ("3.txt", STORY)))
    assert [article.record_no for article in content.articles] == [1, 3, 5]
    assert rules(content) == [(2, "not_json"), (4, "empty_file")]
    assert content.rejects[1].detail.startswith("2.txt: ")


def test_what_systems_add_is_ignored() -> None:
    content = read(
        zipped(
            ("__MACOSX/a.txt", STORY),
            ("x/.DS_Store", b"\0"),
            ("x/._a.txt", b"\0"),
            ("x/", b""),
            ("x/a.txt", STORY),
        )
    )
    assert [article.record_path for article in content.articles] == ["x/a.txt"]
    assert content.rejects == []


def test_archives_in_archives() -> None:
    inner = zipped(("a.txt", STORY))
    content = read(zipped(("b.zip", zipped(("c.zip", inner), ("d.txt.gz", gzip.compress(STORY))))))
    assert [article.record_path for article in content.articles] == [
        "b.zip/c.zip/a.txt",
        "b.zip/d.txt.gz",
    ]
    too_deep = read(zipped(("e.zip", zipped(("b.zip", zipped(("c.zip", inner)))))))
    assert rules(too_deep) == [(1, "archive_too_deep")]


def test_members_over_the_limit() -> None:
    content = read(zipped(("a.txt", STORY), ("b.txt", b"x" * (LIMIT + 1)), ("c.txt", STORY)))
    assert rules(content) == [(2, "member_too_large")]
    assert content.rejects[0].detail == "b.txt: 100001 bytes, at most 100000 are read"
    assert len(content.articles) == 2


def test_all_members_together_stay_under_the_limit() -> None:
    half = STORY + b"Yes. " * (LIMIT // 8)
    content = read(zipped(*((f"{no}.txt", half) for no in range(5))))
    assert len(content.articles) == 1
    assert rules(content) == [(2, "archive_too_large")]


@pytest.mark.parametrize(
    "wrap", [gzip.compress, lambda data: zipped(("a.gz", gzip.compress(data)))]
)
def test_bombs(wrap: object) -> None:
    assert callable(wrap)
    content = read(wrap(b"\0" * (LIMIT + 1)))
    assert [rule for _, rule in rules(content)] == ["too_large"]


def test_declared_size_may_lie() -> None:
    data = bytearray(zipped(("a.txt", b"x" * 50_000_000)))
    size = (50_000_000).to_bytes(4, "little")
    while (place := data.find(size)) >= 0:
        data[place : place + 4] = (5).to_bytes(4, "little")
    assert rules(read(bytes(data))) == [(1, "archive_broken")]


def test_archives_that_can_not_be_read() -> None:
    bzipped = zipped(("a.txt", STORY), method=zipfile.ZIP_BZIP2)
    assert rules(read(bzipped)) == [(1, "unsupported_format")]
    assert rules(read(bz2.compress(STORY))) == [(0, "unsupported_format")]
    assert rules(read(zipped(("[Content_Types].xml", b"<x/>")))) == [(0, "unsupported_format")]
    assert rules(read(zipped())) == [(0, "no_records")]
    assert rules(read(gzip.compress(STORY)[:-9])) == [(0, "archive_broken")]
    assert rules(read(b"PK\x03\x04" + STORY)) == [(0, "archive_broken")]
    locked = bytearray(zipped(("a.txt", STORY)))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    assert rules(read(bytes(locked))) == [(1, "encrypted")]


ARCHIVES = [
    gzip.compress(STORY, mtime=0),
    zipped(("a.txt", STORY), ("b.gz", gzip.compress(STORY, mtime=0)), ("c.zip", zipped())),
]


@settings(deadline=None)
@given(st.sampled_from(ARCHIVES), st.integers(0, 400))
def test_any_cut_archive_is_read(archive: bytes, size: int) -> None:
    content = read(archive[:size])
    assert content.articles or content.rejects
    assert "reader_failed" not in {each.rule for each in content.rejects}


@settings(deadline=None)
@given(
    st.sampled_from(ARCHIVES),
    st.lists(st.tuples(st.integers(0, 399), st.integers(0, 255)), min_size=1, max_size=6),
)
@example(ARCHIVES[1], [(8, 99)])
@example(ARCHIVES[1], [(363, 0)])
def test_any_damaged_archive_is_read(archive: bytes, changes: list[tuple[int, int]]) -> None:
    data = bytearray(archive)
    for place, value in changes:
        data[place % len(data)] = value
    content = read(bytes(data))
    assert content.articles or content.rejects
    assert "reader_failed" not in {each.rule for each in content.rejects}
