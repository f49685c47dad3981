"""Gold and silver corpora as arrays of words, tags and links."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy

from transforms.language.encoding import Encoded, WordEncoder
from transforms.language.labels import ATTRIBUTION_TAGS, NAME_TAGS, PARTS
from transforms.language.sentences import SentenceComponent

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float16]
IGNORED = -100


@dataclass(frozen=True, kw_only=True)
class Example:
    """One document. Tags are (words,), `IGNORED` where the corpus has none.

    `attributions`: (source span or None, cue span, content spans), in words, end exclusive.
    """

    encoded: Encoded
    attribution: Ints
    names: Ints
    attributions: list[tuple[tuple[int, int] | None, tuple[int, int], list[tuple[int, int]]]]
    has_source: list[bool]
    syntax: Ints | None = None
    """(5, words): tag, part of speech, head word, relation, number of the sentence."""
    taught: tuple[Floats, Floats] | None = None
    """A teacher's scores for attribution and name tags, (words, tags) each."""


class Words:
    """Tokenises texts as the pipeline does."""

    def __init__(self, tokenizer: Path) -> None:
        self._nlp = spacy.blank("en")
        self._sentences = SentenceComponent()
        self._encoder = WordEncoder(tokenizer)

    def read(self, text: str) -> tuple[Encoded, Ints]:
        """The encoded words of a text and their character spans (words, 2)."""
        doc = self._sentences(self._nlp.make_doc(text))
        tokens = [token for token in doc if not token.is_space]
        places = [(token.idx, token.idx + len(token)) for token in tokens]
        breaks = [token.i in doc._.paragraph_starts for token in tokens]
        encoded = self._encoder.encode([token.text for token in tokens], breaks)
        return encoded, np.array(places, dtype=np.int32).reshape(-1, 2)

    def encode(self, words: Sequence[str], breaks: Sequence[bool]) -> Encoded:
        """Words that a corpus has tokenised itself."""
        return self._encoder.encode(words, breaks)


def word_span(places: Ints, start: int, end: int) -> tuple[int, int] | None:
    """The words that overlap characters `start:end`, or None."""
    first = int(np.searchsorted(places[:, 1], start, side="right"))
    last = int(np.searchsorted(places[:, 0], end, side="left"))
    return (first, last) if last > first else None


def _tagged(
    length: int, spans: Iterable[tuple[str, tuple[int, int] | None]], tags: Sequence[str]
) -> Ints:
    numbers = {tag: i for i, tag in enumerate(tags)}
    result = np.zeros(length, dtype=np.int32)
    for label, span in spans:
        if span:
            result[span[0] : span[1]] = numbers[f"I-{label}"]
            result[span[0]] = numbers[f"B-{label}"]
    return result


def attribution_example(words: Words, row: dict[str, Any], names: dict[str, Any] | None) -> Example:
    """An article of the attribution corpus, with its silver names where there are any."""
    encoded, places = words.read(row["text"])
    parts, links, known = [], [], []
    for item in row["attributions"]:
        found = {p: [w for s in item.get(p, []) if (w := word_span(places, *s))] for p in PARTS}
        parts += [(part, span) for part in PARTS for span in found[part]]
        if found["cue"]:
            source = found["source"][0] if found["source"] else None
            links.append((source, found["cue"][0], found["content"]))
            known.append(bool(item.get("source")))
    tags = np.full(len(encoded), IGNORED, dtype=np.int32)
    if names is not None:
        tags = name_tags(places, names["entities"], [label for *_, label in names["entities"]])
    return Example(
        encoded=encoded,
        attribution=_tagged(len(encoded), parts, ATTRIBUTION_TAGS),
        names=tags,
        attributions=links,
        has_source=known,
    )


def name_tags(places: Ints, entities: Sequence[Sequence[Any]], labels: Sequence[str]) -> Ints:
    """Tags of names given as [start, end, ...] with their labels on the common mapping."""
    pairs = zip(entities, labels, strict=True)
    spans = [(label, word_span(places, item[0], item[1])) for item, label in pairs]
    return _tagged(len(places), spans, NAME_TAGS)


def names_example(words: Words, row: dict[str, Any]) -> Example:
    """A document with gold names alone."""
    encoded, places = words.read(row["text"])
    return Example(
        encoded=encoded,
        attribution=np.full(len(encoded), IGNORED, dtype=np.int32),
        names=name_tags(places, row["entities"], row["common"]),
        attributions=[],
        has_source=[],
    )


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a JSONL corpus."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
