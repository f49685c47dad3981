"""A doc's words as columns: what the other modules here look at, without spaCy's objects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

Ints = npt.NDArray[np.int32]

_ATTRIBUTES = [ORTH, LEMMA, TAG, POS, DEP, HEAD, SENT_START, IDX, LENGTH]


@dataclass(frozen=True, kw_only=True, eq=False)
class Words:
    """The tokens of one article, n of them, by number.

    `text`, `lemma`, `tag`, `pos` and `dep` are strings; `head` (n,) is each token's head by number,
    the root's its own; `sentence` and `paragraph` (n,) count from 0;
    `start` and `end` (n,) are code points of the article's text, end exclusive.
    """

    text: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    sentence: list[int]
    paragraph: list[int]
    start: Ints
    end: Ints

    @classmethod
    def of(cls, doc: Doc) -> Words:
        """The words of a parsed doc; its sentences and `paragraph_starts` must be set."""
        columns = doc.to_array(_ATTRIBUTES).astype(np.int64).T
        strings = doc.vocab.strings
        names = {0: ""}

        def text(column: npt.NDArray[np.int64]) -> list[str]:
            for number in np.unique(column.astype(np.uint64)).tolist():
                if number not in names:
                    names[number] = strings[number]
            return [names[number] for number in column.astype(np.uint64).tolist()]

        starts = np.zeros(len(doc), dtype=np.int64)
        starts[sorted(place for place in doc._.paragraph_starts if place < len(doc))] = 1
        orth, lemma, tag, pos, dep, head, sent, idx, length = columns
        return cls(
            text=text(orth),
            lemma=text(lemma),
            tag=text(tag),
            pos=text(pos),
            dep=text(dep),
            head=(head + np.arange(len(doc))).tolist(),
            sentence=np.maximum(np.cumsum(sent == 1) - 1, 0).tolist(),
            paragraph=np.maximum(np.cumsum(starts) - 1, 0).tolist(),
            start=idx.astype(np.int32),
            end=(idx + length).astype(np.int32),
        )

    def __len__(self) -> int:
        return len(self.text)

    def in_sentence(self, number: int) -> range:
        """The tokens of the sentence with that number; none where there is no such."""
        first, last = np.searchsorted(self._sentences, [number, number + 1])
        return range(int(first), int(last))

    @cached_property
    def _sentences(self) -> npt.NDArray[np.int64]:
        return np.array(self.sentence, dtype=np.int64)

    @cached_property
    def children(self) -> list[list[int]]:
        """Each token's children in text order; white space is nobody's child."""
        found: list[list[int]] = [[] for _ in self.text]
        for place, head in enumerate(self.head):
            if head != place and self.tag[place] != "_SP":
                found[head].append(place)
        return found

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last token (inclusive) of what hangs on each token, itself included."""
        first, last = list(range(len(self))), list(range(len(self)))
        order = sorted(range(len(self)), key=self._depth.__getitem__, reverse=True)
        for place in order:
            head = self.head[place]
            if head != place and self.tag[place] != "_SP":
                first[head] = min(first[head], first[place])
                last[head] = max(last[head], last[place])
        return list(zip(first, last, strict=True))

    @cached_property
    def _depth(self) -> list[int]:
        depth = [-1] * len(self)
        for place in range(len(self)):
            path, above = [], place
            while depth[above] < 0 and self.head[above] != above:
                path.append(above)
                above = self.head[above]
            depth[above] = max(depth[above], 0)
            for level, each in enumerate(reversed(path), start=depth[above] + 1):
                depth[each] = level
        return depth
