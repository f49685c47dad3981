"""Universal Dependencies treebanks as examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from models.training.corpora import IGNORED, Example, Words
from transforms.language.labels import POS, RELATIONS, TAGS
from transforms.scoring.treebank import documents

TREEBANKS = ("ewt_train", "gum_stated_train")
"""What is trained on."""


def syntax_examples(path: Path, words: Words) -> Iterator[Example]:
    """The documents of a treebank, with neither statements nor names."""
    for document in documents(path):
        forms = [word.form for word in document.words]
        numbers = np.cumsum([bool(word.starts) for word in document.words])
        nothing = np.full(len(forms), IGNORED, dtype=np.int32)
        syntax = [
            (TAGS.index(w.tag), POS.index(w.pos), w.head, RELATIONS.index(w.relation), number)
            for w, number in zip(document.words, numbers, strict=True)
        ]
        yield Example(
            encoded=words.encode(forms, [word.starts == "paragraph" for word in document.words]),
            attribution=nothing,
            names=nothing,
            attributions=[],
            has_source=[],
            syntax=np.array(syntax, dtype=np.int32).T,
        )
