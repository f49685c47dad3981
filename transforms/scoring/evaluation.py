"""One corpus's task, scored through the very extraction that a run uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, Protocol

from transforms.extraction import Extractor
from transforms.scoring import gold
from transforms.scoring.attribution import AttributionScores
from transforms.scoring.coreference import CoreferenceScores
from transforms.scoring.gap import GapScores
from transforms.scoring.links import LinkScores
from transforms.scoring.names import NameScores
from transforms.scoring.syntax import SyntaxScores
from transforms.scoring.times import TimeScores, found_times, gold_times
from transforms.scoring.treebank import TreebankDocument

Document = dict[str, Any]


class Evaluation(Protocol):
    """Scores batches of gold documents of one task."""

    def add(self, documents: Sequence[Any], extractor: Extractor) -> None:
        """Extract and score some documents."""

    def figures(self) -> dict[str, float]:
        """Every measure so far in percent, by name."""


class AttributionEvaluation:
    """Statements against the attribution corpus."""

    def __init__(self) -> None:
        self._scores = AttributionScores()

    def add(self, documents: Sequence[Document], extractor: Extractor) -> None:
        """Extract and score some articles."""
        for row, article in zip(documents, extractor.read(_articles(documents)), strict=True):
            words = gold.Words(article.doc)
            found = list(gold.found_statements(article.statements, words))
            self._scores.add(found, gold.gold_statements(row, words))

    def figures(self) -> dict[str, float]:
        """As `AttributionScores.figures`."""
        return self._scores.figures()


class NameEvaluation:
    """Names against a names corpus."""

    def __init__(self) -> None:
        self._scores = NameScores()

    def add(self, documents: Sequence[Document], extractor: Extractor) -> None:
        """Extract and score some texts."""
        for row, article in zip(documents, extractor.read(_articles(documents)), strict=True):
            words = gold.Words(article.doc)
            found = gold.found_names(article.names, words)
            self._scores.add(found, gold.gold_names(row, words))

    def figures(self) -> dict[str, float]:
        """As `NameScores.figures`."""
        return self._scores.figures()


class SyntaxEvaluation:
    """Tags, lemmas and dependencies against a treebank."""

    def __init__(self) -> None:
        self._scores = SyntaxScores()

    def add(self, documents: Sequence[TreebankDocument], extractor: Extractor) -> None:
        """Analyse and score some documents."""
        for document in documents:
            self._scores.add(document, extractor.nlp)

    def figures(self) -> dict[str, float]:
        """As `SyntaxScores.figures`."""
        return self._scores.figures()


class CoreferenceEvaluation:
    """Clusters of mentions against a coreference corpus."""

    def __init__(self) -> None:
        self._scores = CoreferenceScores()

    def add(self, documents: Sequence[Document], extractor: Extractor) -> None:
        """Extract and score some texts."""
        for row, article in zip(documents, extractor.read(_articles(documents)), strict=True):
            words = gold.Words(article.doc)
            found = gold.found_mentions(article.mentions, words)
            self._scores.add(found, gold.gold_mentions(row, words), genre=row.get("genre", ""))

    def figures(self) -> dict[str, float]:
        """As `CoreferenceScores.figures`."""
        return self._scores.figures()


class GapEvaluation:
    """Pronouns against GAP snippets."""

    def __init__(self) -> None:
        self._scores = GapScores()

    def add(self, documents: Sequence[Document], extractor: Extractor) -> None:
        """Extract and score some snippets."""
        for row, article in zip(documents, extractor.read(_articles(documents)), strict=True):
            found = gold.pronoun_means(row, article.mentions, gold.Words(article.doc))
            self._scores.add(found, (row["a_coref"], row["b_coref"]), row["gender"])

    def figures(self) -> dict[str, float]:
        """As `GapScores.figures`."""
        return self._scores.figures()


class LinkEvaluation:
    """Wikidata ids of mentions against a links corpus."""

    def __init__(self) -> None:
        self._scores = LinkScores()

    def add(self, documents: Sequence[Document], extractor: Extractor) -> None:
        """Extract and score some texts."""
        known = extractor.reference.wikidata_ids
        records = [_dated(record) for record in _articles(documents)]
        for row, article in zip(documents, extractor.read(records), strict=True):
            words = gold.Words(article.doc)
            found = gold.found_links(article.names, article.mentions, article.entities, words)
            self._scores.add(found, gold.gold_links(row, words, known))

    def figures(self) -> dict[str, float]:
        """As `LinkScores.figures`."""
        return self._scores.figures()


class TimeEvaluation:
    """Times against a TimeML corpus."""

    def __init__(self) -> None:
        self._scores = TimeScores()

    def add(self, documents: Sequence[Document], extractor: Extractor) -> None:
        """Extract and score some articles, each as of its own day."""
        records = [
            record | {"published_on": date.fromisoformat(row["dct"]) if row["dct"] else None}
            for row, record in zip(documents, _articles(documents), strict=True)
        ]
        for row, article in zip(documents, extractor.read(records), strict=True):
            self._scores.add(found_times(article.times), gold_times(row))

    def figures(self) -> dict[str, float]:
        """As `TimeScores.figures`."""
        return self._scores.figures()


TASKS: Final[dict[tuple[str, ...], Callable[[], Evaluation]]] = {
    ("attributions",): AttributionEvaluation,
    ("common", "entities"): NameEvaluation,
    ("clusters",): CoreferenceEvaluation,
    ("pronoun", "a", "b"): GapEvaluation,
    ("evaluation_span",): LinkEvaluation,
    ("dct", "timexes"): TimeEvaluation,
}
"""What scores a JSONL corpus, by the keys that its documents have."""


def evaluation(document: Document | TreebankDocument) -> Evaluation | None:
    """What scores a corpus whose first document this is, or None where it is of no known task."""
    if isinstance(document, TreebankDocument):
        return SyntaxEvaluation()
    fitting = (task for keys, task in TASKS.items() if document.keys() >= set(keys))
    task = next(fitting, None)
    return task() if task else None


def _dated(record: Document) -> Document:
    """The same with its day, where the title begins with one: `20150211 - A title`."""
    found = re.match(r"(\d{4})(\d\d)(\d\d) - ", record["title"] or "")
    if not found:
        return record
    day = date(*map(int, found.groups()))
    return record | {"published_on": day, "title": record["title"][found.end() :]}


def _articles(documents: Sequence[Document]) -> list[Document]:
    return [
        {
            "article_id": str(row.get("doc_id", number)),
            "title": row.get("title"),
            "text": row["text"],
            "published_on": None,
        }
        for number, row in enumerate(documents)
    ]
