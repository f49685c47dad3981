from __future__ import annotations

from typing import Any

import pytest
import spacy

from transforms.coreference.model import Mention
from transforms.entities.model import Entity, Name, Resolved
from transforms.scoring import gold
from transforms.scoring.gold import Words
from transforms.scoring.links import FoundLink

TEXT = "The city's mayor, Ana Petrova (48), met Obama. She praised him."


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(spacy.blank("en")(TEXT))


def span(text: str) -> tuple[int, int]:
    return TEXT.index(text), TEXT.index(text) + len(text)


def resolved(text: str, qid: str | None) -> Resolved:
    entity = Entity(qid or "e-own", text, "PERSON", qid, None, None)
    return Resolved(Name(*span(text), text, "PERSON", None), "PERSON", entity, "full_name", 1.0)


def mention(
    text: str,
    mention_type: str,
    cluster: int,
    *,
    phrase: str = "",
    to: str = "",
    name: Resolved | None = None,
) -> Mention:
    start, end = span(text)
    return Mention(
        start=start,
        end=end,
        phrase=span(phrase or text),
        head=(start, end),
        mention_type=mention_type,
        is_plural=False,
        is_somebody=True,
        cluster=cluster,
        antecedent=span(to) if to else None,
        method="",
        score=None,
        name=name,
    )


PETROVA, OBAMA = resolved("Ana Petrova", None), resolved("Obama", "Q76")
FOUND = [
    mention("Ana Petrova", "name", 0, phrase="Ana Petrova (48)", name=PETROVA),
    mention("Obama", "name", 1, name=OBAMA),
    mention("She", "pronoun", 0, to="Ana Petrova"),
    mention("him", "pronoun", 1, to="Obama"),
]


@pytest.mark.parametrize("text", ["The city", "The city's"])
def test_a_possessive_at_the_end_is_no_part_of_a_mention(text: str, words: Words) -> None:
    assert words.core(*span(text)) == (0, 1)


@pytest.mark.parametrize("text", ["Ana Petrova (48", "Ana Petrova (48)", "Ana Petrova (48),"])
def test_punctuation_at_the_end_is_no_part_of_a_mention(text: str, words: Words) -> None:
    assert words.core(*span(text)) == (5, 8)


def test_a_mark_alone_is_kept(words: Words) -> None:
    assert words.core(*span("'s")) == (2, 2)
    assert words.core(3, 4) is None


def test_found_mentions_are_phrases_with_their_cluster_and_antecedent(words: Words) -> None:
    petrova, _, she, _ = gold.found_mentions(FOUND, words)
    assert (petrova.words, petrova.antecedent) == ((5, 8), None)
    assert (she.mention_type, she.cluster, she.antecedent) == ("pronoun", 0, (5, 8))


def test_gold_mentions_come_with_the_number_of_their_cluster(words: Words) -> None:
    row = {
        "clusters": [
            {"mentions": [{"start": 18, "end": 29, "mtype": "name"}]},
            {"mentions": [{"start": 40, "end": 45, "mtype": "name"}]},
        ]
    }
    assert [(m.words, m.cluster) for m in gold.gold_mentions(row, words)] == [
        ((5, 6), 0),
        ((12, 12), 1),
    ]


@pytest.mark.parametrize(
    ("pronoun", "a", "b", "expected"),
    [
        ("She", "Ana Petrova", "Obama", (True, False)),
        ("She", "Petrova", "Obama", (True, False)),
        ("She", "mayor, Ana Petrova", "Obama", (True, False)),
        ("him", "Ana Petrova", "Obama", (False, True)),
        ("praised", "Ana Petrova", "Obama", (False, False)),
    ],
)
def test_a_pronoun_means_the_names_of_its_cluster(
    pronoun: str, a: str, b: str, expected: tuple[bool, bool], words: Words
) -> None:
    row = {"pronoun": span(pronoun), "a": span(a), "b": span(b)}
    assert gold.pronoun_means(row, FOUND, words) == expected


def test_pronouns_have_the_wikidata_id_of_their_cluster(words: Words) -> None:
    assert gold.found_links([PETROVA, OBAMA], FOUND, {0: PETROVA, 1: OBAMA}, words) == [
        FoundLink((5, 6), 6, None),
        FoundLink((12, 12), 12, "Q76"),
        FoundLink((14, 14), 14, None),
        FoundLink((16, 16), 16, "Q76"),
    ]


def links_row(*mentions: tuple[str, str | None, dict[str, Any]]) -> dict[str, Any]:
    usual = {"coref": False, "optional": False, "alt_parent": None, "desc": False}
    return {
        "evaluation_span": [0, TEXT.index(" She")],
        "mentions": [[*span(text), None] for text, _, _ in mentions],
        "info": [
            usual | {"qid": qid, "kind": "entity" if qid else "nil"} | more
            for _, qid, more in mentions
        ],
    }


def test_mentions_outside_the_span_optional_ones_and_quantities_are_left_out(words: Words) -> None:
    row = links_row(
        ("Obama", "Q76", {}),
        ("Ana Petrova", None, {}),
        ("48", None, {"kind": "quantity"}),
        ("mayor", "Q30185", {"optional": True}),
        ("him", "Q76", {"coref": True}),
    )
    obama, petrova = gold.gold_links(row, words, {"Q76"})
    assert (obama.words, obama.qids, obama.is_known) == (
        (12, 12),
        frozenset({"Q76"}),
        True,
    )
    assert (petrova.words, petrova.qids, petrova.is_known) == ((5, 6), frozenset(), False)
    assert obama.is_named


def test_pronouns_and_descriptions_are_no_names(words: Words) -> None:
    row = links_row(("The city's mayor", "Q1", {"desc": True}), ("Obama", "Q76", {"coref": True}))
    assert [link.is_named for link in gold.gold_links(row, words, ())] == [False, False]


def test_another_reading_of_a_mention_lies_within_it_or_joins_it(words: Words) -> None:
    row = links_row(
        ("The city's mayor", "Q1", {}),
        ("The city's", "Q2", {"alt_parent": 0}),
        ("The city", "Q3", {"alt_parent": 1}),
        ("mayor", "Q4", {}),
    )
    mayor, city, office = gold.gold_links(row, words, ())
    assert city.qids == {"Q2", "Q3"}
    assert city.within == {(0, 3)}
    assert mayor.within == office.within == frozenset()
