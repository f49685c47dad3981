from __future__ import annotations

from collections.abc import Callable

from transforms.entities.aliases import aliases
from transforms.entities.article import Resolved
from transforms.entities.reference import Reference

Told = Callable[..., list[str]]
Look = Callable[..., list[Resolved]]


def test_a_foreign_ministers_names_are_one_person(look: Look) -> None:
    found = look(
        "Russian Foreign Minister [Sergei V. Lavrov|PERSON] met his counterpart [Wang Yi|PERSON]. "
        "[Mr. Lavrov's|PERSON] visit was short, [Lavrov|PERSON] said. [Mr. Wang|PERSON] agreed."
    )
    assert [each.entity.wikidata_id for each in found if each.entity] == [
        "Q58217",
        "Q701801",
        "Q58217",
        "Q58217",
        "Q701801",
    ]
    assert [each.link_method for each in found] == [
        "reference_alias",
        "reference_alias",
        "title_name",
        "short_name",
        "title_name",
    ]


def test_a_title_and_the_day_tell_whose_surname_it_is(told: Told) -> None:
    marked = "The [U.S.|LOC] is ready, [President Biden|PERSON] said. [Biden|PERSON] left."
    assert told(marked)[1:] == [
        "President Biden = Joe Biden (reference_office)",
        "Biden = Joe Biden (reference_office)",
    ]
    assert told("In [China|LOC], [President Xi|PERSON] spoke.")[1:] == [
        "President Xi = Xi Jinping (reference_office)"
    ]


def test_the_wife_does_not_answer_for_the_president(told: Told) -> None:
    marked = (
        "[Michelle Obama|PERSON] spoke in the [United States|LOC]. President [Obama|PERSON] "
        "listened. [Mrs. Obama|PERSON] smiled, and [Mr. Obama|PERSON] clapped."
    )
    assert told(marked, day="2016-07-25") == [
        "Michelle Obama = Michelle Obama (reference_alias)",
        "United States = United States (reference_alias)",
        "Obama = Barack Obama (reference_office)",
        "Mrs. Obama = Michelle Obama (title_name)",
        "Mr. Obama = Barack Obama (reference_office)",
    ]


def test_two_of_one_surname_are_told_apart_by_title_or_not_at_all(told: Told) -> None:
    marked = (
        "[Anna Berg|PERSON] and [Carl Berg|PERSON] came. [Mrs. Berg|PERSON] spoke, "
        "[Mr. Berg|PERSON] did not. [Berg|PERSON] left."
    )
    assert told(marked) == [
        "Anna Berg = Anna Berg (full_name)",
        "Carl Berg = Carl Berg (full_name)",
        "Mrs. Berg = Anna Berg (title_name)",
        "Mr. Berg = Carl Berg (title_name)",
        "Berg = - (ambiguous)",
    ]


def test_the_topic_of_an_article_keeps_the_bare_surname(told: Told) -> None:
    marked = (
        "[Hillary Clinton|PERSON] spoke. [Hillary Clinton|PERSON] won.\n\n[Bill Clinton|PERSON] "
        "listened.\n\nThen [Clinton|PERSON] left with [Hillary|PERSON]'s staff."
    )
    assert told(marked, day="2016-05-01", title="Hillary Clinton wins")[3:] == [
        "Clinton = Hillary Clinton (short_name)",
        "Hillary = Hillary Clinton (given_name)",
    ]


def test_forms_of_a_name_that_belong_together(told: Told) -> None:
    marked = (
        "[Bill|PERSON] and [Melinda Gates|PERSON] met [Rep. Debbie Wasserman Schultz|PERSON]. "
        "[Wasserman Schultz|PERSON] thanked [Mr. Gates|PERSON]; [Debbie|PERSON] wept."
    )
    assert told(marked, day="2016-05-01") == [
        "Bill = Bill Gates (full_name)",
        "Melinda Gates = Melinda Gates (full_name)",
        "Rep. Debbie Wasserman Schultz = Debbie Wasserman Schultz (reference_alias)",
        "Wasserman Schultz = Debbie Wasserman Schultz (short_name)",
        "Mr. Gates = Bill Gates (title_name)",
        "Debbie = Debbie Wasserman Schultz (given_name)",
    ]


