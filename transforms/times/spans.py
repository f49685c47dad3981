"""Rules for durations and sets: `the past two years`, `70-year-old`, `every week`."""

from __future__ import annotations

from typing import Final

from transforms.times.anchors import Anchor
from transforms.times.durations import duration, lasting
from transforms.times.grammar import NUMBER, Found, Rule, count_of, rules
from transforms.times.model import Reading, vague


def _counted(found: Found, anchor: Anchor) -> Reading | None:
    unit, count = found.unit("u"), count_of(found, "n")
    if found.before() == "money" or (unit == "second" and count is None):
        return None
    if unit == "quarter" and found.end - found.first == 3 and found.behind(-2) == "hyphen":
        return None
    if found.kind("n") == "year" and found.kind("u") != "units":
        return None
    if found.has("f") and count is not None:
        count += _fraction(found)
    if anchor.text(found.last_word).istitle() and not anchor.text(found.word).istitle():
        return None
    if (
        (unit, count) == ("day", 1)
        and anchor.tense(found.word) == "future"
        and found.end - found.first == 2
    ):
        return vague("FUTURE_REF")
    return lasting(unit, count, "APPROX" if "couple" in found.kinds("n") else None)


def _range(found: Found, _: Anchor) -> Reading | None:
    """`two or three days`: TimeML has no value for from-to, so the number stays open."""
    return lasting(found.unit("u"), None)


def _or_two(found: Found, _: Anchor) -> Reading | None:
    return lasting(found.unit("u"), 1, "APPROX")


def _fraction(found: Found) -> float:
    """A half, or the one that numbers make: `5 1/2`."""
    values = [found.tokens.values[i] for i in found.span("f")]
    numbers = [value for value in values if isinstance(value, int)]
    return numbers[0] / numbers[1] if len(numbers) == 2 else 0.5


def _age(found: Found, _: Anchor) -> Reading | None:
    """An age is how old somebody is, not when or how long something was: it is passed over."""
    return lasting(found.unit("u"), count_of(found, "n"))


def _more(found: Found, _: Anchor) -> Reading | None:
    """`an additional year`; `another day` is no more than some other one."""
    unit = found.unit("u")
    return None if unit == "day" else lasting(unit, 1)


def _long(found: Found, _: Anchor) -> Reading | None:
    return lasting(found.unit("u"), 1 if found.kind("u") in ("unit", "night") else None)


def _long_word(found: Found, _: Anchor) -> Reading | None:
    return lasting(found.unit("u"), 1)


def _one(found: Found, anchor: Anchor) -> Reading | None:
    """`a year`: how long, or how often (`$33 million a year`)."""
    unit = found.unit("u")
    if unit in ("second", "quarter", "night"):
        return None
    if found.behind() in ("hyphen", "possessive") or anchor.tag(found.last_word)[:2] != "NN":
        return None
    count = 1.5 if found.has("f") else 1
    before = anchor.tag_or_none(found.word - 1)
    is_rate = (
        before in ("NNS", "CD", "NN", "$", "NNP", "NNPS", "RB")
        and found.behind() not in ("before", "after")
        and _is_rate(found, anchor)
    )
    if is_rate and not found.has("f"):
        return Reading(kind="SET", grain=unit, value=duration(unit, 1))
    return lasting(unit, count)


def _is_rate(found: Found, anchor: Anchor) -> bool:
    word = anchor.text(found.word - 1)
    if found.before() in ("big", "percent", "int12", "big_int", "card"):
        return True
    return anchor.tag_or_none(found.word - 1) in ("NNS", "CD", "$", "NN") and word.isalnum()


def _half(found: Found, _: Anchor) -> Reading | None:
    unit = found.unit("u")
    if unit in ("year", "decade"):
        return lasting("month", 6) if unit == "year" else lasting("year", 5)
    return lasting("minute", 30) if unit == "hour" else lasting(unit, 0.5)


def _open(found: Found, anchor: Anchor) -> Reading | None:
    unit, alone = found.unit("u"), found.end - found.first == 1
    if unit in ("second", "night", "quarter") and not found.has("r"):
        return None
    if found.has("the") and not found.has("r") and unit != "year":
        return None
    if anchor.text(found.word - 2).lower() == "matter" or _is_of_day(found, unit):
        return None
    is_told = found.before() not in ("on", "of") and anchor.tag_or_none(found.word - 1) == "IN"
    if alone and unit != "year" and not is_told and found.behind() not in _BESIDE:
        return None
    return lasting(unit, None)


def _is_of_day(found: Found, unit: str) -> bool:
    """`the early hours of Tuesday`: the time is the day."""
    return unit == "hour" and found.before() in ("early", "late") and found.behind() == "of"


