"""To whom by the form of what is said: a letter to, an interview with, an answer to a question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from transforms.coreference.words import Words
from transforms.parties import verbs
from transforms.parties.clause import Found
from transforms.parties.nouns import Nouns

FORM_CASES: Final = frozenset({"to", "with", "before"})
_FORMS: Final = frozenset(
    "interview letter speech remark comment address message email e-mail statement briefing"
    " conversation call testimony memo note text appearance talk meeting presentation report"
    " submission appeal response reply warning apology plea tweet post telegram cable wire"
    " breakfast lunch luncheon dinner".split()
)
"""In which something is said: `in a letter to Congress`."""
_SAID_TO: Final = _FORMS - {"meeting"} | frozenset(
    "pledge promise order demand question answer request threat".split()
)
"""Nouns of cues whose `to` is whom they are said to; not that of an opposition or a commitment."""
_INTERVIEWS: Final = frozenset({"interview", "podcast"})
_OF_INTERVIEW: Final = frozenset({"compound", "nmod:poss", "amod", "nmod"})
_SHOWN: Final = frozenset({"on", "for", "by"})
_ANSWERS: Final = frozenset({"response", "reply", "answer"})
_QUESTIONS: Final = frozenset({"question", "inquiry", "query", "request", "prompt"})
_ASKED_BY: Final = frozenset({"from", "by"})
_TO: Final = frozenset({"to"})
_LEADING: Final = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"})
_NEAR: Final = 6


def in_form(words: Words, nouns: Nouns, verb: int) -> Iterator[Found]:
    """`in a letter to Congress`, `in an interview with the BBC`, `in a BBC interview`."""
    for child in words.children[verb]:
        if verbs.relation(words, child) == "obl":
            yield from _of_form(words, nouns, child)
    after = _form_after(words, verb)
    head = nouns.named_from(after) if after is not None else None
    if head is not None and nouns.is_somebody(head):
        yield head, "form", 0.8


def of_noun(words: Words, nouns: Nouns, place: int) -> Iterator[Found]:
    """`his warning to Iran`, `a letter to lawmakers`."""
    is_said = words.lemma[place].lower() in _SAID_TO
    for child in verbs.with_case(words, place, FORM_CASES) if is_said else ():
        if nouns.is_somebody(child):
            yield child, "noun", 0.85
            return


def _of_form(words: Words, nouns: Nouns, place: int) -> Iterator[Found]:
    lemma = words.lemma[place].lower()
    for child in verbs.with_case(words, place, FORM_CASES) if lemma in _FORMS else ():
        if nouns.is_somebody(child):
            yield child, "form", 0.85
            return
    for child in _asked(words, place):
        if nouns.is_somebody(child):
            yield child, "asked", 0.8
            return
    for child in _interviewers(words, place) if lemma in _INTERVIEWS else ():
        if nouns.is_media(child):
            yield child, "form", 0.8
            return


def _interviewers(words: Words, place: int) -> Iterator[int]:
    """`a CNN interview`, `an interview on CNN`, `an interview for CNN's “New Day”`."""
    yield from (c for c in words.children[place] if words.dep[c] in _OF_INTERVIEW)
    for programme in verbs.with_case(words, place, _SHOWN):
        yield programme
        yield from (c for c in words.children[programme] if words.dep[c] in _OF_INTERVIEW)


def _asked(words: Words, place: int) -> Iterator[int]:
    """Who asked, where a noun is what is answered: `in response to a question from lawmakers`."""
    if words.lemma[place].lower() in _ANSWERS:
        for child in verbs.with_case(words, place, _TO):
            yield from _asked(words, child)
    elif words.lemma[place].lower() in _QUESTIONS:
        yield from verbs.with_case(words, place, _ASKED_BY)
        yield from (c for c in words.children[place] if words.dep[c] == "nmod:poss")


def _form_after(words: Words, verb: int) -> int | None:
    """The token after `said in an interview with`, however the sentence is parsed."""
    for place in range(verb + 1, min(verb + 1 + _NEAR, len(words) - 2)):
        is_form = words.lemma[place].lower() in _FORMS
        for step in (1, 2) if is_form else ():
            if words.text[place + step].lower() in FORM_CASES:
                return place + step + 1
        if words.pos[place] not in _LEADING:
            return None
    return None
