"""Processes that end with the one that started them, even when that one is killed."""

from __future__ import annotations

import os
import threading
import time
from typing import Final

_POLL_SECONDS: Final = 1.0


def exit_with_parent() -> None:
    """Watch the parent process from now on, and end this one when it is gone."""
    watch = threading.Thread(target=_watch, args=(os.getppid(),), name="parent", daemon=True)
    watch.start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_POLL_SECONDS)
    os._exit(1)
