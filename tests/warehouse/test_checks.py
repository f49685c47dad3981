"""Each check passes on the tiny warehouse and finds the row that a test spoils."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.builders import loose_database, published
from warehouse.checks import checks, failures, parsed
from warehouse.connection import Connection
from warehouse.errors import SchemaError

FAR = 10_000
TWO = "INSERT INTO entities BY NAME SELECT 'e2' AS entity_id, 'Bo' AS name, 'ORG' AS entity_type"
SPOILED = {
    "article_duplicate": ["UPDATE articles SET duplicate_of = 'a9'"],
    "article_published": [
        "UPDATE articles SET published_on = DATE '2024-04-12'",
        "UPDATE articles SET published_on = DATE '0204-04-09'",
    ],
    "article_sentences": ["DELETE FROM sentences"],
    "article_text": [r"UPDATE articles SET text = E' \n' || chr(160) || chr(8195)"],
    "contact_day": [
        "UPDATE contacts SET ends_on = DATE '2024-04-08'",
        "UPDATE contacts SET day_basis = 'unknown'",
        "UPDATE contacts SET starts_on = NULL, ends_on = NULL",
        "UPDATE contacts SET ends_on = NULL",
    ],
    "contact_participant": [
        "DELETE FROM contact_participants",
        "UPDATE contact_participants SET entity_id = NULL",
        "UPDATE contact_participants SET mention_id = 'm9'",
        "UPDATE mentions SET article_id = 'a9'",
    ],
    "contact_span": [
        "DELETE FROM contact_spans",
        "UPDATE contact_spans SET text = 'talk'",
        "UPDATE contact_spans SET sentence_id = 's2'",
        "UPDATE contacts SET start_char = start_char + 1",
    ],
    "contact_statement": [
        "UPDATE contacts SET status = 'planned'",
        "UPDATE contacts SET article_id = 'a9'",
        "UPDATE statements SET contact_id = 'c9' WHERE statement_id = 't1'",
        "UPDATE contact_participants SET entity_id = NULL",
    ],
    "contact_text": [
        "UPDATE contacts SET text = 'talk'",
        "UPDATE contacts SET end_char = end_char + 1",
        "UPDATE contacts SET place_text = NULL",
        f"UPDATE contacts SET place_end = {FAR}",
    ],
    "entity_exists": [
        "DELETE FROM entities",
        "UPDATE entities SET entity_type = NULL",
        "UPDATE mentions SET entity_id = 'e9'",
        "UPDATE aliases SET entity_id = 'e9'",
        "UPDATE statements SET speaker_entity_id = 'e9'",
        "UPDATE statements SET addressee_entity_id = 'e9'",
        "UPDATE statement_speakers SET entity_id = 'e9'",
        "UPDATE contacts SET place_entity_id = 'e9'",
        "UPDATE contact_participants SET entity_id = 'e9'",
        "INSERT INTO entity_redirects VALUES ('e9', 'e1', 'override', 1, 'r1')",
    ],
    "entity_first_seen": [
        "UPDATE entities SET first_seen_on = DATE '2024-04-10'",
        "UPDATE entities SET first_seen_on = NULL",
    ],
    "file_status": [
        "DELETE FROM articles",
        "UPDATE files SET status = 'duplicate'",
        "DELETE FROM articles; UPDATE files SET status = 'rejected'",
    ],
    "mention_antecedent": [
        "UPDATE mentions SET antecedent_id = 'm9' WHERE mention_id = 'm2'",
        "UPDATE mentions SET antecedent_id = 'm1', article_id = 'a9' WHERE mention_id = 'm2'",
    ],
    "mention_in_sentence": [
        "UPDATE mentions SET sentence_id = 's2' WHERE mention_id = 'm1'",
        "UPDATE mentions SET end_char = end_char + 100",
        "UPDATE sentences SET article_id = 'a9'",
    ],
    "mention_text": [
        "UPDATE mentions SET text = 'Zoe Muller' WHERE mention_id = 'm1'",
        "UPDATE mentions SET start_char = start_char + 1, end_char = end_char + 1",
        f"UPDATE mentions SET end_char = {FAR}",
    ],
    "party_mention": [
        "UPDATE statement_parties SET entity_id = NULL",
        "UPDATE statement_parties SET mention_id = 'm9'",
        "UPDATE mentions SET article_id = 'a9'",
    ],
    "party_text": [
        "UPDATE statement_parties SET text = 'her'",
        "UPDATE statement_parties SET end_char = end_char + 1",
    ],
    "redirect_final": [
        "INSERT INTO entity_redirects VALUES ('e1', 'e9', 'override', 1, 'r1')",
        "INSERT INTO entity_redirects VALUES ('e1', 'e1', 'override', 1, 'r1')",
        f"{TWO}; INSERT INTO entity_redirects VALUES ('e1', 'e2', 'override', 1, 'r1'), "
        "('e2', 'e1', 'override', 1, 'r1')",
    ],
    "redirect_override": [
        f"{TWO}; INSERT INTO reference_overrides VALUES ('same', 'e1', 'e2', NULL, 'x', NULL)",
        f"{TWO}; INSERT INTO reference_overrides VALUES ('different', 'e1', 'e2', NULL, 'x', NULL);"
        "INSERT INTO entity_redirects VALUES ('e1', 'e2', 'middle_initial', 1, 'r1')",
    ],
    "role_text": [
        "UPDATE roles SET role = 'talk'",
        "UPDATE roles SET end_char = end_char + 1",
        "UPDATE mentions SET article_id = 'a9'",
    ],
    "run_counts": ["UPDATE runs SET articles_added = 2"],
    "run_finished": [
        "UPDATE runs SET finished_at = NULL",
        "UPDATE runs SET status = 'running'",
    ],
    "sentence_in_text": [
        f"UPDATE sentences SET end_char = {FAR} WHERE sentence_id = 's2'",
        "UPDATE sentences SET end_char = end_char + 1 WHERE sentence_id = 's2'",
        "UPDATE sentences SET start_char = -1 WHERE sentence_id = 's1'",
        "UPDATE sentences SET end_char = start_char",
    ],
    "sentence_order": [
        "UPDATE sentences SET sentence_no = sentence_no + 1",
        "UPDATE sentences SET sentence_no = 1 - sentence_no",
        "UPDATE sentences SET paragraph_no = 1 WHERE sentence_id = 's1'",
    ],
    "sentence_overlap": ["UPDATE sentences SET end_char = end_char + 2 WHERE sentence_id = 's1'"],
    "speaker_first": [
        "UPDATE statement_speakers SET entity_id = 'e9'",
        "UPDATE statements SET speaker_entity_id = NULL",
        "DELETE FROM statement_speakers",
    ],
    "speaker_mention": [
        "UPDATE statement_speakers SET mention_id = 'm9'",
        "UPDATE mentions SET article_id = 'a9'",
    ],
    "speaker_method": [
        "UPDATE statements SET speaker_entity_id = NULL",
        "UPDATE statements SET speaker_method = 'unknown:pronoun'",
    ],
    "speaker_rank": ["UPDATE statement_speakers SET rank = 2"],
    "statement_day": [
        "UPDATE statements SET said_on_basis = 'unknown'",
        "UPDATE statements SET said_on_basis = 'explicit', said_on_start = NULL",
    ],
    "statement_entity": [
        "UPDATE statement_entities SET entity_id = 'e9'",
        "UPDATE statement_entities SET mention_id = 'm9'",
        "UPDATE mentions SET article_id = 'a9'",
    ],
    "statement_in_sentence": [
        "UPDATE statements SET sentence_id = 's1' WHERE statement_id = 't2'",
        "UPDATE statements SET sentence_id = 's1', cue_start = NULL, cue_end = NULL",
        "UPDATE sentences SET article_id = 'a9'",
    ],
    "statement_inside": [
        "UPDATE statements SET inside_statement_id = 't9' WHERE statement_id = 't1'",
        "UPDATE statements SET inside_statement_id = statement_id",
        "UPDATE statements SET inside_statement_id = "
        "CASE statement_id WHEN 't1' THEN 't2' ELSE 't1' END",
    ],
    "statement_piece_bounds": [
        "UPDATE statement_spans SET start_char = start_char + 1 WHERE statement_id = 't1'",
        "UPDATE statement_spans SET end_char = end_char + 1 WHERE part = 'content'",
        "DELETE FROM statement_spans WHERE piece_no = 1",
    ],
    "statement_piece_missing": [
        "DELETE FROM statement_spans WHERE statement_id = 't1' AND part = 'content'",
        "DELETE FROM statement_spans WHERE part = 'cue'",
        "UPDATE statements SET source_start = NULL",
        "DELETE FROM statements",
    ],
    "statement_piece_order": [
        "UPDATE statement_spans SET piece_no = piece_no + 1",
        "UPDATE statement_spans SET piece_no = 1 - piece_no WHERE part = 'content'",
        "UPDATE statement_spans SET end_char = 99 WHERE statement_id = 't2' AND piece_no = 0",
    ],
    "statement_text": [
        "UPDATE statements SET source_text = 'he' WHERE statement_id = 't1'",
        "UPDATE statements SET cue_text = NULL",
        "UPDATE statements SET content_text = content_text || '.'",
        f"UPDATE statements SET content_end = {FAR}",
    ],
    "time_in_sentence": [
        "UPDATE times SET sentence_id = 's2'",
        "UPDATE sentences SET article_id = 'a9'",
    ],
    "time_text": [
        "UPDATE times SET text = 'off'",
        "UPDATE times SET end_char = end_char + 1",
        "UPDATE times SET ends_on = DATE '2024-04-08'",
    ],
}
CASES = [
    pytest.param(name, sql, id=f"{name}-{n}")
    for name in SPOILED
    for n, sql in enumerate(SPOILED[name])
]


@pytest.fixture(scope="module")
def sound() -> Iterator[Connection]:
    with loose_database() as connection:
        yield connection


@pytest.fixture
def database(sound: Connection) -> Iterator[Connection]:
    """The tiny warehouse; what a test spoils is sound again for the next."""
    sound.execute("BEGIN")
    yield sound
    sound.execute("ROLLBACK")


def test_a_sound_warehouse_passes(database: Connection) -> None:
    assert failures(database) == []


def test_a_published_file_passes(tmp_path: Path) -> None:
    assert failures(published(tmp_path)) == []


def test_every_check_is_tried() -> None:
    assert [check.name for check in checks()] == sorted(SPOILED)


@pytest.mark.parametrize(("name", "sql"), CASES)
def test_a_spoiled_row_is_found(database: Connection, name: str, sql: str) -> None:
    [check] = [check for check in checks() if check.name == name]
    assert database.sql(check.sql).pl().is_empty()
    database.execute(sql)
    assert database.sql(check.sql).pl().height > 0


def test_a_statement_without_speaker_source_and_cue_passes(database: Connection) -> None:
    database.execute(
        "UPDATE statements SET speaker_entity_id = NULL, speaker_method = 'unknown:no_source', "
        "source_text = NULL, source_start = NULL, source_end = NULL, "
        "cue_text = NULL, cue_start = NULL, cue_end = NULL"
    )
    database.execute("UPDATE statements SET contact_id = NULL")
    database.execute("DELETE FROM statement_speakers")
    database.execute("DELETE FROM statement_spans WHERE part <> 'content'")
    assert failures(database) == []


def test_a_failure_carries_severity_message_and_the_first_rows(database: Connection) -> None:
    database.execute("UPDATE articles SET published_on = DATE '2030-01-01'")
    database.execute("UPDATE mentions SET text = 'x'")
    [day, text] = failures(database, limit=1)
    assert (day.name, day.severity) == ("article_published", "warn")
    assert (text.name, text.severity, text.count) == ("mention_text", "fail", 2)
    assert text.message == "mentions.text is not the article's text between the mention's offsets"
    assert text.rows.height == 1
    assert text.rows["mention_id"][0] in {"m1", "m2"}


def test_no_check_shows_text(database: Connection) -> None:
    for check in checks():
        columns = set(database.sql(check.sql).pl().columns)
        assert columns & {"text", "source_text", "cue_text", "content_text", "sentence"} == set()


@pytest.mark.parametrize(
    "sql", ["SELECT 1", "-- severity: bad\n-- x\nSELECT 1", "-- severity: fail\nSELECT 1"]
)
def test_a_check_without_its_header_is_refused(sql: str) -> None:
    with pytest.raises(SchemaError, match=r"sql/checks/x\.sql must begin with"):
        parsed("x", sql)


@given(
    case=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).flatmap(
        lambda text: st.tuples(
            st.just(text), st.integers(0, len(text) - 1), st.integers(1, len(text))
        )
    )
)
def test_substr_counts_code_points_as_python_does(
    sound: Connection, case: tuple[str, int, int]
) -> None:
    text, start, length = case
    found = sound.execute(
        "SELECT substr($1, $2 + 1, $3), length($1)", [text, start, length]
    ).fetchall()
    assert found == [(text[start : start + length], len(text))]


def test_members_of_a_party_who_take_part_have_no_entity(database: Connection) -> None:
    database.execute("UPDATE statements SET contact_id = NULL")
    database.execute("UPDATE contact_participants SET entity_id = NULL, basis = 'some'")
    assert failures(database) == []
