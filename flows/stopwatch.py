"""Seconds by stage."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Stopwatch:
    """`began`: when it was made, UTC; `seconds`: what each lap took since, in order."""

    def __init__(self) -> None:
        self.began = datetime.now(UTC)
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def lap(self, name: str) -> None:
        """End a lap; the next begins now."""
        now = time.perf_counter()
        self.seconds[name] = now - self._since
        self._since = now
