"""Fit the shipped model's scores: `python -m models.training.calibrate CORPORA MODEL`.

Statements and their sources are fitted on the development articles, names on GUM's development
documents; MODEL/decoding.json, calibration.csv and thresholds.csv are rewritten. The figures in
the latter two come from weights fitted on the other four fifths of the articles.
"""

from __future__ import annotations

import argparse
import csv
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from flows.settings import read
from models.training.corpora import rows
from transforms.extraction import Extractor, ReadArticle
from transforms.language.calibration import EVIDENCE, log_odds, neutral
from transforms.language.labels import NAME_LABELS
from transforms.scoring import gold
from transforms.scoring.attribution import judgements
from transforms.scoring.names import COMMON
from transforms.scoring.reliability import Reliability
from transforms.statements import Statement

log = logging.getLogger("calibrate")
Floats = npt.NDArray[np.float64]
_FOLDS, _RIDGE, _STEPS = 5, 1.0, 50
_THRESHOLDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Fit as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    run(args.corpora, args.model)


def run(corpora: Path, model: Path) -> None:
    """Fit, write, and log what the fits are worth."""
    _write(model, neutral(NAME_LABELS))
    extractor = Extractor(model=model, seeds=read().seeds, threads=2)
    answers = sum(len(row["attributions"]) for row in rows(corpora / "attribution/dev.jsonl"))
    statements = np.array(list(_statements(corpora, extractor)))
    folds, values, right, sourced = np.split(statements, [1, 1 + len(EVIDENCE), -1], axis=1)
    folds = folds[:, 0]
    found, reliability = {}, {}
    for part, truth in (("statement", right[:, 0]), ("source", sourced[:, 0])):
        known = truth >= 0
        found[part] = fitted(values[known], truth[known]).round(4).tolist()
        reliability[part] = _crossed(values[known], truth[known], folds[known])
    names: dict[str, list[float]] = {}
    for label, (odds, truth) in _names(corpora, extractor).items():
        x = np.stack([odds, np.ones_like(odds)], axis=1)
        names[label] = fitted(x, truth).round(4).tolist()
        reliability[label] = _crossed(x, truth, np.arange(len(truth)) % _FOLDS)
    _write(model, {**found, "names": names})
    _write_bins(model, reliability)
    _write_thresholds(model, reliability["statement"], answers)


def fitted(x: Floats, y: Floats) -> Floats:
    """The weights of a logistic regression (columns,), by Newton's method with a ridge."""
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - _RIDGE * weights
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + _RIDGE * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _crossed(x: Floats, y: Floats, folds: Floats) -> Reliability:
    result = Reliability()
    for fold in range(_FOLDS):
        here = folds % _FOLDS == fold
        weights = fitted(x[~here], y[~here])
        for score, right in zip(1 / (1 + np.exp(-x[here] @ weights)), y[here], strict=True):
            result.add(float(score), right=bool(right))
    return result


def _statements(corpora: Path, extractor: Extractor) -> Iterator[tuple[float, ...]]:
    """Number of the article, evidence, whether right, whether the source is (-1: no such)."""
    for number, row in enumerate(rows(corpora / "attribution/dev.jsonl")):
        article = _read(extractor, row)
        words = gold.Words(article.doc)
        found = list(gold.found_statements(article.statements, words))
        evidence = {_key(a.cue, a.contents): a.evidence for a in article.doc._.attributions}
        judged = judgements(found, gold.gold_statements(row, words))
        for statement, sourced in zip(article.statements, judged, strict=True):
            values = evidence[_spans(statement)]
            yield (number, *values, sourced is True, -1.0 if sourced is None else sourced)


def _key(cue: Any, contents: Any) -> tuple[object, ...]:
    return (cue.start_char if cue else None, *(piece.start_char for piece in contents))


def _spans(statement: Statement) -> tuple[object, ...]:
    cue = statement.span("cue")
    contents = (piece.start for piece in statement.pieces if piece.part == "content")
    return (cue[0] if cue else None, *contents)


def _names(corpora: Path, extractor: Extractor) -> dict[str, tuple[Floats, Floats]]:
    """Log odds and whether right, of the names of each label."""
    found: dict[str, list[tuple[float, bool]]] = {label: [] for label in NAME_LABELS}
    for row in rows(corpora / "ner/gum_dev.jsonl"):
        article = _read(extractor, row)
        words = gold.Words(article.doc)
        pairs = zip(row["entities"], row["common"], strict=True)
        answers = {words.name(item[0], item[1], kind) for item, kind in pairs}
        for item in article.names:
            kind = COMMON.get(item.entity_type, "MISC")
            right = words.name(item.name.start, item.name.end, kind) in answers
            found[item.name.label].append((log_odds(item.name.score or 0.0), right))
    arrays = {label: np.array(pairs, dtype=np.float64) for label, pairs in found.items()}
    return {label: (pairs[:, 0], pairs[:, 1]) for label, pairs in arrays.items()}


def _read(extractor: Extractor, row: dict[str, Any]) -> ReadArticle:
    record = {"article_id": row["doc_id"], "title": None, "text": row["text"]}
    return next(extractor.read([record | {"published_on": None}]))


def _write(model: Path, calibration: dict[str, Any]) -> None:
    path = model / "decoding.json"
    tables = json.loads(path.read_text(encoding="utf-8")) | {"calibration": calibration}
    path.write_text(json.dumps(tables) + "\n", encoding="utf-8")


def _write_bins(model: Path, reliability: dict[str, Reliability]) -> None:
    with (model / "calibration.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("score_of", "from", "to", "found", "mean_score", "share_right"))
        for part, scores in reliability.items():
            log.info("%s: %d, error %.1f", part, len(scores.scores), scores.error())
            for low, high, count, mean, share in scores.bins():
                writer.writerow((part, low, high, count, f"{mean:.3f}", f"{share:.3f}"))


def _write_thresholds(model: Path, statements: Reliability, gold_statements: int) -> None:
    """What is left, in percent, where only statements above a score are kept."""
    scores, right = np.array(statements.scores), np.array(statements.right)
    with (model / "thresholds.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("score_above", "kept", "precision", "recall"))
        for threshold in _THRESHOLDS:
            kept = scores >= threshold
            precision = 100 * right[kept].mean()
            recall = 100 * right[kept].sum() / gold_statements
            row = (threshold, f"{100 * kept.mean():.1f}", f"{precision:.1f}", f"{recall:.1f}")
            writer.writerow(row)


if __name__ == "__main__":
    main()
