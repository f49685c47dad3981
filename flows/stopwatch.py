"""Seconds by stage."""

from __future__ import annotations

import time


class Stopwatch:
    """`seconds`: what each lap took, in order, from when it was made."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def lap(self, name: str) -> None:
        """End a lap; the next begins now."""
        now = time.perf_counter()
        self.seconds[name] = now - self._since
        self._since = now
