from __future__ import annotations

import pytest
from spacy import displacy
from spacy.matcher import DependencyMatcher, Matcher
from spacy.tokens import Doc

from transforms.extraction import Extractor

SENTENCE = "The minister's spokesman told reporters on Monday that the talks hadn't failed."


@pytest.fixture(scope="module")
def doc(extractor: Extractor) -> Doc:
    return extractor.nlp(SENTENCE)


def test_words_carry_tags_lemmas_and_a_tree(doc: Doc) -> None:
    told, reporters, failed = (
        next(t for t in doc if t.text == w) for w in ("told", "reporters", "failed")
    )
    assert (told.tag_, told.pos_, told.lemma_, told.dep_) == ("VBD", "VERB", "tell", "ROOT")
    assert (reporters.tag_, reporters.lemma_, reporters.head) == ("NNS", "reporter", told)
    assert (failed.dep_, failed.head, failed.lemma_) == ("ccomp", told, "fail")
    assert {t.lemma_ for t in failed.lefts} >= {"have", "not", "talk"}


def test_a_name_hangs_together(extractor: Extractor) -> None:
    doc = extractor.nlp(
        "Donald Trump is demanding President Barack Obama make a pledge to Ana Lee."
    )
    flat = {word.text: word.head.text for word in doc if word.dep_ == "flat"}
    assert flat == {"Trump": "Donald", "Obama": "Barack", "Lee": "Ana"}


def test_base_noun_phrases(doc: Doc) -> None:
    phrases = [phrase.text for phrase in doc.noun_chunks]
    assert phrases == ["The minister's spokesman", "reporters", "Monday", "the talks"]


def test_spacys_own_tools_work(doc: Doc) -> None:
    matcher = Matcher(doc.vocab)
    matcher.add("said", [[{"LEMMA": "tell", "POS": "VERB"}, {"POS": "NOUN"}]])
    assert [doc[a:b].text for _, a, b in matcher(doc)] == ["told reporters"]
    tree = DependencyMatcher(doc.vocab)
    pattern = [
        {"RIGHT_ID": "cue", "RIGHT_ATTRS": {"LEMMA": "tell"}},
        {"LEFT_ID": "cue", "REL_OP": ">", "RIGHT_ID": "who", "RIGHT_ATTRS": {"DEP": "nsubj"}},
    ]
    tree.add("speaker", [pattern])
    ((_, (_, who)),) = tree(doc)
    assert doc[who].text == "spokesman"
    assert "nsubj" in displacy.render(doc, style="dep", jupyter=False)


def test_trees_stay_inside_sentences_and_white_space_hangs_on_a_word(extractor: Extractor) -> None:
    doc = extractor.nlp(" \nIt rained.\n\n\nShe left. “We stay,” he said.")
    assert all(token.head.sent == token.sent for token in doc)
    assert [sum(token.dep_ == "ROOT" for token in sent) for sent in doc.sents] == [1, 1, 1]
    for token in doc:
        assert token.lemma_
        assert (token.pos_ == "SPACE") == token.is_space


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_texts_without_words_have_no_syntax(extractor: Extractor, text: str) -> None:
    doc = extractor.nlp(text)
    assert [*doc._.attributions, *doc.ents] == []


def test_text_without_full_stops_is_cut_by_the_model(extractor: Extractor) -> None:
    doc = extractor.nlp("hi Tom thanks for your help I will call you tomorrow please let me know")
    assert len(list(doc.sents)) > 1


def test_noun_phrases_of_an_unparsed_doc_are_refused(extractor: Extractor) -> None:
    unparsed = Doc(extractor.nlp.vocab, words=["Hello"])
    with pytest.raises(ValueError, match="parsed"):
        list(unparsed.noun_chunks)
