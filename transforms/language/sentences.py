"""Sentence and paragraph borders by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
from spacy.tokens import Doc, Token

_TERMINAL: Final = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "??", "....", "!!!"})
_CLOSERS: Final = frozenset({'"', "”", "’", "'", "''", ")", "]", "»", "’’"})
_OPENERS: Final = frozenset({"“", "‘", "``", "(", "[", "«", "„", '"', "'"})
_STARTERS: Final = frozenset(
    "The A An He She It They We I You In On At But And This That These Those There His Her Its"
    " Their Our As If When While After Before However Some Many Most No One For So".split()
)
"""Words that open a sentence after an abbreviation: `... in the U.S. The plan ...`."""
_ABBREVIATION: Final = re.compile(r"(?:[A-Za-z]\.){2,}|(?:Inc|Corp|Co|Ltd|Jr|Sr|a\.m|p\.m)\.")
_ENDS_LINE: Final = re.compile(r"[.!?…:;\"”’')\]»]\s*$")
_SHORT_LINE: Final = 0.6
_START: Final = np.uint64(1)
_INSIDE: Final = np.uint64(2**64 - 1)
"""spaCy's -1: surely no sentence starts here."""


class SentenceComponent:
    """Sets `token.is_sent_start` and `doc._.paragraph_starts`.

    The latter is the set of token indices that start a paragraph, white space left out. A
    blank line parts paragraphs; a single line end does where the line before it is finished or
    clearly shorter than the others (a title, not a hard wrap).
    """

    def __init__(self) -> None:
        if not Doc.has_extension("paragraph_starts"):
            Doc.set_extension("paragraph_starts", default=frozenset())

    def __call__(self, doc: Doc) -> Doc:
        """The doc, with its borders."""
        paragraphs = frozenset(_paragraph_starts(doc))
        doc._.paragraph_starts = paragraphs
        starts = np.full((len(doc), 1), _INSIDE, dtype=np.uint64)
        if len(doc):
            starts[[0, *_sentence_starts(doc, paragraphs)]] = _START
        return doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]


def _sentence_starts(doc: Doc, paragraphs: frozenset[int]) -> Iterator[int]:
    previous: Token | None = None
    ended = False
    for token in doc:
        if token.is_space:
            continue
        begins = previous is not None and (token.i in paragraphs or (ended and _may_start(token)))
        if begins:
            yield token.i
        ended = _ends(token, previous, ended and not begins)
        previous = token


def _ends(token: Token, previous: Token | None, ended: bool) -> bool:
    """Whether a sentence may end after `token`; `ended`: whether it could before it."""
    text = token.text
    if text in _TERMINAL:
        return True
    if previous is not None and text in _CLOSERS and not previous.whitespace_:
        return ended or (previous.text[-1:] in ".!?…" and not _abbreviated(previous))
    if not text.endswith(".") or not _abbreviated(token):
        return False
    following = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    return following.strip() in _STARTERS


def _abbreviated(token: Token) -> bool:
    return _ABBREVIATION.fullmatch(token.text) is not None


def _may_start(token: Token) -> bool:
    """A sentence does not go on in lower case, nor with a closing mark or a comma."""
    text = token.text
    if text in _OPENERS:
        follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        glued = bool(token.whitespace_) or follower is None
        return not glued and not follower.text[:1].islower() if follower else False
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in "$€£#@-–—•*"


def _paragraph_starts(doc: Doc) -> set[int]:
    text = doc.text
    lines = [len(line) for line in text.split("\n") if line.strip()]
    short = _SHORT_LINE * sorted(lines)[len(lines) // 2] if lines else 0.0
    starts: set[int] = set()
    begins, line_start = True, 0
    for token in doc:
        if not token.is_space:
            if begins:
                starts.add(token.i)
            begins = False
        elif "\n" in token.text:
            line = text[line_start : token.idx]
            blank = token.text.count("\n") > 1
            begins = begins or blank or len(line) < short or bool(_ENDS_LINE.search(line))
            line_start = token.idx + len(token.text)
    return starts
