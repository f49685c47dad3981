"""Quotations without source and cue that go on from the statement before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from transforms.speakers.layout import Layout
from transforms.speakers.model import Parts

_NOTHING: Final = re.compile(r"[\s.,;:!?\"“”'’*—–-]*")
_FINISHED: Final = re.compile(r"[.!?…,—][\"”'’»]*$")
_MARKS: Final = frozenset("\"“«'‘`„")


def continued(layout: Layout, parts: Sequence[Parts]) -> Iterator[tuple[int, int]]:
    """(number of a continuing quotation, number of the statement that it continues).

    In text order, so that what is continued twice is given twice. Nothing but marks stands in
    between; a quotation in the next paragraph opens with its mark.
    """
    order = sorted(range(len(parts)), key=lambda each: (parts[each].start, parts[each].end))
    for number in order:
        part = parts[number]
        if part.cue or part.source or not part.is_direct:
            continue
        if not _FINISHED.search(layout.text[part.start : part.end]):
            continue
        before = [each for each in order if each != number and parts[each].end <= part.start]
        if not before:
            continue
        last = max(before, key=lambda each: (parts[each].end, parts[each].start))
        between = layout.text[parts[last].end : part.start]
        if not _NOTHING.fullmatch(between):
            continue
        opens = layout.text[part.start] in _MARKS or between[-1:] in _MARKS
        if layout.is_one_paragraph(parts[last].end, part.start) or opens:
            yield number, last
