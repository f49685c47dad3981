"""Whether the verb that a time hangs on looks back or ahead."""

from __future__ import annotations

from typing import Final, Literal

from transforms.coreference.words import Words
from transforms.times.attachment import attached

Tense = Literal["past", "present", "future"]

_AHEAD: Final = frozenset("will wo 'll ’ll shall may might can should must would".split())
_PLANS: Final = frozenset(
    "expect schedule plan set due slate intend hope aim likely ready bind agree promise want vow"
    " pledge prepare propose seek decide ask urge invite order need payable effective will able"
    " subject available offer begin start".split()
)
"""Lemmas whose infinitive or passive is yet to happen: `is scheduled to meet`."""
_DUE: Final = frozenset(
    "due payable effective set expect schedule slate plan expire mature redeemable".split()
)
_PLANNED: Final = frozenset({"schedule", "slate", "plan"})
"""Of these the past tense too says what is to be: `they planned a march on Saturday`."""
_OVER: Final = frozenset({"following", "after", "since"})
_LINKS: Final = frozenset({"ADP", "PRON", "DET"})
_NEAR: Final = 3
_STEPS: Final = 8


def tense(words: Words, at: int) -> Tense | None:
    """The tense of the nearest verb above the word `at`; None where no verb stands there.

    A past tense right before it is its own (`he told me on Friday`), and what follows something
    that is not to come is over (`Following Monday's debate`).
    """
    before = range(max(0, at - _NEAR), at)
    found = _above(words, at)
    if found != "future" and any(words.text[i].lower() in _OVER for i in before):
        return "past"
    return "past" if _is_right_after_past(words, at) else found


def _is_right_after_past(words: Words, at: int) -> bool:
    for i in reversed(range(max(0, at - _NEAR), at)):
        if words.tag[i] == "VBD" and words.pos[i] == "VERB":
            return True
        if words.pos[i] not in _LINKS:
            return False
    return False


def _above(words: Words, at: int) -> Tense | None:
    time = at
    for _ in range(_STEPS):
        head = attached(words, at)
        if words.lemma[at] in _DUE and (ahead := _of_due(words, at, time)):
            return ahead
        found = _own(words, at)
        if found is not None:
            return found
        if head == at:
            return None
        at = head
    return None


def _of_due(words: Words, at: int, time: int) -> Tense | None:
    """What is planned is yet to be, unless it had been planned; a plain past tense says nothing."""
    if any(words.text[i] == "had" for i in words.children[at]):
        return "past"
    is_plan = words.lemma[at] in _PLANNED and at < time
    return "future" if is_plan or words.tag[at] != "VBD" else None


def _own(words: Words, at: int) -> Tense | None:
    """The tense of a word that is a verb or has one beside it (`is ready`)."""
    helpers = [i for i in words.children[at] if words.dep[i].startswith(("aux", "cop"))]
    for i in helpers:
        if words.tag[i] == "MD":
            return "future" if words.text[i].lower() in _AHEAD else "past"
    if any(words.tag[i] == "TO" for i in words.children[at]) and words.tag[at] == "VB":
        return _of_infinitive(words, at)
    return _by_tag(words, at, helpers)


def _by_tag(words: Words, at: int, helpers: list[int]) -> Tense | None:
    tags = {words.tag[i] for i in helpers}
    tag = words.tag[at]
    if "VBD" in tags or tag == "VBD":
        return "past"
    if tag == "VBN":
        having = any(words.lemma[i] == "have" for i in helpers)
        return "past" if having or not helpers else "present"
    if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return "past" if any(words.lemma[i] == "have" for i in helpers) else "present"
    return None


def _of_infinitive(words: Words, at: int) -> Tense | None:
    head = words.head[at]
    if any(words.text[i] == "had" for i in words.children[head]):
        return "past"
    if head == at or words.lemma[head] in _PLANS:
        return "future"
    found = _own(words, head)
    return "future" if found == "present" else found
