"""What happened in a statement: its kind and class, by its cue and by who does it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from transforms.cues.reading import Reading
from transforms.speakers import Speakers

_DOCUMENTS: Final = frozenset(
    "report reports poll polls survey surveys study studies document documents record records law"
    " laws memo memos letter letters filing filings affidavit book books email emails e-mail"
    " e-mails website complaint complaints lawsuit indictment ruling data figures statistics"
    " analysis research article articles transcript transcripts treaty constitution bill polling"
    " minutes agreement video footage images".split()
)
_SHOWING: Final = frozenset({"announce", "know", "believe"})
"""Classes of what a document does not do but show: `the analysis reveals`."""
_OF_PEOPLE: Final = {"find": ("believe", "thought"), "indicate": ("suggest", "speech")}
"""Cues of documents, and what a person does who is said to."""
_WORDS: Final = re.compile(r"\w+")
_AFTER_HEAD: Final = re.compile(r"\b(?:of|by|from|in|on|at|for|to|about)\b|,")


@dataclass(frozen=True)
class Act:
    """A statement's kind, what the kind rests on, and its class (None: no cue that is listed)."""

    statement_kind: str
    kind_basis: str
    cue_class: str | None


def act(
    reading: Reading | None, source: str, who: Speakers, *, quoted: float, has_cue: bool
) -> Act:
    """The act of a statement.

    `quoted` is the share of its content in quotation marks; a cue without a word (a colon, a dash)
    says.
    """
    cue = reading.cue if reading else None
    if cue is None:
        is_said = quoted >= 0.5 or reading is None
        kind, basis = ("speech", "quotation") if is_said else ("thought", "default")
        return Act(kind, basis, "say" if has_cue and is_said else None)
    if cue.statement_kind != "document" and _is_document(source):
        return Act("document", "source", "show" if cue.cue_class in _SHOWING else cue.cue_class)
    if cue.lemma in _OF_PEOPLE and _is_person(who):
        cue_class, kind = _OF_PEOPLE[cue.lemma]
        return Act(kind, "source", cue_class)
    return Act(cue.statement_kind, "lexicon", cue.cue_class)


def _is_document(source: str) -> bool:
    heads = _WORDS.findall(_AFTER_HEAD.split(source)[0])
    return bool(heads) and heads[-1].lower() in _DOCUMENTS


def _is_person(who: Speakers) -> bool:
    entity = who.names[0].entity if who.names else None
    return entity is not None and entity.entity_type == "PERSON"
