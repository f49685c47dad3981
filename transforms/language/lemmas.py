"""Dictionary forms of words, by LemmInflect."""

from __future__ import annotations

from typing import Final

from lemminflect import getLemma

_OPEN: Final = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})
_AS_WRITTEN: Final = frozenset({"PROPN", "X"})
_SPECIAL: Final = {
    "n't": "not",
    "n’t": "not",
    "'m": "be",
    "’m": "be",
    "'re": "be",
    "’re": "be",
    "'ve": "have",
    "’ve": "have",
    "'ll": "will",
    "’ll": "will",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "an": "a",
    "me": "I",
    "us": "we",
    "him": "he",
    "them": "they",
    "these": "this",
    "those": "that",
}


def lemma(word: str, pos: str) -> str:
    """The lemma of a word with its universal part of speech, never empty.

    Names stay as they are written, other closed classes are lower-cased.
    """
    if pos in _AS_WRITTEN:
        return word
    folded = word.lower()
    if pos not in _OPEN:
        return "I" if folded == "i" else _SPECIAL.get(folded, folded)
    if folded in _SPECIAL and pos in {"AUX", "VERB"}:
        return _SPECIAL[folded]
    if folded in {"'s", "’s"}:
        return "be"
    if folded in {"'d", "’d"}:
        return "would"
    found = getLemma(folded, upos=pos)
    return str(found[0]) if found else folded
