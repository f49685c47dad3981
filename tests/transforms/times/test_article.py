"""What times in plain sentences are and mean; the article is of Tuesday, 9 April 2024."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.readers import read_file
from transforms.times.model import Time

Read = Callable[..., list[Time]]
SHARED = Path(__file__).resolve().parents[4] / "shared"
_MARK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")

CALENDAR = [
    "The bridge opened on [May 3, 1998](1998-05-03).",
    "The bridge opened on [3 May 1998](1998-05-03).",
    "They met on [Friday, Nov. 3, 1989](1989-11-03).",
    "The pact of [1989-11-02](1989-11-02) still holds.",
    "They declared a partnership in [February 2022](2022-02).",
    "He was born in [1957](1957).",
    "The firm was founded in [the 1990s](199) and sold in [the '80s](198).",
    "The castle dates from [the 12th century](11) and burned in [the 1800s](18).",
    "Sales fell in [the third quarter of 1990](1990-Q3).",
    "The law was passed in [the first half of 2021](2021-H1).",
    "The vote was held in [the spring of 2019](2019-SP).",
    "The snow lay all through [the winter of 1985-86](1985-WI).",
    "She ran in [the week of March 6](2024-W10) and [the last week of May 2013](2013-W22).",
    "They prayed on [Good Friday](2024-03-29) and voted on [Election Day](2023-11-07).",
    "In [fiscal 2019](2019) it earned less.",
    "The trial began on [25/12/1998](1998-12-25).",
]

RELATIVE = [
    "They planned a march on [Saturday](2024-04-13).",
    "It had been due to end on [Friday](2024-04-05).",
    "Until [Thursday](2024-04-04), they had not called him.",
    "The vote is due [this September](2024-09).",
    "The ministers met on [Tuesday](2024-04-09).",
    "The ministers met on [Friday](2024-04-05).",
    "The ministers will meet on [Friday](2024-04-12).",
    "The president was scheduled to host the leaders on [Wednesday](2024-04-10).",
    "He said the offer expires [Thursday](2024-04-11).",
    "It was announced [yesterday](2024-04-08).",
    "She arrives [tomorrow](2024-04-10).",
    "He may visit as early as [next month](2024-05).",
    "Prices rose [last week](2024-W14).",
    "Prices rose [last year](2023) and fell [this year](2024).",
    "They met [last Tuesday](2024-04-02).",
    "The storm hit over [the weekend](2024-W14-WE), not [this past week](2024-W14).",
    "The town was taken [two weeks ago](2024-03-26).",
    "The town was taken [six weeks ago](2024-W09).",
    "The town was taken [three years ago](2021).",
    "She announced that the court would meet [Thursday](2024-04-11).",
    'He said "We are leaving" on [Thursday](2024-04-04).',
    "In [October](2023-10) the court ruled.",
    "The new law takes effect in [June](2024-06).",
    "They met on [March 3](2024-03-03).",
    "Profit rose in [the first quarter](2024-Q1), from a loss [a year earlier](2023-Q1).",
    "Profit rose in [the first quarter](2024-Q1). In [the quarter a year ago](2023-Q1) it fell.",
    "The dam broke in [2015](2015). [A year later](2016) it was rebuilt.",
    "The fire began on [May 3, 1998](1998-05-03). [The next day](1998-05-04) it was out.",
    "They signed in [1998](1998), and [that year](1998) the war ended.",
    "The ministers met on Tuesday. [Earlier in the day](2024-04-09) they had lunch.",
    "The shops were full at [Christmas](2023-12-25).",
]

LISTS = [
    "The fair is open on [5](2024-05-05) and [6 May](2024-05-06).",
    "They will meet on [April 24](2024-04-24) and [25](2024-04-25).",
    "They met from [May 3](2010-05-03) to [June 5, 2010](2010-06-05).",
    "In [March](2013-03) and [April 2013](2013-04) sales fell.",
    "The league played its [1985](1985)-[86](1986) season in peace.",
    "It lies between [2001](2001) and [2005](2005).",
]

BUSINESS = [
    "It lost money in [the fourth quarter](2023-Q4) ended [Sept. 30](2023-09-30).",
    "It lost money in [the quarter](2023-Q2) ended [July 31](2023-07-31).",
    "Sales fell in [the last half of 2021](2021-H2) and [2019's third quarter](2019-Q3).",
]

CLOCK = [
    "The guests arrived on [Tuesday at 10 p.m.](2024-04-09T22:00) and left.",
    "He will speak at [3 p.m. local time on Friday](2024-04-12T15:00).",
    "They met [Friday night at about 8 p.m.](2024-04-05T20:00) in Rome.",
    "It came at [3 p.m.](2024-04-05T15:00) ([1900 GMT](2024-04-05T19:00)) on [Friday](2024-04-05).",
    "She rose at [four in the morning](2024-04-09T04:00).",
    "He was shot at [3:30 p.m. EST](2024-04-09T15:30).",
    "He was kidnapped at [10 p.m. Wednesday](2024-04-03T22:00).",
    "The talks broke off at [noon Thursday](2024-04-04T12:00).",
    "The offer stands until [5 p.m. EST, May 6](2024-05-06T17:00).",
    "The blast came at [0735 GMT](2024-04-09T07:35).",
    "They met [Monday night](2024-04-08TNI) and again [this morning](2024-04-09TMO).",
    "She sang [last night](2024-04-08TNI).",
]

SPANS = [
    "It lasted for [two years](P2Y).",
    "The [eight-year](P8Y) war ended.",
    "Shares fell in [the past three months](P3M).",
    "It took [two and a half years](P2Y6M), not [a year-and-a-half](P1Y6M).",
    "The [weeklong](P1W) strike is over.",
    "The flight takes [5 1/2 hours](PT5H30M).",
    "They waited for [several months](PXM).",
    "The plan would save $500 million [a year](P1Y).",
    "The council meets [every week](P1W).",
    "The walk takes [two or three days](PXD).",
    "The store is open [24 hours a day](P1D).",
    "He was freed [two days](P2D) after the vote, and she [a month](P1M) before.",
    "They gave him [an additional year](P1Y).",
    "Prices have been low for [some time](PXX).",
    "He fell ill. [An hour later](PT1H) he was dead, and [two weeks later](P2W) forgotten.",
    "The bill failed. [A few days later](PXD) it passed.",
    "She swims [twice a week](P1W).",
    "The club is full on [Tuesday nights](XXXX-WXX-2TNI).",
    "He calls home [every Monday](XXXX-WXX-1), and [every Sunday morning](XXXX-WXX-7TMO).",
]

VAGUE = [
    "He is [now](PRESENT_REF) the mayor.",
    "The [recent](PAST_REF) attacks were worse.",
    "It will [soon](FUTURE_REF) be over.",
    "In [the past](PAST_REF), they refused.",
    "He was a student at [the time](PAST_REF), and by [that time](PAST_REF) he was known.",
    "We have no plans at [the moment](PRESENT_REF) or in [the near term](FUTURE_REF).",
]

UNTIMED = [
    "You may march on with the second car.",
    "Sun Microsystems and Jan Smith said so.",
    "The 1,500 troops left with 2,400 rifles.",
    "He left as soon as he could.",
    "The 70-year-old minister is two years older than his six-month-old party.",
    "It was a matter of days, a great moment and the moment of truth.",
    "They fell by the wayside.",
]


def found(times: list[Time], text: str) -> list[tuple[str, str | None]]:
    return [(text[time.start : time.end], time.value) for time in times]


@pytest.mark.parametrize(
    "marked", [*CALENDAR, *RELATIVE, *LISTS, *BUSINESS, *CLOCK, *SPANS, *VAGUE]
)
def test_a_time_has_its_extent_and_its_value(read: Read, marked: str) -> None:
    text = _MARK.sub(r"\1", marked)
    got = found(read(text), text)
    assert [each for each in _MARK.findall(marked) if each not in got] == []


@pytest.mark.parametrize("text", UNTIMED)
def test_words_that_only_look_like_times(read: Read, text: str) -> None:
    assert found(read(text), text) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met last month.", date(2024, 3, 1), date(2024, 3, 31)),
        ("They met last week.", date(2024, 4, 1), date(2024, 4, 7)),
        ("They met last year.", date(2023, 1, 1), date(2023, 12, 31)),
        ("They met in the 1990s.", date(1990, 1, 1), date(1999, 12, 31)),
        ("They met on Tuesday night.", date(2024, 4, 9), date(2024, 4, 9)),
        ("They met on Tuesday at 10 p.m.", date(2024, 4, 9), date(2024, 4, 9)),
        ("They met two days after the vote.", None, None),
        ("They met for two years.", None, None),
        ("They met recently.", None, None),
    ],
)
def test_the_days_that_a_time_can_mean(
    read: Read, text: str, first: date | None, last: date | None
) -> None:
    (time,) = read(text)
    assert (time.starts_on, time.ends_on) == (first, last)


@pytest.mark.parametrize(
    ("text", "extent", "modifier"),
    [
        ("It lasted nearly forty years.", "nearly forty years", "APPROX"),
        ("It lasted more than four hours.", "more than four hours", "MORE_THAN"),
        ("It lasted about two years.", "two years", "APPROX"),
        ("It opened in early 1990.", "early 1990", "START"),
        ("It opened at the end of the month.", "the end of the month", "END"),
        ("It opened in mid-July.", "mid-July", "MID"),
        ("It opened later this month.", "later this month", "END"),
        ("It lasted two years or so.", "two years or so", "APPROX"),
    ],
)
def test_words_at_the_edge_are_a_modifier(
    read: Read, text: str, extent: str, modifier: str
) -> None:
    (time,) = read(text)
    assert (text[time.start : time.end], time.modifier) == (extent, modifier)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met in October.", "XXXX-10"),
        ("They met on Nov. 3.", "XXXX-11-03"),
        ("They met yesterday.", None),
        ("They met last month.", None),
        ("They met on May 3, 1998.", "1998-05-03"),
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(
    read: Read, text: str, value: str | None
) -> None:
    (time,) = read(text, None)
    assert time.value == value
    assert (time.starts_on is None) == (value is None or "X" in value)


def test_the_days_of_a_business_quarter_are_those_it_ended_with(read: Read) -> None:
    quarter, _ = read("It lost money in the fourth quarter ended Sept. 30.")
    assert (quarter.starts_on, quarter.ends_on) == (date(2023, 7, 1), date(2023, 9, 30))


def test_numbers_that_read_two_ways_follow_the_article(read: Read) -> None:
    ambiguous = "The pact of 3/4/1998 holds."
    assert [time.value for time in read(ambiguous)] == [None]
    day_first = "The pact of 25/12/1997 is void. " + ambiguous
    assert [time.value for time in read(day_first)] == ["1997-12-25", "1998-04-03"]
    month_first = "The pact of 12/25/1997 is void. " + ambiguous
    assert [time.value for time in read(month_first)] == ["1997-12-25", "1998-03-04"]


_WORDS = st.sampled_from(
    "the last next Tuesday May 3 , 1998 31 February ago two years year week earlier a of half '"
    " ' 90s 0 99999999999999999999 million to - and 25:99 13/13/13 p.m. noon each 9999 1 B.C. th"
    " first quarter in until \n\n".split(" ")
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    words=st.lists(_WORDS, max_size=25),
    published_on=st.none() | st.dates(),
)
def test_any_heap_of_time_words_gives_times_that_hold(
    read: Read, words: list[str], published_on: date | None
) -> None:
    text = " ".join(words)
    times = read(text, published_on)
    assert all(0 <= time.start < time.end <= len(text) for time in times)
    assert all(a.end <= b.start for a, b in itertools.pairwise(times))
    for time in times:
        assert (time.starts_on is None) == (time.ends_on is None)
        assert time.starts_on is None or time.ends_on is None or time.starts_on <= time.ends_on
        assert time.value != ""


def test_the_times_of_the_seed_article(read: Read) -> None:
    folder = SHARED / "seed"
    if not folder.is_dir():
        pytest.skip("the seed article is not beside the project (../shared/seed)")
    gold = json.loads((folder / "seed_gold.json").read_text(encoding="utf-8"))
    raw = folder / gold["file"]
    (article,) = read_file(raw.read_bytes(), raw.name, max_bytes=1_000_000).articles
    values = dict(found(read(article.text, article.published_on), article.text))
    assert {words: values.get(words) for words in gold["times"]} == gold["times"]
