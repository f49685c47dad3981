"""Quotations that go on, and what holds for every article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.entities.model import Name, Resolved
from transforms.entities.reference import Reference
from transforms.extraction import Extractor
from transforms.language.quotes import quoted_mask
from transforms.speakers import Article, Parts, Speakers

Told = Callable[..., list[str]]
Read = Callable[..., list[Speakers]]
Resolve = Callable[[str, Sequence[Name], date | None], list[Resolved]]
_WORDS = st.sampled_from(
    [
        *("Ann Lee", "Mr. Bos", "Acme Inc.", "France", "he", "She", "who", "they", "I", "it"),
        *("the minister", "a report by", "The two ministers", "said", "and", "of", ",", ".", "."),
        *('"', "“", "”", "'s", "\n\n", "\n", "—", "\u202e", "é", "president"),
    ]
)


@pytest.mark.parametrize(
    ("between", "second", "is_continued"),
    [
        (" ", '"It will stop."', True),
        ("\n\n", '"It will stop."', True),
        (" Nobody else spoke. ", '"It will stop."', False),
        ("\n\n", '"The Long Rain"', False),
    ],
)
def test_a_quotation_without_source_goes_on(
    told: Told, between: str, second: str, is_continued: bool
) -> None:
    marked = (
        f'<c1>"It rains,"</c1> <s1>[Ann Lee|PERSON]</s1> <q1>said</q1>.{between}<c2>{second}</c2>'
    )
    expected = "Ann Lee (quotation_continued)" if is_continued else "unknown:no_source"
    assert told(marked)[1] == expected


def test_a_rule_makes_the_speaker_less_sure_than_the_name_does(read: Read) -> None:
    marked = (
        "<s1>[Jan Bos|PERSON]</s1> <q1>said</q1> <c1>that it rained</c1>. "
        "<s2>He</s2> <q2>added</q2> <c2>that it would stop</c2>. <s3>She</s3> <q3>left</q3>"
        " <c3>it there</c3>."
    )
    named, pronoun, unknown = (one.score for one in read(marked))
    assert named is not None
    assert pronoun is not None
    assert 0 < pronoun < named <= 1
    assert unknown is None


def test_the_body_of_a_country_is_an_entity_of_the_article(extractor: Extractor) -> None:
    text = "The Qatari embassy said that the buyer had left the country."
    frames = extractor.extract(
        pl.DataFrame(
            {"article_id": "a1", "title": None, "text": text, "published_on": date(2024, 4, 9)},
            schema_overrides={"title": pl.String},
        )
    )
    speaker = frames["statement_speakers"].row(0, named=True)
    known = dict(frames["entities"].select("entity_id", "name").iter_rows())
    assert known[speaker["entity_id"]] == "Embassy of Qatar"
    assert speaker["mention_id"] in frames["mentions"]["mention_id"].to_list()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_speakers_rest_on_names_of_the_article(
    reference: Reference, resolved: Resolve, data: st.DataObject
) -> None:
    text = " ".join(data.draw(st.lists(_WORDS, min_size=1, max_size=40)))
    place = st.integers(0, len(text) - 1)
    span = st.tuples(place, place).map(lambda ends: (min(ends), max(ends) + 1))
    names = [
        Name(start, end, text[start:end], label, 0.9)
        for (start, end), label in data.draw(
            st.lists(st.tuples(span, st.sampled_from(["PERSON", "ORG", "LOC"])), max_size=6)
        )
    ]
    parts = data.draw(
        st.lists(
            st.builds(
                Parts,
                source=st.none() | span,
                cue=st.none() | span,
                contents=st.lists(span, min_size=1, max_size=2).map(tuple),
                is_direct=st.booleans(),
            ),
            max_size=5,
        )
    )
    day = date(2024, 4, 9)
    known = resolved(text, names, day)
    article = Article(
        text,
        parts,
        known,
        sentences=[(0, len(text))],
        quoted=quoted_mask(text),
        reference=reference,
        published_on=day,
    )
    found = article.speakers()
    marked = {(name.name.start, name.name.end) for name in known}
    assert len(found) == len(parts)
    for one in found:
        assert bool(one.names) != one.method.startswith("unknown:")
        assert (one.score is None) != bool(one.names)
        assert one.score is None or 0 <= one.score <= 1
        assert all(name.entity for name in one.names)
        assert {(name.name.start, name.name.end) for name in one.names} <= marked
