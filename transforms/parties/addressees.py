"""To whom a statement is made: whom somebody tells, asks, calls on, speaks or writes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from transforms.coreference.words import Words
from transforms.parties import verbs
from transforms.parties.clause import Clause, Found
from transforms.parties.forms import FORM_CASES, in_form, of_noun

_TELL: Final = frozenset(
    "tell inform assure remind warn urge ask advise notify persuade convince promise order instruct"
    " command beg implore encourage invite thank challenge brief reassure address text"
    " email write message admonish caution counsel exhort beseech plead press pressure prod push"
    " lobby question query interrogate quiz grill direct forbid permit teach greet lecture"
    " forewarn alert apprise entreat summon request dare cajole phone enjoin coax"
    " goad egg nudge compel dissuade discourage".split()
)
"""Verbs whose object is whom they speak to."""
_OBJECT_FIRST: Final = frozenset("tell remind assure inform warn urge advise notify".split())
"""Of these those that are followed by it at once, however the sentence is parsed."""
_OF_THINGS: Final = frozenset(
    "question challenge promise order address query write message forbid press push".split()
)
"""Of these those whose object may as well be what they are about: `questioned the decision`."""
_TO: Final = frozenset({"to"})
_PREPOSITIONS: Final = {
    "call": frozenset({"on", "upon"}),
    "prevail": frozenset({"on", "upon"}),
    "plead": frozenset({"with", "to"}),
    "reason": frozenset({"with"}),
    "argue": frozenset({"with"}),
    "joke": frozenset({"with", "to"}),
    "share": frozenset({"with"}),
    "speak": frozenset({"with", "to"}),
    "talk": frozenset({"with", "to"}),
    "discuss": frozenset({"with"}),
    "testify": frozenset({"before", "to"}),
    "shout": frozenset({"at", "to"}),
    "yell": frozenset({"at", "to"}),
    "scream": frozenset({"at", "to"}),
    "tweet": frozenset({"at", "to"}),
    "demand": frozenset({"of", "from"}),
    "ask": frozenset({"of"}),
    "require": frozenset({"of"}),
    "inquire": frozenset({"of"}),
}
_NOT_TO: Final = frozenset(
    "refer point allude attribute agree object compare liken commit listen relate tie link turn"
    " lead look appear seem belong happen move return head come go devote subject react contribute"
    " cling attach stick lend take".split()
)
"""Verbs whose `to` is not whom they speak to."""
_SPEAKING: Final = frozenset(
    "speak talk address write testify appear answer respond reply tell brief turn".split()
)
_ASKING: Final = frozenset({"ask", "press", "question", "quiz", "challenge", "prod", "query"})


def addressees(clause: Clause) -> Iterator[Found]:
    """Each party that a cue's act is addressed to."""
    words = clause.words
    for verb in clause.acts:
        found = list(_of_verb(clause, verb))
        if found:
            yield from found
            return
    if clause.reading.cue is None or not _is_voiced(clause):
        return
    for place in [clause.reading.place, *clause.reading.tokens]:
        if words.pos[place] in {"NOUN", "PROPN"}:
            found = list(of_noun(words, clause.nouns, place))
            if found:
                yield from found
                return


def _of_verb(clause: Clause, verb: int) -> Iterator[Found]:
    words, nouns = clause.words, clause.nouns
    lemma = words.lemma[verb].lower()
    if lemma in _TELL:
        is_passive = verbs.is_passive(words, verb)
        is_audience = nouns.is_audience if lemma == "tell" else nouns.is_somebody
        for place in _told(clause, verb) if is_passive else verbs.objects(words, verb):
            is_told = not is_passive and _is_spoken_to(words, verb, place)
            if is_told or (is_audience(place) and (lemma != "promise" or _is_given(words, place))):
                yield place, "told", 0.95
                return
        is_first = lemma in _OBJECT_FIRST and not is_passive and verb + 1 < len(words)
        after = nouns.begun_after(verb) if is_first else None
        if after is not None and is_audience(after):
            yield after, "told", 0.85
            return
    own = _PREPOSITIONS.get(lemma, frozenset())
    for place in [*verbs.with_case(words, verb, own - _TO), *verbs.after(words, verb, own - _TO)]:
        if nouns.is_somebody(place) and place > verb:
            yield place, "preposition", 0.9
            return
    if _is_voiced(clause):
        is_to = lemma not in _NOT_TO and (not own or own & _TO)
        for place in verbs.with_case(words, verb, _TO) if is_to else ():
            if nouns.is_somebody(place):
                yield place, "preposition:to", 0.9
                return
        yield from in_form(words, nouns, verb)
        yield from _beside(clause, verb)
        yield from _of_speaker(clause, verb)


