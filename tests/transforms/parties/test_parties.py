"""To whom a statement is made, at whom it is aimed, through whom it came."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.extraction import Extractor
from transforms.statements import Statement

PartiesOf = Callable[[str], set[tuple[str, str]]]


def first(extractor: Extractor, text: str) -> Statement:
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    return article.statements[0]


@pytest.fixture
def parties_of(extractor: Extractor) -> PartiesOf:
    """(role, words) of the parties to a text's first statement."""

    def _parties_of(text: str) -> set[tuple[str, str]]:
        return {(p.role, text[p.start : p.end]) for p in first(extractor, text).parties}

    return _parties_of


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Petrova told reporters that the bridge was closed.", {"reporters"}),
        (
            "Petrova told the minister of trade that the bridge was closed.",
            {"the minister of trade"},
        ),
        ("The minister called on both sides to stop shooting.", {"both sides"}),
        ("Smith called on Russia and China to end the war.", {"Russia", "China"}),
        ("The minister urged Kenya's government to sign the deal.", {"Kenya's government"}),
        ("In a letter to Congress, Petrova warned that the bridge would fall.", {"Congress"}),
        ("Speaking to reporters in Nairobi, Petrova said the bridge was closed.", {"reporters"}),
        (
            "“That was wrong,” the strategist said in an interview with Ana Petrova.",
            {"Ana Petrova"},
        ),
        ("Petrova told friends that the bridge was closed.", {"friends"}),
        ("Petrova told the Nairobi Times, “I was wrong.”", {"the Nairobi Times"}),
        ("In response to questions from lawmakers, Petrova said she was wrong.", {"lawmakers"}),
        ("An official who spoke to Fox News said the bridge was closed.", {"Fox News"}),
        (
            "“I was wrong,” Petrova said in an interview with conservative host Greg Smith.",
            {"conservative host Greg Smith"},
        ),
        ("Petrova said that the bridge to Kenya was closed.", set()),
        ("Petrova told the truth about the bridge.", set()),
        ("In an interview on CNN, Petrova said that the bridge was closed.", {"CNN"}),
        ("Petrova promised voters that the bridge would open.", {"voters"}),
        ("Petrova promised a country of new bridges.", set()),
        ("Petrova questioned the court's decision in the newspaper.", set()),
        ("Petrova congratulated Ana Smith on her victory.", set()),
    ],
)
def test_addressees(parties_of: PartiesOf, text: str, addressees: set[str]) -> None:
    assert {words for role, words in parties_of(text) if role == "addressee"} == addressees


def test_who_is_asked_and_who_hears_the_answer(extractor: Extractor) -> None:
    text = "Asked by reporters whether she would run, Ana Petrova said she would not."
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    found = [
        (s.speakers.names[0].name.text, [text[p.start : p.end] for p in s.parties])
        for s in article.statements
    ]
    assert found == [("reporters", ["Ana Petrova"]), ("Ana Petrova", ["reporters"])]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("She said it would open again.", ["inherited"]),
        ("The bridge is old. It is long. “It will open,” she added.", ["inherited"]),
        ("She has said that it would open again.", []),
        ("“It will open,” she wrote.", []),
        ("She repeatedly said that it would open.", []),
        ("Greg Smith said it was old. She said it would open again.", []),
        ("She told lawmakers that it would open again.", ["told"]),
    ],
)
def test_who_goes_on_speaks_to_the_same(
    extractor: Extractor, text: str, addressees: list[str]
) -> None:
    text = f"Ana Petrova told reporters that the bridge was closed. {text}"
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    found = [[p.method for p in s.parties if p.role == "addressee"] for s in article.statements]
    assert found[0] == ["told"]
    assert found[-1] == addressees


def test_who_is_asked_is_who_says_what_is_quoted(extractor: Extractor) -> None:
    text = "“He was charming,” Ana Petrova told Reuters in Kenya when asked if she had met Trump."
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    asked = next(s for s in article.statements if s.reading and s.reading.lemma == "ask")
    assert {text[p.start : p.end] for p in asked.parties if p.role == "addressee"} == {
        "Ana Petrova"
    }


def test_who_is_urged_is_not_told_more(extractor: Extractor) -> None:
    text = "Ana Petrova urged lawmakers to close the bridge. She said it was old."
    record = {"article_id": "a", "title": None, "text": text, "published_on": None}
    [article] = extractor.read([record])
    found = [[p.method for p in s.parties if p.role == "addressee"] for s in article.statements]
    assert found == [["told"], []]


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("Ana Petrova accused Russia of bombing civilians.", {"Russia"}),
        ("Trump was accused by Ana Petrova of lying.", {"Trump"}),
        ("Ana Petrova praised the nurses for their work.", {"the nurses"}),
        ("Ana Petrova called Ben Carson a liar.", {"Ben Carson"}),
        ("Ana Petrova said that Kenya was closed.", set()),
    ],
)
def test_at_whom_it_is_aimed(parties_of: PartiesOf, text: str, objects: set[str]) -> None:
    assert {words for role, words in parties_of(text) if role == "object"} == objects


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The bridge was closed, officials told TASS.", {("channel", "TASS")}),
        ("Petrova said on Fox News that the bridge was closed.", {("channel", "Fox News")}),
        (
            "Petrova said in an interview with CNN that the bridge was closed.",
            {("channel", "CNN")},
        ),
        ("“We will win,” Petrova said through a spokesman.", {("channel", "a spokesman")}),
        ("A newspaper reported, citing officials, that it was closed.", {("origin", "officials")}),
    ],
)
def test_the_chain_of_attribution(
    parties_of: PartiesOf, text: str, chain: set[tuple[str, str]]
) -> None:
    assert {each for each in parties_of(text) if each[0] in {"channel", "origin"}} == chain


@pytest.mark.parametrize(
    ("text", "source", "channel"),
    [
        ("Officials quoted by Reuters said the bridge was closed.", "Officials", "Reuters"),
        ("Petrov was quoted by TASS as saying the bridge was closed.", "Petrov", "TASS"),
    ],
)
def test_the_source_is_who_is_quoted(
    extractor: Extractor, text: str, source: str, channel: str
) -> None:
    statement = first(extractor, text)
    span = statement.span("source")
    assert span is not None
    assert text[slice(*span)] == source
    assert [text[p.start : p.end] for p in statement.parties if p.role == "channel"] == [channel]
