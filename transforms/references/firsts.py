"""Sources that are I or we: whoever says what they stand in, or wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.speakers.contents import Contents
from transforms.speakers.model import Parts, Speakers
from transforms.speakers.words import FIRST_PERSON


def first_persons(
    text: str, quoted: bytes, parts: Sequence[Parts], found: Sequence[Speakers]
) -> Iterator[tuple[int, int]]:
    """(number of a statement whose source is I or we, number of the one whose speaker it is).

    That is the statement around it, else another of the same quotation. `quoted` has one byte a
    character, 1 inside quotation marks; `found` are the speakers known so far.
    """
    contents = Contents(parts)
    for number, part in enumerate(parts):
        if part.source is None or found[number].method != "unknown:pronoun":
            continue
        if re.sub(r"\W", "", text[slice(*part.source)]).lower() not in FIRST_PERSON:
            continue
        outer = contents.outer(part.source[0], number)
        if outer is None and quoted[part.source[0]]:
            outer = _beside(quoted, part.source[0], number, parts, found)
        if outer is not None and found[outer].names:
            yield number, outer


def authors(
    text: str, quoted: bytes, parts: Sequence[Parts], found: Sequence[Speakers]
) -> Iterator[int]:
    """The numbers of statements whose source is I, we or you in the article's own voice."""
    contents = Contents(parts)
    for number, part in enumerate(parts):
        if part.source is None or found[number].method != "unknown:pronoun":
            continue
        word = re.sub(r"\W", "", text[slice(*part.source)]).lower()
        place = part.source[0]
        if (
            word in FIRST_PERSON | {"you"}
            and not quoted[place]
            and contents.outer(place, number) is None
        ):
            yield number


def _beside(
    quoted: bytes, place: int, number: int, parts: Sequence[Parts], found: Sequence[Speakers]
) -> int | None:
    """A statement with a speaker that shares the quotation around a place; or None."""
    start = quoted.rfind(b"\0", 0, place) + 1
    end = quoted.find(b"\0", place)
    end = len(quoted) if end < 0 else end
    for other, part in enumerate(parts):
        overlaps = any(first < end and start < last for first, last in part.contents)
        is_inside = part.source is not None and start <= part.source[0] < end
        if other != number and overlaps and not is_inside and found[other].names:
            return other
    return None
