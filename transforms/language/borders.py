"""Sentence borders that no rule sees, by the model: text without full stops."""

from __future__ import annotations

from typing import Final

import numpy as np
from spacy.tokens import Doc

_SURE: Final = np.float32(0.0)
"""Log odds above which a word starts a sentence (0.3 to 0.7 chance score within 0.4 points)."""
_GOES_ON: Final = frozenset(',;:"”’—–-―‘“(')
"""Marks after which the rules alone decide: the treebanks know too little of quoted speech."""
_OPENS: Final = frozenset("“\"'‘([«#@$£€")
"""Marks that may open a sentence; others (`=====`) never do."""


class BorderComponent:
    """Adds to the doc's sentence starts those that the model is sure of.

    Needs `doc._.word_scores`; what the rules have found stays.
    """

    def __call__(self, doc: Doc) -> Doc:
        """The doc, with as many sentences or more."""
        scores = doc._.word_scores
        if scores is None:
            return doc
        words = np.flatnonzero(scores.heads["starts"][1:, 0] > _SURE) + 1
        tokens = scores.tokens
        opened = [
            int(tokens[word])
            for word in words
            if _may_part(doc[int(tokens[word - 1])].text, doc[int(tokens[word])].text)
        ]
        starts = doc.to_array(["SENT_START"])
        if opened and (starts[opened] != 1).any():
            starts[opened] = 1
            doc.from_array(["SENT_START"], starts.reshape(-1, 1))  # type: ignore[arg-type]
        return doc


def _may_part(before: str, after: str) -> bool:
    opens = after[0].isalnum() or after[0] in _OPENS
    return opens and before[-1] not in _GOES_ON
