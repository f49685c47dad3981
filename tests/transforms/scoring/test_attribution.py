from __future__ import annotations

import pytest

from transforms.scoring.attribution import AttributionScores, ScoredStatement


def statement(source: str, cue: str, content: str, *, quoted: bool = False) -> ScoredStatement:
    """A statement from word numbers such as `1-3 7`."""

    def numbers(text: str) -> frozenset[int]:
        ends = [part.split("-") for part in text.split()]
        return frozenset(n for end in ends for n in range(int(end[0]), int(end[-1]) + 1))

    return ScoredStatement(
        source=numbers(source), cue=numbers(cue), content=numbers(content), quoted=quoted
    )


def figures(found: list[ScoredStatement], gold: list[ScoredStatement]) -> dict[str, float]:
    scores = AttributionScores()
    scores.add(found, gold)
    return scores.figures()


GOLD = statement("0-1", "2", "3-10")


def test_the_gold_itself_is_all_right() -> None:
    assert set(figures([GOLD], [GOLD]).values()) == {0.0, 100.0}
    assert figures([GOLD], [GOLD])["content_direct_f1"] == 0.0


def test_a_content_that_is_half_the_same_is_one_statement_but_not_an_exact_span() -> None:
    result = figures([statement("0-1", "2", "3-6")], [GOLD])
    assert result["statement_f1"] == 100.0
    assert result["exact_content_f1"] == 0.0
    assert result["token_content_f1"] == pytest.approx(100 * 2 * 4 / (4 + 8))


def test_less_than_half_is_another_statement() -> None:
    assert figures([statement("0-1", "2", "3-5")], [GOLD])["statement_f1"] == 0.0


def test_a_wrong_source_spoils_the_statement_and_counts_against_the_sources() -> None:
    result = figures([statement("20", "2", "3-10")], [GOLD])
    assert result["statement_f1"] == 0.0
    assert result["statement_f1_without_source"] == 100.0
    assert result["source_right"] == 0.0


def test_no_source_is_right_where_the_gold_has_none() -> None:
    bare = statement("", "2", "3-10")
    assert figures([bare], [bare])["source_right"] == 100.0
    assert figures([bare], [GOLD])["source_right"] == 0.0


def test_two_found_for_one_gold_are_one_right_and_one_wrong() -> None:
    result = figures([GOLD, statement("0-1", "2", "3-9")], [GOLD])
    assert (result["statement_precision"], result["statement_recall"]) == (50.0, 100.0)


def test_pieces_are_spans_of_their_own() -> None:
    split = statement("0", "1", "3-5 8-9")
    assert figures([split], [statement("0", "1", "3-5")])["exact_content_f1"] == pytest.approx(
        100 * 2 / 3
    )


def test_direct_and_indirect_contents_apart() -> None:
    direct, indirect = statement("0", "1", "2-5", quoted=True), statement("10", "11", "12-15")
    result = figures([direct], [direct, indirect])
    assert result["content_direct_f1"] == 100.0
    assert result["content_indirect_f1"] == 0.0
