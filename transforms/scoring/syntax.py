"""Syntax scored against a treebank, on its own words and from its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.scoring.treebank import TreebankDocument, TreebankWord

_BORDERS: Final = {"onrecord_sentences", "onrecord_borders"}
"""Components that a treebank's own sentences stand in for."""
Analysis = tuple[str, str, str, int, str]


class SyntaxScores:
    """Counts over all documents seen so far. Punctuation counts, and so do subtypes.

    On gold words (`gold_*`) the pipeline is given the words and sentences; from text (`raw_*`,
    F1) it finds its own, and a word is right where the characters of it and of its head are.
    """

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._words: Counter[str] = Counter()

    def add(self, document: TreebankDocument, nlp: Language) -> None:
        """Analyse and score one document."""
        gold = [(w.tag, w.pos, w.lemma, w.head, w.relation) for w in document.words]
        self._count("gold", gold, list(_analyses(_on_words(document.words, nlp))), len(gold))
        places = document.places()
        doc = nlp(document.text())
        number = {place: i for i, place in enumerate(places)}
        found: dict[int, Analysis] = {}
        tokens = [token for token in doc if not token.is_space]
        for token in tokens:
            place = number.get(_place(token))
            if place is not None:
                head = number.get(_place(token.head), -1)
                found[place] = (*_word(token), head, _relation(token))
        self._words["raw_found"] += len(tokens)
        pairs = [(gold[i], analysis) for i, analysis in found.items()]
        self._count("raw", [g for g, _ in pairs], [a for _, a in pairs], len(gold))
        gold_starts = {places[i][0] for i, w in enumerate(document.words) if w.starts}
        starts = {next(t.idx for t in sent if not t.is_space) for sent in doc.sents}
        self._right["starts"] += len(starts & gold_starts)
        self._words["starts"] += len(starts) + len(gold_starts)

    def _count(
        self, kind: str, gold: Sequence[Analysis], found: Sequence[Analysis], words: int
    ) -> None:
        self._words[kind] += words
        for theirs, mine in zip(gold, found, strict=True):
            same = [a == b for a, b in zip(theirs, mine, strict=True)]
            attached = same[3]
            hits = (same[0], same[1], same[2], attached, attached and same[4])
            for name, hit in zip(("tag", "pos", "lemma", "uas", "las"), hits, strict=True):
                self._right[f"{kind}_{name}"] += hit

    def figures(self) -> dict[str, float]:
        """Every measure in percent, by name."""
        result = {}
        for name in ("tag", "pos", "lemma", "uas", "las"):
            result[f"gold_{name}"] = 100 * self._right[f"gold_{name}"] / max(1, self._words["gold"])
        both = max(1, self._words["raw"] + self._words["raw_found"])
        for name in ("tag", "pos", "lemma", "uas", "las"):
            result[f"raw_{name}_f1"] = 200 * self._right[f"raw_{name}"] / both
        result["raw_sentences_f1"] = 200 * self._right["starts"] / max(1, self._words["starts"])
        return result


def _on_words(words: Sequence[TreebankWord], nlp: Language) -> Doc:
    """The treebank's own words and sentences through the components after the tokenizer."""
    doc = Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.spaced for word in words],
        sent_starts=[bool(word.starts) for word in words],
    )
    doc._.paragraph_starts = frozenset(i for i, w in enumerate(words) if w.starts == "paragraph")
    for name, component in nlp.pipeline:
        if name not in _BORDERS:
            doc = component(doc)
    return doc


def _analyses(doc: Doc) -> Iterator[Analysis]:
    return ((*_word(token), token.head.i, _relation(token)) for token in doc)


def _word(token: Token) -> tuple[str, str, str]:
    return token.tag_, token.pos_, token.lemma_


def _relation(token: Token) -> str:
    return "root" if token.dep_ == "ROOT" else token.dep_


def _place(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)
