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
    path.write_text("date 2025-03-04\n\nAna Petrova said that the talks would go on.\n")
    shown = parsed(path)
    assert "2025-03-04 (header)" in shown
    assert "\x1b[33msaid\x1b[0m" in shown
    assert "\x1b[32mthat the talks would go on\x1b[0m" in shown
    assert "speech, indirect" in shown


def test_a_file_without_an_article_says_why(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(UsageError, match=r"a\.bin"):
        parsed(path)
