"""A command's wall time and the most memory that it and its children held together."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

_EVERY = 0.25


@dataclass(frozen=True, kw_only=True)
class Measured:
    """`seconds` of wall time, `gibibytes` at the peak, and what was printed."""

    seconds: float
    gibibytes: float
    output: str


def measured(command: Sequence[str], *, folder: Path) -> Measured:
    """Run a command in `folder`; raises CalledProcessError where it fails.

    Memory is the proportional set size of the whole process tree, sampled four times a second.
    """
    log = folder / "output.log"
    started, peak = time.perf_counter(), 0
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        while process.poll() is None:
            peak = max(peak, _tree_bytes(process.pid))
            time.sleep(_EVERY)
    seconds, text = time.perf_counter() - started, log.read_text(encoding="utf-8")
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output=text)
    return Measured(seconds=seconds, gibibytes=peak / 2**30, output=text)


def _tree_bytes(pid: int) -> int:
    try:
        root = psutil.Process(pid)
        return sum(_bytes(process) for process in [root, *root.children(recursive=True)])
    except psutil.NoSuchProcess:
        return 0


def _bytes(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        return 0
