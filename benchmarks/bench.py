"""`make bench`: one table of speed, memory and quality.

The whole run is timed as a user starts it, Prefect's start-up included, against the bare encoder
on the same articles in as many processes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bare import bare_seconds
from benchmarks.corpus import SHARED, write_articles
from benchmarks.memory import measured
from flows.evaluate import score
from flows.settings import Settings, read
from transforms.extraction import Extractor

_GOLD = ("attribution/dev", "ner/conll2003_dev", "ner/crossner_politics_dev", "ner/uner_ewt_dev")
_PUBLISHED = {
    "exact_source_f1": "83.2, BERT-base, 110M, on pre-cut pieces (CofeNet, table 6)",
    "exact_cue_f1": "75.3, the same",
    "exact_content_f1": "72.9, the same",
}
_SUMMARY = ("files", "articles", "mentions", "statements", "rejected", "seconds")
Row = tuple[str, str, str]


def main() -> None:
    """Measure and print; quality needs the gold corpora beside the project."""
    settings = read()
    for rows in (_speed(settings), _quality(settings)):
        for what, figure, beside in rows:
            print(f"{what:<48} {figure:>8}  {beside}", flush=True)


def _speed(settings: Settings) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "landing").mkdir()
        count = write_articles(folder / "landing")
        onrecord = str(Path(sys.executable).parent / "onrecord")
        command = [onrecord, "run", "landing", "--workers", str(settings.workers)]
        first = measured(command, folder=folder)
        bare = bare_seconds(folder / "landing", settings.model, processes=settings.workers)
        second = measured(command, folder=folder)
        checked = measured([onrecord, "check"], folder=folder)
    yield "articles", str(count), f"{settings.workers} processes"
    yield "bare encoder, s", f"{bare:.1f}", ""
    yield "whole run, s", f"{first.seconds:.1f}", f"ratio {first.seconds / bare:.2f}, at most 1.5"
    yield "peak memory, GiB", f"{first.gibibytes:.2f}", "at most 3"
    yield "second run, s", f"{second.seconds:.1f}", "work beyond start-up at most 5"
    yield "every check, s", f"{checked.seconds:.1f}", checked.output.strip() or "nothing found"
    for run, name in ((first, "first"), (second, "second")):
        for line in run.output.splitlines():
            if line.split(" ")[0] in _SUMMARY:
                yield f"{name} run said", "", line


def _quality(settings: Settings) -> Iterator[Row]:
    extractor = Extractor(model=settings.model, seeds=settings.seeds, threads=settings.workers)
    for corpus in _GOLD:
        path = SHARED / f"{corpus}.jsonl"
        if not path.is_file():
            yield corpus, "not measured", f"{path.name} is not beside the project"
            continue
        for measure, value in score(path, extractor).items():
            published = _PUBLISHED.get(measure, "") if corpus.startswith("attribution") else ""
            yield f"{corpus} {measure}", f"{value:.1f}", published


if __name__ == "__main__":
    main()
