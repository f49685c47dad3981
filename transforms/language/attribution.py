"""Attribution: the model's tags and links as statements' sources, cues and contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from spacy.tokens import Doc, Span

from transforms.language import decoding
from transforms.language.calibration import Calibration, evidence
from transforms.language.decoded import decoded
from transforms.language.decoding import Floats, WordSpan
from transforms.language.encoder import DOCS, WordScores
from transforms.language.labels import ATTRIBUTION_TAGS
from transforms.language.pairs import Ints, pair_features

_REACH: Final = 60
"""Words between a cue and what belongs to it, at most (40 to 100 score alike on dev)."""
_LOOSE: Final = np.float32(3.0)
"""Link score below which a content belongs to no cue in reach (2 to 6 score alike on dev)."""
_FAR: Final = np.float32(-1e4)


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """One statement's spans in the doc, pieces in text order.

    A statement has one cue, or none where quoted words stand without one. `score` is the chance
    that cue, content and source are right, `source_score` that the source (or having none) is,
    given the rest; `evidence` what both rest on (`calibration.EVIDENCE`).
    """

    cue: Span | None
    sources: tuple[Span, ...]
    contents: tuple[Span, ...]
    score: float
    source_score: float
    evidence: tuple[float, ...]


class AttributionComponent:
    """Sets `doc._.attributions`, a tuple of `Attribution` in the order of their cues.

    Each content goes to the cue that the link head likes best, each cue takes its best source
    or none; contents without a cue come last. A cue without content makes no statement.
    `distance` (2, features) is the learned bias of `pair_features`.
    """

    def __init__(self, transitions: Floats, distance: Floats, calibration: Calibration) -> None:
        self._calibration = calibration
        self._transitions = transitions + decoding.allowed_transitions(ATTRIBUTION_TAGS)
        self._distance = distance
        if not Doc.has_extension("attributions"):
            Doc.set_extension("attributions", default=())

    def __call__(self, doc: Doc) -> Doc:
        """One doc, with its attributions."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCS) -> Iterator[Doc]:
        """Docs in the order they came, decoded together."""
        docs = decoded(
            stream,
            "attribution",
            transitions=self._transitions,
            tags=ATTRIBUTION_TAGS,
            batch_size=batch_size,
        )
        for doc, spans in docs:
            if spans:
                doc._.attributions = tuple(self._joined(doc, spans))
            yield doc

    def _joined(self, doc: Doc, spans: list[WordSpan]) -> Iterator[Attribution]:
        scores: WordScores = doc._.word_scores
        cues, sources, contents = (
            [span for span in spans if span.label == part] for part in ("cue", "source", "content")
        )
        owners = self._content_cues(scores, cues, contents)
        chosen = self._cue_sources(scores, cues, sources)
        for number, cue in enumerate(cues):
            own = [i for i, (owner, _) in enumerate(owners) if owner == number]
            if own:
                source, source_link = chosen[number]
                pieces = [contents[i] for i in own]
                link = min(owners[i][1] for i in own)
                values = evidence(cue, source, pieces, content_link=link, source_link=source_link)
                yield self._attribution(doc, cue, source, pieces, values)
        for content, (owner, link) in zip(contents, owners, strict=True):
            if owner < 0:
                values = evidence(None, None, [content], content_link=link, source_link=0.5)
                yield self._attribution(doc, None, None, [content], values)

    def _content_cues(
        self, scores: WordScores, cues: list[WordSpan], contents: list[WordSpan]
    ) -> list[tuple[int, float]]:
        """The number of each content's cue and the chance of it; -1 where none is in reach."""
        if not cues or not contents:
            return [(-1, 0.5)] * len(contents)
        table = np.vstack([self._scores(scores, 1, cues, contents), np.full(len(contents), _LOOSE)])
        best = table.argmax(0)
        chances = _softmax(table)[best, np.arange(len(contents))]
        return [
            (int(b) if b < len(cues) else -1, float(chance))
            for b, chance in zip(best, chances, strict=True)
        ]

    def _cue_sources(
        self, scores: WordScores, cues: list[WordSpan], sources: list[WordSpan]
    ) -> list[tuple[WordSpan | None, float]]:
        """Each cue's best source, or None where having none scores better, and its chance."""
        if not cues or not sources:
            return [(None, 0.5)] * len(cues)
        none = scores.heads["no_source"][[cue.start for cue in cues], 0]
        table = np.vstack([self._scores(scores, 0, cues, sources).T, none])
        best = table.argmax(0)
        chances = _softmax(table)[best, np.arange(len(cues))]
        return [
            (sources[int(b)] if b < len(sources) else None, float(chance))
            for b, chance in zip(best, chances, strict=True)
        ]

    def _attribution(
        self,
        doc: Doc,
        cue: WordSpan | None,
        source: WordSpan | None,
        contents: list[WordSpan],
        values: tuple[float, ...],
    ) -> Attribution:
        tokens = doc._.word_scores.tokens

        def span(found: WordSpan) -> Span:
            return Span(doc, int(tokens[found.start]), int(tokens[found.end - 1]) + 1, found.label)

        score, source_score = self._calibration.of_statement(values)
        return Attribution(
            cue=span(cue) if cue else None,
            sources=(span(source),) if source else (),
            contents=tuple(span(piece) for piece in contents),
            score=score,
            source_score=source_score,
            evidence=values,
        )

    def _scores(
        self, scores: WordScores, kind: int, cues: list[WordSpan], others: list[WordSpan]
    ) -> Floats:
        """(cues, others) link scores; pairs out of reach get a score that never wins."""
        size = scores.heads["links"].shape[1] // 4
        cue_part = scores.heads["links"][:, 2 * kind * size : (2 * kind + 1) * size]
        other_part = scores.heads["links"][:, (2 * kind + 1) * size : (2 * kind + 2) * size]
        left, right = _places(cues), _places(others)
        dots = _vectors(cue_part, left) @ _vectors(other_part, right).T
        columns = pair_features(left, right, np.cumsum(scores.breaks).astype(np.int32))
        table = dots * np.float32(size**-0.5) + self._distance[kind][columns].sum(-1)
        after = right[None, :, 0] - left[:, None, 1]
        before = left[:, None, 0] - right[None, :, 1]
        gaps = np.maximum(after, before)
        return np.where(gaps <= _REACH, table, _FAR).astype(np.float32)


def _places(spans: list[WordSpan]) -> Ints:
    return np.array([(span.start, span.end) for span in spans], dtype=np.int32)


def _vectors(words: Floats, places: Ints) -> Floats:
    return ((words[places[:, 0]] + words[places[:, 1] - 1]) / 2).astype(np.float32)


def _softmax(table: Floats) -> Floats:
    """Down the columns."""
    exp: Floats = np.exp(table - table.max(0))
    exp /= exp.sum(0)
    return exp
