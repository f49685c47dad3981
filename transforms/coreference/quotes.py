"""Whom a pronoun inside a quotation cannot mean: the one who speaks."""

from __future__ import annotations

from typing import Final

from transforms.coreference.features import Features
from transforms.coreference.traits import ROLES

_MARKS: Final = frozenset({'"', "“", "‘", "``", "«"})
_LONGEST: Final = 120
"""Tokens from a quotation's mark within which a pronoun is taken to be part of it."""
_SUBJECT: Final = ROLES.index("nsubj")


def speakers_of_quotes(made: Features) -> dict[int, int]:
    """Each quoted he, she, it or they, and somebody else: who says it.

    That is the source of its statement, or else the subject of the sentence that a colon ends
    before the quotation: `Lee attacked Bos: "He lies"`.
    """
    traits = made.traits
    sources: dict[int, int] = {}
    for number, statement in made.source_of.items():
        if not traits.is_quoted[number]:
            sources.setdefault(statement, number)
    third = traits.is_pronoun & (traits.person == 3) & (traits.is_quoted == 1)
    found: dict[int, int] = {}
    for number in third.nonzero()[0].tolist():
        source = sources.get(made.content_of.get(number, -1))
        speaker = _before_colon(made, number) if source is None else source
        if speaker is not None:
            found[number] = speaker
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
