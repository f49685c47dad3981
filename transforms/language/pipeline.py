"""`build_nlp` is the one place where a pipeline is made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from transforms.language.attribution import AttributionComponent
from transforms.language.encoder import EncoderComponent, EncoderModel
from transforms.language.labels import ATTRIBUTION_TAGS, NAME_TAGS
from transforms.language.names import NameComponent
from transforms.language.sentences import SentenceComponent

_MAX_CHARS = 10_000_000


def build_nlp(model: Path, *, threads: int = 1) -> Language:
    """A spaCy pipeline: tokenizer, sentences, encoder, names, attribution.

    It sets `doc.sents`, `doc.ents` (PERSON, ORG, LOC, MISC, each with `span._.score`) and
    `doc._.attributions`. `threads`: how many the encoder may use. Raises FileNotFoundError
    where the model folder is not whole and ValueError where its tags are not this program's.
    """
    tables = _tables(model)
    encoder = EncoderModel(model, threads=threads)
    transitions = {
        name: np.array(table, dtype=np.float32) for name, table in tables["transitions"].items()
    }
    components: dict[str, Callable[[Doc], Doc]] = {
        "sentences": SentenceComponent(),
        "encoder": EncoderComponent(encoder),
        "names": NameComponent(transitions["names"]),
        "attribution": AttributionComponent(
            transitions["attribution"], np.array(tables["distance"], dtype=np.float32)
        ),
    }
    nlp = spacy.blank("en")
    nlp.max_length = _MAX_CHARS
    for name, component in components.items():
        Language.component(f"onrecord_{name}", func=component)
        nlp.add_pipe(f"onrecord_{name}", name=name)
    return nlp


def _tables(model: Path) -> dict[str, dict[str, list[list[float]]]]:
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
