"""Through whom a statement came, and whom its teller goes back to: the chain of attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from transforms.coreference.words import Words
from transforms.parties import verbs
from transforms.parties.clause import Clause, Found
from transforms.parties.nouns import Nouns

_ON: Final = frozenset({"on", "in", "via", "through", "by", "to"})
_THERE: Final = frozenset({"on", "in"})
_THROUGH: Final = frozenset({"through", "via"})
_CARRIED: Final = frozenset(
    "quote cite carry publish report release distribute broadcast obtain air post print run"
    " read issue paraphrase relay".split()
)
_NEAR: Final = 8
_CITING: Final = frozenset({"cite", "quote"})
_DOCUMENTS: Final = frozenset(
    "source report document statement study survey poll figure data record filing letter".split()
)
_FORMS: Final = frozenset(
    "interview statement remark comment letter article column appearance editorial report post"
    " speech tweet message op-ed show program broadcast".split()
)


def channels(clause: Clause, told: Sequence[int]) -> Iterator[Found]:
    """Whom a statement came through.

    An outlet that is told or interviews (`told` are the addressees' heads), that quotes the
    source, carries the words, or is where they were said; whoever speaks for the source.
    """
    for place in told:
        if clause.nouns.is_media(place):
            yield place, "told", 0.95
    for act in clause.acts:
        yield from _of(clause, act)
        yield from _quoted_before(clause, act)


def _quoted_before(clause: Clause, act: int) -> Iterator[Found]:
    """`officials quoted by Reuters said`, however the sentence is parsed."""
    words = clause.words
    for place in range(max(0, act - _NEAR), act - 2):
        is_quoting = words.lemma[place].lower() in _CITING and words.text[place + 1] == "by"
        head = clause.nouns.begun_at(place + 2) if is_quoting else None
        if head is not None and words.sentence[head] == words.sentence[act]:
            yield head, "quoted_by", 0.85


def _of(clause: Clause, act: int) -> Iterator[Found]:
    words, nouns = clause.words, clause.nouns
    if words.lemma[act].lower() in _CARRIED and verbs.is_passive(words, act):
        yield from ((place, "quoted_by", 0.9) for place in verbs.agents(words, act))
    for place in verbs.with_case(words, act, _ON):
        if nouns.is_media(place):
            yield place, "said_on", 0.9
        elif verbs.cases(words, place) & _THROUGH and nouns.is_somebody(place):
            yield place, "through", 0.85
        else:
            yield from _of_form(words, nouns, place)
    for participle in clause.participles(act):
        for place in verbs.with_case(words, participle, frozenset({"on", "to", "with"})):
            if nouns.is_media(place):
                yield place, "said_on", 0.85
    for subject in verbs.subjects(words, act):
        yield from _carriers(words, subject)


def _of_form(words: Words, nouns: Nouns, place: int) -> Iterator[Found]:
    """`in a statement carried by TASS`, `on CNN's show`, `in an interview on Fox News`."""
    if words.lemma[place].lower() in _FORMS:
        yield from _carriers(words, place)
        for child in verbs.with_case(words, place, frozenset({"on", "in", "for"})):
            if nouns.is_media(child):
                yield child, "said_on", 0.85
    is_there = bool(verbs.cases(words, place) & _THERE)
    for child in words.children[place] if is_there else ():
        is_owner = words.dep[child] in {"nmod:poss", "compound"}
        if is_owner and nouns.mention(child) is not None and nouns.is_media(child):
            yield child, "said_on", 0.85


def _carriers(words: Words, place: int) -> Iterator[Found]:
    """`officials quoted by Reuters`, `a statement released by his office`."""
    for child in words.children[place]:
        if words.dep[child] == "acl" and words.lemma[child].lower() in _CARRIED:
            yield from ((agent, "quoted_by", 0.9) for agent in verbs.agents(words, child))


def origins(clause: Clause) -> Iterator[Found]:
    """Whom the teller cites: `reported, citing officials`."""
    words, nouns = clause.words, clause.nouns
    for act in clause.acts:
        own = [act] if words.lemma[act].lower() in _CITING else []
        for verb in [*own, *filter(partial(_cites, words), clause.participles(act))]:
            for place in verbs.objects(words, verb) if not verbs.is_passive(words, verb) else ():
                if nouns.is_somebody(place) or words.lemma[place].lower() in _DOCUMENTS:
                    yield place, "citing", 0.9
                    return


def _cites(words: Words, verb: int) -> bool:
    """Whether a participle tells where it is from: `citing officials`, not `after citing them`."""
    is_bare = not any(words.dep[c] == "mark" for c in words.children[verb])
    return is_bare and words.lemma[verb].lower() in _CITING
