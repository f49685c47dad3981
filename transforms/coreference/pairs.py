"""Each phrase with the earlier phrases that it may go back to, and what the two have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.coreference.forms import DETERMINERS, KINDS, ROLES
from transforms.coreference.phrases import PRONOUN, Phrase
from transforms.coreference.traits import Traits
from transforms.coreference.words import Words

Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

WINDOW: Final = 50
"""How many phrases before one are looked at, besides the last that shares its key."""
AHEAD: Final = 2
"""How many names after a pronoun in its sentence are looked at: `In her speech, Ms. Lee said`."""

_SENTENCES: Final = (1, 2, 3, 4, 6, 10)
_PHRASES: Final = (2, 3, 5, 8, 12, 20, 35, 51)
_SEEN: Final = (1, 2, 3, 5, 9)
_LENGTHS: Final = (2, 3, 5, 8)

ALONE: Final = {
    "kind": len(KINDS), "role": len(ROLES), "determiner": len(DETERMINERS), "number": 3,
    "gender": 16, "quoted": 2, "seen": 6, "often": 6, "length": 5, "opens": 2,
}  # fmt: skip
"""Features of one phrase, and how many values each has."""
TOGETHER: Final = {
    "sentences": 7, "phrases": 9, "paragraphs": 3, "gender": 3, "number": 3, "person": 9,
    "key": 2, "exact": 2, "contained": 2, "role": 2, "governor": 2, "inside": 3, "rank": 7,
    "quoted": 4, "speaking": 6, "form": 2, "apposed": 3, "where": 3,
}  # fmt: skip
"""Features of two phrases, and how many values each has."""


def alone(traits: Traits) -> Ints:
    """(n, features) the values of `ALONE` of each phrase."""
    often = np.bincount(traits.key)[traits.key] if len(traits) else traits.key
    opens = np.ones(len(traits), dtype=np.int32)
    opens[1:] = traits.sentence[1:] != traits.sentence[:-1]
    columns = (
        traits.kind,
        traits.role,
        traits.determiner,
        traits.number,
        traits.gender,
        traits.is_quoted,
        np.digitize(traits.seen, _SEEN),
        np.digitize(often, (2, 3, 4, 6, 10)),
        np.digitize(traits.last - traits.first + 1, _LENGTHS),
        opens,
    )
    return np.stack(columns, 1).astype(np.int32)


def candidates(traits: Traits) -> Ints:
    """(n, WINDOW + 1 + AHEAD) for each phrase the numbers of those that it may go back to.

    First those before it, the nearest first; then the last of the same key that lies further
    back; then, for a pronoun, the names that follow in its sentence. -1: there is none.
    """
    count = len(traits)
    before = np.arange(count)[:, None] - 1 - np.arange(WINDOW)[None]
    before[before < 0] = -1
    far, ahead = np.full((count, 1), -1), np.full((count, AHEAD), -1)
    last: dict[int, int] = {}
    for number, key in enumerate(traits.key.tolist()):
        gone = number - WINDOW - 1
        if gone >= 0:
            last[int(traits.key[gone])] = gone
        far[number] = last.get(key, -1)
    names = np.flatnonzero(traits.is_name)
    for number in np.flatnonzero(traits.is_pronoun & (traits.person == 3)).tolist():
        after = names[np.searchsorted(names, number) :][:AHEAD]
        after = after[traits.sentence[after] == traits.sentence[number]]
        ahead[number, : len(after)] = after
    return np.concatenate([before, far, ahead], 1).astype(np.int32)


def together(
    words: Words,
    found: Sequence[Phrase],
    traits: Traits,
    rows: Ints,
    others: Ints,
    *,
    content_of: Mapping[int, int],
    source_of: Mapping[int, int],
) -> npt.NDArray[np.int8]:
    """(rows, columns, features) the values of `TOGETHER` of some phrases and each of `others`.

    `rows` are their numbers, in order, `others` their rows of `candidates`.
    `content_of` and `source_of`: the number of the innermost statement whose content or source a
    phrase is in, by the phrase's number.
    """
    count = len(traits)
    own = rows[:, None]
    other = np.maximum(others, 0)
    is_there = others >= 0
    sentences = traits.sentence[own] - traits.sentence[other]
    paragraphs = traits.paragraph[own] - traits.paragraph[other]
    gender = _agreement(traits.gender, own, other)
    number = _numbers(traits.number, own, other)
    same_key = traits.key[own] == traits.key[other]
    inside = (traits.first[other] <= traits.head[own]) & (traits.head[own] <= traits.last[other])
    around = (traits.first[own] <= traits.head[other]) & (traits.head[other] <= traits.last[own])
    governor = np.array([words.head[each.head] for each in found], dtype=np.int32)
    fits = is_there & (gender > 0) & (number > 0) & ~traits.is_pronoun[other]
    content, source = _numbered(content_of, count), _numbered(source_of, count)
    columns = (
        np.digitize(sentences, _SENTENCES),
        np.digitize(own - other, _PHRASES),
        np.minimum(np.abs(paragraphs), 2),
        gender,
        number,
        (traits.person[own] - 1) * 3 + traits.person[other] - 1,
        same_key,
        traits.exact[own] == traits.exact[other],
        _contained(words, found)[own, np.clip(own - others - 1, 0, WINDOW)],
        traits.role[own] == traits.role[other],
        (governor[own] == governor[other]) & (traits.head[own] != governor[other]),
        np.where(inside, 1, np.where(around, 2, 0)),
        _rank(fits, traits.key[other]),
        traits.is_quoted[own] * 2 + traits.is_quoted[other],
        _speaking(content, source, own, other),
        _same_form(traits, own, other),
        _apposed(words, traits, governor, own, other),
        np.maximum(np.arange(others.shape[1]) - WINDOW + 1, 0).clip(0, 2)[None],
    )
    return np.stack([np.broadcast_to(c, others.shape) for c in columns], 2).astype(np.int8)


def _agreement(gender: Ints, own: Ints, other: Ints) -> Ints:
    """0 no gender in common, 1 some, 2 all."""
    mine, theirs = gender[own], gender[other]
    return np.where(mine == theirs, 2, (mine & theirs) != 0).astype(np.int32)


def _numbers(number: Ints, own: Ints, other: Ints) -> Ints:
    """0 one and several, 1 unknown, 2 the same."""
    mine, theirs = number[own], number[other]
    known = (mine > 0) & (theirs > 0)
    return np.where(known, np.where(mine == theirs, 2, 0), 1).astype(np.int32)


def _contained(words: Words, found: Sequence[Phrase]) -> Bools:
    """(n, WINDOW + 1) whether the head of a phrase or of the one so many before is in the other.

    Column 0 is the phrase right before; the last one, for all that lie elsewhere, is False.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    headed: dict[str, list[int]] = defaultdict(list)
    result = np.zeros((len(found), WINDOW + 1), dtype=np.bool_)
    for number, each in enumerate(found):
        if each.kind == PRONOUN:
            continue
        head = words.text[each.head].lower()
        own = {words.text[i].lower() for i in range(max(each.first, each.head - 6), each.head)}
        own.add(head)
        for earlier in (*holders[head], *(i for word in own for i in headed[word])):
            if number - earlier <= WINDOW:
                result[number, number - earlier - 1] = True
        for word in own:
            holders[word].append(number)
        headed[head].append(number)
    return result


