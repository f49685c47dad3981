"""`onrecord evaluate`: the extraction scored against gold, through the shipped weights."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from flows.errors import UsageError
from flows.reading import extractor
from flows.settings import Settings
from transforms.extraction import Extractor
from transforms.scoring import treebank
from transforms.scoring.evaluation import TASKS, evaluation
from transforms.scoring.treebank import TreebankDocument

_BATCH = 256


def run(corpora: Sequence[Path], settings: Settings, *, as_json: bool) -> None:
    """Score each corpus and print its figures in percent, as a table or as JSON lines.

    Raises UsageError where a corpus is missing or of no known task.
    """
    ready = extractor(settings)
    for path in corpora:
        figures = score(path, ready)
        if as_json:
            sys.stdout.write(json.dumps({"corpus": str(path)} | figures) + "\n")
        else:
            _print_table(path, figures)


def score(path: Path, ready: Extractor) -> dict[str, float]:
    """The figures of one corpus, JSONL or CoNLL-U, in percent, by measure."""
    documents: list[Any] = list(_treebank(path) if path.suffix == ".conllu" else _documents(path))
    task = evaluation(documents[0]) if documents else None
    if task is None:
        needed = " or ".join(" and ".join(f"`{key}`" for key in keys) for keys in TASKS)
        raise UsageError(f"{path}: no gold for a known task; a document needs {needed}")
    batches = range(0, len(documents), _BATCH)
    for start in track(
        batches, description=path.name, transient=True, console=Console(stderr=True)
    ):
        task.add(documents[start : start + _BATCH], ready)
    return task.figures()


def _documents(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give a corpus as JSONL")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise UsageError(f"{path}, line {number}: not JSON ({error})") from error


def _treebank(path: Path) -> Iterator[TreebankDocument]:
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give a treebank as CoNLL-U")
    yield from treebank.documents(path)


def _print_table(path: Path, figures: dict[str, float]) -> None:
    table = Table("measure", "percent", title=str(path))
    for measure, value in figures.items():
        table.add_row(measure, f"{value:.1f}")
    Console().print(table)
