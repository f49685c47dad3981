"""Everything that the ranker looks at in one article; training reads the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transforms.coreference import pairs
from transforms.coreference.phrases import Phrase, phrases
from transforms.coreference.traits import Lexicon, Traits, traits
from transforms.coreference.words import Words
from transforms.entities.model import Resolved
from transforms.speakers.model import Parts


@dataclass(frozen=True, kw_only=True, eq=False)
class Features:
    """The phrases of an article, their traits and the statements that they are part of.

    `alone` as `pairs.alone` makes it; `content_of` and `source_of` the number of the innermost
    statement whose content or source holds a phrase's head.
    """

    words: Words
    phrases: list[Phrase]
    traits: Traits
    alone: npt.NDArray[np.int32]
    content_of: Mapping[int, int]
    source_of: Mapping[int, int]

    def pairs(
        self, rows: npt.NDArray[np.int32]
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int8]]:
        """The candidates of some phrases and what they have in common: others, together."""
        others = pairs.candidates(self.traits)[rows]
        together = pairs.together(
            self.words,
            self.phrases,
            self.traits,
            rows,
            others,
            content_of=self.content_of,
            source_of=self.source_of,
        )
        return others, together


def features(
    words: Words,
    names: Sequence[Resolved],
    *,
    parts: Sequence[Parts],
    quoted: bytes,
    lexicon: Lexicon,
    genders: Mapping[str, str],
) -> Features:
    """The features of an article: `names` in text order, `parts` its statements' spans.

    `quoted`, `lexicon` and `genders` as `traits` takes them.
    """
    found = phrases(words, names)
    own = traits(words, found, quoted=quoted, lexicon=lexicon, genders=genders)
    places = [int(words.start[each.head]) for each in found]
    contents, sources = _statements(places, parts)
    return Features(
        words=words,
        phrases=found,
        traits=own,
        alone=pairs.alone(own),
        content_of=contents,
        source_of=sources,
    )


def _statements(
    places: Sequence[int], parts: Sequence[Parts]
) -> tuple[dict[int, int], dict[int, int]]:
    contents: dict[int, int] = {}
    sources: dict[int, int] = {}
    longest_first = sorted(
        range(len(parts)), key=lambda n: (-sum(e - s for s, e in parts[n].contents), n)
    )
    for number in longest_first:
        part = parts[number]
        for start, end in part.contents:
            inside = range(bisect_left(places, start), bisect_left(places, end))
            contents.update(dict.fromkeys(inside, number))
        if part.source:
            start, end = part.source
            for each in range(bisect_left(places, start), bisect_left(places, end)):
                sources.setdefault(each, number)
    return contents, sources
