"""Which verb a time goes with, where the parse leaves it at the one that reports."""

from __future__ import annotations

from typing import Final

from transforms.coreference.words import Words

_BORDERS: Final = frozenset({",", '"', "“", "”", "``", "''", "«", "»"})
_INNER: Final = frozenset({"ccomp", "xcomp"})
_INTENDING: Final = frozenset(
    "pledge promise vow plan threaten propose want hope intend aim".split()
)
_UNITS: Final = frozenset({"obl", "advmod", "nmod"})


def attached(words: Words, place: int) -> int:
    """The head of a time's head word; what is to be where that is told between the two.

    `He announced that they would leave Thursday` and `He vowed to leave Thursday` are about
    leaving, `He said it was over on Thursday` as the parse has it; a comma or the end of a
    quotation between is a border.
    """
    head = words.head[place]
    if head >= place or words.dep[place].split(":")[0] not in _UNITS:
        return head
    inner = [c for c in words.children[head] if words.dep[c] in _INNER and head < c < place]
    if not inner or not _is_to_be(words, inner[-1]):
        return head
    if any(words.text[c] in _BORDERS for c in range(inner[-1], place)):
        return head
    return inner[-1]


def _is_to_be(words: Words, verb: int) -> bool:
    """Whether a verb tells of what is to be: `would leave`, and `to leave` after `pledged`."""
    if words.dep[verb] == "xcomp":
        return words.lemma[words.head[verb]].lower() in _INTENDING
    return any(words.tag[c] == "MD" for c in words.children[verb])
