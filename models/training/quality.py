"""Write the shipped model's figures: `python -m models.training.quality CORPORA`.

Scores every development set through the very extraction that a run uses and rewrites
`models/quality.csv`, which each run loads as the table `quality`.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Final

from flows.evaluate import score
from flows.settings import read
from flows.versions import model_version
from transforms.extraction import Extractor

SETS: Final = {
    "attribution/dev.jsonl": "attribution",
    "ner/conll2003_dev.jsonl": "names",
    "ner/crossner_politics_dev.jsonl": "names",
    "ner/uner_ewt_dev.jsonl": "names",
    "syntax/ewt_dev.conllu": "syntax",
    "syntax/gum_stated_dev.conllu": "syntax",
    "coref/gum_dev.jsonl": "coreference",
    "coref/gap_dev.jsonl": "coreference",
    "linking/news_fair_v2_dev40.jsonl": "links",
    "linking/reuters128_wikidata.jsonl": "links",
    "time/timebank.jsonl": "times",
    "time/aquaint.jsonl": "times",
}


def main() -> None:
    """Score as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    run(parser.parse_args().corpora)


def run(corpora: Path) -> None:
    """Score and write."""
    settings = read()
    extractor = Extractor(model=settings.model, seeds=settings.seeds, threads=settings.workers)
    version = model_version(settings.model)
    rows = [
        (version, task, name.rpartition(".")[0], measure, f"{value:.2f}")
        for name, task in SETS.items()
        for measure, value in score(corpora / name, extractor).items()
    ]
    with (settings.model / "quality.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("model_version", "task", "corpus", "measure", "value"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
