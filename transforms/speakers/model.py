"""What goes in and what comes out: a statement's spans, its speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.entities.model import Resolved

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The spans of one statement; `contents` in text order, `is_direct` where all is quoted."""

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    is_direct: bool

    @property
    def start(self) -> int:
        """Where the statement begins."""
        return min(start for start, _ in self._spans())

    @property
    def end(self) -> int:
        """Where the statement ends."""
        return max(end for _, end in self._spans())

    @property
    def place(self) -> int:
        """Where it stands in the order of statements: its cue, or its content without one."""
        return self.cue[0] if self.cue else self.start

    def _spans(self) -> Sequence[Span]:
        return [*self.contents, *(span for span in (self.source, self.cue) if span)]


@dataclass(frozen=True, kw_only=True)
class Speakers:
    """Who speaks, as name mentions that say who it is, the first speaker first.

    `names` all have an entity: the name in the source, or the one that a pronoun or description
    goes back to. `method` as in the package's docstring. `score` is the chance that the first
    speaker is right, 0 to 1: that of the name's link times that of the rule, as judged on news;
    None without a speaker.
    """

    names: tuple[Resolved, ...]
    method: str
    score: float | None

    @classmethod
    def found(cls, names: Sequence[Resolved], method: str, chance: float) -> Speakers:
        """Speakers by a rule that is right with that chance where the names' links are."""
        link = names[0].link_score
        score = chance * (1.0 if link is None else link)
        return cls(names=tuple(names), method=method, score=round(score, 4))

    @classmethod
    def again(cls, other: Speakers, method: str, chance: float) -> Speakers:
        """The speakers of another statement, by a rule that is right with that chance."""
        score = None if other.score is None else round(chance * other.score, 4)
        return cls(names=other.names, method=method, score=score)

    @classmethod
    def unknown(cls, why: str) -> Speakers:
        """No speaker, and why: no_source, pronoun, nominal or ambiguous."""
        return cls(names=(), method=f"unknown:{why}", score=None)
