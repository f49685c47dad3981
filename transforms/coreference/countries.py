"""`The country`, `the nation`: the one last named, where that is plain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from transforms.coreference.phrases import NOMINAL, Phrase
from transforms.coreference.words import Words

_NOUNS: Final = frozenset({"country", "nation"})
_NEAR: Final = 2
"""Sentences within which one country alone is named."""


def countries(words: Words, found: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """(number of such a phrase, number of the name of a country before it).

    The country named last in its own or the two sentences before, if it is the only one there or
    the one that the article names most often so far.
    """
    named: list[tuple[int, str]] = []
    for number, each in enumerate(found):
        entity = each.name.entity if each.name else None
        if entity is not None and entity.entity_type == "GPE" and entity.country_code:
            named.append((number, entity.entity_id))
        elif each.kind == NOMINAL and named and _is_bare(words, each):
            here = words.sentence[each.head]
            near = {key for n, key in named if here - words.sentence[found[n].head] <= _NEAR}
            often = Counter(key for _, key in named).most_common(1)[0][0]
            last, key = named[-1]
            if near == {key} or (key == often and key in near):
                yield number, last


def _is_bare(words: Words, phrase: Phrase) -> bool:
    is_short = phrase.last == phrase.head and phrase.head - phrase.first == 1
    is_the = words.text[phrase.first].lower() in {"the", "this"}
    return is_short and is_the and words.lemma[phrase.head].lower() in _NOUNS
