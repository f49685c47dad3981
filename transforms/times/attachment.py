"""Which verb a time goes with, where the parse leaves it at the one that reports."""

from __future__ import annotations

from typing import Final

from transforms.coreference.words import Words

_BORDERS: Final = frozenset({",", '"', "“", "”", "``", "''", "«", "»"})
_UNITS: Final = frozenset({"obl", "advmod", "nmod"})


def attached(words: Words, place: int) -> int:
    """The head of a time's head word; what is to be where that is told between the two.

    `He announced that they would leave Thursday` is about leaving, `He said it was over on
    Thursday` as the parse has it; a comma or the end of a quotation between is a border.
    """
    head = words.head[place]
    if head >= place or words.dep[place].split(":")[0] not in _UNITS:
        return head
    inner = [c for c in words.children[head] if words.dep[c] == "ccomp" and head < c < place]
    if not inner or not _is_to_be(words, inner[-1]):
        return head
    if any(words.text[c] in _BORDERS for c in range(inner[-1], place)):
        return head
    return inner[-1]


def _is_to_be(words: Words, verb: int) -> bool:
    return any(words.tag[c] == "MD" for c in words.children[verb])
