"""Two things on the same articles, each in as many processes as a run uses."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

from flows.environment import ALONE
from transforms.readers import read_file

Prepare = Callable[[list[str]], Callable[[], None]]
"""Gets everything ready for some texts and gives back what is to be timed."""


def seconds(folder: Path, prepare: Prepare, *, processes: int) -> float:
    """Wall seconds until every process is through with its share of the folder's articles.

    `prepare` is a function of a module, or a partial of one; it runs in each process before the
    clock starts.
    """
    os.environ.update(ALONE)
    files = sorted(folder.iterdir())
    context = get_context("spawn")
    barrier = context.Barrier(processes + 1)
    workers = [
        context.Process(target=_work, args=(files[number::processes], prepare, barrier))
        for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    barrier.wait()
    started = time.perf_counter()
    barrier.wait()
    taken = time.perf_counter() - started
    for worker in workers:
        worker.join()
    return taken


def texts(files: list[Path]) -> list[str]:
    """The texts of the articles in some raw files."""
    contents = (read_file(file.read_bytes(), file.name, max_bytes=10**8) for file in files)
    return [article.text for content in contents for article in content.articles]


def _work(files: list[Path], prepare: Prepare, barrier: Barrier) -> None:
    timed = prepare(texts(files))
    barrier.wait()
    timed()
    barrier.wait()
