"""Raw files of every format beside what must come out of them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from transforms.readers import FileContent, read_file

RAW = Path(__file__).parents[2] / "data" / "raw"
ENDING = ".expected.json"
FILES = sorted(path for path in RAW.iterdir() if not path.name.endswith(ENDING))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_golden_file(path: Path) -> None:
    content = read_file(path.read_bytes(), path.name, max_bytes=1_000_000)
    expected = json.loads((RAW / (path.name + ENDING)).read_text(encoding="utf-8"))
    assert as_json(content) == expected


def test_every_expectation_has_its_file() -> None:
    names = {path.name.removesuffix(ENDING) for path in RAW.glob(f"*{ENDING}")}
    assert names == {path.name for path in FILES}


def as_json(content: FileContent) -> object:
    """The content without what is not told or follows from the bytes."""
    told = {
        "format": content.format,
        "articles": [dataclasses.asdict(article) for article in content.articles],
        "rejects": [dataclasses.asdict(reject) for reject in content.rejects],
    }
    for article in told["articles"]:
        assert isinstance(article, dict)
        for name in [name for name, value in article.items() if value in (None, {}, False)]:
            del article[name]
    return json.loads(json.dumps(told, default=str))