def _is_spoken_to(words: Words, verb: int, place: int) -> bool:
    """Whether an object is somebody by what follows: `told friends that`, `asked the hall to`."""
    if words.lemma[verb].lower() in _OF_THINGS or words.pos[place] not in {"NOUN", "PROPN"}:
        return False
    is_more = any(words.dep[c] in {"ccomp", "xcomp"} and c > place for c in words.children[verb])
    return words.dep[place] == "iobj" or (words.dep[place] == "obj" and is_more)


def _is_given(words: Words, place: int) -> bool:
    """Whether an object is whom something is given to: `promised them peace`, `promised a deal`."""
    return words.dep[place] == "iobj" or words.pos[place] == "PRON"


def _is_voiced(clause: Clause) -> bool:
    """Whether a cue says that something was said, not thought or seen."""
    cue = clause.reading.cue
    return cue is None or cue.statement_kind in {"speech", "document"}


def _told(clause: Clause, verb: int) -> Iterator[int]:
    """Who is told in a passive: `he was asked`, `asked by reporters, he said`.

    A parse may hang `when asked` on what is quoted: then who says that is asked.
    """
    words = clause.words
    yield from verbs.subjects(words, verb)
    if words.dep[verb] == "advcl":
        above = words.head[verb]
        if above < verb and above not in clause.others:
            yield from _of_cue_before(clause, verb)
        yield from verbs.subjects(words, above)
    elif words.dep[verb] == "acl":
        yield words.head[verb]


def _of_cue_before(clause: Clause, verb: int) -> Iterator[int]:
    """The subject of the last other cue before a verb in its sentence."""
    words = clause.words
    before = [c for c in clause.others if c < verb and words.sentence[c] == words.sentence[verb]]
    for cue in sorted(before, reverse=True)[:1]:
        yield from verbs.subjects(words, cue)


def _beside(clause: Clause, verb: int) -> Iterator[Found]:
    """`Speaking to reporters, he said`; `Asked by reporters, he said`."""
    words, nouns = clause.words, clause.nouns
    for participle in verbs.participles(words, verb):
        lemma = words.lemma[participle].lower()
        if lemma in _ASKING:
            is_passive = verbs.is_passive(words, participle)
            asking = verbs.agents if is_passive else verbs.subjects
            for place in asking(words, participle):
                if nouns.is_somebody(place) and not clause.is_subject(place):
                    yield place, "asked", 0.8
                    return
        elif participle in clause.others:
            continue
        elif lemma in _SPEAKING and not verbs.is_passive(words, participle):
            spoken = verbs.with_case(words, participle, FORM_CASES)
            own = verbs.objects(words, participle) if lemma in _TELL else ()
            for place in [*own, *spoken]:
                if nouns.is_somebody(place):
                    yield place, "speaking", 0.85
                    return


def _of_speaker(clause: Clause, verb: int) -> Iterator[Found]:
    """`a source who spoke to Fox News said`, `an official speaking to the BBC said`."""
    words, nouns = clause.words, clause.nouns
    for subject in verbs.subjects(words, verb):
        for child in words.children[subject]:
            is_told = words.dep[child].startswith("acl") and words.lemma[child] in _SPEAKING
            for place in verbs.with_case(words, child, FORM_CASES) if is_told else ():
                if nouns.is_somebody(place) and child not in clause.others:
                    yield place, "speaking", 0.8
                    return
