"""Rules for seasons and holidays."""

from __future__ import annotations

from typing import Final

from transforms.times.anchors import Anchor, dated
from transforms.times.dates import when, year_of
from transforms.times.feasts import feast
from transforms.times.grammar import YEAR, Found, Rule, rules
from transforms.times.model import Reading, calendar
from transforms.times.periods import Period
from transforms.times.tense import Tense

_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_IN_TIME: Final = frozenset({"in", "since", "until", "by", "from", "to", "and", "early", "late"})


def _season_year(found: Found, _: Anchor) -> Reading | None:
    year = year_of(found, "y")
    return calendar(dated("season", year, found.number("s") or 3, 1)) if year else None


def _season_of(found: Found, anchor: Anchor) -> Reading | None:
    if found.unit("u") != "year":
        return None
    year = anchor.this("year", {"this": 0, "last": -1, "next": 1}[found.kind("r")])
    first = found.number("s") or 3
    return calendar(dated("season", year.first.year, first, 1) if year else None, "season")


def _season(found: Found, anchor: Anchor) -> Reading | None:
    first = found.number("s") or 3
    tag = anchor.tag(found.last_word)
    if not tag.startswith("NN") or found.behind() in ("of", "hyphen"):
        return None
    if first in (3, 9) and not found.has("the") and found.before() not in _IN_TIME:
        return None
    period = anchor.nearest("season", first, 1, when(found, anchor))
    return calendar(period, "season")


def _season_beside(found: Found, anchor: Anchor) -> Reading | None:
    first, kind = found.number("s") or 3, found.kind("r")
    own = when(found, anchor)
    if anchor.today is None:
        return calendar(None, "season")
    now = Period.of("season", anchor.today.first)
    if kind == "this":
        return calendar(anchor.nearest("season", first, 1, own), "season")
    period = anchor.nearest("season", first, 1, "future" if kind in ("next", "coming") else "past")
    if period == now and kind != "past":
        period = anchor.this("season", 4 if kind in ("next", "coming") else -4)
    return calendar(period, "season")


def _feast(found: Found, anchor: Anchor) -> Reading | None:
    values = [found.tokens.values[i] for i in range(found.first, found.end)]
    words = [_WEEKDAYS[value] if isinstance(value, int) else str(value) for value in values]
    beside = {"last": "past", "next": "future"}.get(words[0].lower())
    if words[0].lower() in ("this", "last", "next"):
        words = words[1:]
    name = " ".join(word for word in words if word[0] not in "'’").lower()
    if anchor.today is None:
        return feast(name, None)
    around = range(anchor.today.first.year - 1, anchor.today.first.year + 2)
    days = [each for year in around if (each := feast(name, year)) and each.period]
    near = beside is None
    own: Tense | None = "past" if beside == "past" else "future" if beside else when(found, anchor)
    nearest = anchor.closest([each.period for each in days if each.period], own, near=near)
    return calendar(nearest) if nearest else None


_TO_YEAR: Final = "((hyphen|slash) (int12|int24|int31|int99))?"

SEASONS: Final[list[Rule]] = [
    *rules("season_of_year", _season_year, f"(the)? s=season (of|comma)? y={YEAR} {_TO_YEAR}"),
    *rules("season_of_year", _season_of, "(the)? s=season of? r=(this|last|next) u=unit"),
    *rules("season", _season, "(the=the)? s=season"),
    *rules("season_beside", _season_beside, "(the|this)? r=(this|last|next|past|coming) s=season"),
    *rules(
        "feast",
        _feast,
        "(this|last|next)? feast (weekday|unit|eve)?",
        "named (unit|weekday)",
        "new unit possessive? (unit|eve)",
    ),
]
