from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
KEYS = {
    "countries": ("iso2",),
    "people": ("name", "position", "start"),
    "organizations": ("name",),
    "roles": ("title",),
    "cue_classes": ("class",),
    "contacts": ("lemma", "kind", "contact_type"),
    "cues": ("lemma",),
    "given_names": ("given_name",),
}
VOCABULARIES = {
    ("countries", "metonym_use"): {"common", "possible", "none"},
    ("countries", "un_member"): {"true", "false"},
    ("people", "gender"): {"m", "f", ""},
    ("people", "position_kind"): {
        *("ambassador", "central_bank", "chief_of_staff", "defence_minister", "deputy_or_vice"),
        *("finance_minister", "foreign_minister", "head_of_government", "head_of_state"),
        *("igo_head", "intelligence", "interior_minister", "justice_minister", "legislator"),
        *("military", "minister", "other", "party_leader", "speaker", "spokesperson"),
        *("subnational", "vice_head_of_state"),
    },
    ("organizations", "type"): {
        *("company", "court", "embassy", "eu_body", "government", "government_body", "igo"),
        *("legislature", "media", "militant", "military", "ministry", "news_agency", "newspaper"),
        *("ngo", "party", "think_tank", "un_body"),
    },
    ("roles", "gender_hint"): {"m", "f", "u"},
    ("roles", "placement"): {"before", "both"},
    ("contacts", "kind"): {"verb", "noun"},
    ("contacts", "contact_type"): {"meet", "visit", "host", "call", "talk", "summit", "sign"},
    ("contacts", "plover_type"): {"CONSULT", "AGREE"},
    ("contacts", "plover_mode"): {"visit", "third-party", "multilateral", "phone", ""},
    ("contacts", "pattern"): {"together", "visit", "host", "call", "sign"},
    ("cues", "kind"): {"verb", "light_verb", "noun", "adjective", "adverb", "phrase"},
    ("cues", "polarity"): {"positive", "negative", "neutral"},
    ("cues", "statement_kind"): {"speech", "thought", "intention", "perception", "document"},
    ("given_names", "gender"): {"m", "f", "u"},
    ("given_names", "confidence"): {"high", "medium", "low"},
}
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
PACKAGE_HOSTS = re.compile(r"pypi|pythonhosted|npmjs|crates\.io|anaconda|rubygems", re.IGNORECASE)

Rows = list[dict[str, str]]


def rows_of(name: str) -> Rows:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cue(lemma: str) -> dict[str, str]:
    return next(row for row in rows_of("cues") if row["lemma"] == lemma)


