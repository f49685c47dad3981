"""Base noun phrases over Universal Dependencies, for `doc.noun_chunks`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

_HEADS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_WITHIN: Final = frozenset({"compound", "flat", "fixed", "goeswith", "det", "nmod:desc"})
"""Relations of a noun that is part of another's phrase."""
_BEFORE: Final = frozenset(
    "det det:predet amod nummod compound nmod:poss nmod:desc advmod flat goeswith".split()
)
_AFTER: Final = frozenset({"flat", "goeswith"})


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Start token, end token (exclusive) and label of each base noun phrase, in text order.

    A phrase is a noun, name or pronoun with its determiners, adjectives, numbers, compounds and
    possessors before it, and the rest of a flat name after it. No phrase lies in another. Raises
    ValueError where the doc was not parsed, as spaCy's own do.
    """
    doc = doclike.doc
    if not doc.has_annotation("DEP"):
        message = "noun chunks need a parsed doc: run the component `syntax`"
        raise ValueError(message)
    label = doc.vocab.strings.add("NP")
    found = sorted(
        (_start(word), word.i, _end(word))
        for word in doclike
        if word.pos_ in _HEADS and word.dep_ not in _WITHIN
    )
    last = 0
    for start, head, end in sorted(found, key=lambda each: (each[0], -each[2])):
        if start >= last and head < end:
            yield start, end, label
            last = end


def _start(word: Token) -> int:
    start = word.i
    for child in reversed(list(word.lefts)):
        if child.dep_ not in _BEFORE or child.right_edge.i + 1 != start:
            break
        start = child.left_edge.i
    return start


def _end(word: Token) -> int:
    end = word.i + 1
    for child in word.rights:
        if child.dep_ not in _AFTER or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    return end
