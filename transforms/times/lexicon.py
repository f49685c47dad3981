"""The words that times are made of: each has one class, which the grammar names, and a value."""

from __future__ import annotations

from typing import Final

Value = int | str

_MONTHS: Final = (
    "january february march april may june july august september october november december"
)
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday"
_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_UNITS: Final = {
    "second": "second",
    "minute": "minute",
    "min": "minute",
    "hour": "hour",
    "hr": "hour",
    "day": "day",
    "weekday": "day",
    "night": "night",
    "week": "week",
    "wk": "week",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "yr": "year",
    "decade": "decade",
    "century": "century",
    "millennium": "millennium",
}
_SEASONS: Final = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_PARTS: Final = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "daytime": "DT",
    "midmorning": "MO",
    "midafternoon": "AF",
    "lunchtime": "MI",
    "dawn": "DA",
    "daybreak": "DA",
    "dusk": "EV",
}
_SETS: Final = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biennial": "P2Y",
    "hourly": "PT1H",
}
_DECADES: Final = {
    name: 10 * number
    for number, name in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}

_WORDS: Final = {
    "the": "the",
    "a": "a an",
    "of": "of",
    "in": "in into",
    "and": "and & amp",
    "to": "to through",
    "or": "or",
    "at": "at",
    "on": "on",
    "from": "from",
    "since": "since",
    "until": "until till",
    "by": "by",
    "than": "than",
    "more": "more",
    "less": "less fewer",
    "least": "least",
    "most": "most",
    "no": "no not",
    "up": "up",
    "as": "as",
    "about": "about approximately roughly circa",
    "some": "some",
    "around": "around",
    "nearly": "nearly almost",
    "over": "over",
    "additional": "additional another extra further",
    "this": "this",
    "that": "that",
    "these": "these",
    "those": "those",
    "its": "its his her their our my your",
    "last": "last",
    "next": "next",
    "past": "past",
    "coming": "coming upcoming",
    "previous": "previous prior preceding",
    "following": "following ensuing",
    "current": "current",
    "present": "present",
    "latest": "latest",
    "recent": "recent",
    "same": "same",
    "corresponding": "corresponding comparable",
    "full": "full whole entire",
    "other": "other",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "end": "end close",
    "start": "start beginning outset",
    "middle": "middle",
    "earlier": "earlier",
    "later": "later",
    "ago": "ago",
    "hence": "hence",
    "before": "before",
    "after": "after",
    "now": "now",
    "currently": "currently nowadays presently",
    "recently": "recently lately",
    "previously": "previously formerly",
    "soon": "soon",
    "once": "once",
    "twice": "twice",
    "times": "times",
    "time": "time",
    "local": "local",
    "moment": "moment",
    "while": "while",
    "long": "long",
    "near": "near",
    "future": "future",
    "short": "short",
    "term": "term",
    "ahead": "ahead",
    "today": "today",
    "tonight": "tonight",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "overnight": "overnight",
    "each": "each every",
    "per": "per",
    "few": "few",
    "several": "several many",
    "couple": "couple",
    "half": "half",
    "quarters": "quarters",
    "period": "period periods",
    "old": "old older younger",
    "fiscal": "fiscal",
    "ended": "ended ending",
    "oclock": "o'clock",
    "noon": "noon midday",
    "midnight": "midnight",
    "trading": "trading business working calendar consecutive straight successive",
    "feast": "christmas thanksgiving halloween easter",
    "named": "labor memorial valentine independence veterans columbus boxing election good palm",
    "eve": "eve",
    "so": "so",
    "q": "q",
    "new": "new",
    "bc": "bc bce b.c",
}


def _entries() -> dict[str, tuple[str, Value]]:
    words: dict[str, tuple[str, Value]] = {}
    for name, forms in _WORDS.items():
        words |= {form: (name, form) for form in forms.split()}
    for number, word in enumerate(_SMALL.split()):
        words[word] = ("card", number)
    for number, word in enumerate(_TENS.split(), start=2):
        words[word] = ("tens", 10 * number)
    words |= {"hundred": ("big", 100), "thousand": ("big", 1000), "dozen": ("big", 12)}
    words |= {"million": ("big", 1_000_000), "billion": ("big", 1_000_000_000)}
    for number, word in enumerate(_ORDINALS.split(), start=1):
        words[word] = ("ordinal", number)
    for form, unit in _UNITS.items():
        words[form] = ("unit", unit)
        words[form + "s"] = ("units", unit)
    words |= {"centuries": ("units", "century"), "millennia": ("units", "millennium")}
    words["quarter"] = ("quarter", "quarter")
    words["quarters"] = ("quarters", "quarter")
    words["second"] = ("second", 2)
    for word, first in _SEASONS.items():
        words[word] = ("season", first)
        words[word + "s"] = ("seasons", first)
    for word, part in _PARTS.items():
        words[word] = ("part", part)
        words[word + "s"] = ("parts", part)
    words["night"] = ("night", "NI")
    words["nights"] = ("nights", "NI")
    words["weekend"] = ("weekend", "weekend")
    words["weekends"] = ("weekends", "weekend")
    words |= {unit + "long": ("longword", unit) for unit in set(_UNITS.values())}
    words |= {word: ("setword", value) for word, value in _SETS.items()}
    words |= {word: ("decade", number) for word, number in _DECADES.items()}
    for number, word in enumerate(_MONTHS.split(), start=1):
        words[word] = words[word[:3]] = ("month", number)
    words["sept"] = ("month", 9)
    for number, word in enumerate(_WEEKDAYS.split()):
        words[word] = words[word[:3]] = ("weekday", number)
        words[word + "s"] = ("weekdays", number)
    words |= {"tues": ("weekday", 1), "thur": ("weekday", 3), "thurs": ("weekday", 3)}
    return words


WORDS: Final = _entries()
"""A word in lower case, without a full stop at its end -> (class, value)."""

CAPITAL: Final = frozenset({"may", "march", "august", "q"}) | {
    word for word, (name, _) in WORDS.items() if name in ("month", "weekday") and len(word) <= 5
}
"""Words that are a time only with a capital: `may`, `march`, `sun`."""

ZONES: Final = frozenset(
    "EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST MSK JST IST HKT AEST".split()
)
"""Zones of clock times, as printed."""
