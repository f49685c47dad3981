"""Docs with the spans of one tag layer, decoded many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from spacy.tokens import Doc

from transforms.language import decoding
from transforms.language.decoding import Floats, WordSpan
from transforms.language.encoder import DOCS, batched

Layer = Literal["attribution", "names"]


def decoded(
    stream: Iterable[Doc],
    layer: Layer,
    *,
    transitions: Floats,
    tags: Sequence[str],
    batch_size: int,
) -> Iterator[tuple[Doc, list[WordSpan]]]:
    """Each doc, in the order they came, with its spans in text order; none without words.

    `layer` names the head in `doc._.word_scores`; `transitions` (tags, tags) are its own.
    """
    for docs in batched(stream, max(batch_size, DOCS)):
        scored = [doc._.word_scores for doc in docs if doc._.word_scores is not None]
        emissions = [scores.heads[layer] for scores in scored]
        breaks = [scores.breaks for scores in scored]
        found = iter(decoding.spans(emissions, transitions, tags, breaks))
        for doc in docs:
            yield doc, next(found) if doc._.word_scores is not None else []
