from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import spacy

from transforms.extraction import Extractor
from transforms.language.pipeline import build_nlp

ROOT = Path(__file__).resolve().parents[3]
TEXT = "Anna Holt said on Monday that Norland would not join the Council of Fishers.\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's pipeline: names by a list of patterns, sentences of its own."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "Anna Holt"},
            {"label": "GPE", "pattern": "Norland"},
            {"label": "ORG", "pattern": "Council of Fishers"},
            {"label": "DATE", "pattern": "Monday"},
        ]
    )
    nlp.to_disk(tmp_path / "own")
    return tmp_path / "own"


def test_another_pipeline_finds_the_names_and_ours_the_statements(own: Path) -> None:
    extractor = Extractor(model=ROOT / "models", seeds=ROOT / "seeds", pipeline=str(own))
    record = {"article_id": "a", "title": None, "text": TEXT, "published_on": date(2026, 3, 2)}
    article = next(extractor.read([record]))
    names = [(item.name.text, item.entity_type, item.name.score) for item in article.names]
    assert names == [
        ("Anna Holt", "PERSON", None),
        ("Norland", "GPE", None),
        ("Council of Fishers", "ORG", None),
    ]
    (statement,) = article.statements
    assert statement.speakers.names[0].name.text == "Anna Holt"


def test_a_pipeline_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"pipeline no_such_model is neither .* `pipeline` empty"):
        build_nlp(ROOT / "models", pipeline="no_such_model")


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "decoding.json", "syntax.npz"])
def test_a_model_folder_that_is_not_whole_is_named(tmp_path: Path, name: str) -> None:
    model = tmp_path / "model"
    shutil.copytree(ROOT / "models", model, ignore=shutil.ignore_patterns("training", "*.md"))
    (model / name).unlink()
    with pytest.raises(FileNotFoundError, match=name):
        build_nlp(model)
