"""The two stages of a run that worker processes share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import polars as pl

from flows import tasks, work
from flows.errors import ExtractionError, RunError
from flows.pool import Pool
from flows.progress import progress
from flows.settings import Settings
from flows.snapshot import RawFile, Unreadable
from transforms.batches import balanced, batches
from transforms.readers.model import FileContent

T = TypeVar("T", list[RawFile], pl.DataFrame)

_READS_PER_WORKER = 4


def read(
    pool: Pool, files: Sequence[RawFile], settings: Settings
) -> tuple[list[FileContent], list[Unreadable]]:
    """What the files hold, and the files whose bytes could not be had."""
    sizes = [file.size_bytes for file in files]
    parts = balanced(sizes, parts=_READS_PER_WORKER * settings.workers)
    with progress("reading files", len(files)) as advance:
        results, failed = pool.settle(
            tasks.read_files,
            [[files[index] for index in part] for part in parts],
            parameters=lambda part: {"files": part, "max_bytes": settings.max_bytes},
            halves=_halves,
            done=_counting(advance),
        )
    contents = [content for result in results for content in result]
    unreadable = []
    for failure in failed:
        (file,) = failure.part
        if isinstance(failure.error, OSError):
            reason = failure.error.strerror or type(failure.error).__name__
            unreadable.append(Unreadable(uri=file.uri, reason=reason))
        else:
            detail = type(failure.error).__name__
            contents.append(work.refused(file, rule="reader_failed", detail=detail))
    return contents, unreadable


def extract(
    pool: Pool, articles: pl.DataFrame, settings: Settings
) -> tuple[list[dict[str, pl.DataFrame]], dict[str, str]]:
    """Frames for each batch, and the article_ids that could not be extracted, with why.

    Raises:
        RunError: of several articles not one could be.
    """
    parts = batches(articles, size=settings.batch_size, workers=settings.workers)
    with progress("extracting articles", articles.height) as advance:
        results, failed = pool.settle(
            tasks.extract_batch,
            parts,
            parameters=lambda part: {"articles": part, "settings": settings},
            halves=_halves,
            done=_counting(advance),
        )
    reasons = {failure.part["article_id"].item(): _reason(failure.error) for failure in failed}
    if len(reasons) == articles.height > 1:
        first = next(iter(reasons.values()))
        raise RunError(f"none of {len(reasons)} articles could be extracted: {first}")
    return results, reasons


def _reason(error: Exception) -> str:
    """Type and place of an extractor's error; of any other the type, as its words may be text."""
    return str(error) if isinstance(error, ExtractionError) else type(error).__name__


def _halves(part: T) -> tuple[T, T] | None:
    middle = len(part) // 2
    return (part[:middle], part[middle:]) if middle else None


def _counting(advance: Callable[[int], None]) -> Callable[[Any], None]:
    return lambda part: advance(len(part))
