"""Sources that somebody else quotes: `officials quoted by Reuters`, `was quoted as saying`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.tokens import Span, Token

from transforms.language.attribution import Attribution

_QUOTING: Final = frozenset({"quote", "cite"})
_WORDS: Final = 3
"""`officials quoted by`."""
_LEADING: Final = frozenset({"det", "amod", "nmod:desc", "compound"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_NAME: Final = frozenset({"flat", "compound", "fixed"})


def with_quoted_source(found: Attribution) -> Attribution:
    """An attribution whose source is who is quoted, where the model took who quotes, or nobody."""
    if found.cue is None:
        return found
    quoted = _quoted_before(found) or _subject_of_passive(found.cue)
    if quoted is None:
        return found
    contents = tuple(each for each in found.contents if not _overlap(each, quoted))
    return replace(found, sources=(quoted,), contents=contents) if contents else found


def _quoted_before(found: Attribution) -> Span | None:
    """`[Officials] quoted by Reuters said`, where the source is Reuters."""
    if found.cue is None or not found.sources:
        return None
    first = found.sources[0].start
    doc = found.cue.doc
    while first > 0 and doc[first - 1].dep_ in _LEADING:
        first -= 1
    if first < _WORDS or doc[first - 1].lower_ != "by" or doc[first - 2].lemma_ not in _QUOTING:
        return None
    noun = doc[first - _WORDS]
    is_there = noun.pos_ in _NOUNS and noun.sent == doc[first].sent
    return doc[noun.left_edge.i : noun.i + 1] if is_there else None


def _subject_of_passive(cue: Span) -> Span | None:
    """`[Petrova] was quoted by TASS as saying`."""
    verb = next((token for token in cue if token.lemma_ in _QUOTING and token.pos_ == "VERB"), None)
    if verb is None:
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj:pass"), None)
    is_saying = any(token.lemma_ == "say" for token in cue if token.i > verb.i)
    if subject is None or not is_saying:
        return None
    return subject.doc[subject.left_edge.i : _end(subject, subject.rights)]


def _end(noun: Token, after: Iterable[Token]) -> int:
    return max([noun.i, *(c.right_edge.i for c in after if c.dep_ in _NAME)]) + 1


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
