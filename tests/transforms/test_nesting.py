"""Statements inside statements."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transforms.nesting import outer
from transforms.speakers.model import Parts


def parts(cue: tuple[int, int] | None, *contents: tuple[int, int]) -> Parts:
    return Parts(source=None, cue=cue, contents=contents, is_direct=False)


def test_what_somebody_said_that_another_had_said_is_inside() -> None:
    said = parts((6, 10), (11, 60))
    told = parts((20, 24), (30, 60))
    wrote = parts((35, 40), (45, 60))
    assert outer([said, told, wrote]) == [None, 0, 1]
    assert outer([wrote, told, said]) == [1, 2, None]


def test_content_without_a_cue_is_inside_the_one_that_holds_it() -> None:
    assert outer([parts((0, 4), (5, 60)), parts(None, (20, 40))]) == [None, 0]


def test_the_same_content_is_not_inside() -> None:
    assert outer([parts((0, 4), (10, 60)), parts((5, 9), (10, 60))]) == [None, None]


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(st.builds(parts, st.none() | SPANS, SPANS, SPANS), max_size=8))
def test_nothing_is_inside_itself(found: list[Parts]) -> None:
    above = outer(found)
    for number in range(len(found)):
        seen, at = set(), above[number]
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = above[at]
        assert number not in seen
