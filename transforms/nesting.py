"""Statements inside statements: what somebody said that somebody else had said."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.speakers.model import Parts


def outer(parts: Sequence[Parts]) -> list[int | None]:
    """The number of the statement in whose content each statement's cue stands, or None.

    Of several the one with the shortest such content. A statement without a cue is inside where
    its content is, and is no statement's outer one. None is inside itself, at any depth.
    """
    pieces = sorted(
        (end - start, start, end, number)
        for number, part in enumerate(parts)
        if part.cue is not None
        for start, end in part.contents
    )
    found: list[int | None] = [None] * len(parts)
    for number, part in enumerate(parts):
        start, end = part.cue or part.contents[0]
        for _, first, last, other in pieces:
            holds = other != number and first <= start and end <= last
            if holds and not _is_within(found, other, number):
                found[number] = other
                break
    return found


def _is_within(found: Sequence[int | None], number: int, other: int) -> bool:
    """Whether one statement is already inside another, at any depth."""
    at: int | None = number
    while at is not None:
        if at == other:
            return True
        at = found[at]
    return False
