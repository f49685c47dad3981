"""Days as news files write them. Nothing is guessed: what reads two ways is no day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final

_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""An English month's name, whole or short. Compile with IGNORECASE, as `DAY` and `YEAR`."""
DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
YEAR: Final = r"(?P<year>\d{4})\b"
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ZONE: Final = r"(?:Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[A-Z]{2,5})"
_CLOCK: Final = (
    rf"(?:\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d+)?)?|\d{{4}}(?:\d{{2}})?|\d{{1,2}}(?=\s*[ap]\.?m))"
    rf"(?:\s*[ap]\.?m\b\.?)?(?:\s*{_ZONE})?(?:\s*\({_ZONE}\))?"
)
_TIME: Final = rf"(?:(?:T|[\s,]+(?:at\s+|[-–|]\s*)?){_CLOCK})?"
_FORMS: Final = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_TIME}",
        rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}}){_TIME}",
        rf"{DAY}(?:\.?\s*|\s+of\s+|-){MONTH}(?:,?\s*|-){YEAR}{_TIME}",
        rf"{MONTH}\s*{DAY}(?:\s*,\s*|\s+){YEAR}{_TIME}",
        rf"{MONTH}\s+{DAY}\s+\d{{1,2}}:\d{{2}}:\d{{2}}(?:\s+{_ZONE})?\s+{YEAR}",
    )
)
_NUMERIC: Final = re.compile(
    rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_UNREADABLE: Final = re.compile(
    rf"\d{{1,2}}([/.-])\d{{1,2}}\1\d{{2}}(?:\d{{2}})?{_TIME}|(?:{MONTH}\s+)?(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_IN_NAME: Final = (
    re.compile(r"(?<!\d)(\d{4})([-_.])(\d{2})\2(\d{2})(?!\d)"),
    re.compile(r"(?<![^\W_])(\d{4})()(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?Z?)?(?![^\W_])"),
)
_IN_URL: Final = re.compile(r"/(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?=[/?#-]|\Z)")
_YEARS: Final = range(1600, 2200)
_LONGEST: Final = 80
_EPOCH_EARLIEST: Final = 100_000_000
_EPOCH_MILLISECONDS: Final = 100_000_000_000
_EPOCH_LATEST: Final = 7_000_000_000_000


def read_day(value: str) -> date | None:
    """The day that a whole value states, as printed (time zones do not move it).

    ISO dates and datetimes, `9 April 2024`, `April 9, 2024`, RFC 2822, with or without weekday and
    time; `25/12/2024`, but not `03/04/2024`, which reads two ways.
    """
    value = " ".join(value.split())
    if len(value) > _LONGEST:
        return None
    for form in _FORMS:
        if found := form.fullmatch(value):
            return day_of(found["year"], month_number(found["month"]), found["day"])
    return _only_reading(value)


def looks_like_day(value: str) -> bool:
    """Whether the value is a day, or a year or numbers that only might be one."""
    value = " ".join(value.split())
    return read_day(value) is not None or (
        len(value) <= _LONGEST and _UNREADABLE.fullmatch(value) is not None
    )


def year_of(value: str) -> int | None:
    """The year of a value that states one and no day: `2024`, `April 2024`."""
    found = _UNREADABLE.fullmatch(" ".join(value.split())) if len(value) <= _LONGEST else None
    year = int(found["year"]) if found and found["year"] else None
    return year if year in _YEARS else None


def epoch_day(value: float) -> date | None:
    """The UTC day of seconds or milliseconds since 1970; a number like 20240409 is that day."""
    if abs(value) > _EPOCH_LATEST:
        return None
    if value == value // 1 and (written := read_day(f"{value:.0f}")):
        return written
    seconds = value / 1000 if abs(value) >= _EPOCH_MILLISECONDS else value
    # Less is a year or a count.
    return datetime.fromtimestamp(seconds, UTC).date() if seconds >= _EPOCH_EARLIEST else None


def day_in_name(path: str) -> date | None:
    """The day in a file's name: `2024-04-09_a.txt`, `a_20240409.txt`."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    for form in _IN_NAME:
        for year, _, month, day in form.findall(name):
            if found := day_of(year, int(month), day):
                return found
    return None


def day_in_url(url: str) -> date | None:
    """The day in an address: `/2024/04/09/` or `/2024-04-09/`."""
    found = _IN_URL.search(url)
    return day_of(found[1], int(found[3]), found[4]) if found else None


def month_number(month: str) -> int:
    """1 to 12, of a name that `MONTH` matched or of digits."""
    return int(month) if month.isdecimal() else _MONTHS.index(month[:3].casefold()) // 3 + 1


def day_of(year: str | int, month: int, day: str | int) -> date | None:
    """The date, or None where the calendar has none or the year is no newspaper's."""
    if int(year) not in _YEARS:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _only_reading(value: str) -> date | None:
    found = _NUMERIC.fullmatch(value)
    if found is None:
        return None
    first, second = int(found["first"]), int(found["second"])
    readings = {day_of(found["year"], first, second), day_of(found["year"], second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None
