"""What worker processes do: read files, extract batches. Plain functions, safe to run twice.

The extractor is any class that the setting `extractor` names, made as `Class(model=Path,
seeds=Path, pipeline=str)`, with `extract(articles: pl.DataFrame) -> dict[str, pl.DataFrame]`: from
article_id, title, text and published_on to one frame a table, each as its table declares. Every
process makes it once.
"""

from __future__ import annotations

import functools
import importlib
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

import polars as pl

from flows.errors import ExtractionError, RunError
from flows.snapshot import RawFile
from transforms.readers import read_file
from transforms.readers.model import FileContent, Reject


class Extractor(Protocol):
    """Finds mentions and statements."""

    def extract(self, articles: pl.DataFrame) -> dict[str, pl.DataFrame]:
        """One frame a table."""


def contents(files: Sequence[RawFile], *, max_bytes: int) -> list[FileContent]:
    """What the files hold, in their order.

    Raises:
        OSError: a file can't be read.
    """
    return [_content(file, max_bytes=max_bytes) for file in files]


def frames(
    articles: pl.DataFrame, *, extractor: str, model: Path, seeds: Path, pipeline: str
) -> dict[str, pl.DataFrame]:
    """Everything found in the articles, one frame a table.

    Raises:
        RunError: the extractor can't be made: no article can be extracted.
        ExtractionError: it failed on these articles.
    """
    ready = _extractor(extractor, model, seeds, pipeline)
    try:
        return ready.extract(articles)
    except Exception as error:
        # The cause is left out: it may quote the article.
        raise ExtractionError(_type_and_place(error)) from None


def refused(file: RawFile, *, rule: str, detail: str) -> FileContent:
    """A file that holds nothing but one reject for all of it."""
    return FileContent(
        file_id=file.file_id,
        uri=file.uri,
        format="unknown",
        size_bytes=file.size_bytes,
        articles=[],
        rejects=[Reject(record_no=0, rule=rule, detail=detail)],
    )


def _content(file: RawFile, *, max_bytes: int) -> FileContent:
    if file.size_bytes > max_bytes:
        detail = f"{file.size_bytes} bytes, at most {max_bytes} are read: see max_bytes"
        return refused(file, rule="too_large", detail=detail)
    return read_file(file.path.read_bytes(), file.uri, max_bytes=max_bytes)


@functools.cache
def _extractor(name: str, model: Path, seeds: Path, pipeline: str) -> Extractor:
    module, _, attribute = name.partition(":")
    try:
        class_ = getattr(importlib.import_module(module), attribute)
        made = class_(model=model, seeds=seeds, pipeline=pipeline)
    except Exception as error:
        message = f"the extractor {name} can't be made: {type(error).__name__}: {error}"
        raise RunError(message) from None
    return cast("Extractor", made)


def _type_and_place(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
