"""View files: their headers, and what the views show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.warehouse.builders import DAY, loose_database
from warehouse.connection import Connection
from warehouse.errors import SchemaError
from warehouse.tables import make_views
from warehouse.views import parsed, parsed_macro

HEADER = """-- What it shows.
-- grain: one row per thing
-- thing_id: The thing, which
--    is described at length.
-- size: How big.
SELECT 1 AS thing_id, 2 AS size
"""


@pytest.fixture
def database() -> Iterator[Connection]:
    with loose_database() as connection:
        make_views(connection)
        yield connection


def test_a_header_tells_what_the_grain_and_the_columns_are() -> None:
    view = parsed("v_things", HEADER)
    assert (view.name, view.description, view.grain) == (
        "v_things",
        "What it shows.",
        "one row per thing",
    )
    assert view.columns == {
        "thing_id": "The thing, which is described at length.",
        "size": "How big.",
    }
    assert view.select_sql == HEADER


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT 1", r"sql/views/v_x\.sql: the header must hold"),
        ("-- What.\n-- thing_id: It.\nSELECT 1", "the header must hold"),
        ("-- What.\n-- grain: one row\nSELECT 1", "the header must hold"),
        ("-- What.\n-- grain: one row\n-- Thing\nSELECT 1", "'Thing' is no '-- column: desc"),
    ],
)
def test_a_header_that_lacks_something_is_refused(sql: str, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        parsed("v_x", sql)


def test_v_statements_reads_like_the_article(database: Connection) -> None:
    [first, second] = (
        database.sql("SELECT * FROM v_statements ORDER BY cue_start").pl().rows(named=True)
    )
    assert first["speaker"] == "Zoë Müller"
    assert first["source"] == "Zoë Müller"
    assert first["cue"] == "said"
    assert first["content"] == "talks will go on"
    assert first["sentence"] == "Zoë Müller \U0001f642 said talks will go on."
    assert first["said_on"] == DAY
    assert first["addressee"] is None
    assert second["source"] == "he"
    assert second["speaker"] == "Zoë Müller"
    assert second["content"] == "“We agree,” [...] “on this.”"
    assert second["sentence"] == "“We agree,” he said, “on this.”"


def test_v_statements_keeps_statements_without_speaker_cue_and_day(database: Connection) -> None:
    database.execute(
        "UPDATE statements SET speaker_entity_id = NULL, cue_start = NULL, cue_text = NULL, "
        "said_on_start = NULL, said_on_basis = 'unknown' WHERE statement_id = 't1'"
    )
    [row] = (
        database.sql("SELECT * FROM v_statements WHERE statement_id = 't1'").pl().rows(named=True)
    )
    assert (row["speaker"], row["cue"], row["said_on"]) == (None, None, None)
    assert row["cue_start"] > 0


def test_v_statements_takes_the_addressee_from_the_entity_else_from_the_text(
    database: Connection,
) -> None:
    database.execute("UPDATE statements SET addressee_text = 'reporters'")
    database.execute("UPDATE statements SET addressee_entity_id = 'e1' WHERE statement_id = 't2'")
    addressees = database.execute(
        "SELECT addressee FROM v_statements ORDER BY cue_start"
    ).fetchall()
    assert addressees == [("reporters",), ("Zoë Müller",)]


def test_v_statements_prefers_a_day_that_the_text_gives(database: Connection) -> None:
    database.execute(
        "UPDATE statements SET said_on_basis = 'explicit', said_on_start = DATE '2024-04-07'"
    )
    days = database.execute("SELECT DISTINCT said_on FROM v_statements").fetchall()
    assert days == [(date(2024, 4, 7),)]


def test_v_coverage_counts_by_publisher_and_day(database: Connection) -> None:
    database.execute("UPDATE statements SET speaker_entity_id = NULL WHERE statement_id = 't1'")
    assert database.execute("SELECT * FROM v_coverage").fetchall() == [
        ("The Daily", DAY, 1, 2, 0.5)
    ]


def test_v_coverage_counts_articles_without_statements(database: Connection) -> None:
    database.execute("DELETE FROM statements")
    assert database.execute("SELECT * FROM v_coverage").fetchall() == [
        ("The Daily", DAY, 1, 0, None)
    ]


TWINS = """
INSERT INTO entities (entity_id, name, entity_type) VALUES ('e2', 'Zoë A. Müller', 'PERSON');
INSERT INTO aliases VALUES ('Zoë A. Müller', 'e2', 'article'), ('Ms. Zoë', 'e2', 'article');
INSERT INTO entity_redirects VALUES ('e1', 'e2', 'middle_initial', 0.9, 'r1');
"""


def test_v_statements_follows_redirects(database: Connection) -> None:
    database.execute(TWINS)
    database.execute("UPDATE statements SET addressee_entity_id = 'e1', addressee_text = 'her'")
    rows = database.execute(
        "SELECT DISTINCT speaker, speaker_entity_id, addressee FROM v_statements"
    ).fetchall()
    assert rows == [("Zoë A. Müller", "e2", "Zoë A. Müller")]


def test_v_entities_shows_the_same_entities_as_one(database: Connection) -> None:
    database.execute(TWINS)
    [row] = database.sql("FROM v_entities").pl().rows(named=True)
    assert row == {
        "entity_id": "e2",
        "name": "Zoë A. Müller",
        "entity_type": "PERSON",
        "wikidata_id": None,
        "country_code": None,
        "description": None,
        "aliases": "Ms. Zoë | Zoë Müller",
        "other_ids": "e1",
        "articles": 1,
        "mentions": 2,
        "statements": 2,
        "first_seen_on": DAY,
        "last_seen_on": DAY,
    }


def test_v_entities_shows_an_entity_that_nothing_mentions(database: Connection) -> None:
    database.execute("DELETE FROM mentions; DELETE FROM statement_speakers; DELETE FROM aliases")
    [row] = database.sql("FROM v_entities").pl().rows(named=True)
    assert (row["name"], row["aliases"], row["articles"], row["last_seen_on"]) == (
        "Zoë Müller",
        None,
        0,
        None,
    )


@pytest.mark.parametrize("who", ["zoe muller", "Zoë A. Müller", "MS. ZOË", "e1", "e2"])
def test_said_by_takes_any_name_of_the_speaker(database: Connection, who: str) -> None:
    database.execute(TWINS)
    found = database.execute("SELECT statement_id FROM said_by(?) ORDER BY ALL", [who]).fetchall()
    assert found == [("t1",), ("t2",)]


def test_said_by_finds_who_speaks_second_and_nobody_else(database: Connection) -> None:
    database.execute(
        "INSERT INTO entities (entity_id, name, entity_type) VALUES ('e3', 'Bo Li', 'PERSON');"
        "INSERT INTO statement_speakers VALUES ('t1', 2, 'e3', 'm1')"
    )
    assert database.execute("SELECT statement_id FROM said_by('bo li')").fetchall() == [("t1",)]
    assert database.execute("FROM said_by('Nobody')").fetchall() == []


def test_a_macro_s_header_names_its_parameters() -> None:
    macro = parsed_macro("near", "-- What.\n-- grain: one row\n-- place: Where.\nSELECT place")
    assert (macro.grain, macro.parameters) == ("one row", {"place": "Where."})
    with pytest.raises(SchemaError, match=r"sql/macros/near\.sql: .*'-- parameter: \.\.\.' lines"):
        parsed_macro("near", "SELECT 1")


def test_v_who_about_whom_counts_statements_by_month(database: Connection) -> None:
    [row] = database.sql("FROM v_who_about_whom").pl().rows(named=True)
    assert (row["speaker"], row["entity"]) == ("Zoë Müller", "Zoë Müller")
    assert row["statements"] == 1


def test_v_contacts_reads_like_the_article(database: Connection) -> None:
    [row] = database.sql("FROM v_contacts").pl().rows(named=True)
    assert (row["contact_type"], row["status"], row["day"]) == ("talk", "happened", DAY)
    assert (row["participants"], row["hosts"], row["place"]) == ("Zoë Müller", None, "Zoë")
    assert (row["plover"], row["tellings"], row["statements"]) == ("CONSULT:phone", 1, 1)
    assert row["sentence"] == "Zoë Müller \U0001f642 said talks will go on."


def test_v_contacts_names_who_is_known_only_as_written(database: Connection) -> None:
    database.execute("UPDATE contact_participants SET entity_id = NULL, role = 'host'")
    [row] = database.sql("FROM v_contacts").pl().rows(named=True)
    assert (row["participants"], row["hosts"]) == ("Zoë Müller", "Zoë Müller")


def test_v_timeline_tells_statements_and_contacts_of_each_by_day(database: Connection) -> None:
    rows = database.sql("FROM v_timeline ORDER BY event, start_char").pl().rows(named=True)
    assert [(row["event"], row["entity"], row["day"], row["kind"]) for row in rows] == [
        ("contact", "Zoë Müller", DAY, "talk"),
        ("statement", "Zoë Müller", DAY, "say"),
        ("statement", "Zoë Müller", DAY, "say"),
    ]
    assert [row["status"] for row in rows] == ["happened", "asserted", "asserted"]
    assert [row["contact_id"] for row in rows] == ["c1", "c1", None]


def test_v_timeline_says_what_is_denied(database: Connection) -> None:
    database.execute("UPDATE statements SET negated = TRUE")
    rows = database.execute("SELECT status FROM v_timeline WHERE event = 'statement'").fetchall()
    assert rows == [("denied",), ("denied",)]


def test_v_statements_tells_about_whom_and_through_whom(database: Connection) -> None:
    rows = database.execute("SELECT about, channel FROM v_statements ORDER BY cue_start").fetchall()
    assert rows == [("Zoë Müller", None), (None, "Zoë Müller")]


def test_said_about_finds_who_is_mentioned_or_aimed_at(database: Connection) -> None:
    ids = database.execute("SELECT statement_id FROM said_about('zoe muller')").fetchall()
    assert ids == [("t1",)]
    database.execute("UPDATE statement_entities SET role = 'addressee'")
    assert database.execute("FROM said_about('zoe muller')").fetchall() == []


def test_chain_goes_outwards_from_a_statement(database: Connection) -> None:
    database.execute("UPDATE statements SET inside_statement_id = 't2' WHERE statement_id = 't1'")
    rows = database.execute("SELECT level, statement_id, channel FROM chain('t1')").fetchall()
    assert rows == [(0, "t1", None), (1, "t2", "Zoë Müller")]


def test_context_shows_the_sentences_around(database: Connection) -> None:
    rows = database.execute("SELECT sentence_no, holds_the_cue FROM context('t1')").fetchall()
    assert (0, True) in rows


def test_v_who_about_whom_tells_praise_from_blame(database: Connection) -> None:
    database.execute("UPDATE statement_entities SET role = 'object'")
    database.execute(
        "INSERT INTO reference_cues BY NAME SELECT 'say' AS lemma, 'praise' AS class, "
        "'speech' AS statement_kind, 'positive' AS polarity, 'verb' AS kind, "
        "0 AS polnear_train_count WHERE NOT EXISTS (FROM reference_cues WHERE lemma = 'say');"
        "UPDATE reference_cues SET polarity = 'positive' WHERE lemma = 'say'"
    )
    [row] = database.sql("FROM v_who_about_whom").pl().rows(named=True)
    assert (row["aimed"], row["positive"], row["negative"]) == (1, 1, 0)


def test_entities_named_gives_all_that_bear_a_name(database: Connection) -> None:
    database.execute(
        "INSERT INTO entities (entity_id, name, entity_type) VALUES ('e4', 'zoe muller', 'ORG')"
    )
    found = database.execute("FROM entities_named('Zoë Müller') ORDER BY ALL").fetchall()
    assert found == [("e1",), ("e4",)]
