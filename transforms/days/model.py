"""What comes out: the days on which something can have been said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True)
class Day:
    """First and last day on which something can have been said, None where nothing tells.

    `basis`: explicit (a time at the cue), inherited (a day told elsewhere in the article: of the
    occasion, of an earlier statement, of its news), dateline (the day in the dateline), published
    (a plain report without any day) or unknown. `score` is the chance that it is right, None where
    the article has no day of its own.
    """

    first: date | None
    last: date | None
    basis: str
    score: float | None = None


UNKNOWN: Final = Day(None, None, "unknown")
