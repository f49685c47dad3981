"""Words of an article as the encoder's inputs: word pieces, features, windows.

The training recipe and the run use this one module, so a model sees in a nightly
run exactly what it saw in training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Ints = npt.NDArray[np.int32]

SHAPES = 6
"""Case shapes: other, ALL CAPS, Capitalised, lower, digits, mIxed."""
FEATURES = SHAPES * 2 * 2
"""Rows of the feature embedding: shape x inside quotation marks x paragraph start."""
_OPEN, _CLOSE, _STRAIGHT = "“«„", "”»", '"'
_MAX_WORD_CHARS = 80


@dataclass(frozen=True, kw_only=True)
class Encoded:
    """One article's words as pieces.

    `pieces` (n_pieces,) vocabulary ids; `offsets` (n_words + 1,) the pieces of word i are
    `pieces[offsets[i]:offsets[i + 1]]`, at least one a word; `features` (n_words,) rows
    of the feature embedding; `breaks` (n_words,) true where a paragraph starts; `tokens`
    (n_words,) the number of each word among the tokens that it was taken from.
    """

    pieces: Ints
    offsets: Ints
    features: Ints
    breaks: npt.NDArray[np.bool_]
    tokens: Ints

    def __len__(self) -> int:
        return len(self.features)

    @cached_property
    def piece_features(self) -> Ints:
        """(n_pieces,) the features of each piece's word."""
        return np.repeat(self.features, np.diff(self.offsets))


@dataclass(frozen=True, kw_only=True)
class Window:
    """Pieces `start:end` are read together; the answer is kept for words `first:last`."""

    start: int
    end: int
    first: int
    last: int


class WordEncoder:
    """Turns words into pieces with the tokenizer at `path`, remembering each word once."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}

    @cached_property
    def special(self) -> tuple[int, int, int, int]:
        """Ids of [CLS], [SEP], [PAD] and [UNK]."""
        return self._id("[CLS]"), self._id("[SEP]"), self._id("[PAD]"), self._id("[UNK]")

    def _id(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        if number is None:
            message = f"the tokenizer has no {name}; use the tokenizer.json of the model's folder"
            raise ValueError(message)
        return int(number)

    def word_pieces(self, word: str) -> tuple[int, ...]:
        """The vocabulary ids of one word, never empty: [UNK] where nothing is left of it."""
        found = self._known.get(word)
        if found is None:
            ids = self._tokenizer.encode(word[:_MAX_WORD_CHARS], add_special_tokens=False).ids
            found = self._known[word] = tuple(ids) or (self.special[3],)
        return found

    def encode(self, words: Sequence[str], breaks: Sequence[bool]) -> Encoded:
        """Encode an article's words; `breaks[i]` says that word i starts a paragraph."""
        pieces = [self.word_pieces(word) for word in words]
        offsets = np.zeros(len(words) + 1, dtype=np.int32)
        np.cumsum([len(ids) for ids in pieces], out=offsets[1:])
        flags = np.asarray(breaks, dtype=np.bool_)
        shapes = np.fromiter((word_shape(word) for word in words), np.int32, len(words))
        quoted = np.asarray(inside_quotes(words, breaks), dtype=np.int32)
        return Encoded(
            pieces=np.fromiter((i for ids in pieces for i in ids), np.int32, int(offsets[-1])),
            offsets=offsets,
            features=shapes + SHAPES * (quoted + 2 * flags.astype(np.int32)),
            breaks=flags,
            tokens=np.arange(len(words), dtype=np.int32),
        )


def word_shape(word: str) -> int:
    """The case shape of a word, 0 to 5 (see `SHAPES`)."""
    if word.islower():
        return 3
    if word.isupper() and len(word) > 1:
        return 1
    if word[:1].isupper():
        return 2
    if any(char.isdigit() for char in word):
        return 4
    return 5 if any(char.isalpha() for char in word) else 0


def inside_quotes(words: Sequence[str], breaks: Sequence[bool]) -> list[bool]:
    """Whether each word lies inside double quotation marks; a paragraph's end closes them."""
    inside, flags = False, []
    for word, starts in zip(words, breaks, strict=True):
        inside = inside and not starts
        closes = inside and (word[0] in _CLOSE or word in ("''", _STRAIGHT))
        opens = not inside and (word[0] in _OPEN or word in ("``", _STRAIGHT))
        inside = (inside or opens) and not closes
        flags.append(inside and not opens)
    return flags


def windows(encoded: Encoded, *, max_pieces: int, context: int) -> list[Window]:
    """Cut an article into windows of `max_pieces` pieces, [CLS] and [SEP] included.

    A shorter article is one window; of a longer one, every window is full, so that windows of
    many articles can be read together without padding. Every word is kept in exactly one window,
    that of its first piece, which sees at least `context` pieces on each side.
    """
    room, total = max_pieces - 2, int(encoded.offsets[-1])
    if total <= room:
        return [Window(start=0, end=total, first=0, last=len(encoded))]
    count = -(-(total - 2 * context) // (room - 2 * context))
    starts = [i * (total - room) // (count - 1) for i in range(count)]
    cuts = [(after + before + room) // 2 for before, after in pairwise(starts)]
    edges = [0, *np.searchsorted(encoded.offsets[:-1], cuts).tolist(), len(encoded)]
    return [
        Window(start=start, end=start + room, first=first, last=last)
        for start, (first, last) in zip(starts, pairwise(edges), strict=True)
        if first < last
    ]
