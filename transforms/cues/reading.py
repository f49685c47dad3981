"""A statement's cue as it is read: the act it names, and how far that act is a fact."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from transforms.coreference.words import Words
from transforms.cues.lexicon import Cue, CueLexicon
from transforms.cues.standing import standing

_FORMAL: Final = frozenset("aux advmod mark case det cc punct cop expl nummod".split())
_ACTS: Final = frozenset({"VERB", "NOUN", "ADJ", "PROPN", "AUX"})
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday".split()
)
"""What may stand inside a phrase: `called Friday for`."""
_AFTER: Final = 2
_NEAR: Final = 4
_ADVERBS: Final = frozenset({"RB", "RBR", "RBS"})


@dataclass(frozen=True)
class Reading:
    """What a cue says: the listed cue (None: not listed), its dictionary form, its act's token.

    `tokens`: those of the whole cue. `modality` as `standing` gives it.
    """

    cue: Cue | None
    lemma: str
    place: int
    tokens: tuple[int, ...]
    negated: bool
    modality: str


def read(words: Words, span: tuple[int, int], lexicon: CueLexicon) -> Reading | None:
    """The reading of a cue's span; None where it holds no word (a colon)."""
    tokens = tokens_of(words, span)
    own = [place for place in tokens if words.pos[place] not in {"PUNCT", "SPACE"}]
    if not own:
        return None
    head = _head(words, own)
    found, place = _listed(words, own, lexicon)
    act = _verb_of(words, head if place is None else place, own)
    negated, modality = standing(words, act, own)
    lemma = found.lemma if found else words.lemma[head].lower()
    return Reading(found, lemma, act, tuple(own), negated, modality)


def _listed(words: Words, tokens: list[int], lexicon: CueLexicon) -> tuple[Cue | None, int | None]:
    """The listed cue and its first token; adverbs between its words do not count."""
    plain = [place for place in tokens if words.tag[place] not in _ADVERBS]
    afters = [_following(words, tokens[-1])]
    if any(_has_as(words, each) for each in tokens if words.pos[each] == "VERB"):
        afters.append(["as"])
    best: tuple[Cue | None, int | None] = None, None
    longest = 0
    for kept, after in product((plain, tokens), afters):
        found = lexicon.find([_word(words, each) for each in kept], after) if kept else None
        if found and found.length > longest:
            best, longest = (found.cue, kept[found.place]), found.length
    return best


def tokens_of(words: Words, span: tuple[int, int]) -> range:
    """The tokens that begin inside a span of the text."""
    first, last = (bisect_left(words.start, place) for place in span)
    return range(first, last)


def _head(words: Words, tokens: list[int]) -> int:
    """The token that the others of a cue hang on."""
    inside = set(tokens)
    tops = [each for each in tokens if words.head[each] not in inside or words.head[each] == each]
    tops = [each for each in tops if words.dep[each].split(":")[0] not in _FORMAL] or tops
    named = [each for each in tops if words.pos[each] in _ACTS]
    return next((each for each in named if words.pos[each] == "VERB"), (named or tops or tokens)[0])


def _verb_of(words: Words, place: int, tokens: list[int]) -> int:
    """The act's own token: of a phrase (`not respond`) the one that heads it."""
    if words.pos[place] in {"VERB", "NOUN", "ADJ", "PROPN"}:
        return place
    above = words.head[place]
    return above if above in tokens else place


def _following(words: Words, last: int) -> list[str]:
    """The words right after a cue, in its sentence, adverbs and days left out."""
    rest = range(last + 1, min(len(words), last + 1 + _NEAR))
    near = (place for place in rest if words.sentence[place] == words.sentence[last])
    plain = (_word(words, place) for place in near if words.tag[place] not in _ADVERBS)
    return list(islice((each for each in plain if each not in _DAYS), _AFTER))


def _has_as(words: Words, verb: int) -> bool:
    """Whether a verb takes something as something: `presented it as a gift`."""
    return any(
        words.dep[child].startswith(("obl", "advcl", "xcomp"))
        and any(words.lemma[c].lower() == "as" and c < child for c in words.children[child])
        for child in words.children[verb]
        if child > verb and words.pos[child] in {"NOUN", "PROPN", "ADJ", "VERB"}
    )


def _word(words: Words, place: int) -> str:
    return words.text[place].lower().replace("’", "'")
