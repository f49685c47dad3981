"""Whether a text is an article at all."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:['’.\-][^\W_]+)*")
_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*(?:\s|\Z)|[。！？]")
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)
"""Letters of scripts that do not part words."""
_LETTERS_SHARE: Final = 0.5
_FINISHED_WORDS: Final = 3
_UNFINISHED_WORDS: Final = 8
_UNSPACED_LETTERS: Final = 10
_TABLE_SHARE: Final = 0.8
_SEPARATORS: Final = (
    (re.compile(r"\t"), 2),
    (re.compile(r"\|"), 2),
    (re.compile(r";(?=\S)"), 3),
    (re.compile(r",(?=\S)"), 3),
)
"""What parts the cells of a table, and the lines from which on it is taken for one."""


def prose_fault(text: str) -> str | None:
    """Why the text is no article; None where it is one.

    A news flash is one: three words that end like a sentence will do, or eight that do not.
    """
    letters = sum(map(str.isalpha, text))
    shown = len("".join(text.split()))
    if not letters or letters < _LETTERS_SHARE * shown:
        return f"{letters} of {shown} characters are letters; at least half must be"
    if table := _table_fault(text):
        return table
    if not any(map(_has_sentence, _PARAGRAPH.split(text))):
        return (
            f"no sentence: it needs {_FINISHED_WORDS} words that end like one, "
            f"or {_UNFINISHED_WORDS} words"
        )
    return None


def _table_fault(text: str) -> str | None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for separator, least in _SEPARATORS:
        counts = Counter(len(separator.findall(line)) for line in lines)
        cells, agreeing = max(counts.items(), key=lambda item: (item[0] > 0, item[1]))
        if cells and len(lines) >= least and agreeing >= _TABLE_SHARE * len(lines):
            return f"a table: {agreeing} of {len(lines)} lines have {cells + 1} cells"
    return None


def _has_sentence(paragraph: str) -> bool:
    words = len(_WORD.findall(paragraph))
    if words >= _UNFINISHED_WORDS or len(_UNSPACED.findall(paragraph)) >= _UNSPACED_LETTERS:
        return True
    return words >= _FINISHED_WORDS and _SENTENCE_END.search(paragraph) is not None
