"""The closed lists of the model's tags, shared by training, decoding and scoring."""

from __future__ import annotations

from typing import Final

PARTS: Final = ("source", "cue", "content")
NAME_LABELS: Final = ("PERSON", "ORG", "LOC", "MISC")


def bio(labels: tuple[str, ...]) -> tuple[str, ...]:
    """`O`, then a B- and an I- tag for each label, in order."""
    return ("O", *(f"{prefix}-{label}" for label in labels for prefix in "BI"))


ATTRIBUTION_TAGS: Final = bio(PARTS)
NAME_TAGS: Final = bio(NAME_LABELS)

POS: Final = tuple(
    ("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X").split()
)
"""Universal part-of-speech tags, `token.pos_`."""
TAGS: Final = tuple(
    (
        "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP "
        "NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB "
        "``"
    ).split()
)
"""Penn Treebank tags as the UD English treebanks use them, `token.tag_`."""
RELATIONS: Final = tuple(
    (
        "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp "
        "compound compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse "
        "dislocated expl fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss "
        "nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan "
        "parataxis punct reparandum root vocative xcomp"
    ).split()
)
"""Universal Dependencies relations of English with their subtypes, `token.dep_`."""

SYNTAX_SIZES: Final = (160, 64)
"""Widths of the projections for arcs and for relations."""
_PARTS_SIZE: Final = 96
HEADS: Final = {
    "attribution": len(ATTRIBUTION_TAGS),
    "names": len(NAME_TAGS),
    "links": 4 * _PARTS_SIZE,
    "no_source": 1,
    "tags": len(TAGS),
    "pos": len(POS),
    "starts": 1,
    "syntax": 2 * sum(SYNTAX_SIZES),
}
"""The network's heads in the order of its output's columns, and their widths."""
