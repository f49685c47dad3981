"""`build_nlp` is the one place where a pipeline is made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from transforms.language.attribution import AttributionComponent
from transforms.language.borders import BorderComponent
from transforms.language.calibration import Calibration
from transforms.language.chunks import noun_chunks
from transforms.language.encoder import DOCS, EncoderComponent, EncoderModel
from transforms.language.labels import ATTRIBUTION_TAGS, NAME_TAGS
from transforms.language.names import ForeignNameComponent, NameComponent
from transforms.language.sentences import SentenceComponent
from transforms.language.syntax import SyntaxComponent
from transforms.language.trees import Parser

_MAX_CHARS = 10_000_000


def build_nlp(model: Path, *, threads: int = 1, pipeline: str = "") -> Language:
    """A spaCy pipeline: tokenizer, sentences, encoder, names, syntax, attribution.

    It sets `doc.sents`, `doc.ents` (PERSON, ORG, LOC, MISC, each with `span._.score`), tags,
    lemmas and Universal Dependencies of the tokens, `doc.noun_chunks` and `doc._.attributions`.
    `threads`: how many the encoder may use. `pipeline`: an installed spaCy package or a folder
    whose names and syntax are to stand in for ours; our attribution then reads its tokens.

    Raises FileNotFoundError where the model folder is not whole and ValueError where its tags are
    not this program's or `pipeline` cannot be loaded.
    """
    tables = _tables(model)
    transitions = {
        name: np.array(table, dtype=np.float32) for name, table in tables["transitions"].items()
    }
    calibration = Calibration.of(tables["calibration"])
    nlp = _loaded(pipeline) if pipeline else spacy.blank("en")
    nlp.max_length = _MAX_CHARS
    nlp.batch_size = DOCS
    _add(nlp, "sentences", SentenceComponent(), first=True)
    _add(nlp, "encoder", EncoderComponent(EncoderModel(model, threads=threads)))
    if pipeline:
        _add(nlp, "names", ForeignNameComponent())
    else:
        _add(nlp, "borders", BorderComponent())
        _add(nlp, "names", NameComponent(transitions["names"], calibration))
        _add(nlp, "syntax", SyntaxComponent(Parser(model), nlp.vocab))
        # spaCy declares what its Doc makes of these, not the numbers that it takes.
        nlp.vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]
    distance = np.array(tables["distance"], dtype=np.float32)
    attribution = AttributionComponent(transitions["attribution"], distance, calibration)
    _add(nlp, "attribution", attribution)
    return nlp


def _add(nlp: Language, name: str, component: Callable[[Doc], Doc], *, first: bool = False) -> None:
    Language.component(f"onrecord_{name}", func=component)
    nlp.add_pipe(f"onrecord_{name}", name=f"onrecord_{name}", first=first or None)


def _loaded(pipeline: str) -> Language:
    try:
        return spacy.load(pipeline)
    except OSError as error:
        message = (
            f"pipeline {pipeline} is neither an installed spaCy package nor a folder of one:"
            f" install it beside onrecord, or leave the setting `pipeline` empty ({error})"
        )
        raise ValueError(message) from error


def _tables(model: Path) -> dict[str, Any]:
    path = model / "decoding.json"
    if not path.is_file():
        message = f"{path} is missing: point the setting `model` at a model folder"
        raise FileNotFoundError(message)
    tables = json.loads(path.read_text(encoding="utf-8"))
    for key, tags in (("attribution_tags", ATTRIBUTION_TAGS), ("name_tags", NAME_TAGS)):
        if tuple(tables[key]) != tags:
            message = f"{path}: {key} is {tables[key]}, this program knows {list(tags)}"
            raise ValueError(message)
    return dict(tables)
