"""Gold documents and what the program finds in them, on one footing: sets of word numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from spacy.tokens import Doc

from transforms.coreference.model import Mention
from transforms.entities.model import Resolved
from transforms.scoring.attribution import ScoredStatement
from transforms.scoring.coreference import ScoredMention
from transforms.scoring.links import FoundLink, GoldLink, within
from transforms.scoring.names import COMMON, Named
from transforms.statements import METHOD, Statement

_MARKS: Final = frozenset('"“”«»„')
_POSSESSIVE: Final = frozenset({"'s", "’s"})
Span = tuple[int, int]


class Words:
    """The words of a doc, white space left out, by where they stand."""

    def __init__(self, doc: Doc) -> None:
        words = [token for token in doc if not token.is_space]
        self._starts = np.array([word.idx for word in words], dtype=np.int64)
        self._ends = np.array([word.idx + len(word) for word in words], dtype=np.int64)
        self._is_mark = [word.is_punct or word.text in _POSSESSIVE for word in words]
        self._text = doc.text

    def inside(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that the character spans touch."""
        return frozenset(number for start, end in spans for number in self._touched(start, end))

    def _touched(self, start: int, end: int) -> range:
        first = int(np.searchsorted(self._ends, start, side="right"))
        return range(first, max(first, int(np.searchsorted(self._starts, end, side="left"))))

    def core(self, start: int, end: int) -> Span | None:
        """First and last word of a span without the marks at its ends, None where no word is in it.

        Marks are punctuation and a possessive 's, which corpora take into a mention or leave out.
        A span of nothing else keeps them.
        """
        numbers = self._touched(start, end)
        inner = [number for number in numbers if not self._is_mark[number]] or numbers
        return (inner[0], inner[-1]) if inner else None

    def statement(
        self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
    ) -> ScoredStatement:
        """A statement's spans in characters as word numbers."""
        return ScoredStatement(
            source=self.inside(source),
            cue=self.inside(cue),
            content=self.inside(content),
            quoted=any(not _MARKS.isdisjoint(self._text[start:end]) for start, end in content),
        )

    def name(self, start: int, end: int, kind: str) -> Named | None:
        """A name as (first word, last word, type), or None where no word is in it."""
        numbers = self._touched(start, end)
        return (numbers[0], numbers[-1], kind) if numbers else None


def gold_statements(row: dict[str, Any], words: Words) -> list[ScoredStatement]:
    """The statements of a document of the attribution corpus."""
    return [
        words.statement(item["source"], item["cue"], item["content"])
        for item in row["attributions"]
    ]


def found_statements(found: Iterable[Statement], words: Words) -> Iterator[ScoredStatement]:
    """The program's statements but those inside others: the attribution corpus has none such."""
    for statement in (each for each in found if each.method == METHOD):
        spans = {
            part: [(piece.start, piece.end) for piece in statement.pieces if piece.part == part]
            for part in ("source", "cue", "content")
        }
        read = words.statement(spans["source"], spans["cue"], spans["content"])
        yield replace(read, score=statement.score, source_score=statement.source_score)


def gold_names(row: dict[str, Any], words: Words) -> set[Named]:
    """The names of a document of a names corpus whose label is on the common mapping."""
    pairs = zip(row["entities"], row["common"], strict=True)
    named = (words.name(item[0], item[1], kind) for item, kind in pairs if kind in COMMON)
    return {name for name in named if name}


def found_names(resolved: Iterable[Resolved], words: Words) -> set[Named]:
    """The program's names whose type is on the common mapping."""
    named = (
        words.name(item.name.start, item.name.end, COMMON[item.entity_type])
        for item in resolved
        if item.entity_type in COMMON
    )
    return {name for name in named if name}


def gold_mentions(row: dict[str, Any], words: Words) -> list[ScoredMention]:
    """The mentions of a document of a coreference corpus."""
    return [
        ScoredMention(words=place, mention_type=mention["mtype"], cluster=number)
        for number, cluster in enumerate(row["clusters"])
        for mention in cluster["mentions"]
        if (place := words.core(mention["start"], mention["end"]))
    ]


