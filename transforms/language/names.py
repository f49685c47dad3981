"""Names: the model's tags as `doc.ents`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from transforms.language import decoding
from transforms.language.decoding import Floats, WordSpan
from transforms.language.encoder import DOCS, WordScores, batched
from transforms.language.labels import NAME_TAGS


class NameComponent:
    """Sets `doc.ents` (PERSON, ORG, LOC, MISC) and each one's `span._.score`, 0 to 1."""

    def __init__(self, transitions: Floats) -> None:
        self._transitions = transitions + decoding.allowed_transitions(NAME_TAGS)
        if not Span.has_extension("score"):
            Span.set_extension("score", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """One doc, with its names."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCS) -> Iterator[Doc]:
        """Docs in the order they came, decoded together."""
        for docs in batched(stream, max(batch_size, DOCS)):
            scored = [doc for doc in docs if doc._.word_scores is not None]
            emissions = [doc._.word_scores.names for doc in scored]
            breaks = [doc._.word_scores.breaks for doc in scored]
            found = decoding.spans(emissions, self._transitions, NAME_TAGS, breaks)
            for doc, spans in zip(scored, found, strict=True):
                _set_names(doc, spans)
            yield from docs


def _set_names(doc: Doc, spans: list[WordSpan]) -> None:
    scores: WordScores = doc._.word_scores
    names = []
    for found in spans:
        start, end = int(scores.tokens[found.start]), int(scores.tokens[found.end - 1]) + 1
        span = Span(doc, start, end, label=found.label)
        span._.score = found.score
        names.append(span)
    doc.set_ents(names)
