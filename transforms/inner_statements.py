"""Statements inside what is said, by syntax: `Petrova said [Hofer] [had promised] [that ...]`.

The model gives each word to one statement; what somebody says that another said is found here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Span, Token

from transforms.language.attribution import Attribution

_REPORTING: Final = frozenset(
    "say tell announce claim deny admit warn promise confirm write report argue insist acknowledge"
    " declare vow allege testify state assert contend assure inform complain pledge reveal disclose"
    " conclude predict estimate remark note add reply respond".split()
)
_BEFORE: Final = frozenset({"aux", "aux:pass", "advmod", "neg"})
_AFTER_HEAD: Final = frozenset({"acl:relcl", "parataxis", "appos", "punct", "acl"})
_RELATIVE: Final = frozenset({"WDT", "WP"})
_PARTNERS: Final = frozenset({"i", "you", "we"})
_CHANCE: Final = 0.75
"""How often one is right: of 24 that were read 20 were, taken a little lower."""


def nested(doc: Doc, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions inside the contents of those `found`, in the order of the text.

    A verb of reporting with its own subject and a finite clause as its object; a cue of `found` is
    none again.
    """
    cues = {token.i for each in found if each.cue for token in each.cue}
    seen: set[int] = set()
    for each in found:
        for piece in each.contents if each.cue else ():
            for verb in piece:
                if verb.lemma_ in _REPORTING and verb.i not in cues and verb.i not in seen:
                    inner = _of(verb, piece, each.score)
                    if inner is not None:
                        seen.add(verb.i)
                        yield inner


def _of(verb: Token, piece: Span, score: float) -> Attribution | None:
    if verb.pos_ != "VERB":
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    clause = next((c for c in verb.rights if c.dep_ == "ccomp" and _is_finite(c)), None)
    if subject is None or clause is None or clause.left_edge.i <= verb.i:
        return None
    if subject.tag_ in _RELATIVE or not _is_told(subject, verb):
        return None
    source, cue, content = _phrase(subject), _cue(verb), _clause(clause, piece)
    if content is None or source.start < piece.start or source.end > cue.start:
        return None
    return Attribution(
        cue=cue,
        sources=(source,),
        contents=(content,),
        score=round(_CHANCE * score, 4),
        source_score=_CHANCE,
        evidence=(),
    )


def _is_told(subject: Token, verb: Token) -> bool:
    """Whether somebody tells what was said, not what could be: `I say`, `you can say`."""
    helpers = {c.tag_ for c in verb.lefts if c.dep_ == "aux"}
    is_past = verb.tag_ in {"VBD", "VBN"} and "MD" not in helpers
    return is_past or (verb.tag_ == "VBZ" and subject.lower_ not in _PARTNERS)


def _is_finite(clause: Token) -> bool:
    return any(c.dep_.startswith("nsubj") for c in clause.children)


def _cue(verb: Token) -> Span:
    """The verb with its auxiliaries and the adverbs among them."""
    first = verb.i
    while first > 0 and verb.doc[first - 1].head == verb and verb.doc[first - 1].dep_ in _BEFORE:
        first -= 1
    return verb.doc[first : verb.i + 1]


def _phrase(noun: Token) -> Span:
    """A subject without the clauses and appositions after it."""
    last = max([noun.i, *(c.right_edge.i for c in noun.rights if c.dep_ not in _AFTER_HEAD)])
    return noun.doc[noun.left_edge.i : last + 1]


def _clause(clause: Token, piece: Span) -> Span | None:
    first, last = clause.left_edge.i, min(clause.right_edge.i, piece.end - 1)
    while last > first and clause.doc[last].is_punct:
        last -= 1
    while first < last and clause.doc[first].is_punct:
        first += 1
    return clause.doc[first : last + 1] if clause.i <= last else None
