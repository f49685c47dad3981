from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from transforms.entities.article import Name, resolve
from transforms.entities.bearers import surnames
from transforms.entities.records import Office
from transforms.entities.reference import Reference

PEOPLE = """wikidata_id,name,aliases,position,position_kind,position_wikidata_id,country_iso2,start,end,gender,source,as_of
Q1,Ana Dorn,Ana M. Dorn,President,head_of_state,,UT,2001,2004-05,f,made,2020-01-01
Q2,Ana Dorn,,Minister of Ports,minister,,FR,2016-01-02,,f,made,2020-01-01
Q3,Max W. Vell,Max H. W. Vell|Vell Administration,President,head_of_state,,UT,2010,2012,m,made,2020-01-01
Q4,Max H. W. Vell,,President,head_of_state,,UT,2002,2004,m,made,2020-01-01
,Lee Rand,,Spokesperson,spokesperson,,UT,2010,,,made,2020-01-01
"""  # noqa: E501
FILES = {
    "people.csv": PEOPLE,
    "countries.csv": (
        "iso2,iso3,wikidata_id,name,official_name,aliases,demonym_adjectives,demonym_singular,"
        "demonym_plural,capital,metonyms,metonym_use,region,subregion,un_member,status,source\n"
        "UT,UTO,Q9,Utopia,Republic of Utopia,Old Utopia,Utopian,Utopian,Utopians,Uta,Uta,common,,,"
        "true,officially-assigned,made\n"
        "FR,FRA,Q142,France,France,,French,French,French,Paris,Paris,common,,,true,"
        "officially-assigned,made\n"
    ),
    "organizations.csv": (
        "name,aliases,type,country_iso2,wikidata_id,source\n"
        "Green Front (Utopia),GF,party,UT,,curated\nGreen Front,The Greens,party,UT,Q77,made\n"
        "Green Front,GF,party,FR,Q78,made\nPort Guild,Guild,ngo,,,made\n"
    ),
    "roles.csv": (
        "title,lemma,kind,gender_hint,placement\nPresident,president,head_of_state,u,both\n"
        "Mr.,mr.,honorific,m,before\nMinister,minister,minister,u,both\n"
    ),
    "given_names.csv": (
        "given_name,gender,p_male,n_male_politicians,n_female_politicians,"
        "census1990_male_pct,census1990_female_pct,source,confidence\nana,f,0,0,9,,,made,high\n"
    ),
}


@pytest.fixture
def utopia(tmp_path: Path) -> Reference:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Reference.read(tmp_path)


def linked(reference: Reference, text: str, name: str, label: str, day: str) -> tuple[str, str]:
    """The id and the method of one name in a text where `Utopia` and `France` are marked too."""
    names = [
        Name(text.find(each), text.find(each) + len(each), each, tag, 0.9)
        for each, tag in ((name, label), ("Utopia", "LOC"), ("France", "LOC"))
        if each in text
    ]
    found = resolve(
        names, text=text, title=None, published_on=date.fromisoformat(day), reference=reference
    )
    one = next(each for each in found if each.name.text == name)
    return one.entity.entity_id if one.entity else "", one.link_method


def test_namesakes_are_told_apart_by_day_title_and_country(utopia: Reference) -> None:
    late, early = "2017-03-01", "2002-03-01"
    ports = "In France, Minister Ana Dorn spoke."
    assert linked(utopia, ports, "Ana Dorn", "PERSON", late) == ("Q2", "reference_alias")
    heads = "In Utopia, President Ana Dorn spoke."
    assert linked(utopia, heads, "Ana Dorn", "PERSON", early) == ("Q1", "reference_alias")
    both = "From France to Utopia: Ana Dorn spoke."
    assert linked(utopia, both, "Ana Dorn", "PERSON", late) == ("", "ambiguous")


def test_initials_that_differ_are_other_people(utopia: Reference) -> None:
    text = "In Utopia, Max W. Vell spoke."
    assert linked(utopia, text, "Max W. Vell", "PERSON", "2011-01-01")[0] == "Q3"
    text = "In Utopia, Max H. W. Vell spoke."
    assert linked(utopia, text, "Max H. W. Vell", "PERSON", "2011-01-01")[0] == "Q4"
    assert "Max H. W. Vell" not in utopia.surfaces["Q3"]


def test_a_surname_goes_to_the_one_who_held_the_office_then(utopia: Reference) -> None:
    text = "In Utopia, President Vell spoke."
    name = "President Vell"
    assert linked(utopia, text, name, "PERSON", "2011-01-01") == ("Q3", "reference_office")
    assert linked(utopia, text, name, "PERSON", "2003-01-01") == ("Q4", "reference_office")
    text = "In Utopia, Rand spoke."
    assert linked(utopia, text, "Rand", "PERSON", "2011-01-01")[1] == "surname_only"
    text = "In Utopia, Vell spoke."
    assert linked(utopia, text, "Vell", "PERSON", "2011-01-01") == ("Q3", "reference_surname")


def test_one_party_in_two_rows_is_one_and_two_countries_are_two(utopia: Reference) -> None:
    assert {each.entity.entity_id for each in utopia.organizations["green front"]} == {"Q77", "Q78"}
    assert set(utopia.surfaces["Q77"]) >= {"Green Front", "The Greens", "GF"}
    text = "In France, the Green Front met."
    assert linked(utopia, text, "Green Front", "ORG", "2011-01-01") == ("Q78", "reference_alias")


def test_short_acronyms_must_be_written_as_such(utopia: Reference) -> None:
    assert utopia.organizations_named("GF")
    assert utopia.organizations_named("the GF's")
    assert not utopia.organizations_named("gf")


def test_surnames_by_custom() -> None:
    assert surnames(("ursula", "von", "der", "leyen"), frozenset({"DE"})) == (
        "leyen",
        "von der leyen",
    )
    assert surnames(("xi", "jinping"), frozenset({"CN"})) == ("xi",)
    assert surnames(("carrie", "lam"), frozenset({"HK"})) == ("lam",)


def test_an_open_end_is_trusted_for_three_years() -> None:
    office = Office("President", "head_of_state", "UT", date(2010, 1, 1), None, date(2020, 1, 1))
    assert office.held(date(2008, 1, 1)) is False
    assert office.held(date(2021, 1, 1)) is True
    assert office.held(date(2030, 1, 1)) is None
    assert office.held(None) is None


def test_a_bad_date_names_file_and_value(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text.replace("2016-01-02", "2016-13-02"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"people.csv: '2016-13-02' is no date"):
        Reference.read(tmp_path)