def test_a_son_is_not_his_father(told: Told) -> None:
    marked = "[Donald Trump|PERSON] and [Donald Trump Jr.|PERSON] met; [Donald Jr.|PERSON] spoke."
    assert told(marked, day="2018-01-01") == [
        "Donald Trump = Donald Trump (reference_alias)",
        "Donald Trump Jr. = Donald Trump Jr. (full_name)",
        "Donald Jr. = Donald Trump Jr. (given_name)",
    ]


def test_middle_initials_tell_people_apart(told: Told) -> None:
    marked = "[George W. Bush|PERSON] of [America|LOC] followed [George H. W. Bush|PERSON]."
    assert told(marked, day="2006-01-01") == [
        "George W. Bush = George W. Bush (reference_alias)",
        "America = United States (reference_alias)",
        "George H. W. Bush = George H. W. Bush (full_name)",
    ]


def test_nobody_in_particular_stays_unresolved(told: Told) -> None:
    marked = "[Bill Clinton|PERSON] came, the [Clintons|PERSON] left. [Smith|PERSON] slept."
    assert told(marked)[1:] == ["Clintons = - (not_linked)", "Smith = Smith (surname_only)"]
    assert told("[Jones and Smith|PERSON] won.") == ["Jones and Smith = - (not_linked)"]


def test_a_lone_surname_that_one_leader_bears(told: Told) -> None:
    assert told("[Merkel|PERSON] spoke.", day="2016-05-01") == [
        "Merkel = Angela Merkel (reference_surname)"
    ]
    assert told("Officer [Merkel|PERSON] spoke.", day="2016-05-01") == [
        "Merkel = Merkel (surname_only)"
    ]
    assert told("[Johnson|PERSON] spoke.", day="2020-05-01") == ["Johnson = Johnson (surname_only)"]


def test_a_lower_case_word_is_no_courtesy_title(told: Told) -> None:
    marked = "[Donald Trump|PERSON] fell. Polls miss [Trump|PERSON]'s fall."
    assert told(marked)[1] == "Trump = Donald Trump (short_name)"


def test_a_capital_is_the_city_or_the_country(told: Told) -> None:
    marked = (
        "They met in [Beijing|LOC]. The [Kremlin|ORG] backed [Ukraine|LOC]. It rejected "
        "interference in [Beijing|LOC]'s claims. [Moscow|LOC] said no. The [Kremlin|ORG] agreed."
    )
    assert told(marked) == [
        "Beijing = Beijing (gazetteer)",
        "Kremlin = Russia (metonym)",
        "Ukraine = Ukraine (reference_alias)",
        "Beijing = China (metonym)",
        "Moscow = Russia (metonym)",
        "Kremlin = Kremlin (reference_alias)",
    ]


def test_countries_states_peoples_and_parties(look: Look) -> None:
    found = look(
        "The [U.S.|LOC], the [Philippines|LOC] and [Calif.|LOC]: [Chinese|MISC] officials met "
        "[Republicans|MISC], [Muslims|MISC] and [anti-Trump|MISC] activists in the "
        "[Middle East|LOC]."
    )
    assert [
        (each.entity_type, each.entity.name if each.entity else None, each.link_method)
        for each in found
    ] == [
        ("GPE", "United States", "reference_alias"),
        ("GPE", "Philippines", "reference_alias"),
        ("GPE", "California", "gazetteer"),
        ("NORP", "China", "demonym"),
        ("NORP", "Republican Party", "member"),
        ("NORP", "Muslim", "full_name"),
        ("MISC", None, "not_linked"),
        ("LOC", "Middle East", "full_name"),
    ]


def test_georgia_needs_company(told: Told) -> None:
    assert told("[Georgia|LOC], [Ohio|LOC] and [Iowa|LOC] vote.")[0] == (
        "Georgia = Georgia (gazetteer)"
    )
    assert told("[Georgia|LOC]'s parliament in Tbilisi")[0] == "Georgia = Georgia (reference_alias)"
    assert told("[Georgia|LOC] votes.") == ["Georgia = - (ambiguous)"]


