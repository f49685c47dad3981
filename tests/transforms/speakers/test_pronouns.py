"""He, she, who, I, they: whom they go back to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]


def test_he_is_the_man_who_spoke_last(told: Told) -> None:
    marked = (
        "<s1>[Tom Bos|PERSON]</s1> <q1>said</q1> <c1>that it rained</c1>. "
        '<s2>He</s2> <q2>added</q2> <c2>that it would stop</c2>.\n\n<c3>"Soon,"</c3> <s3>he</s3> '
        "<q3>said</q3>."
    )
    assert told(marked) == ["Tom Bos (name)", "Tom Bos (pronoun)", "Tom Bos (pronoun)"]


def test_gender_tells_two_speakers_apart(told: Told) -> None:
    marked = (
        "<s1>[Tom Bos|PERSON]</s1> <q1>told</q1> [Mary Lee|PERSON] <c1>that it rained</c1>. "
        '<c2>"So it does,"</c2> <s2>she</s2> <q2>said</q2>. <s3>He</s3> <q3>agreed</q3> '
        "<c3>with her</c3>."
    )
    assert told(marked)[1:] == ["Mary Lee (pronoun)", "Tom Bos (pronoun)"]


def test_a_title_says_the_gender_that_a_given_name_does_not(told: Told) -> None:
    marked = (
        "[Wxyz Qorbin|PERSON] met [Tom Bos|PERSON]. <s1>[Ms. Qorbin|PERSON]</s1> <q1>said</q1> "
        "<c1>that it rained</c1>. <s2>She</s2> <q2>added</q2> <c2>that it was cold</c2>."
    )
    assert told(marked)[1] == "Wxyz Qorbin (pronoun)"


def test_of_two_men_alike_nobody_is_chosen(told: Told) -> None:
    marked = (
        "<s1>[Tom Bos|PERSON]</s1> <q1>said</q1> <c1>[Paul Mills|PERSON] was right when "
        "<s2>he</s2> <q2>said</q2> <c2>that it rained</c2></c1>."
    )
    assert told(marked)[1] == "unknown:pronoun"


def test_whom_the_content_names_is_not_the_speaker(told: Told) -> None:
    marked = (
        "<s1>[Tom Bos|PERSON]</s1> <q1>said</q1> <c1>that it rained</c1>. [Paul Mills|PERSON] "
        "listened. <s2>He</s2> <q2>called</q2> <c2>[Mills|PERSON] a fool</c2>."
    )
    assert told(marked)[1] == "Tom Bos (pronoun)"


def test_somebody_without_a_name_is_in_the_way(told: Told) -> None:
    marked = (
        "<s1>[Tom Bos|PERSON]</s1> <q1>said</q1> <c1>that it rained</c1>. "
        "<s2>A diplomat</s2> <q2>denied</q2> <c2>this</c2>. "
        "<s3>He</s3> <q3>said</q3> <c3>it had snowed</c3>."
    )
    assert told(marked)[1:] == ["unknown:nominal", "unknown:pronoun"]


def test_a_pronoun_in_somebodys_words_is_somebody_else(told: Told) -> None:
    marked = (
        '<c1>"<s2>He</s2> <q2>thinks</q2> <c2>that it rained</c2>,"</c1> '
        "<s1>[Tom Bos|PERSON]</s1> <q1>said</q1>."
    )
    assert told(marked) == ["Tom Bos (name)", "unknown:pronoun"]


def test_who_speaks_at_the_end_may_be_meant_before(told: Told) -> None:
    marked = (
        "<c1><s2>He</s2> <q2>believes</q2> <c2>that it rained</c2></c1>, "
        "<s1>[Tom Bos|PERSON]</s1> <q1>said</q1>."
    )
    assert told(marked)[1] == "Tom Bos (pronoun)"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("They met [Tom Bos|PERSON], ", "Tom Bos (relative)"),
        ("They met [Tom Bos|PERSON], a baker from [Oslo|LOC], ", "Tom Bos (relative)"),
        ("They met [Tom Bos|PERSON] (D-Mass.), ", "Tom Bos (relative)"),
        ("They met supporters of [Tom Bos|PERSON] ", "unknown:pronoun"),
        ("They met people ", "unknown:pronoun"),
    ],
)
def test_who_is_the_person_right_before(told: Told, before: str, speaker: str) -> None:
    assert told(f"{before}<s1>who</s1> <q1>said</q1> <c1>that it rained</c1>.") == [speaker]


def test_i_is_whose_quotation_it_is(told: Told) -> None:
    marked = (
        '<c1>"<s2>I</s2> <q2>hope</q2> <c2>that it rains</c2>,"</c1> '
        "<s1>[Tom Bos|PERSON]</s1> <q1>said</q1>. <s3>I</s3> <q3>doubt</q3> <c3>it</c3>."
    )
    assert told(marked)[1:] == ["Tom Bos (first_person)", "unknown:pronoun"]


def test_they_are_those_who_spoke_together(told: Told) -> None:
    marked = (
        "<s1>[Ann Lee|PERSON] and [Tom Bos|PERSON]</s1> <q1>said</q1> <c1>that it rained</c1>. "
        "<s2>They</s2> <q2>added</q2> <c2>that it was cold</c2>."
    )
    assert told(marked)[1] == "Ann Lee, Tom Bos (pronoun)"


def test_it_is_a_body_and_never_a_person(told: Told) -> None:
    body = (
        "<s1>The [European Union|ORG]</s1> <q1>said</q1> <c1>that <s2>it</s2> <q2>hopes</q2> "
        "<c2>for rain</c2></c1>."
    )
    assert told(body)[1] == "European Union (pronoun)"
    assert told(body.replace("The [European Union|ORG]", "[Ann Lee|PERSON]"))[1] == (
        "unknown:pronoun"
    )
