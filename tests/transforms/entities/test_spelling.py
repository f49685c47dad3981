from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms import ids
from transforms.entities import spelling
from transforms.entities.names import person_name

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.mark.parametrize(
    "spellings",
    [
        "Sergei Ivanov|Sergey Ivanov|Sergej Ivanov|SERGEY IVANOV",
        "Volodymyr Zelensky|Volodymyr Zelenskyy|Volodymyr Zelenskiy|Volodymyr Zelenskii",
        "Zbigniew Brzezinski|Zbigniew Brzeziński|Zbigniew Brzezinsky",
        "Recep Tayyip Erdogan|Recep Tayyip Erdoğan",
        "Mohammed Javad Zarif|Muhammad Javad Zarif|Mohamed Javad Zarif",
        "Aleksandr Lukashenko|Alexander Lukashenko|Aleksander Lukashenko",
        "Yuri Ushakov|Yury Ushakov|Yuriy Ushakov",
        "Dmitri Peskov|Dmitry Peskov|Dmitriy Peskov|Dmitrii Peskov",
        "Yevgeny Prigozhin|Evgeny Prigozhin|Yevgeniy Prigozhin",
        "Nikolai Patrushev|Nikolay Patrushev",
        "Mariya Zakharova|Maria Zakharova",
        "Muqtada al-Sadr|Moqtada al Sadr|Muqtada Al-Sadr|Muqtada el-Sadr",
        "Abdel Fattah el-Sisi|Abdel-Fattah al-Sisi|Abdelfattah al-Sisi|Abd al-Fattah al-Sisi",
        "Muammar Gaddafi|Moammar Gadhafi|Muammar Qaddafi",
        "Park Geun-hye|Park Geun Hye|Park Geunhye",
        "J. D. Vance|J.D. Vance|JD Vance",
        "Martin O'Malley|Martin O’Malley",
        "John A. Smith|John A Smith",
    ],
)
def test_spellings_of_one_person_are_one(spellings: str) -> None:
    assert len({ids.entity_id("PERSON", name) for name in spellings.split("|")}) == 1


@pytest.mark.parametrize(
    "names",
    [
        "Sanna Marin|Sanna Marine",
        "Eric Berg|Erika Berg|Erik Berg",
        "Jon Smith|John Smith",
        "Gordon Brown|Gordon Browne",
        "Terry Jones|Terri Jones",
        "Dan Acosta|Dana Costa",
        "Luis Ortega|Louis Ortega",
        "Dixon Hill|Dickson Hill",
        "John Smith|John A. Smith|John B. Smith|John Smith Jr.",
        "Bashar Assad|Bashar al-Assad",
    ],
)
def test_other_names_stay_apart(names: str) -> None:
    apart = names.split("|")
    assert len({ids.entity_id("PERSON", name) for name in apart}) == len(apart)


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ("Acme Corp.|Acme Corporation|Acme Inc|The Acme Company|Acme & Co.|ACME", "acme"),
        ("JPMorgan Chase & Co.|JPMorgan Chase and Company", "jpmorgan chase"),
        ("Johnson & Johnson|Johnson and Johnson", "johnson and johnson"),
        ("U.N. Women|UN Women", "un women"),
        ("AT&T|AT&T Inc.", "at&t"),
        ("News Corp.|News Corporation", "news corp"),
        ("World Trade Centre|World Trade Center", "world trade center"),
        ("Limited", "limited"),
    ],
)
def test_an_organisation_whatever_its_form_of_incorporation(names: str, key: str) -> None:
    assert {spelling.identity("ORG", name) for name in names.split("|")} == {key}


def test_a_place_without_accents_is_the_same_and_types_are_apart() -> None:
    assert ids.entity_id("GPE", "São Paulo") == ids.entity_id("GPE", "Sao Paulo")
    assert ids.entity_id("GPE", "Acme") != ids.entity_id("ORG", "Acme")


@given(st.sampled_from(["PERSON", "ORG", "GPE"]), st.text(max_size=30))
def test_any_name_has_an_id_and_case_does_not_count(entity_type: str, name: str) -> None:
    made = ids.entity_id(entity_type, name)
    assert len(made) == 17
    if name.isascii():
        assert made == ids.entity_id(entity_type, name.casefold())


@given(st.text("abdeijklosxy", max_size=12))
def test_a_word_is_spelled_once(folded: str) -> None:
    assert spelling.word(spelling.word(folded)) == spelling.word(folded)


def test_hardly_two_known_people_share_a_key_who_differ_in_spelling() -> None:
    plain: defaultdict[str, set[str]] = defaultdict(set)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    with (SEEDS / "people.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = person_name(row["name"], {})
            who = row["wikidata_id"] or row["name"]
            plain[" ".join((*name.tokens, *name.initials, name.suffix))].add(who)
            alike[spelling.person(name)].add(who)
    shared = {key: who for key, who in alike.items() if len(who) > 1}
    added = [who for who in shared.values() if not any(who <= each for each in plain.values())]
    assert len(added) <= 3, added