def test_a_demonym_that_two_countries_share(told: Told) -> None:
    assert told("[Korean|MISC] officials")[0] == "Korean = South Korea (demonym)"
    assert told("[North Korea|LOC] freed a [Korean|MISC].")[1] == "Korean = - (ambiguous)"


def test_organizations_by_acronym_and_short_form(told: Told) -> None:
    marked = (
        "The [Baltic Grain Union|ORG] (BGU) and the [Northern Fish Board of Trade|ORG] met. The "
        "[BGU|ORG] left, the [NFBT|ORG] stayed. [Goldman Sachs|ORG] paid; [Goldman|ORG] gained. "
        "[XYZ|ORG] lost."
    )
    assert told(marked)[2:] == [
        "BGU = Baltic Grain Union (acronym)",
        "NFBT = Northern Fish Board of Trade (acronym)",
        "Goldman Sachs = Goldman Sachs (full_name)",
        "Goldman = Goldman Sachs (short_name)",
        "XYZ = XYZ (acronym_only)",
    ]


def test_bodies_that_every_country_has(told: Told) -> None:
    assert told("[Russia|LOC]'s [Foreign Ministry|ORG] spoke.")[1] == (
        "Foreign Ministry = Ministry of Foreign Affairs of Russia (reference_alias)"
    )
    assert told("The [Foreign Ministry|ORG] spoke.") == ["Foreign Ministry = - (ambiguous)"]
    marked = "In the [United States|LOC] the [Senate|ORG] and the state [Senate|ORG] met."
    assert told(marked)[1:] == [
        "Senate = United States Senate (reference_alias)",
        "Senate = - (ambiguous)",
    ]


def test_a_wavering_label_is_overruled(look: Look) -> None:
    found = look("[Angela Merkel|PERSON] spoke. [Merkel|LOC] left. [Saudi Arabia|PERSON] watched.")
    assert [each.entity_type for each in found] == ["PERSON", "PERSON", "GPE"]


def test_one_full_name_is_one_entity_in_two_articles(look: Look) -> None:
    here = look("[Zoe Quillfeather|PERSON] spoke.")
    there = look("Later [Dr. ZOE QUILLFEATHER'S|PERSON] book appeared.", day=None)
    assert here[0].entity is not None
    assert there[0].entity is not None
    assert here[0].entity.entity_id == there[0].entity.entity_id


def test_aliases_are_forms_without_titles_and_possessive(look: Look, reference: Reference) -> None:
    found = look("[Sergei Lavrov|PERSON] and the [Chinese|MISC]. [Mr. Lavrov's|PERSON] plane.")
    made = aliases(found, reference)
    assert ("Lavrov", "Q58217", "article") in made
    assert ("Sergei V. Lavrov", "Q58217", "reference") in made
    assert not any(alias == "Chinese" for alias, _, _ in made)
    assert len({(alias, entity) for alias, entity, _ in made}) == len(made)


def test_two_spellings_in_one_article_are_one_person(told: Told) -> None:
    marked = (
        "[Yuriy Melnyk|PERSON] and [Dmitri Babiy|PERSON] met. Later [Yuri Melnyk|PERSON] left with "
        "[Babyy|PERSON], and [Mr. Melnyk|PERSON] spoke."
    )
    found = [line.split(" = ")[1] for line in told(marked)]
    assert found == [
        "Yuriy Melnyk (full_name)",
        "Dmitri Babiy (full_name)",
        "Yuriy Melnyk (full_name)",
        "Dmitri Babiy (short_name)",
        "Yuriy Melnyk (title_name)",
    ]


def test_a_spelling_that_the_reference_lacks_is_found_by_its_key(told: Told) -> None:
    marked = "In [Russia|LOC], [Serguei Lavrow|PERSON] and [Serguei Lavrov|PERSON] spoke."
    assert told(marked)[1:] == [
        "Serguei Lavrow = Serguei Lavrow (full_name)",
        "Serguei Lavrov = Sergei Lavrov (reference_spelling)",
    ]
    assert told("[President Putine|PERSON] of [Russia|LOC] spoke.")[0].endswith("(surname_only)")
