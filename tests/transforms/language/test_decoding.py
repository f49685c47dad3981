from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from transforms.language import decoding
from transforms.language.labels import ATTRIBUTION_TAGS, bio

TAGS = bio(("A",))


def emissions(path: list[str], tags: tuple[str, ...] = TAGS) -> decoding.Floats:
    """Scores that clearly favour `path`."""
    table = np.zeros((len(path), len(tags)), dtype=np.float32)
    table[np.arange(len(path)), [tags.index(tag) for tag in path]] = 5.0
    return table


def test_viterbi_is_the_best_of_all_paths() -> None:
    random = np.random.default_rng(7)
    for length in (1, 2, 4):
        scores = random.normal(size=(length, 3)).astype(np.float32)
        moves = random.normal(size=(3, 3)).astype(np.float32)

        def total(path: tuple[int, ...], s=scores, m=moves) -> float:  # type: ignore[no-untyped-def]
            steps = sum(m[a, b] for a, b in pairwise(path))
            return float(sum(s[i, tag] for i, tag in enumerate(path)) + steps)

        best = max(product(range(3), repeat=length), key=total)
        assert tuple(decoding.viterbi([scores], moves)[0].tolist()) == best


@given(st.lists(st.integers(0, 6), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_texts_decoded_together_are_as_decoded_alone(lengths: list[int], random: object) -> None:
    generator = np.random.default_rng(sum(lengths))
    texts = [generator.normal(size=(n, 3)).astype(np.float32) for n in lengths]
    moves = decoding.allowed_transitions(TAGS)
    together = decoding.viterbi(texts, moves)
    for text, path in zip(texts, together, strict=True):
        assert path.tolist() == decoding.viterbi([text], moves)[0].tolist()


def test_an_inside_tag_follows_only_its_own_kind() -> None:
    moves = decoding.allowed_transitions(ATTRIBUTION_TAGS)
    tags = ATTRIBUTION_TAGS
    assert moves[tags.index("B-cue"), tags.index("I-cue")] == 0
    assert moves[tags.index("O"), tags.index("I-cue")] == decoding.FORBIDDEN
    assert moves[tags.index("I-source"), tags.index("I-content")] == decoding.FORBIDDEN


def test_spans_start_at_b_and_at_a_stray_i() -> None:
    path = [TAGS.index(tag) for tag in ("I-A", "O", "B-A", "I-A", "B-A", "O")]
    assert list(decoding.tag_spans(path, TAGS)) == [("A", 0, 1), ("A", 2, 4), ("A", 4, 5)]


def test_only_content_runs_over_a_paragraphs_end() -> None:
    breaks = np.array([True, False, True, False])
    moves = decoding.allowed_transitions(ATTRIBUTION_TAGS)

    def found(part: str) -> list[tuple[int, int]]:
        path = [f"B-{part}", *[f"I-{part}"] * 3]
        scores = emissions(path, ATTRIBUTION_TAGS)
        spans = decoding.spans([scores], moves, ATTRIBUTION_TAGS, [breaks])[0]
        return [(span.start, span.end) for span in spans]

    assert found("content") == [(0, 4)]
    assert found("cue") == [(0, 2), (2, 4)]


def test_a_sure_span_scores_higher_than_an_unsure_one() -> None:
    moves, breaks = decoding.allowed_transitions(TAGS), np.zeros(2, dtype=np.bool_)
    sure, unsure = emissions(["B-A", "I-A"]), emissions(["B-A", "I-A"]) / np.float32(4)
    scores = [decoding.spans([e], moves, TAGS, [breaks])[0][0].score for e in (sure, unsure)]
    assert 1 >= scores[0] > scores[1] > 0
