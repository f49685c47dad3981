"""The dateline before a body: `BEIJING, April 9 (Reuters) - `."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from transforms.readers.dates import DAY, MONTH, YEAR, day_of, month_number

_WORD_CAPITALS: Final = r"[A-Z][A-Z.'’]+(?:-[A-Z]+)*"
_CAPITALS: Final = rf"{_WORD_CAPITALS}(?:[ /]{_WORD_CAPITALS}){{0,3}}"
_WORD_TITLE: Final = r"[A-Z][\w.'’]+(?:-\w+)*"
_TITLE: Final = rf"{_WORD_TITLE}(?:[ /]{_WORD_TITLE}){{0,3}}"
_WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NO_REGION: Final = rf"(?!{_WEEKDAY}|(?i:{MONTH.replace('?P<month>', '?:')}) \d)"
_REGION: Final = rf"(?:, {_NO_REGION}[A-Z][\w.]*(?: [A-Z][\w.]*){{0,2}})?"
_DAY: Final = (
    rf"(?:,? (?:{_WEEKDAY},? )?(?P<date>(?i:{MONTH}) (?i:{DAY})(?:,? {YEAR})?"
    rf"|(?P<dmy>\d{{1,2}}) (?i:{MONTH.replace('?P<month>', '?P<dmy_month>')})"
    rf"(?:,? (?P<dmy_year>\d{{4}}))?|{_WEEKDAY}))?"
)
_AGENCY: Final = r"(?P<agency>,? ?\([A-Z][\w .,&/’'-]{1,40}\))?"
_DASH: Final = r"(?: ?(?:—|–|--) ?| - )"
_DATELINE: Final = re.compile(
    rf"(?:(?P<capitals>{_CAPITALS}{_REGION})|(?P<title>{_TITLE}{_REGION}))"
    rf"{_DAY}{_AGENCY}{_DASH}(?=\S)"
)
_SLUGS: Final = {
    "ANALYSIS", "BREAKING", "COLUMN", "COMMENT", "CORRECTED", "CORRECTION", "EDITORIAL",
    "EXCLUSIVE", "EXPLAINER", "FACTBOX", "FEATURE", "FLASH", "INSIGHT", "INTERVIEW", "LIVE",
    "NATO", "NEWS", "OPEC", "OPINION", "POLL", "PROFILE", "REVIEW", "SPORT", "SPORTS", "TIMELINE",
    "UPDATE", "URGENT", "VIDEO", "WATCH", "WRAPUP",
}  # fmt: skip
"""What newsrooms put before a dash that is no place."""
_ENDS: Final = re.compile(r"[.!?…][\"'”’)]*$")
_LINES: Final = 3
_SHORTEST: Final = 4
_LONGEST: Final = 200


class Dateline(NamedTuple):
    """Place as printed, and the day where the dateline or the caller knows the year."""

    place: str
    day: date | None


def find_dateline(text: str, *, year: int | None = None) -> Dateline | None:
    """The dateline that the body starts with, headlines before it passed over.

    A place in capitals needs a dash after it; one in mixed case also a day or an agency.
    """
    for line in [line for line in text[:2000].split("\n") if line.strip()][:_LINES]:
        if found := _DATELINE.match(line.lstrip()[:_LONGEST]):
            return _dateline(found, year)
        if _ENDS.search(line):
            return None
    return None


def _dateline(found: re.Match[str], year: int | None) -> Dateline | None:
    place = found["capitals"] or found["title"]
    certain = found["agency"] or found["date"]
    slug = len(place) < _SHORTEST or _SLUGS.intersection(place.split())
    if not certain and (found["title"] or slug):
        return None
    month, day = found["month"] or found["dmy_month"], found["day"] or found["dmy"]
    written = found["year"] or found["dmy_year"] or year
    if not (month and day and written):
        return Dateline(place, None)
    return Dateline(place, day_of(written, month_number(month), day))
