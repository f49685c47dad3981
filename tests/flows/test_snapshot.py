from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from flows import snapshot
from flows.errors import UsageError


def test_folders_are_read_to_the_bottom_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")

    taken = snapshot.taken([tmp_path, tmp_path / "b.txt"])

    assert [file.path.relative_to(tmp_path).as_posix() for file in taken.files] == [
        "a/1.txt",
        "a/2.txt",
        "b.txt",
    ]
    assert taken.files[2].file_id == hashlib.sha256(b"b.txt").hexdigest()
    assert taken.files[2].size_bytes == 5
    assert taken.seen == 3


def test_known_bytes_and_second_names_are_not_new(tmp_path: Path) -> None:
    for name, text in (("a", "old"), ("b", "new"), ("c", "new")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    taken = snapshot.taken([tmp_path])
    known = {taken.files[0].file_id}

    assert [file.path.name for file in taken.new(known)] == ["b"]


def test_the_digest_tells_what_lay_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one", encoding="utf-8")
    first = snapshot.taken([tmp_path]).digest
    assert snapshot.taken([tmp_path]).digest == first
    (tmp_path / "a").write_text("two", encoding="utf-8")
    assert snapshot.taken([tmp_path]).digest != first


def test_what_is_no_file_is_reported_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")

    taken = snapshot.taken([tmp_path])

    assert not taken.files
    assert {(Path(file.uri).name, file.reason) for file in taken.unreadable} == {
        ("pipe", "not a regular file"),
        ("gone", "No such file or directory"),
    }


def test_a_name_that_is_no_utf8_has_a_printable_uri(tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/\xff.txt", os.O_CREAT | os.O_WRONLY))
    (file,) = snapshot.taken([tmp_path]).files
    assert file.uri == f"{tmp_path.as_posix()}/\\xff.txt"


def test_a_missing_input_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere does not exist"):
        snapshot.taken([tmp_path / "nowhere"])
