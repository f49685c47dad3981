"""`The country`, `the agency`: the country or body last named, where that is plain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from transforms.coreference.phrases import NOMINAL, Phrase
from transforms.coreference.words import Words

_COUNTRIES: Final = frozenset({"country", "nation"})
_BODIES: Final = frozenset(
    "agency network company firm organization organisation group newspaper paper magazine bank"
    " union commission department ministry council university foundation institute association"
    " federation bureau committee charity broadcaster airline automaker carmaker retailer".split()
)
_NEAR: Final = 2
"""Sentences within which one thing of the kind alone is named."""


def generic(words: Words, found: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """(number of such a phrase, number of the name before it that it means).

    The country or organisation named last in its own or the two sentences before, if it is the
    only one there or the one that the article names most often so far.
    """
    named: dict[str, list[tuple[int, str]]] = {"GPE": [], "ORG": []}
    for number, each in enumerate(found):
        entity = each.name.entity if each.name else None
        if entity is not None and entity.entity_type in named:
            if entity.entity_type == "ORG" or entity.country_code:
                named[entity.entity_type].append((number, entity.entity_id))
        elif each.kind == NOMINAL and _is_bare(words, each):
            noun = words.lemma[each.head].lower()
            kind = "GPE" if noun in _COUNTRIES else "ORG" if noun in _BODIES else ""
            last = _last(words, found, named.get(kind, []), words.sentence[each.head])
            if last is not None:
                yield number, last


def _last(
    words: Words, found: Sequence[Phrase], named: Sequence[tuple[int, str]], here: int
) -> int | None:
    near = [each for each in named if here - words.sentence[found[each[0]].head] <= _NEAR]
    if not near:
        return None
    keys = {key for _, key in near}
    often = Counter(key for _, key in named).most_common(1)[0][0]
    if len(keys) > 1 and often not in keys:
        return None
    wanted = often if len(keys) > 1 else near[-1][1]
    return next(number for number, key in reversed(near) if key == wanted)


def _is_bare(words: Words, phrase: Phrase) -> bool:
    is_short = phrase.last == phrase.head and phrase.head - phrase.first == 1
    return is_short and words.text[phrase.first].lower() in {"the", "this"}
