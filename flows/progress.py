"""How far a stage is: a bar on a terminal, otherwise a line every tenth. Never article text."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

LOG: Final = logging.getLogger("onrecord")
_LINES: Final = 10


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """A function that is told how many more are done."""
    if not sys.stderr.isatty():
        yield _Lines(label, total).advance
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda count: bar.advance(task, count)


class _Lines:
    def __init__(self, label: str, total: int) -> None:
        self._label, self._total = label, total
        self._done = self._told = 0

    def advance(self, count: int) -> None:
        self._done += count
        tenth = self._done * _LINES // max(self._total, 1)
        if tenth > self._told:
            self._told = tenth
            LOG.info("%s: %d of %d", self._label, self._done, self._total)
