"""The names of an article, with those that the model passed over: `Trump` after twenty `Trump`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from transforms.entities.model import Name, Resolved
from transforms.entities.names import printed
from transforms.speakers.model import Span

_TYPES: Final = frozenset({"PERSON", "ORG"})
_SHORTEST: Final = 3
_PART_OF_MORE: Final = re.compile(r"\s[A-Z\d]|[-/.]\w")
_GOES_ON: Final = re.compile(
    r"\b(?!(?:But|And|So|Yet|When|While|As|If|Then|Later|Today|Mr)\b)"
    r"(?:[A-Z][\w'’-]*|[A-Z][a-z]{0,3}\.)\s\Z"
)
"""A capital before it; a full stop only after an initial or an abbreviation."""
_REPEATED: Final = 0.9


class KnownNames:
    """The names in text order, and every place where one of them stands unmarked once more.

    Such places are names of people and organisations that mean one entity wherever they are
    marked, and of people by their surname; not where the words around make them part of more.
    """

    def __init__(self, text: str, names: Sequence[Resolved]) -> None:
        self._repeated = _repeated(text, names)
        made = [_resolved(name, origin) for name, origin in self._repeated.items()]
        self.all = sorted([*names, *made], key=lambda each: each.name.start)
        self._starts = [each.name.start for each in self.all]

    def inside(self, span: Span) -> list[Resolved]:
        """The names that lie within a span."""
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        return [each for each in self.all[first:last] if each.name.end <= span[1]]

    def before(self, place: int) -> list[Resolved]:
        """The few names that end last before a place."""
        last = bisect_left(self._starts, place)
        return [each for each in self.all[max(0, last - 6) : last] if each.name.end <= place]

    def mention(self, name: Resolved) -> Resolved:
        """The name itself if it was marked, else the marked one that it repeats."""
        return self._repeated.get(name.name, name)


def _resolved(name: Name, origin: Resolved) -> Resolved:
    score = None if origin.link_score is None else round(_REPEATED * origin.link_score, 4)
    return Resolved(name, origin.entity_type, origin.entity, "repeated", score)


def _repeated(text: str, names: Sequence[Resolved]) -> dict[Name, Resolved]:
    """Each unmarked name, and the marked one nearest before it (else the first) that it repeats."""
    by_text = _unambiguous(names)
    repeated: dict[Name, Resolved] = {}
    for start, end in _places(text, by_text, names):
        marked = by_text[text[start:end]]
        before = [name for name in marked if name.name.end <= start]
        origin = before[-1] if before else marked[0]
        repeated[Name(start, end, text[start:end], origin.name.label, None)] = origin
    return repeated


def _unambiguous(names: Sequence[Resolved]) -> dict[str, list[Resolved]]:
    """The names that are the same entity wherever they are marked, by their text."""
    by_text: defaultdict[str, list[Resolved]] = defaultdict(list)
    for name in names:
        shown = printed(name.name.text)
        by_text[shown].append(name)
        if name.entity_type == "PERSON" and " " in shown:
            by_text[shown.rsplit(" ", 1)[1]].append(name)
    return {
        text: found
        for text, found in by_text.items()
        if len(text) >= _SHORTEST
        and text[:1].isupper()
        and len({(name.entity, name.entity_type) for name in found}) == 1
        and found[0].entity is not None
        and found[0].entity_type in _TYPES
    }


def _places(text: str, by_text: Mapping[str, object], names: Sequence[Resolved]) -> Iterator[Span]:
    if not by_text:
        return
    longest = sorted(by_text, key=lambda each: (-len(each), each))
    wanted = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")
    taken = bytearray(len(text))
    for name in names:
        taken[name.name.start : name.name.end] = b"\x01" * (name.name.end - name.name.start)
    for found in wanted.finditer(text):
        start, end = found.span()
        is_marked = any(taken[start:end])
        goes_on = _PART_OF_MORE.match(text, end) or _GOES_ON.search(text, max(0, start - 30), start)
        if not is_marked and not goes_on:
            yield start, end
