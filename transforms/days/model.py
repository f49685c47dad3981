"""What comes out: the days on which something can have been said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True)
class Day:
    """First and last day on which something can have been said, None where nothing tells.

    `basis`: explicit (a time at the cue), inherited (the occasion of an earlier statement of the
    speaker, or the day whose news the article tells), dateline (the day in the dateline),
    published (a plain report without any day) or unknown.
    """

    first: date | None
    last: date | None
    basis: str


UNKNOWN: Final = Day(None, None, "unknown")
