from __future__ import annotations

import pytest

from transforms.scoring.coreference import Cluster, ClusterScores, CoreferenceScores, ScoredMention


def clusters(text: str) -> list[Cluster]:
    """Clusters of one-letter mentions: `a bc` is one of a alone and one of b and c."""
    return [frozenset((ord(letter), ord(letter)) for letter in part) for part in text.split()]


def scored(found: str, gold: str) -> ClusterScores:
    scores = ClusterScores()
    scores.add(clusters(found), clusters(gold))
    return scores


def mentions(text: str) -> list[ScoredMention]:
    """Mentions from `word:type:cluster` or `word:type:cluster<antecedent`."""
    result = []
    for part in text.split():
        described, _, antecedent = part.partition("<")
        word, mention_type, cluster = described.split(":")
        result.append(
            ScoredMention(
                words=(int(word), int(word)),
                mention_type=mention_type,
                cluster=int(cluster),
                antecedent=(int(antecedent), int(antecedent)) if antecedent else None,
            )
        )
    return result


def figures(found: str, gold: str) -> dict[str, float]:
    scores = CoreferenceScores()
    scores.add(mentions(found), mentions(gold))
    return scores.figures()


GOLD = "1:name:0 5:nominal:0 9:pronoun:0 12:name:1 15:pronoun:1"


@pytest.mark.parametrize(
    ("found", "muc", "b3", "ceafe"),
    [
        ("a bc def", (1, 1), (1, 1), (1, 1)),
        ("a de", (1 / 3, 1), (7 / 18, 1), (0.6, 0.9)),
        ("a bcx defy z", (1, 3 / 5), (1, (4 + 7 / 12) / 9), (2.657 / 3, 2.657 / 4)),
        ("a bcx dy z", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (2.2 / 3, 2.2 / 4)),
        ("a bcxu dy z", (1 / 3, 1 / 4), (5 / 9, 5 / 16), (2.067 / 3, 2.067 / 4)),
        ("a bcx dy uz", (1 / 3, 1 / 4), (5 / 9, 17 / 48), (2.2 / 3, 2.2 / 4)),
    ],
)
def test_the_cases_of_the_conll_scorer(
    found: str, muc: tuple[float, float], b3: tuple[float, float], ceafe: tuple[float, float]
) -> None:
    result = scored(found, "a bc def")
    for sums, (recall, precision) in ((result.muc, muc), (result.b3, b3), (result.ceafe, ceafe)):
        assert sums.recall == pytest.approx(100 * recall, abs=0.02)
        assert sums.precision == pytest.approx(100 * precision, abs=0.02)


@pytest.mark.parametrize(
    ("found", "muc", "b3", "ceafe"),
    [
        ("12345 6789ABC", 94.7, 86.5, 73.3),
        ("1234589ABC 67", 94.7, 73.7, 66.7),
        ("123456789ABC", 90.0, 54.5, 29.4),
        ("1 2 3 4 5 6 7 8 9 A B C", 0.0, 40.0, 17.8),
    ],
)
def test_the_table_of_luo_2005(found: str, muc: float, b3: float, ceafe: float) -> None:
    result = scored(found, "12345 67 89ABC")
    assert result.muc.f1 == pytest.approx(muc, abs=0.05)
    assert result.b3.f1 == pytest.approx(b3, abs=0.05)
    assert result.ceafe.f1 == pytest.approx(ceafe, abs=0.05)
    assert result.conll_f1 == pytest.approx((muc + b3 + ceafe) / 3, abs=0.05)


def test_the_chain_of_vilain_1995_that_was_broken_once() -> None:
    muc = scored("ab cd", "abcd").muc
    assert muc.recall == pytest.approx(100 * 2 / 3)
    assert muc.precision == 100.0


def test_sums_run_over_all_articles() -> None:
    scores = ClusterScores()
    scores.add(clusters("abc"), clusters("abc"))
    scores.add([], clusters("de"))
    assert scores.muc.recall == pytest.approx(100 * 2 / 3)
    assert scores.b3.recall == pytest.approx(100 * 3 / 5)
    assert scores.ceafe.recall == pytest.approx(100 * 1 / 2)
    assert scores.mentions.f1 == pytest.approx(100 * 2 * 3 / (3 + 5))


def test_the_gold_itself_is_all_right() -> None:
    linked = "1:name:0 5:nominal:0<1 9:pronoun:0<5 12:name:1 15:pronoun:1<12 20:name:1<15"
    assert set(figures(linked, linked).values()) == {100.0}


def test_what_stands_alone_counts_on_neither_side() -> None:
    pair = "1:name:0 5:pronoun:0<1"
    result = figures(f"{pair} 7:nominal:1", f"{pair} 9:nominal:1")
    assert (result["conll_f1"], result["mention_f1"]) == (100.0, 100.0)


def test_of_mentions_with_the_same_words_the_first_counts() -> None:
    result = figures("1:name:0 5:pronoun:0<1 5:nominal:3 9:name:3", "1:name:0 5:pronoun:0")
    assert result["mention_f1"] == 100.0


def test_a_link_is_right_to_any_earlier_mention_of_the_gold_cluster() -> None:
    result = figures("1:name:0 5:nominal:0<1 9:pronoun:0<1", GOLD)
    assert result["nominal_f1"] == 100.0
    assert result["pronoun_f1"] == pytest.approx(100 * 2 * 1 / (1 + 2))


def test_a_link_to_another_cluster_or_to_no_mention_is_wrong() -> None:
    result = figures("1:name:0 12:name:0<1 15:pronoun:0<1 9:pronoun:2<7 7:nominal:2", GOLD)
    assert (result["name_f1"], result["pronoun_f1"]) == (0.0, 0.0)


def test_the_first_of_a_cluster_needs_no_link_but_one_to_a_later_mention_is_right() -> None:
    result = figures("1:pronoun:0<5 5:name:0", "1:pronoun:0 5:name:0")
    assert (result["pronoun_f1"], result["name_f1"]) == (0.0, 0.0)
    scores = CoreferenceScores()
    scores.add(mentions("1:pronoun:0<5 5:name:0"), mentions("1:pronoun:0 5:name:0"))
    assert (scores.links["pronoun"].precision, scores.links["pronoun"].gold) == (100.0, 0)


def test_precision_is_by_the_found_type_and_recall_by_the_gold_type() -> None:
    scores = CoreferenceScores()
    scores.add(mentions("1:name:0 5:name:0<1"), mentions("1:name:0 5:nominal:0"))
    assert (scores.links["name"].precision, scores.links["name"].gold) == (100.0, 0)
    assert (scores.links["nominal"].recall, scores.links["nominal"].found) == (100.0, 0)


def test_talking_genres_are_scored_once_more_where_there_are_any() -> None:
    scores = CoreferenceScores()
    pair = mentions("1:name:0 5:pronoun:0<1")
    scores.add([], pair, genre="voyage")
    assert "news_speech_interview_conll_f1" not in scores.figures()
    scores.add(pair, pair, genre="speech")
    assert scores.figures()["news_speech_interview_conll_f1"] == 100.0
    assert scores.figures()["conll_f1"] == pytest.approx(100 * 2 / 3)


def test_nothing_found_and_no_gold_is_no_division() -> None:
    assert set(CoreferenceScores().figures().values()) == {0.0}
