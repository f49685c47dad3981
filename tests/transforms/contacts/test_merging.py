"""The same contact told twice is one; another contact is another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from transforms.extraction import ReadArticle

Read = Callable[..., ReadArticle]


def test_a_contact_that_is_told_again_is_one(read: Read) -> None:
    [contact] = read(
        "Ana Petrova and Luis Ortega met in Geneva on Monday. Ms. Petrova's talks with Mr. Ortega "
        "lasted an hour. The meeting was cordial."
    ).contacts
    assert len(contact.tellings) == 3
    assert contact.day.basis == "explicit"


def test_a_visitor_s_visit_is_that_of_the_meeting(read: Read) -> None:
    [contact] = read(
        "Ana Petrova and Luis Ortega met in Geneva on Monday. Ms. Petrova's visit was short."
    ).contacts
    assert contact.entry.contact_type == "meet"
    assert len(contact.tellings) == 2


def test_a_day_that_a_later_telling_gives_is_inherited(read: Read) -> None:
    [contact] = read(
        "Ana Petrova met Luis Ortega and Li Wei. Ms. Petrova met Mr. Ortega on Monday."
    ).contacts
    assert (contact.day.first, contact.day.basis) == (date(2024, 4, 8), "inherited")


def test_others_another_day_or_another_status_are_another_contact(read: Read) -> None:
    assert (
        len(
            read(
                "Ana Petrova met Luis Ortega on Monday. Ana Petrova met Li Wei on Monday. "
                "Ana Petrova met Luis Ortega on Tuesday. Ana Petrova refused to meet Luis Ortega."
            ).contacts
        )
        == 4
    )


def test_what_only_points_back_is_no_contact_by_itself(read: Read) -> None:
    assert read("The talks were long. The visit was short.").contacts == []