def repeated(values: Sequence[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.mark.parametrize("name", KEYS)
def test_rows_are_sorted_by_a_unique_key_without_gaps(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in rows_of(name)]
    assert keys == sorted(keys)
    assert repeated(keys) == []
    assert [key for key in keys if not all(key)] == []


@pytest.mark.parametrize("name", KEYS)
def test_values_are_trimmed_and_whole(name: str) -> None:
    for row in rows_of(name):
        assert None not in row
        assert None not in row.values()
        assert [value for value in row.values() if value != " ".join(value.split())] == []


@pytest.mark.parametrize("name", KEYS)
def test_lists_hold_no_blank_and_no_repeated_item(name: str) -> None:
    for row in rows_of(name):
        for column in ("aliases", "forms", "partners", "needs", "excludes"):
            items = row.get(column, "").split("|")
            assert repeated(items) == [], row
            assert items == [""] or "" not in items, row


@pytest.mark.parametrize(("name", "column"), VOCABULARIES)
def test_closed_vocabularies(name: str, column: str) -> None:
    assert {row[column] for row in rows_of(name)} - VOCABULARIES[name, column] == set()


@pytest.mark.parametrize("name", ["countries", "people", "organizations"])
def test_a_wikidata_id_is_well_formed_and_has_one_name(name: str) -> None:
    names: dict[str, set[str]] = {}
    for row in rows_of(name):
        if row["wikidata_id"]:
            assert re.fullmatch(r"Q[1-9][0-9]*", row["wikidata_id"]), row
            names.setdefault(row["wikidata_id"], set()).add(row["name"])
    assert {qid: found for qid, found in names.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", ["people", "organizations"])
def test_countries_are_known(name: str) -> None:
    known = {row["iso2"] for row in rows_of("countries")}
    assert {row["country_iso2"] for row in rows_of(name)} - known == {""}


def test_namibia_is_no_missing_value() -> None:
    assert "NA" in {row["iso2"] for row in rows_of("countries")}


def test_spells_in_office_are_dates_in_order() -> None:
    for row in rows_of("people"):
        start, end = row["start"], row["end"]
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", start), row
        assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", end), row
        common = min(len(start), len(end))
        assert start[:common] <= end[:common], row
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["as_of"]), row


@pytest.mark.parametrize(("name", "column"), [("people", "name"), ("given_names", "given_name")])
def test_names_can_stand_in_english_text(name: str, column: str) -> None:
    assert [row[column] for row in rows_of(name) if not LATIN.search(row[column])] == []


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("say", "speech"),
        ("deny", "speech"),
        ("pledge", "speech"),
        ("call on", "speech"),
        ("warn", "speech"),
        ("according to", "speech"),
        ("be quoted as saying", "speech"),
        ("believe", "thought"),
        ("hope", "thought"),
        ("want", "thought"),
        ("plan", "intention"),
        ("refuse", "intention"),
        ("decide", "intention"),
        ("see", "thought"),
        ("have seen", "perception"),
        ("hear", "perception"),
        ("notice", "perception"),
        ("show", "document"),
        ("find", "document"),
        ("ruling", "document"),
    ],
)
def test_what_a_cue_says_happened(lemma: str, kind: str) -> None:
    assert cue(lemma)["statement_kind"] == kind


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", {"says", "said", "saying"}),
        ("deadpan", {"deadpans", "deadpanned", "deadpanning"}),
        ("lie", {"lies", "lied", "lying"}),
        ("call on", {"calls on", "called on", "calling on"}),
        ("accusation", {"accusations"}),
        ("according to", {""}),
    ],
)
def test_inflections_of_a_cue(lemma: str, forms: set[str]) -> None:
    assert set(cue(lemma)["forms"].split("|")) == forms


def test_every_verb_has_its_inflections_and_not_itself() -> None:
    for row in rows_of("cues"):
        forms = row["forms"].split("|")
        assert row["lemma"] not in forms, row
        if row["kind"] in ("verb", "light_verb"):
            assert any(form.endswith("ing") for form in forms), row
            assert len(forms) >= 2, row


def test_every_class_of_a_cue_is_described_and_every_class_has_cues() -> None:
    assert {row["class"] for row in rows_of("cues")} == {
        row["class"] for row in rows_of("cue_classes")
    }


@pytest.mark.parametrize(
    ("lemma", "of_class"),
    [
        ("say", "say"),
        ("according to", "say"),
        ("argue", "claim"),
        ("call", "describe"),
        ("call for", "demand"),
        ("call on", "urge"),
        ("point out", "emphasize"),
        ("concede", "admit"),
        ("confirm", "confirm"),
        ("see", "believe"),
        ("hear", "know"),
        ("hope", "want"),
        ("order", "rule"),
        ("confident", "believe"),
        ("decline to comment", "no_comment"),
    ],
)
def test_class_of_a_cue(lemma: str, of_class: str) -> None:
    assert cue(lemma)["class"] == of_class


def test_forms_of_cues_are_lower_case() -> None:
    for row in rows_of("cues"):
        assert row["lemma"] == row["lemma"].lower()
        assert row["forms"] == row["forms"].lower()


def test_no_two_cues_of_a_kind_share_a_form() -> None:
    forms = [
        (form, row["kind"].replace("phrase", "verb"))
        for row in rows_of("cues")
        for form in {row["lemma"], *row["forms"].split("|")} - {""}
    ]
    assert repeated(forms) == []


def test_no_file_names_a_package_host() -> None:
    for path in [*SEEDS.glob("*.csv"), SEEDS / "README.md"]:
        assert not PACKAGE_HOSTS.search(path.read_text(encoding="utf-8")), path.name
