from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from flows import parse
from flows.errors import UsageError
from flows.settings import Settings


def parsed(path: Path) -> str:
    output = io.StringIO()
    console = Console(file=output, width=200, color_system="truecolor", force_terminal=True)
    parse.run(path, Settings(workers=1), console)
    return output.getvalue()


def test_parts_are_coloured_and_statements_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("date 2025-03-04\n\nAna Petrova told Bo Li that the talks would go on.\n")
    shown = parsed(path)
    assert "2025-03-04 (header)" in shown
    assert "\x1b[33mtold\x1b[0m" in shown
    assert "\x1b[32mthat the talks would go on\x1b[0m" in shown
    assert "speech, say, indirect" in shown
    assert "2025-03-04 (published) · addressee Bo Li" in shown


def test_contacts_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("date 2025-03-04\n\nAngela Merkel met Emmanuel Macron in Paris on Monday.\n")
    shown = parsed(path)
    assert "meet (happened): Angela Merkel, Emmanuel Macron · Paris · 2025-03-03" in shown


def test_a_file_without_an_article_says_why(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(UsageError, match=r"a\.bin"):
        parsed(path)
