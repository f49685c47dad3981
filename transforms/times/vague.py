"""Rules for what stays open (`now`, `recently`) and for `the year` that needs no other word."""

from __future__ import annotations

from typing import Final

from transforms.times.anchors import Anchor
from transforms.times.durations import lasting
from transforms.times.grammar import Found, Rule, rules
from transforms.times.model import Reading, calendar, vague


def _unit_told(found: Found, anchor: Anchor) -> Reading | None:
    """`the year`, `the full year`, `the month`, `the week`: the one that the article is in."""
    unit = found.unit("u")
    if unit not in ("year", "month", "week") or found.behind() in ("of", "hyphen", "ended"):
        return None
    if found.behind() in ("ago", "earlier", "before", "after", "possessive"):
        return None
    period = anchor.this(unit)
    return calendar(period, unit)


def _business_year(found: Found, _: Anchor) -> Reading | None:
    if not found.has("fiscal") and found.behind() != "ended":
        return None
    unit = found.unit("u")
    return lasting(unit, 1) if unit in ("year", "month", "week") else None


def _soon(found: Found, anchor: Anchor) -> Reading | None:
    beside = found.before() == "as" or found.behind() in ("as", "after")
    return None if beside or anchor.tense(found.word) == "past" else vague("FUTURE_REF")


def _moment(found: Found, anchor: Anchor) -> Reading | None:
    """`at the moment`; `the moment` alone is a point of the story."""
    is_at = found.before() == "at" or anchor.text(found.word - 1).lower() == "for"
    past = found.kinds_all()[0] == "that"
    return vague("PAST_REF" if past else "PRESENT_REF") if is_at else None


def _some_time(found: Found, _: Anchor) -> Reading | None:
    return Reading(kind="DURATION", grain="vague", value="PXX") if found.before() != "at" else None


def _that_time(found: Found, anchor: Anchor) -> Reading | None:
    """`at that time`, or `at the time` where no clause or `of` tells which: one that is past."""
    if found.kinds_all()[0] == "that":
        return vague("PAST_REF") if found.before() in ("at", "by", "since", "until") else None
    is_told = anchor.tag_or_none(found.last_word + 1) in ("WRB", "NNP", "PRP", "DT", "IN")
    return vague("PAST_REF") if found.before() == "at" and not is_told else None


def _ahead(found: Found, _: Anchor) -> Reading | None:
    return lasting(found.unit("u"), None)


def _opening(found: Found, anchor: Anchor) -> Reading | None:
    return vague("PAST_REF") if anchor.text(found.word)[0].isupper() else None


def _the_past(found: Found, anchor: Anchor) -> Reading | None:
    is_noun = found.end - found.first > 1 and anchor.tag(found.last_word).startswith("NN")
    return vague("PAST_REF") if is_noun else None


VAGUE: Final[list[Rule]] = [
    *rules("vague", lambda _, __: vague("PRESENT_REF"), "now", "currently", "current"),
    *rules("vague", lambda _, __: vague("PRESENT_REF"), "these units", "the present"),
    *rules("open_duration", _some_time, "some time"),
    *rules("vague", _that_time, "(the|that) time"),
    *rules("vague", _moment, "(the|this|that) moment"),
    *rules("vague", lambda _, __: vague("FUTURE_REF"), "the (near|short) term"),
    *rules("open_duration", _ahead, "the u=any_units ahead"),
    *rules("vague", lambda _, __: vague("PAST_REF"), "(more)? recently", "recent"),
    *rules("vague", _opening, "previously"),
    *rules("vague", _the_past, "the (recent)? past", "past"),
    *rules("vague", _soon, "soon"),
    *rules("vague", lambda _, __: vague("FUTURE_REF"), "the (near)? future"),
    *rules("business_year", _business_year, "the (fiscal=fiscal)? u=unit"),
    *rules("unit_told", _unit_told, "the (full)? u=unit"),
]
