"""Sources that names head, and names that the model passed over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.speakers import Speakers

Told = Callable[..., list[str]]
Read = Callable[..., list[Speakers]]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("[Ann Lee|PERSON]", "Ann Lee (name)"),
        ("Mayor [Ann Lee|PERSON], a former teacher,", "Ann Lee (name)"),
        ("The mayor of [Oslo|LOC], [Ann Lee|PERSON],", "Ann Lee (name)"),
        ("One of them, the pharmacist [Ann Lee|PERSON],", "Ann Lee (name)"),
        ("[Ann Lee|PERSON] and [Jan Bos|PERSON]", "Ann Lee, Jan Bos (name)"),
        ("[OSLO|LOC], [Norway|LOC] - [Ann Lee|PERSON]", "Ann Lee (name)"),
    ],
)
def test_a_name_that_heads_the_source_speaks(told: Told, source: str, speaker: str) -> None:
    assert told(f"<s1>{source}</s1> <q1>said</q1> <c1>that it rained</c1>.") == [speaker]


@pytest.mark.parametrize(
    "source",
    [
        "A spokesman for [Ann Lee|PERSON]",
        "[Ann Lee|PERSON]'s lawyers",
        "Supporters of [Ann Lee|PERSON]",
        "[OSLO|LOC], [Norway|LOC] - Officials",
        "the army and [Ann Lee|PERSON]",
        "Critics like [Jan Bos|PERSON], [Republican|MISC] of [Iowa|LOC],",
    ],
)
def test_a_name_inside_a_description_does_not(told: Told, source: str) -> None:
    assert told(f"<s1>{source}</s1> <q1>said</q1> <c1>that it rained</c1>.") == ["unknown:nominal"]


def test_a_name_that_may_be_several_people_is_ambiguous(told: Told) -> None:
    marked = (
        "[Ann Lee|PERSON] met [Jan Lee|PERSON]. "
        "<s1>[Lee|PERSON]</s1> <q1>said</q1> <c1>that it rained</c1>."
    )
    assert told(marked) == ["unknown:ambiguous"]


def test_an_unmarked_name_is_the_one_marked_before(told: Told, read: Read) -> None:
    marked = (
        "[Ann Lee|PERSON] came late. <s1>Lee</s1> <q1>said</q1> <c1>that it rained</c1>. "
        "<s2>Lee Mills</s2> <q2>says</q2> <c2>it will rain again</c2>."
    )
    assert told(marked) == ["Ann Lee (name)", "unknown:nominal"]
    assert [name.name.start for name in read(marked)[0].names] == [0]


def test_no_source_is_nobody(told: Told) -> None:
    assert told("<q1>Asked about</q1> <c1>the rain</c1>, all fell silent.") == ["unknown:no_source"]