def _rank(fits: Bools, keys: Ints) -> Ints:
    """How many others that fit lie nearer, 0 to 5; 6 where it does not fit itself."""
    nearer: Ints = np.cumsum(fits, 1, dtype=np.int32) - fits
    return np.where(fits, np.minimum(nearer, 5), 6).astype(np.int32)


def _numbered(of: Mapping[int, int], count: int) -> Ints:
    return np.array([of.get(number, -1) for number in range(count)], dtype=np.int32)


def _speaking(content: Ints, source: Ints, own: Ints, other: Ints) -> Ints:
    """How statements tie two phrases.

    1 the other is the source of what the phrase is said in; 2 both are sources; 3 the other is
    said by the phrase; 4 both are in one content; 5 in two; 0 anything else.
    """
    said_by = (content[own] >= 0) & (content[own] == source[other])
    says = (source[own] >= 0) & (source[own] == content[other])
    sources = (source[own] >= 0) & (source[other] >= 0)
    one = (content[own] >= 0) & (content[own] == content[other])
    two = (content[own] >= 0) & (content[other] >= 0)
    return np.select([said_by, sources, says, one, two], [1, 2, 3, 4, 5], 0).astype(np.int32)


def _same_form(traits: Traits, own: Ints, other: Ints) -> Bools:
    both = traits.is_pronoun[own] & traits.is_pronoun[other]
    same: Bools = both & (traits.kind[own] == traits.kind[other])
    return same


def _apposed(words: Words, traits: Traits, governor: Ints, own: Ints, other: Ints) -> Ints:
    """1 one is in apposition to the other, 2 the phrase is what the other is said to be."""
    apposition = ROLES.index("appos")
    apposed = (traits.role[own] == apposition) & (governor[own] == traits.head[other])
    has_copula = np.array(
        [any(words.dep[c] == "cop" for c in words.children[h]) for h in traits.head.tolist()],
        dtype=np.bool_,
    ).reshape(-1)
    subject = traits.role[other] == ROLES.index("nsubj")
    said = has_copula[own] & subject & (governor[other] == traits.head[own])
    return np.where(apposed, 1, np.where(said, 2, 0)).astype(np.int32)
