"""Marked-up sentences: `[Lavrov](source) [said](cue) [the talks went on](content).`."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = re.compile(r"\[([^\]]*)\]\((\w+)\)")


def parsed(marked: str) -> tuple[str, dict[str, list[str]]]:
    """The plain text, and the marked words by label in text order."""
    found: dict[str, list[str]] = {}
    for words, label in _MARK.findall(marked):
        found.setdefault(label, []).append(words)
    return _MARK.sub(r"\1", marked), found
