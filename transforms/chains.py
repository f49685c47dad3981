"""Sources that somebody else quotes: `officials quoted by Reuters`, `was quoted as saying`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.tokens import Span, Token

from transforms.language.attribution import Attribution

_QUOTING: Final = frozenset({"quote", "cite"})
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
    agent = found.sources[0].root
    verb = agent.head
    noun = verb.head
    is_quoted = verb.lemma_ in _QUOTING and verb.dep_ == "acl" and agent.dep_.startswith("obl")
    if not is_quoted or not noun.dep_.startswith("nsubj") or noun.head not in found.cue:
        return None
    return noun.doc[noun.left_edge.i : _end(noun, (c for c in noun.rights if c.i < verb.i))]


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
