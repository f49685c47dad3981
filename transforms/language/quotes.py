"""Where quotation marks open and close, of all kinds, balanced or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_PARAGRAPH: Final = re.compile(r"[^\n]+")
_MARK: Final = re.compile(r"[\"“”„«»‟]|``|''|(?<!\w)[‘'](?=\S)|(?<=[\w,.?!…—-])['’](?!\w)")
_PAIRS: Final = {"“": "”", "„": "“”", "«": "»", "‟": "”", "``": "''", "‘": "’", "'": "'"}
_OPENS_AFTER: Final = frozenset(" \t([{—–-/\u00a0“\"‘'«„")
_SINGLE: Final = frozenset("‘'")


def quotations(text: str) -> list[tuple[int, int]]:
    """Character spans of quoted passages, their marks included, outermost only, in text order.

    A passage that no mark closes runs to its paragraph's end where double marks opened it (a
    quotation that goes on in the next paragraph is written so); a single mark without its
    partner is an apostrophe. A stray closing mark is left alone.
    """
    return [
        (paragraph.start() + start, paragraph.start() + end)
        for paragraph in _PARAGRAPH.finditer(text)
        for start, end in _in_paragraph(paragraph.group())
    ]


def quoted_mask(text: str) -> bytes:
    """One byte a character of `text`: 1 inside a quotation, its marks included, else 0."""
    mask = bytearray(len(text))
    for start, end in quotations(text):
        mask[start:end] = b"\x01" * (end - start)
    return bytes(mask)


def _in_paragraph(text: str) -> Iterator[tuple[int, int]]:
    start, closers = -1, ""
    for mark in _MARK.finditer(text):
        sign, place = mark.group(), mark.start()
        if start >= 0 and sign in closers and not _reopens(text, sign, place):
            yield start, mark.end()
            start = -1
        elif start < 0 or (closers == '"' and sign == '"'):
            opened = _closers(text, sign, place)
            start, closers = (place, opened) if opened else (start, closers)
    if start >= 0:
        yield start, len(text.rstrip())


def _reopens(text: str, sign: str, place: int) -> bool:
    """A straight mark that follows a space and touches a word opens, whatever came before."""
    return sign == '"' and _looks_opening(text, place, 1)


def _looks_opening(text: str, place: int, width: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + width : place + width + 1]
    return before in _OPENS_AFTER and bool(after.strip())


def _closers(text: str, sign: str, place: int) -> str:
    """The marks that would close what `sign` opens at `place`; empty where it opens nothing."""
    if sign == '"':
        return '"' if _looks_opening(text, place, 1) else ""
    closers = _PAIRS.get(sign, "")
    if sign in _SINGLE and closers:
        rest = text[place + 1 :]
        closed = re.search(r"(?<=[\w,.?!…—-])['’](?!\w)", rest)
        return closers + "’" if closed and _looks_opening(text, place, 1) else ""
    return closers
