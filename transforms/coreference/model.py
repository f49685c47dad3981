"""What comes out: the mentions of an article, and which of them mean the same."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.entities.model import Resolved

Span = tuple[int, int]

SURE = {"name": 0.0, "nominal": 0.65, "pronoun": 0.5}
"""The chance from which on a mention is given what its cluster means."""


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A name, a description or a pronoun; spans are code points of the text, end exclusive.

    `phrase` is the whole noun phrase, with titles, complements and relative clauses (of a name
    `start` and `end` are the name alone), `head` its head word; `mention_type` is name, nominal or
    pronoun; `is_plural` and `is_somebody` (a person or body) are what its form and noun say.
    Mentions of one thing share `cluster`, a number from 0 in the article. `antecedent` is the span
    of the earlier (of a few pronouns: later) mention that it was linked to, None where it is the
    first of its cluster or stands alone; `method` names the rule or model that linked it, or, as
    `unresolved:<why>`, why nothing did; `score` is the chance that the link is right, None by
    rule. `name` is the resolved name where the mention is one.
    """

    start: int
    end: int
    phrase: Span
    head: Span
    mention_type: str
    is_plural: bool
    is_somebody: bool
    cluster: int
    antecedent: Span | None
    method: str
    score: float | None
    name: Resolved | None = None


def alone(mention: Mention) -> int:
    """The number of a mention as somebody apart from its cluster: below 0."""
    return -1 - mention.start