def _each(found: Found, _: Anchor) -> Reading | None:
    if found.behind() in _BESIDE:
        return None
    count = count_of(found, "n") if found.has("n") else found.number("o") or 1
    return Reading(kind="SET", grain=found.unit("u"), value=duration(found.unit("u"), count))


def _each_day(found: Found, _: Anchor) -> Reading | None:
    value = f"XXXX-WXX-{(found.number('w') or 0) + 1}"
    if found.has("p"):
        return Reading(kind="SET", grain="part_of_day", value=f"{value}T{found.value('p')}")
    return Reading(kind="SET", grain="day", value=value)


def _each_month(found: Found, _: Anchor) -> Reading | None:
    return Reading(kind="SET", grain="month", value=f"XXXX-{found.number('m') or 0:02}")


def _each_season(found: Found, _: Anchor) -> Reading | None:
    season = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[found.number("s") or 3]
    return Reading(kind="SET", grain="season", value=f"XXXX-{season}")


def _each_part(found: Found, _: Anchor) -> Reading | None:
    part = str(found.value("p"))
    return Reading(kind="SET", grain="part_of_day", value=f"XXXX-XX-XXT{part}")


def _each_weekend(_: Found, __: Anchor) -> Reading | None:
    return Reading(kind="SET", grain="weekend", value="XXXX-WXX-WE")


def _adverb(found: Found, anchor: Anchor) -> Reading | None:
    tag = anchor.tag(found.word)
    if tag == "NN" or (found.value("v") not in ("P1D", "P1W", "PT1H") and tag[:2] != "RB"):
        return None
    value = str(found.value("v"))
    return Reading(kind="SET", grain=_GRAINS[value[-1]], value=value)


_BESIDE: Final = frozenset({"before", "after", "ago", "later", "earlier", "of"})
_GRAINS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"}
_ASIDE: Final = "((the=the)? r=(past|last|next|coming|previous|following|latest|recent))?"
AGE: Final = "age"
"""The name of the rule whose times nobody is told of."""
_A_HALF: Final = "(and hyphen? a hyphen? half)"
_BEYOND: Final = "(more|other|trading|full)?"


def _while(_: Found, __: Anchor) -> Reading | None:
    return Reading(kind="DURATION", grain="vague", value="PXX")


SPANS: Final[list[Rule]] = [
    *rules(
        "duration",
        _counted,
        f"n={NUMBER} hyphen? (f={_A_HALF})? hyphen? u=any_unit",
        f"a n={NUMBER} hyphen u=any_unit period",
        f"(the|these|those)? (past|last|next|coming|th|previous|following|latest)? n={NUMBER}"
        f" hyphen? {_BEYOND} (f=({_A_HALF}|int12 slash int12))? u=any_units",
    ),
    *rules(
        "duration",
        _range,
        f"(the)? (past|last|next|coming|th)? {NUMBER} hyphen? (to|or|hyphen) hyphen?"
        f" {NUMBER} hyphen? {_BEYOND} u=(any_units|any_unit)",
    ),
    *rules("duration", _or_two, "a u=any_unit or card"),
    *rules(
        AGE,
        _age,
        f"n={NUMBER} hyphen? u=any_unit hyphen old",
        f"n={NUMBER} u=any_units old",
    ),
    *rules("duration", _more, "a? additional u=unit"),
    *rules("duration", _long, "u=(any_unit|any_units) hyphen long"),
    *rules("duration", _one, f"a full? u=any_unit hyphen? (f={_A_HALF})?"),
    *rules("duration", _long_word, "u=longword"),
    *rules("duration", _half, "half hyphen? a? u=any_unit"),
    *rules("open_duration", _open, f"{_ASIDE} (few)? u=any_units"),
    *rules("open_duration", _open, "(the=the) u=units"),
    *rules("open_duration", _while, "a while"),
    *rules("set", _each, f"{NUMBER} any_units a u=any_unit"),
    *rules(
        "set",
        _each,
        f"each (n={NUMBER}|o=th|other)? u=(any_unit|any_units)",
        "per u=any_unit",
        f"(once|twice|{NUMBER} times) (a|each) u=any_unit",
    ),
    *rules("set", _each_day, "each w=weekday (p=day_part)?", "w=weekdays", "w=weekday p=day_parts"),
    *rules("set", _each_month, "each m=month"),
    *rules("set", _each_season, "each s=season", "s=seasons"),
    *rules("set", _each_part, "each p=day_part", "p=parts"),
    *rules("set", _each_weekend, "each weekend", "weekends"),
    *rules("set", _adverb, "v=setword"),
]
