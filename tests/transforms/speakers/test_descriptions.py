"""The minister, the company, a report by the Treasury: whom descriptions mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]


def said(source: str) -> str:
    return f"<s1>{source}</s1> <q1>said</q1> <c1>that it rained</c1>."


@pytest.mark.parametrize(
    ("introduced", "source"),
    [
        ("Finance Minister [Ann Lee|PERSON] came.", "The minister"),
        ("Finance Minister [Ann Lee|PERSON] came.", "The finance minister"),
        ("The minister, [Ann Lee|PERSON], came.", "The minister"),
        ("[Ann Lee|PERSON], governor of the [Riksbank|ORG], came.", "the governor"),
        ("Rear Adm. [Ann Lee|PERSON] came.", "the admiral"),
        ("Sen. [Ann Lee|PERSON] (D-Mass.) came.", "The Massachusetts senator"),
        ("[Ann Lee|PERSON], a retired teacher, came.", "The teacher"),
        ("Kremlin spokesman [Ann Lee|PERSON] came.", "the Kremlin's spokesman"),
    ],
)
def test_a_description_means_who_was_introduced_so(
    told: Told, introduced: str, source: str
) -> None:
    assert told(f"{introduced} {said(source)}") == ["Ann Lee (nominal)"]


@pytest.mark.parametrize(
    ("introduced", "source", "why"),
    [
        ("Finance Minister [Ann Lee|PERSON] came.", "The foreign minister", "unknown:nominal"),
        ("Finance Minister [Ann Lee|PERSON] came.", "A minister", "unknown:nominal"),
        ("Deputy Mayor [Ann Lee|PERSON] came.", "The mayor", "unknown:nominal"),
        ("Prime Minister [Ann Lee|PERSON] came.", "The minister", "unknown:nominal"),
        ("[Ann Lee|PERSON] came.", "[Ann Lee|PERSON]'s spokesman", "unknown:nominal"),
        (
            "Diplomat [Ann Lee|PERSON] met a Spanish diplomat.",
            "The diplomat",
            "unknown:nominal",
        ),
        (
            "Senator [Ann Lee|PERSON] met Senator [Jan Bos|PERSON].",
            "The senator",
            "unknown:ambiguous",
        ),
    ],
)
def test_what_does_not_fit_one_stays_open(
    told: Told, introduced: str, source: str, why: str
) -> None:
    assert told(f"{introduced} {said(source)}") == [why]


def test_two_ministers_are_both(told: Told) -> None:
    marked = (
        "Foreign Minister [Ann Lee|PERSON] and her Dutch counterpart, [Jan Bos|PERSON], met. "
        + said("The two ministers")
    )
    assert told(marked) == ["Ann Lee, Jan Bos (nominal)"]


def test_the_reference_knows_who_was_president_that_day(told: Told) -> None:
    marked = "[Barack Obama|PERSON] came to [Ohio|LOC]. " + said("The president")
    assert told(marked, day="2016-09-08") == ["Barack Obama (nominal)"]
    assert told(marked, day="2018-09-08") == ["unknown:nominal"]


@pytest.mark.parametrize(
    ("introduced", "source", "speaker"),
    [
        ("The [Fisheries Ministry|ORG] met.", "The ministry", "Fisheries Ministry (nominal)"),
        ("[Aldervane Power|ORG] will close.", "The company", "Aldervane Power (nominal)"),
        ("The retailer [Aldervane|ORG] will close.", "The company", "Aldervane (nominal)"),
        ("[Aldervane Power|ORG] met [Acme Inc.|ORG].", "The company", "unknown:ambiguous"),
        ("[Oslo Network|ORG] hired from [Xyzzy|ORG].", "The network", "unknown:nominal"),
        ("[Qatar|LOC] denied it.", "The [Qatari|MISC] embassy", "Embassy of Qatar (body)"),
        (
            "It was in [Spain|LOC].",
            "[Madrid|LOC]'s foreign ministry",
            "Ministry of Foreign Affairs of Spain (body)",
        ),
    ],
)
def test_a_body_is_known_by_its_noun(
    told: Told, introduced: str, source: str, speaker: str
) -> None:
    assert told(f"{introduced} {said(source)}") == [speaker]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A report by the [Acme Institute|ORG]", "Acme Institute (document_by)"),
        ("An [Acme Institute|ORG] poll", "Acme Institute (document_by)"),
        ("[Ann Lee|PERSON]'s letter", "Ann Lee (document_by)"),
        ("A letter to the [Acme Institute|ORG]", "unknown:nominal"),
        ("A report, seen by the [Acme Institute|ORG],", "unknown:nominal"),
        ("A meeting by the [Acme Institute|ORG]", "unknown:nominal"),
    ],
)
def test_a_document_speaks_for_its_maker(told: Told, source: str, speaker: str) -> None:
    assert told(said(source)) == [speaker]
