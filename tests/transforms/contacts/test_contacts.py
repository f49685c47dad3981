"""Contacts in plain sentences: who, what, whether, where and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.markup import parsed
from transforms.contacts import Contact
from transforms.extraction import ReadArticle

Read = Callable[..., ReadArticle]
MONDAY, TUESDAY, WEDNESDAY = date(2024, 4, 8), date(2024, 4, 9), date(2024, 4, 10)


def names(contact: Contact) -> list[str]:
    return [each.actor.entity.name if each.actor.entity else "?" for each in contact.participants]


def roles(contact: Contact) -> list[str]:
    return [each.role for each in contact.participants]


@pytest.mark.parametrize(
    ("marked", "contact_type", "who"),
    [
        ("Ana Petrova [met](words) Luis Ortega.", "meet", ["Ana Petrova", "Luis Ortega"]),
        (
            "Ana Petrova [met with](words) her Spanish counterpart, Luis Ortega, in Geneva.",
            "meet",
            ["Ana Petrova", "Luis Ortega"],
        ),
        (
            "Ana Petrova and Luis Ortega [met](words) in Geneva.",
            "meet",
            ["Ana Petrova", "Luis Ortega"],
        ),
        (
            "Ana Petrova held [talks](words) with Luis Ortega.",
            "talk",
            ["Ana Petrova", "Luis Ortega"],
        ),
        ("[Talks](words) between Japan and Kenya began on Monday.", "talk", ["Japan", "Kenya"]),
        (
            "Ana Petrova [spoke](words) by phone with Luis Ortega.",
            "call",
            ["Ana Petrova", "Luis Ortega"],
        ),
        (
            "Ana Petrova [called](words) Luis Ortega on Monday.",
            "call",
            ["Ana Petrova", "Luis Ortega"],
        ),
        (
            "Ana Petrova [shook](words) hands with Luis Ortega.",
            "meet",
            ["Ana Petrova", "Luis Ortega"],
        ),
        ("Japan and Kenya [signed](words) a treaty on Monday.", "sign", ["Japan", "Kenya"]),
        ("Ana Petrova [visited](words) Kenya on Monday.", "visit", ["Ana Petrova"]),
        (
            "Joe Biden will [host](words) the leaders of Japan and the Philippines.",
            "host",
            ["Joe Biden", "Japan", "Philippines"],
        ),
        (
            "Luis Ortega was [hosted](words) by Ana Petrova in Geneva.",
            "host",
            ["Ana Petrova", "Luis Ortega"],
        ),
    ],
)
def test_a_contact_has_its_type_words_and_participants(
    read: Read, marked: str, contact_type: str, who: list[str]
) -> None:
    text, parts = parsed(marked)
    [contact] = read(text).contacts
    shown = contact.tellings[0]
    assert contact.entry.contact_type == contact_type
    assert text[shown.start : shown.end] == parts["words"][0]
    assert names(contact) == who


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova met the deadline.",
        "Ana Petrova met with criticism.",
        "Ana Petrova's plan was met by a storm of protest.",
        "Ana Petrova called on Luis Ortega to resign.",
        "Ana Petrova called Luis Ortega a liar.",
        "Ana Petrova talks about Kenya.",
        "Luis Ortega, the host of a show, was late.",
        "The museum was visited by thousands of tourists.",
        "Ana Petrova signed the bill.",
        "Ana Petrova received a fine.",
        "Ana Petrova told a news conference that it was late.",
        "Ana Petrova spoke to reporters.",
        "The two companies will meet the new standard.",
        "Ana Petrova called Luis Ortega onto the stage.",
        "Ana Petrova called for Luis Ortega to resign.",
        "Ana Petrova visited the Lincoln Memorial.",
        "Speaking to CNN, Ana Petrova said that it was late.",
        "On Saturday Scotland meet Kenya in Nairobi.",
        "Ana Petrova did not need to meet Luis Ortega.",
        "If Ana Petrova had met Luis Ortega, she would know.",
        "Luis Ortega knew nothing. A man calling himself Luis Ortega wrote it.",
        "God is talking to Luis Ortega.",
    ],
)
def test_other_senses_are_no_contacts(read: Read, text: str) -> None:
    assert read(text).contacts == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ana Petrova met Luis Ortega.", "happened"),
        ("Ana Petrova has met Luis Ortega.", "happened"),
        ("Ana Petrova will meet Luis Ortega.", "planned"),
        ("Ana Petrova is expected to meet Luis Ortega.", "planned"),
        ("Ana Petrova was scheduled to host Luis Ortega.", "planned"),
        ("Ana Petrova plans to meet Luis Ortega.", "planned"),
        ("Ana Petrova may meet Luis Ortega.", "possible"),
        ("Ana Petrova wants to meet Luis Ortega.", "possible"),
        ("Ana Petrova invited Luis Ortega to visit Kenya.", "possible"),
        ("Ana Petrova called off the talks with Luis Ortega.", "cancelled"),
        ("Ana Petrova has cancelled a planned visit to Kenya.", "cancelled"),
        ("Ana Petrova denied meeting Luis Ortega.", "denied"),
        ("Ana Petrova refused to meet Luis Ortega.", "denied"),
        ("Ana Petrova has never met Luis Ortega.", "denied"),
        ("Ana Petrova will not meet Luis Ortega.", "denied"),
        ("Ana Petrova did not rule out talks with Luis Ortega.", "possible"),
        ("Ana Petrova has no plans to meet Luis Ortega.", "denied"),
        ("I do not believe that Ana Petrova met Luis Ortega.", "denied"),
        ("At times Ana Petrova would meet with Luis Ortega.", "happened"),
        ("Ana Petrova was traveling to Nairobi to visit Luis Ortega.", "planned"),
        ("The deal will hold if Ana Petrova meets Luis Ortega.", "possible"),
    ],
)
def test_the_clause_tells_the_status(read: Read, text: str, status: str) -> None:
    [contact] = read(text).contacts
    assert contact.status == status


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("Ana Petrova met Luis Ortega on Monday.", MONDAY, "explicit"),
        ("Ana Petrova was scheduled to host Luis Ortega on Wednesday.", WEDNESDAY, "explicit"),
        ("Ana Petrova met Luis Ortega.", TUESDAY, "published"),
        ("Ana Petrova had met Luis Ortega.", None, "unknown"),
        ("Ana Petrova may meet Luis Ortega.", None, "unknown"),
        ("It rained on Monday. Ana Petrova met Luis Ortega there.", MONDAY, "inherited"),
        ("On Monday Ana Petrova cancelled a trip to Kenya.", None, "unknown"),
    ],
)
def test_the_day_says_where_it_comes_from(
    read: Read, text: str, day: date | None, basis: str
) -> None:
    [contact] = read(text).contacts
    assert (contact.day.first, contact.day.basis) == (day, basis)


def test_without_the_article_s_day_nothing_is_made_up(read: Read) -> None:
    [contact] = read("Ana Petrova met Luis Ortega.", None).contacts
    assert contact.day.basis == "unknown"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ana Petrova met Luis Ortega in Geneva.", "Geneva"),
        ("Ana Petrova visited Kenya.", "Kenya"),
        ("Ana Petrova flew to Nairobi for talks with Luis Ortega.", "Nairobi"),
        ("Ana Petrova met Luis Ortega.", None),
    ],
)
def test_the_place(read: Read, text: str, place: str | None) -> None:
    [contact] = read(text).contacts
    found = contact.place
    assert (text[found.start : found.end] if found else None) == place


def test_roles(read: Read) -> None:
    [host] = read("Ana Petrova hosted Luis Ortega in Geneva.").contacts
    [call] = read("Ana Petrova phoned Luis Ortega.").contacts
    assert roles(host) == ["host", "guest"]
    assert roles(call) == ["caller", "called"]


def test_who_says_that_he_met_is_the_one_who_met(read: Read) -> None:
    [contact] = read("Luis Ortega said that he met Ana Petrova.").contacts
    assert set(names(contact)) == {"Luis Ortega", "Ana Petrova"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Petrova and Ortega met Li Wei.", ["Petrova", "Ortega", "Li Wei"]),
        ("In remarks after meeting Luis Ortega, Ana Petrova repeated her plan.", ["Ana Petrova"]),
        ("Ana Petrova met with Democrats.", ["Ana Petrova", "?"]),
    ],
)
def test_nobody_is_lost_and_nobody_taken_for_one_of_many(
    read: Read, text: str, who: list[str]
) -> None:
    [contact] = read(text).contacts
    assert set(who) <= set(names(contact))
