"""Names: the model's tags as `doc.ents`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from spacy.tokens import Doc, Span

from transforms.language import decoding
from transforms.language.calibration import Calibration
from transforms.language.decoded import decoded
from transforms.language.decoding import Floats, WordSpan
from transforms.language.encoder import DOCS, WordScores
from transforms.language.labels import NAME_TAGS

_TITLES: Final = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Messrs.", "Mx."))
_PERSON: Final = [NAME_TAGS.index("B-PERSON"), NAME_TAGS.index("I-PERSON")]

_FOREIGN: Final = {
    **dict.fromkeys(("PERSON", "PER"), "PERSON"),
    **{label: label for label in ("ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC")},
    **dict.fromkeys(("PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"), "MISC"),
}
"""Labels of names in other pipelines and what they are here."""


class NameComponent:
    """Sets `doc.ents` (PERSON, ORG, LOC, MISC) and each one's `span._.score`, the chance of it.

    A capitalised word after a courtesy title (`Mr. Xi`) is a PERSON even where the model has
    passed it over; its score is then low.
    """

    def __init__(self, transitions: Floats, calibration: Calibration) -> None:
        self._calibration = calibration
        self._transitions = transitions + decoding.allowed_transitions(NAME_TAGS)
        if not Span.has_extension("score"):
            Span.set_extension("score", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """One doc, with its names."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCS) -> Iterator[Doc]:
        """Docs in the order they came, decoded together."""
        docs = decoded(
            stream, "names", transitions=self._transitions, tags=NAME_TAGS, batch_size=batch_size
        )
        for doc, spans in docs:
            if doc._.word_scores is not None:
                _set_names(doc, spans, self._calibration)
            yield doc


class ForeignNameComponent:
    """Brings `doc.ents` of another spaCy pipeline to the labels that onrecord goes on with.

    Labels of OntoNotes and CoNLL are known; entities of other labels (times, amounts, other
    schemes) are no names and are taken off the doc. Such pipelines give no score.
    """

    def __init__(self) -> None:
        if not Span.has_extension("score"):
            Span.set_extension("score", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The doc, with the names among its entities."""
        doc.set_ents(
            [
                Span(doc, found.start, found.end, label=_FOREIGN[found.label_])
                for found in doc.ents
                if found.label_ in _FOREIGN
            ]
        )
        return doc


def _set_names(doc: Doc, spans: list[WordSpan], calibration: Calibration) -> None:
    scores: WordScores = doc._.word_scores
    names = []
    for found in sorted([*spans, *_titled(doc, spans)], key=lambda span: span.start):
        start, end = int(scores.tokens[found.start]), int(scores.tokens[found.end - 1]) + 1
        span = Span(doc, start, end, label=found.label)
        span._.score = calibration.name(found.label, found.score)
        names.append(span)
    doc.set_ents(names)


def _titled(doc: Doc, spans: list[WordSpan]) -> Iterator[WordSpan]:
    """The words that follow a courtesy title and lie in no span of `spans`."""
    scores: WordScores = doc._.word_scores
    taken = {word for span in spans for word in range(span.start, span.end)}
    for word, token in enumerate(scores.tokens[:-1]):
        following = word + 1
        if doc[int(token)].text not in _TITLES or following in taken or scores.breaks[following]:
            continue
        if doc[int(scores.tokens[following])].is_title:
            row = np.exp(scores.heads["names"][following] - scores.heads["names"][following].max())
            score = float(row[_PERSON].sum() / row.sum())
            yield WordSpan("PERSON", following, following + 1, score)
