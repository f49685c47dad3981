from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows import evaluate
from flows.errors import SettingsError, UsageError
from flows.reading import extractor
from flows.settings import Settings

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
SETTINGS = Settings(workers=2)

AT_LEAST: dict[str, dict[str, float]] = {
    "attribution/dev.jsonl": {
        "exact_source_f1": 80.5,
        "exact_cue_f1": 73,
        "exact_content_f1": 68,
        "statement_f1": 71,
        "source_right": 94,
        "content_direct_f1": 91,
        "content_indirect_f1": 72,
    },
    "ner/conll2003_dev.jsonl": {"exact_f1": 79.5},
    "ner/crossner_politics_dev.jsonl": {"exact_f1": 81},
    "coref/gum_dev.jsonl": {"news_speech_interview_conll_f1": 50},
    "coref/gap_dev.jsonl": {"f1": 70},
    "linking/news_fair_v2_dev40.jsonl": {"precision": 88, "recall_known": 75},
    "time/timebank.jsonl": {"strict_f1": 89, "relaxed_f1": 93.5, "value_f1": 82},
    "time/aquaint.jsonl": {"strict_f1": 84.5, "relaxed_f1": 93, "value_f1": 75},
    "syntax/ewt_dev.conllu": {"gold_las": 86, "gold_tag": 95, "raw_las_f1": 82},
}


def corpus(path: Path, *documents: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in documents), encoding="utf-8")
    return path


def test_statements_against_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "The minister said that the talks would go on."
    gold = {"source": [[0, 12]], "cue": [[13, 17]], "content": [[18, 44]]}
    path = corpus(tmp_path / "gold.jsonl", {"text": text, "attributions": [gold]})
    evaluate.run([path], SETTINGS, as_json=True)
    printed = json.loads(capsys.readouterr().out)
    assert printed["corpus"] == str(path)
    assert printed["statement_f1"] == 100.0


def test_names_against_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row: dict[str, object] = {
        "text": "Ana Petrova left Nairobi.",
        "entities": [[0, 11, "x"], [17, 24, "y"]],
    }
    path = corpus(tmp_path / "gold.jsonl", row | {"common": ["PERSON", "LOC"]})
    evaluate.run([path], SETTINGS, as_json=False)
    assert "exact_f1" in capsys.readouterr().out


SNIPPET = "Barack Obama met Ana Petrova in Nairobi. He praised the talks."
OBAMA = {"start": 0, "end": 12, "mtype": "name"}
HE = {"start": 41, "end": 43, "mtype": "pronoun"}
ENTITY = {"kind": "entity", "coref": False, "optional": False, "alt_parent": None, "desc": False}


@pytest.mark.parametrize(
    ("row", "measures"),
    [
        (
            {"genre": "news", "clusters": [{"mentions": [OBAMA, HE]}]},
            {"conll_f1", "pronoun_f1", "news_speech_interview_conll_f1"},
        ),
        (
            {"pronoun": [41, 43], "a": [0, 12], "b": [17, 28]}
            | {"a_coref": True, "b_coref": False, "gender": "M"},
            {"f1", "masculine_f1", "bias"},
        ),
        (
            {"evaluation_span": [0, 62], "mentions": [[0, 12, "Barack Obama"]]}
            | {"info": [ENTITY | {"qid": "Q76"}]},
            {"precision", "recall_known", "nil_right"},
        ),
        (
            {"dct": "2024-04-09", "timexes": [[29, 39, "DATE", "2024-04-09"]]},
            {"strict_f1", "relaxed_f1", "type_accuracy", "value_f1"},
        ),
    ],
)
def test_mentions_and_links_against_gold(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    row: dict[str, object],
    measures: set[str],
) -> None:
    path = corpus(tmp_path / "gold.jsonl", {"text": SNIPPET} | row)
    evaluate.run([path], SETTINGS, as_json=True)
    assert json.loads(capsys.readouterr().out).keys() >= measures


@pytest.mark.parametrize("lines", ["", "{}\n", "no json\n"])
def test_a_file_without_gold_is_named(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold\.jsonl"):
        evaluate.run([path], SETTINGS, as_json=True)


def test_the_keys_that_tell_a_task_are_named(tmp_path: Path) -> None:
    path = corpus(tmp_path / "gold.jsonl", {"text": ""})
    with pytest.raises(
        UsageError, match=r"`attributions` or `common` and `entities` or `clusters`"
    ):
        evaluate.run([path], SETTINGS, as_json=True)


def test_a_model_folder_that_is_not_whole_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"decoding\.json is missing"):
        extractor(Settings(model=tmp_path))


@pytest.mark.parametrize("name", AT_LEAST)
def test_the_shipped_weights_are_as_good_as_they_must_be(name: str) -> None:
    path = CORPORA / name
    if not path.is_file():
        pytest.skip(f"the gold corpus is not beside the project (../shared/corpora/{name})")
    figures = evaluate.score(path, extractor(SETTINGS))
    assert {
        key: figures[key] for key, least in AT_LEAST[name].items() if figures[key] < least
    } == {}
    assert figures.get("statement_ece", 0.0) <= 5
