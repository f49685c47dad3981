from __future__ import annotations

import pytest

from transforms.scoring.links import FoundLink, GoldLink, LinkScores

Span = tuple[int, int]


def gold(
    first: int, last: int, *qids: str, known: bool = True, named: bool = True, within: Span = (0, 0)
) -> GoldLink:
    return GoldLink(
        words=(first, last),
        qids=frozenset(qids),
        is_known=known and bool(qids),
        is_named=named,
        within=frozenset({within} - {(0, 0)}),
    )


def found(first: int, last: int, qid: str | None, *, head: int | None = None) -> FoundLink:
    return FoundLink((first, last), last if head is None else head, qid)


def figures(mine: list[FoundLink], theirs: list[GoldLink]) -> dict[str, float]:
    scores = LinkScores()
    scores.add(mine, theirs)
    return scores.figures()


def test_precision_is_of_those_linked_and_recall_of_those_in_the_reference() -> None:
    result = figures(
        [found(1, 1, "Q1"), found(3, 3, "Q9"), found(5, 5, None)],
        [gold(1, 1, "Q1"), gold(3, 3, "Q3"), gold(5, 5, "Q5"), gold(7, 7, "Q7", known=False)],
    )
    assert result["precision"] == pytest.approx(100 * 1 / 2)
    assert result["recall_known"] == pytest.approx(100 * 1 / 3)
    assert result["recall_all"] == pytest.approx(100 * 1 / 4)


def test_a_link_where_the_gold_has_none_is_wrong() -> None:
    result = figures([found(1, 1, "Q1"), found(3, 3, None)], [gold(1, 1), gold(3, 3), gold(5, 5)])
    assert result["precision"] == 0.0
    assert result["nil_right"] == pytest.approx(100 * 2 / 3)
    assert result["recall_all"] == 0.0


def test_names_apart_from_pronouns_and_descriptions() -> None:
    result = figures(
        [found(1, 1, "Q1"), found(3, 3, "Q9")], [gold(1, 1, "Q1"), gold(3, 3, "Q1", named=False)]
    )
    assert (result["precision"], result["recall_known"]) == (50.0, 50.0)
    assert (result["named_precision"], result["named_recall_known"]) == (100.0, 100.0)


@pytest.mark.parametrize(
    ("mine", "right"),
    [
        (found(2, 3, "Q1"), True),
        (found(1, 3, "Q1"), True),
        (found(3, 3, "Q1"), True),
        (found(2, 2, "Q1"), False),
        (found(2, 4, "Q1"), False),
        (found(0, 3, "Q1", head=0), False),
        (found(2, 3, "Q1", head=2), True),
    ],
)
def test_a_span_may_be_wider_or_narrower_up_to_the_same_head(mine: FoundLink, right: bool) -> None:
    assert (figures([mine], [gold(2, 3, "Q1")])["recall_all"] == 100.0) is right


def test_the_closest_of_two_found_mentions_answers() -> None:
    result = figures([found(3, 3, "Q9"), found(2, 3, "Q1")], [gold(2, 3, "Q1")])
    assert (result["precision"], result["recall_all"]) == (100.0, 100.0)


def test_what_the_gold_does_not_have_is_not_judged() -> None:
    assert figures([found(1, 1, "Q1"), found(8, 8, "Q8")], [gold(1, 1, "Q1")])["precision"] == 100.0


def test_a_narrower_reading_that_was_found_stands_for_the_wider() -> None:
    wide, narrow = gold(1, 3, "Q1"), gold(1, 1, "Q2", within=(1, 3))
    assert figures([found(1, 1, "Q2")], [wide, narrow])["recall_all"] == 100.0
    assert figures([found(1, 1, "Q1")], [wide, narrow])["recall_all"] == 100.0
    assert figures([found(1, 3, "Q1")], [wide, narrow])["recall_all"] == 100.0
    assert figures([found(1, 1, "Q9")], [wide, narrow])["precision"] == 0.0


def test_of_readings_none_of_which_was_found_one_was_missed() -> None:
    readings = [gold(1, 3, "Q1"), gold(1, 1, "Q2", within=(1, 3))]
    result = figures([found(8, 8, "Q8")], [*readings, gold(8, 8, "Q8")])
    assert result["recall_all"] == pytest.approx(100 * 1 / 2)


def test_nothing_found_is_no_division() -> None:
    assert set(LinkScores().figures().values()) == {0.0}
