"""How sure it is, all the way back, what a mention refers to."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.coreference.model import Mention, Span


def chances(mentions: Sequence[Mention]) -> list[float]:
    """The chance that each mention's chain of links is right throughout, to a name if it has one.

    1 for a name, and for what was linked by rule alone.
    """
    at = {(each.start, each.end): each for each in mentions}
    return [_chance(each, at) for each in mentions]


def _chance(mention: Mention, at: dict[Span, Mention]) -> float:
    chance, here, seen = 1.0, mention, {(mention.start, mention.end)}
    while here.name is None:
        chance *= 1.0 if here.score is None else here.score
        before = here.antecedent
        if before is None or before in seen or before not in at:
            break
        seen.add(before)
        here = at[before]
    return chance
