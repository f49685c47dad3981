"""Reference CSVs as frames."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from warehouse.errors import SeedError
from warehouse.frames import schema
from warehouse.schema import TABLES
from warehouse.seeds import read_seeds, seeds_version

SEEDS = Path(__file__).parents[2] / "seeds"

COUNTRIES = """\
iso2,iso3,wikidata_id,name,official_name,aliases,demonym_adjectives,demonym_singular,\
demonym_plural,capital,metonyms,metonym_use,region,subregion,un_member,status,source
NA,NAM,Q1030,Namibia,Republic of Namibia,,Namibian,Namibian,Namibians,Windhoek,Windhoek,\
possible,Africa,Southern Africa,true,officially-assigned,curated
"""
PEOPLE = """\
wikidata_id,name,aliases,position,position_kind,position_wikidata_id,country_iso2,start,end,\
gender,source,as_of
Q1,Zoë Müller,Z. Müller|Zoe Muller,Minister,minister,,NA,2020-12,,f,curated,2022-07-23
"""
ORGANIZATIONS = """\
name,aliases,type,country_iso2,wikidata_id,source
"Party, The",,party,NA,,curated
"""
ROLES = """\
title,lemma,kind,gender_hint,placement
Minister,minister,minister,u,both
"""
CUE_CLASSES = """\
class,description
say,"Says or writes something: said, told"
"""
CUES = """\
lemma,class,statement_kind,polarity,forms,kind,polnear_train_count
say,say,speech,neutral,says|said|saying,verb,4000
"""
CONTACTS = """\
lemma,kind,contact_type,plover_type,plover_mode,pattern,partners,needs,excludes
meet,verb,meet,CONSULT,,together,object|with,,
"""
GIVEN_NAMES = """\
given_name,gender,p_male,n_male_politicians,n_female_politicians,census1990_male_pct,\
census1990_female_pct,source,confidence
zoë,f,0.01,0,3,,0.02,us-census-1990,high
"""
OVERRIDES = """\
action,entity_id,other_id,new_value,reason,added_on
same,Q1,eaaaaaaaaaaaaaaaa,,two spellings of one name,2024-04-09
"""
FILES = {
    "countries": COUNTRIES,
    "people": PEOPLE,
    "organizations": ORGANIZATIONS,
    "roles": ROLES,
    "cue_classes": CUE_CLASSES,
    "cues": CUES,
    "contacts": CONTACTS,
    "given_names": GIVEN_NAMES,
    "overrides": OVERRIDES,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    return tmp_path


def test_there_is_a_frame_for_each_reference_table(folder: Path) -> None:
    frames = read_seeds(folder)
    assert set(frames) == {name for name in TABLES if name.startswith("reference_")}
    for name, frame in frames.items():
        assert frame.schema == schema(TABLES[name])
        assert frame.height == 1


def test_fields_are_read_as_declared(folder: Path) -> None:
    frames = read_seeds(folder)
    country = frames["reference_countries"].row(0, named=True)
    person = frames["reference_people"].row(0, named=True)
    given_name = frames["reference_given_names"].row(0, named=True)
    assert country["iso2"] == "NA"
    assert country["aliases"] is None
    assert country["un_member"] is True
    assert (person["country_iso2"], person["start"], person["end"]) == ("NA", "2020-12", None)
    assert person["as_of"] == date(2022, 7, 23)
    assert (given_name["p_male"], given_name["n_female_politicians"]) == (0.01, 3)
    assert frames["reference_organizations"]["name"].to_list() == ["Party, The"]


def test_columns_may_stand_in_any_order(folder: Path) -> None:
    (folder / "roles.csv").write_text(
        "lemma,title,kind,placement,gender_hint\nminister,Minister,minister,both,u\n"
    )
    [row] = read_seeds(folder)["reference_roles"].rows(named=True)
    assert (row["title"], row["placement"]) == ("Minister", "both")


@pytest.mark.parametrize(
    ("name", "spoil", "message"),
    [
        ("cues", lambda text: text.replace("4000", "many"), r"cues\.csv, row 1: polnear_train_cou"),
        ("countries", lambda text: text.replace("true", "yes"), r"row 1: un_member is 'yes'"),
        ("people", lambda text: text.replace("2022-07-23", "2022-07"), r"row 1: as_of is '2022-07"),
        (
            "cues",
            lambda text: text.replace("neutral", "bad"),
            r"cues\.csv: .*polarity: 'bad' is no",
        ),
        ("cues", lambda text: text + text.splitlines()[1], r"cues\.csv: .*lemma='say' comes more"),
        (
            "people",
            lambda text: text + text.splitlines()[1],
            r"people\.csv: .*comes more than once",
        ),
        ("roles", lambda text: text.replace("lemma", "lema"), r"roles\.csv: the header is title,l"),
        ("roles", lambda text: text.replace("Minister,", ","), r"roles\.csv: .*title is NULL in"),
        ("roles", lambda text: text + "a,b,c,u,both,more\n", r"roles\.csv is no CSV in UTF-8"),
        ("roles", lambda text: "", r"roles\.csv is no CSV in UTF-8"),
    ],
)
def test_an_error_names_file_and_value(
    folder: Path, name: str, spoil: Callable[[str], str], message: str
) -> None:
    path = folder / f"{name}.csv"
    path.write_text(spoil(path.read_text("utf-8")), "utf-8")
    with pytest.raises(SeedError, match=message):
        read_seeds(folder)


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "given_names.csv").write_bytes(GIVEN_NAMES.encode("latin-1"))
    with pytest.raises(SeedError, match=r"given_names\.csv is no CSV in UTF-8"):
        read_seeds(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "cues.csv").unlink()
    with pytest.raises(SeedError, match=r"cues\.csv is missing: table reference_cues"):
        read_seeds(folder)


def test_the_version_changes_with_any_file_and_only_then(folder: Path) -> None:
    version = seeds_version(folder)
    assert len(version) == 12
    (folder / "README.md").write_text("not a seed")
    assert seeds_version(folder) == version
    (folder / "cues.csv").write_text(CUES.replace("4000", "4001"))
    assert seeds_version(folder) != version


def test_a_folder_without_csvs_is_named(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="holds no CSV files"):
        seeds_version(tmp_path)


def test_the_project_s_own_reference_data_can_be_read() -> None:
    frames = read_seeds(SEEDS)
    assert [name for name, frame in frames.items() if frame.is_empty()] == ["reference_overrides"]
    assert "NA" in frames["reference_countries"]["iso2"]
    assert frames["reference_cues"].filter(pl.col("lemma") == "say").height == 1
