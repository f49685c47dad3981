from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.language.quotes import quotations, quoted_mask


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we go." Then "no," she said.', ['"we go."', '"no,"']),
        ("“A b,” he said. “C d.”", ["“A b,”", "“C d.”"]),
        ("‘Yes,’ said Tom’s wife, ‘I don’t know.’", ["‘Yes,’", "‘I don’t know.’"]),
        ("It's 'a fine day,' he said, and the boys' hats.", ["'a fine day,'"]),
        ("«Oui», dit-il. „Ja“, sagte er.", ["«Oui»", "„Ja“"]),
        ("``So,'' he said.", ["``So,''"]),
        ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
        ("nothing here", []),
    ],
)
def test_marks_of_all_kinds(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_that_runs_on_opens_again_in_the_next_paragraph() -> None:
    text = "“We came,” he said. “We saw.\n\n“And we went,” he added."
    assert quoted(text) == ["“We came,”", "“We saw.", "“And we went,”"]


def test_a_lost_mark_leaves_the_other_quotations_as_they_are() -> None:
    assert quoted('He said "we go. Then "no," she said.')[-1] == '"no,"'
    assert quoted('A stray" mark, then "ok."') == ['"ok."']
    assert quoted('She is 5\'10" tall, "very tall," he said.') == ['"very tall,"']


@given(st.text(alphabet="ab .,\n\"'“”‘’«»"))
def test_any_marks_give_ordered_spans_inside_the_text(text: str) -> None:
    spans = quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert len(quoted_mask(text)) == len(text)
    assert sum(quoted_mask(text)) == sum(end - start for start, end in spans)
