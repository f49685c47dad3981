"""Pronouns inside a quotation: who speaks is I, and not he, she or they."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from transforms.coreference.features import Features
from transforms.coreference.forms import ROLES

_MARKS: Final = frozenset({'"', "“", "‘", "``", "«"})
_LONGEST: Final = 120
"""Tokens from a quotation's mark within which a pronoun is taken to be part of it."""
_SUBJECT: Final = ROLES.index("nsubj")


def speakers_of_quotes(made: Features) -> dict[int, int]:
    """Each quoted he, she, it or they, and somebody else: who says it.

    That is the source of its statement, or else the subject of the sentence that a colon ends
    before the quotation: `Lee attacked Bos: "He lies"`.
    """
    traits, sources = made.traits, _sources(made)
    third = traits.is_pronoun & (traits.person == 3) & (traits.is_quoted == 1)
    found: dict[int, int] = {}
    for number in third.nonzero()[0].tolist():
        source = sources.get(made.content_of.get(number, -1))
        speaker = _before_colon(made, number) if source is None else source
        if speaker is not None:
            found[number] = speaker
    return found


def first_persons(made: Features) -> Iterator[tuple[int, int]]:
    """Each quoted I, me, my and the number of the phrase that is the source of its statement."""
    traits, sources = made.traits, _sources(made)
    first = traits.is_pronoun & (traits.person == 1) & (traits.number == 1)
    for number in (first & (traits.is_quoted == 1)).nonzero()[0].tolist():
        speaker = sources.get(made.content_of.get(number, -1))
        if speaker is not None:
            yield number, speaker


def _sources(made: Features) -> dict[int, int]:
    """The phrase that is each statement's source, of several the first; none inside quotes."""
    found: dict[int, int] = {}
    for number, statement in sorted(made.source_of.items()):
        if not made.traits.is_quoted[number]:
            found.setdefault(statement, number)
    return found


def _before_colon(made: Features, number: int) -> int | None:
    words, traits = made.words, made.traits
    head = made.phrases[number].head
    for place in range(head, max(head - _LONGEST, 0), -1):
        if words.text[place] in _MARKS:
            if words.text[place - 1] != ":":
                return None
            sentence = words.sentence[place - 1]
            alike = (traits.sentence == sentence) & (traits.role == _SUBJECT)
            subjects = (alike & (traits.is_quoted == 0)).nonzero()[0]
            return int(subjects[0]) if len(subjects) else None
    return None
