"""The articles that speed is measured on, written out as raw files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from transforms.readers import read_file

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpora"
_COPIES = 40


def write_articles(folder: Path) -> int:
    """Headed text files in `folder`; how many.

    The attribution corpus's training articles where it lies beside the project, else the sample
    articles, many times over, each with a line of its own.
    """
    count = 0
    for count, (day, title, text) in enumerate(_articles(), start=1):
        header = f"date: {day}\n" if day else ""
        raw = f"{header}title: {' '.join(title.split())}\n\n{text}\n"
        (folder / f"{count:05}.txt").write_text(raw, encoding="utf-8")
    return count


def _articles() -> Iterator[tuple[str | None, str, str]]:
    gold = SHARED / "attribution" / "train.jsonl"
    if gold.is_file():
        with gold.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield row["published_on"], row["title"], row["text"]
        return
    for copy in range(_COPIES):
        for path in sorted((ROOT / "seeds" / "articles").iterdir()):
            for article in read_file(path.read_bytes(), path.name, max_bytes=10**7).articles:
                day = article.published_on.isoformat() if article.published_on else None
                yield day, article.title or path.stem, f"{article.text}\n\nCopy {copy}."
