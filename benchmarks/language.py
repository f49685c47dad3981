"""What is timed: the bare encoder, our language pipeline, a spaCy pipeline to compare with."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.util import fix_random_seed

from transforms.analysis import Analyser
from transforms.coreference.article import Coreference
from transforms.coreference.words import Words
from transforms.language.encoder import EncoderModel
from transforms.language.pipeline import build_nlp
from transforms.language.sentences import SentenceComponent
from transforms.references.article import references

_TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
_ROUNDS, _BATCH = 3, 4


def encoder(model: Path, texts: list[str]) -> Callable[[], None]:
    """The forward passes alone, inputs made beforehand."""
    loaded, nlp, sentences = EncoderModel(model, threads=1), spacy.blank("en"), SentenceComponent()
    nlp.max_length = 10**7
    encoded = [loaded.encoded(sentences(nlp.make_doc(text))) for text in texts]
    inputs = [loaded.inputs(text, each) for text in encoded for each in loaded.windows(text)]

    def run() -> None:
        for batch in inputs:
            loaded.run(batch)

    return run


def pipeline(model: Path, texts: list[str]) -> Callable[[], None]:
    """Everything from the text to names, syntax and attributions."""
    nlp = build_nlp(model)
    return lambda: _read(nlp, texts)


def resolution(model: Path, seeds: Path, texts: list[str]) -> Callable[[], None]:
    """Who is who: entities, coreference and speakers of docs made beforehand."""
    analyser = Analyser(model=model, seeds=seeds)
    coreference = Coreference(model, analyser.reference)
    docs = []
    for doc in analyser.nlp.pipe(texts):
        doc._.word_scores = None
        docs.append(doc)

    def run() -> None:
        for text, doc in zip(texts, docs, strict=True):
            read = analyser.analysed({"title": None, "text": text, "published_on": None}, doc)
            references(
                read.article,
                Words.of(doc),
                read.names,
                article_id="a",
                coreference=coreference,
                reference=analyser.reference,
            )

    return run


def small(folder: Path, texts: list[str]) -> Callable[[], None]:
    """The spaCy pipeline that `write_small` wrote."""
    nlp = spacy.load(folder)
    return lambda: _read(nlp, texts)


def _read(nlp: Language, texts: list[str]) -> None:
    deque(nlp.pipe(texts), maxlen=0)


def write_small(folder: Path, model: Path, texts: list[str]) -> None:
    """A spaCy pipeline of the shape of `en_core_web_sm`, hardly trained, on our own analyses.

    One token-to-vector layer, 96 wide and 4 deep, is shared by tagger, parser and names: its
    speed is what counts here.
    """
    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    nlp.add_pipe("tagger", config={"model": {"tok2vec": _LISTENER}})
    for name in ("parser", "ner"):
        shape = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": name,
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "nO": None,
            "tok2vec": _LISTENER,
        }
        nlp.add_pipe(name, config={"model": shape})
    examples = [_example(nlp, doc) for doc in build_nlp(model).pipe(texts)]
    nlp.initialize(lambda: examples)
    order = random.Random(0)
    for _ in range(_ROUNDS):
        order.shuffle(examples)
        for at in range(0, len(examples), _BATCH):
            nlp.update(examples[at : at + _BATCH])
    nlp.to_disk(folder)


def _example(nlp: Language, doc: Doc) -> Example:
    gold = {
        "words": [token.text for token in doc],
        "spaces": [bool(token.whitespace_) for token in doc],
        "tags": [token.tag_ for token in doc],
        "heads": [token.head.i for token in doc],
        "deps": [token.dep_ or "dep" for token in doc],
        "entities": [
            (ent.start_char, ent.end_char, ent.label_)
            for ent in doc.ents
            if ent.text.strip() == ent.text
        ],
    }
    return Example.from_dict(nlp.make_doc(doc.text), gold)
