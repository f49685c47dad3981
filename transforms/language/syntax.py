"""Syntax: the model's tags and trees as spaCy's own token attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, LEMMA, ORTH, POS, TAG
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.language import labels
from transforms.language.encoder import DOCS, WordScores, batched
from transforms.language.lemmas import lemma
from transforms.language.trees import Parser

_ATTRIBUTES: Final = [HEAD, DEP, TAG, POS, LEMMA]
Ints = npt.NDArray[np.int64]


class SyntaxComponent:
    """Sets `token.tag_`, `pos_`, `dep_`, `head` and `lemma_` by Universal Dependencies.

    Trees stay inside the sentences that the doc has. White space has the tag `_SP`, hangs on the
    word before it, or on the first one, and has no relation.
    """

    def __init__(self, parser: Parser, vocab: Vocab) -> None:
        self._parser = parser
        self._strings = strings = vocab.strings
        self._known: dict[tuple[int, int], int] = {}
        self._tags = np.array([strings.add(tag) for tag in labels.TAGS], dtype=np.uint64)
        self._pos = np.array([IDS[pos] for pos in labels.POS], dtype=np.uint64)
        names = ["ROOT" if name == "root" else name for name in labels.RELATIONS]
        self._relations = np.array([strings.add(name) for name in names], dtype=np.uint64)
        self._space = np.array([0, 0, strings.add("_SP"), IDS["SPACE"], 0], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """One doc, with its syntax."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCS) -> Iterator[Doc]:
        """Docs in the order they came, parsed together."""
        for docs in batched(stream, max(batch_size, DOCS)):
            self._parse([doc for doc in docs if doc._.word_scores is not None])
            yield from docs

    def _parse(self, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        scores: list[WordScores] = [doc._.word_scores for doc in docs]
        starts = [_starts(doc, each.tokens) for doc, each in zip(docs, scores, strict=True)]
        projected = np.concatenate([each.heads["syntax"] for each in scores])
        tags = np.concatenate([each.heads["tags"].argmax(1) for each in scores])
        heads, relations = self._parser.parse(projected, tags, np.concatenate(starts))
        at = 0
        for doc, each in zip(docs, scores, strict=True):
            part = slice(at, at + len(each.tokens))
            self._set(doc, each, tags[part], heads[part] - at, relations[part])
            at = part.stop

    def _set(self, doc: Doc, scores: WordScores, tags: Ints, heads: Ints, relations: Ints) -> None:
        words = scores.tokens.astype(np.int64)
        pos = np.where(self._parser.pos_of_tag[tags], scores.heads["pos"], -np.inf).argmax(1)
        rows = np.tile(self._space, (len(doc), 1))
        nearest = np.maximum(np.searchsorted(words, np.arange(len(doc)), side="right") - 1, 0)
        above = words[nearest] - np.arange(len(doc))
        above[words] = words[heads] - words
        rows[:, 0] = above.astype(np.uint64)
        rows[words, 1] = self._relations[relations]
        rows[words, 2] = self._tags[tags]
        rows[words, 3] = self._pos[pos]
        forms = doc.to_array(ORTH)
        rows[:, 4] = forms
        rows[words, 4] = self._lemmas(forms[words].tolist(), pos.tolist())
        doc.from_array(_ATTRIBUTES, rows)  # type: ignore[arg-type]

    def _lemmas(self, forms: list[int], pos: list[int]) -> list[int]:
        """The strings' numbers of words' lemmas, from the words' and their parts of speech."""
        pairs, known, strings = list(zip(forms, pos, strict=True)), self._known, self._strings
        for pair in set(pairs) - known.keys():
            known[pair] = strings.add(lemma(strings[pair[0]], labels.POS[pair[1]]))
        return [known[pair] for pair in pairs]


def _starts(doc: Doc, tokens: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """(words,) whether each word starts a sentence."""
    starts: npt.NDArray[np.bool_] = doc.to_array("SENT_START")[tokens] == 1
    starts[:1] = True
    return starts
