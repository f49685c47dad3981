from __future__ import annotations

from datetime import date

from transforms.scoring.times import ScoredTime, TimeScores, found_times, gold_times
from transforms.times.model import Time


def test_strict_and_relaxed_extents_types_and_values() -> None:
    scores = TimeScores()
    gold = [
        ScoredTime(0, 7, "DATE", "2024-04-09"),
        ScoredTime(10, 20, "DURATION", "P2Y"),
        ScoredTime(30, 40, "DATE", "2024"),
        ScoredTime(50, 60, "SET", "P1W"),
    ]
    found = [
        ScoredTime(0, 7, "DATE", "2024-04-09"),
        ScoredTime(14, 20, "DURATION", "P2Y"),
        ScoredTime(30, 40, "TIME", "2023"),
        ScoredTime(70, 80, "DATE", "2024"),
    ]
    scores.add(found, gold)
    figures = scores.figures()
    assert figures["strict_f1"] == 50
    assert figures["relaxed_f1"] == 75
    assert round(figures["type_accuracy"], 1) == 66.7
    assert figures["value_f1"] == 50


def test_one_found_time_stands_for_one_gold_time() -> None:
    scores = TimeScores()
    halves = [ScoredTime(0, 5, "DATE", "1998"), ScoredTime(6, 11, "DATE", "1999")]
    scores.add([ScoredTime(0, 11, "DATE", "1998")], halves)
    assert scores.relaxed.right == 1


def test_values_that_say_the_same_in_other_letters() -> None:
    scores = TimeScores()
    pairs = [("2000-W07", "2000-W7"), ("1949", "1949-XX"), ("199", "199X"), ("T17:00", "T17")]
    for start, (mine, theirs) in enumerate(pairs):
        place = (10 * start, 10 * start + 5, "DATE")
        scores.add([ScoredTime(*place, mine)], [ScoredTime(*place, theirs)])
    scores.add([ScoredTime(0, 5, "DATE", "2000-W07")], [ScoredTime(0, 5, "DATE", "2000-W17")])
    assert (scores.values.right, scores.meanings.right) == (0, 4)


def test_found_and_gold_times_are_scored_as_they_stand() -> None:
    day = date(2024, 4, 9)
    clock = Time(
        start=3,
        end=10,
        kind="TIME",
        value="2024-04-09T22:00",
        starts_on=day,
        ends_on=day,
        grain="hour",
        modifier=None,
        method="clock",
    )
    gold = gold_times({"timexes": [[3, 10, "TIME", "2024-04-09T22:00"]]})
    assert found_times([clock]) == gold
