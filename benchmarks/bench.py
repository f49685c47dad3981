"""`make bench`: one table of speed, memory and quality, beside published figures.

The whole run is timed as a user starts it, Prefect's start-up included, against the bare encoder
on the same articles in as many processes; our language pipeline in turn with a spaCy pipeline of
the shape of `en_core_web_sm`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import spacy

from benchmarks import circumstances, contacts, judged, language, reading
from benchmarks.corpus import SHARED, write_articles
from benchmarks.memory import measured
from benchmarks.racing import seconds, texts
from flows.evaluate import score
from flows.settings import Settings, read
from transforms.extraction import Extractor

_GOLD = (
    "attribution/dev.jsonl",
    "ner/conll2003_dev.jsonl",
    "ner/crossner_politics_dev.jsonl",
    "ner/uner_ewt_dev.jsonl",
    "syntax/ewt_dev.conllu",
    "coref/gum_dev.jsonl",
    "coref/gap_dev.jsonl",
    "linking/news_fair_v2_dev40.jsonl",
    "linking/reuters128_wikidata.jsonl",
)
_PUBLISHED = {
    ("attribution", "exact_source_f1"): "83.2 CofeNet, BERT-base, 110M, on pre-cut pieces",
    ("attribution", "exact_cue_f1"): "75.3 CofeNet; people agree at 72",
    ("attribution", "exact_content_f1"): "72.9 CofeNet; CoreNLP 17.5; people agree at 68",
    ("attribution", "source_right"): "86.4-87.4 Gender Gap Tracker; 86.9 Quobert",
    ("attribution", "content_direct_f1"): "93.8 sentences, RoBERTa (Spangher)",
    ("attribution", "content_indirect_f1"): "82.0 sentences, RoBERTa (Spangher)",
    ("attribution", "statement_f1"): "none found for whole statements",
    ("coref", "f1"): "66.9 syntactic parallelism, 64.0 Lee 2017, given both names (GAP paper)",
    ("linking", "precision"): "ReFinED 84-95 accuracy, by corpus, trained on Wikipedia",
    ("ner", "exact_f1"): "on OntoNotes, their own: 83.8 en_core_web_sm, 90.2 trf",
}
_ROUNDS, _TRAINED_ON = 2, 12
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
        bare = seconds(
            folder / "landing",
            partial(language.encoder, settings.model),
            processes=settings.workers,
        )
        second = measured(command, folder=folder)
        checked = measured([onrecord, "check"], folder=folder)
        yield from _race(settings, folder, first.seconds)
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


def _race(settings: Settings, folder: Path, run_seconds: float) -> Iterator[Row]:
    """Words a second of our language pipeline and of a small spaCy one, the best of each."""
    raw = folder / "landing"
    read_texts = texts(sorted(raw.iterdir()))
    nlp = spacy.blank("en")
    nlp.max_length = 10**7
    words = sum(not token.is_space for text in read_texts for token in nlp.make_doc(text))
    language.write_small(folder / "small", settings.model, read_texts[:_TRAINED_ON])
    ours: list[float] = []
    theirs: list[float] = []
    who: list[float] = []
    for _ in range(_ROUNDS):
        for times, prepare in (
            (theirs, partial(language.small, folder / "small")),
            (ours, partial(language.pipeline, settings.model)),
            (who, partial(language.resolution, settings.model, settings.seeds)),
        ):
            times.append(seconds(raw, prepare, processes=settings.workers))
    ratio = min(theirs) / min(ours)
    yield "spaCy like en_core_web_sm, words/s", f"{words / min(theirs):.0f}", "lg: 10,014 published"
    yield "our language pipeline, words/s", f"{words / min(ours):.0f}", f"ratio {ratio:.2f}"
    share = 100 * min(who) / run_seconds
    yield "entities and speakers, % of whole run", f"{share:.1f}", "at most 15"


def _quality(settings: Settings) -> Iterator[Row]:
    extractor = Extractor(model=settings.model, seeds=settings.seeds, threads=settings.workers)
    for corpus in _GOLD:
        path, task = SHARED / corpus, corpus.partition("/")[0]
        if not path.is_file():
            yield corpus, "not measured", f"{path.name} is not beside the project"
            continue
        for measure, value in score(path, extractor).items():
            yield f"{corpus} {measure}", f"{value:.1f}", _PUBLISHED.get((task, measure), "")
    yield from judged.speakers(extractor)
    yield from circumstances.circumstances(extractor)
    yield from reading.reading(extractor)
    yield from contacts.contacts(extractor)


if __name__ == "__main__":
    main()
