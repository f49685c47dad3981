"""Texts to docs, names and statements without speakers: what everything after them reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from transforms import rows
from transforms.entities.article import resolve
from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.language.encoder import WordScores
from transforms.language.pipeline import build_nlp
from transforms.language.quotes import quoted_mask
from transforms.speakers import Article
from transforms.speakers.known import KnownNames
from transforms.statements import Attributed, attributed


@dataclass(frozen=True, kw_only=True)
class Analysed:
    """One text: its doc, its names in text order, its attributions, and both to be asked.

    `attributed` are those that are statements, in the order of the article's parts; `scores` the
    encoder's, None for a text without words.
    """

    doc: Doc
    names: list[Resolved]
    attributed: list[Attributed]
    article: Article
    scores: WordScores | None


class Analyser:
    """The language pipeline and the reference data, loaded once.

    `pipeline` names another spaCy pipeline for names and syntax. Raises FileNotFoundError naming
    the file where `model` or `seeds` lacks one, ValueError where `pipeline` cannot be loaded.
    """

    def __init__(self, *, model: Path, seeds: Path, pipeline: str = "", threads: int = 1) -> None:
        self.nlp = build_nlp(model, threads=threads, pipeline=pipeline)
        self.reference = Reference.read(seeds)

    def read(self, records: Sequence[rows.Row]) -> Iterator[Analysed]:
        """The records, analysed, in their order.

        `records`: title (or None), text, published_on (a date or None).
        """
        docs = self.nlp.pipe(record["text"] for record in records)
        for record, doc in zip(records, docs, strict=True):
            yield self.analysed(record, doc)

    def analysed(self, record: rows.Row, doc: Doc) -> Analysed:
        """A record with the doc that the pipeline made of its text."""
        text, quoted = record["text"], quoted_mask(record["text"])
        marked = resolve(
            rows.names(doc),
            text=text,
            title=record["title"],
            published_on=record["published_on"],
            reference=self.reference,
        )
        names = KnownNames(text, marked).all
        found = attributed(doc, text, quoted)
        article = Article(
            text,
            [each.parts for each in found],
            names,
            sentences=[(sent.start_char, sent.end_char) for sent in doc.sents],
            quoted=quoted,
            reference=self.reference,
            published_on=record["published_on"],
        )
        scores = doc._.word_scores
        doc._.word_scores = None  # A kilobyte a word, and docs live on in cycles of references.
        return Analysed(doc=doc, names=names, attributed=found, article=article, scores=scores)
