"""The noun phrases of an article: what can refer to somebody or something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from transforms.coreference.words import Words
from transforms.entities.model import Resolved

NAME, NOMINAL, PRONOUN = range(3)

_PRONOUN_TAGS: Final = frozenset({"PRP", "PRP$"})
_RELATIVE_TAGS: Final = frozenset({"WDT", "WP", "WP$", "WRB", "EX"})
_MARKERS: Final = frozenset({"det", "mark"})
_DEMONSTRATIVES: Final = frozenset({"this", "that", "these", "those"})
_HEADS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE: Final = frozenset({"compound", "flat", "fixed", "goeswith", "expl", "nmod:desc"})
"""Relations of a word that heads no phrase of its own; nmod:desc is that of a title."""
_PARTS: Final = frozenset("det amod nummod compound flat nmod acl fixed goeswith".split())
"""Relations of what belongs to a phrase, the complements and relative clauses after it too."""

_AFTER: Final = frozenset({"nmod", "acl", "acl:relcl"})
"""Relations of what stands after its head; before it, the parser was wrong."""


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A noun phrase: its head, its tokens `first` to `last` (inclusive), NAME, NOMINAL or PRONOUN.

    `name` is the resolved name that its head is part of, or None.
    """

    head: int
    first: int
    last: int
    kind: int
    name: Resolved | None = None


def phrases(words: Words, names: Sequence[Resolved]) -> list[Phrase]:
    """Every phrase in the order of the heads; a name that heads none is a phrase of its own.

    `names` in text order; the borders are those of a whole phrase: determiners, titles, a
    possessive 's, complements and relative clauses belong to it, appositions do not.
    """
    owner, bare = _owners(words, names)
    found: dict[int, Phrase] = {}
    seen: set[int] = set()
    for head in _heads(words):
        number = _named(words, head, owner)
        if number is not None:
            if number in seen:
                continue
            seen.add(number)
        kind = NAME if number is not None else _kind(words, head)
        first, last = _borders(words, head)
        name = names[number] if number is not None else None
        found[head] = Phrase(head=head, first=first, last=last, kind=kind, name=name)
    for number, (first, last) in bare.items():
        if number not in seen:
            found.setdefault(
                last, Phrase(head=last, first=first, last=last, kind=NAME, name=names[number])
            )
    return [found[head] for head in sorted(found)]


def _heads(words: Words) -> Iterator[int]:
    for place, (pos, tag, dep) in enumerate(zip(words.pos, words.tag, words.dep, strict=True)):
        if dep in _INSIDE or dep.split(":")[0] in _INSIDE or tag in _RELATIVE_TAGS:
            continue
        is_noun = pos in _HEADS or tag in _PRONOUN_TAGS
        is_one = pos == "NUM" and words.lemma[place] == "one" and dep not in _PARTS
        shows = words.lemma[place] in _DEMONSTRATIVES and pos != "SCONJ" and dep not in _MARKERS
        if is_noun or is_one or shows:
            yield place


def _named(words: Words, head: int, owner: dict[int, int]) -> int | None:
    """The name that a head is part of, or that follows it: `Vice President Harris`."""
    after = (owner.get(child) for child in words.children[head] if words.dep[child] == "flat")
    return owner.get(head, next((name for name in after if name is not None), None))


def _kind(words: Words, head: int) -> int:
    is_pronoun = words.tag[head] in _PRONOUN_TAGS or words.pos[head] == "PRON"
    is_pronoun = is_pronoun or words.lemma[head] in _DEMONSTRATIVES
    return PRONOUN if is_pronoun else NOMINAL


def _borders(words: Words, head: int) -> tuple[int, int]:
    first = last = head
    for child in words.children[head]:
        if words.dep[child].split(":")[0] not in _PARTS and words.tag[child] != "POS":
            continue
        if child < head and words.dep[child] in _AFTER:
            continue
        begin, end = words.edges[child]
        first, last = min(first, begin), max(last, end)
    return first, last


def _owners(
    words: Words, names: Sequence[Resolved]
) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
    """Token to the number of the name that it lies in, and each name's first and last token."""
    ends, starts = words.end.tolist(), words.start.tolist()
    owner: dict[int, int] = {}
    bare: dict[int, tuple[int, int]] = {}
    for number, each in enumerate(names):
        first = bisect_left(ends, each.name.start + 1)
        last = bisect_left(starts, each.name.end) - 1
        if first <= last:
            bare[number] = first, last
            owner.update(dict.fromkeys(range(first, last + 1), number))
    return owner, bare
