from __future__ import annotations

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.entities.aliases import aliases
from transforms.entities.article import Name, resolve
from transforms.entities.reference import Reference

PIECES = "Mr. Mrs. President Clinton Bill Hillary Lavrov Sergei V. Jr. Xi Jinping the Kremlin and"
MORE = "U.S. Georgia Korean (FBI) FBI Senate Republicans 's , . ’ — é Washington New York Ohio"
WORDS = st.sampled_from([*PIECES.split(), *MORE.split(), "\n"])
TEXTS = st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=80))
LABELS = st.sampled_from(["PERSON", "ORG", "LOC", "MISC", "ODD"])


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[Name]]:
    text = draw(TEXTS)
    spans = st.tuples(st.integers(-3, 90), st.integers(-3, 90), LABELS, st.text(max_size=12))
    names = [
        Name(start, end, text[max(start, 0) : max(end, 0)] if start % 3 else other, label, 0.5)
        for start, end, label, other in draw(st.lists(spans, max_size=12))
    ]
    return text, names


def test_any_input_is_resolved_alike_in_any_order(reference: Reference) -> None:
    @settings(deadline=None)
    @given(article=articles(), seed=st.randoms(), day=st.none() | st.dates(), title=TEXTS)
    def check(
        article: tuple[str, list[Name]], seed: random.Random, day: date | None, title: str
    ) -> None:
        text, names = article
        found = resolve(names, text=text, title=title, published_on=day, reference=reference)
        shuffled = seed.sample(names, len(names))
        again = resolve(shuffled, text=text, title=None, published_on=day, reference=reference)
        assert found == resolve(
            shuffled, text=text, title=title, published_on=day, reference=reference
        )
        for resolved in (found, again):
            assert sorted(map(repr, names)) == sorted(repr(each.name) for each in resolved)
            for each in resolved:
                has_none = each.link_method in {"ambiguous", "not_linked"}
                assert (each.entity is None) == has_none == (each.link_score is None)
                assert each.link_score is None or 0 < each.link_score <= 1
            aliases(resolved, reference)

    check()