def found_mentions(found: Sequence[Mention], words: Words) -> list[ScoredMention]:
    """The program's mentions as whole phrases, which is what corpora of coreference annotate."""
    phrases = {(mention.start, mention.end): mention.phrase for mention in found}
    return [
        ScoredMention(
            words=place,
            mention_type=mention.mention_type,
            cluster=mention.cluster,
            antecedent=words.core(*phrases[mention.antecedent]) if mention.antecedent else None,
        )
        for mention in found
        if (place := words.core(*mention.phrase))
    ]


def pronoun_means(row: dict[str, Any], found: Sequence[Mention], words: Words) -> tuple[bool, bool]:
    """Whether the program takes the pronoun of a GAP snippet for name A and for name B.

    It does where a name that it put into the pronoun's cluster is, contains or lies in that name.
    """
    pronoun = words.core(*row["pronoun"])
    places = [(mention, words.core(mention.start, mention.end)) for mention in found]
    clusters = {mention.cluster for mention, place in places if place == pronoun}
    names = [
        place
        for mention, place in places
        if place and mention.mention_type == "name" and mention.cluster in clusters
    ]
    return _names(row["a"], names, words), _names(row["b"], names, words)


def _names(span: Sequence[int], names: Iterable[Span], words: Words) -> bool:
    asked = words.core(span[0], span[1])
    return asked is not None and any(within(asked, name) or within(name, asked) for name in names)


def gold_links(row: dict[str, Any], words: Words, known: Collection[str]) -> list[GoldLink]:
    """The mentions of a document of a links corpus that stand for an entity or for NIL.

    Only those in its evaluation span and not optional ones. `known`: the Wikidata ids of the
    reference data. Readings of the same words are one mention, which any of their ids fits.
    """
    start, end = row["evaluation_span"]
    readings: defaultdict[Span, list[dict[str, Any]]] = defaultdict(list)
    for (first, last, _), info in zip(row["mentions"], row["info"], strict=True):
        place = words.core(first, last)
        is_asked = info["kind"] in {"entity", "nil"} and not info["optional"]
        if place and is_asked and start <= first and last <= end:
            readings[place].append(info)
    return [_gold_link(place, infos, readings, known) for place, infos in readings.items()]


def _gold_link(
    place: Span, infos: list[dict[str, Any]], places: Iterable[Span], known: Collection[str]
) -> GoldLink:
    qids = frozenset(info["qid"] for info in infos if info["qid"])
    # The number in `alt_parent` may be off by a few: only whether there is one can be relied on.
    is_reading = any(info["alt_parent"] is not None for info in infos)
    wider = [other for other in places if other != place and within(place, other)]
    return GoldLink(
        words=place,
        qids=qids,
        is_known=not qids.isdisjoint(known),
        is_named=not any(info["coref"] or info["desc"] for info in infos),
        within=frozenset(wider if is_reading else ()),
    )


def found_links(
    names: Iterable[Resolved],
    mentions: Iterable[Mention],
    entities: Mapping[int, Resolved],
    words: Words,
) -> list[FoundLink]:
    """The program's names with their Wikidata ids, its other mentions with those of `entities`.

    `entities`: what each cluster of mentions is, by its number.
    """
    named = [
        FoundLink(place, place[1], _qid(item))
        for item in names
        if (place := words.core(item.name.start, item.name.end))
    ]
    others = [
        FoundLink(place, head[1], _qid(entities.get(mention.cluster)))
        for mention in mentions
        if mention.mention_type != "name"
        and (place := words.core(mention.start, mention.end))
        and (head := words.core(*mention.head))
    ]
    return named + others


def _qid(resolved: Resolved | None) -> str | None:
    return resolved.entity.wikidata_id if resolved and resolved.entity else None
