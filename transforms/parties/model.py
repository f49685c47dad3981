"""What comes out: a party to a statement other than its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.coreference.model import Mention

ADDRESSEE, OBJECT, CHANNEL, ORIGIN = "addressee", "object", "channel", "origin"


@dataclass(frozen=True, kw_only=True)
class Party:
    """Whom a statement is made to, aimed at, came through or goes back to.

    `role` is one of those above; `start` and `end` are code points of the text, end exclusive: a
    name with its title, a description without the clauses that follow. `head` is its head word's
    token. `method` names the rule, `score` ranks how sure that is; it is no measured chance.
    `mention` is the mention whose head it has, None where there is none.
    """

    role: str
    start: int
    end: int
    head: int
    method: str
    score: float
    mention: Mention | None
