"""Whether what a cue reports is denied, and how far it is a fact, by syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from transforms.coreference.words import Words

_NOT: Final = frozenset("not n't n’t never neither nor hardly barely scarcely no".split())
_NOBODY: Final = frozenset({"nobody", "none", "no-one", "neither"})
_ONLY: Final = frozenset({"only", "just", "merely", "simply", "least"})
"""`not only said` was said."""
_WITHOUT: Final = frozenset({"without", "instead", "rather", "than", "short", "far"})
"""Markers of what did not happen: `without saying`, `short of saying`."""
_LEAVING: Final = frozenset(
    "decline refuse fail avoid neglect omit forget resist refrain hesitate stop".split()
)
"""Verbs of not doing what follows: `declined to say`."""
_TELLING: Final = frozenset(
    "say comment answer respond reply tell discuss speak talk elaborate explain identify name"
    " specify confirm disclose reveal mention address acknowledge provide give speculate take"
    " apologize release offer rule describe detail return share predict commit".split()
)
"""What somebody declines who says nothing; other refusals are acts of their own."""
_POSSIBLE: Final = frozenset(
    "may might could can perhaps possibly maybe probably allegedly reportedly apparently seemingly"
    " supposedly potentially purportedly likely".split()
)
_FUTURE: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "gonna"})
_NECESSARY: Final = frozenset({"should", "must", "ought", "need"})
_HYPOTHETICAL: Final = frozenset({"would", "'d", "’d"})
_WISHES: Final = frozenset({"like", "prefer", "love", "hate", "rather"})
"""`would like` is a wish of now."""
_IF: Final = frozenset({"if", "unless", "whether", "until", "once"})
_AHEAD: Final = frozenset(
    "plan intend expect hope want aim schedule prepare ready set due promise vow pledge threaten"
    " propose decide agree go about poise likely wish seek urge ask tell order call".split()
)
"""What governs something yet to come: `plans to tell`."""
_SEEN: Final = frozenset({"seem", "appear"})
_OBLIGED: Final = frozenset({"need", "have"})
_CLAUSES: Final = frozenset({"xcomp"})
_STEPS: Final = 4


def standing(words: Words, place: int, cue: Sequence[int]) -> tuple[bool, str]:
    """Whether the act at token `place` is denied, and its modality.

    `cue`: the tokens of the whole cue. Modality: asserted, possible (may say, reportedly said),
    future (will say, plans to say), hypothetical (would say, if he says), necessary (should say),
    question (did he say?). A refusal to tell is denied, `declined to comment`, and asserted, `would
    not say`.
    """
    governors = list(_governors(words, place))
    chain = [place, *governors]
    denied = any(_is_denied(words, each) for each in chain)
    denied = denied or any(_leaves(words, each) for each in governors)
    denied = denied or _declines(words, place, cue) or _is_in_denied_pair(words, place)
    modality = _modality(words, chain)
    if denied and modality == "hypothetical" and "would" in _helpers(words, place):
        modality = "asserted"
    return denied, modality


def _governors(words: Words, place: int) -> Iterator[int]:
    """The verbs whose complement an act is: `may want to [say]`."""
    for _ in range(_STEPS):
        above = words.head[place]
        relation = words.dep[place].split(":")[0]
        is_of_it = relation in _CLAUSES or (relation == "advcl" and _marks(words, place) & {"of"})
        if above == place or not is_of_it:
            return
        yield above
        place = above


def _marks(words: Words, place: int) -> set[str]:
    return {
        words.lemma[c].lower()
        for c in words.children[place]
        if words.dep[c].split(":")[0] in {"mark", "case"} and c < place
    }


def _is_denied(words: Words, place: int) -> bool:
    for child in words.children[place]:
        relation, lemma = words.dep[child].split(":")[0], words.text[child].lower()
        if relation in {"advmod", "cc", "det", "neg"} and lemma in _NOT and child < place:
            if relation == "cc":
                return True
            after = words.text[child + 1].lower() if child + 1 < len(words) else ""
            if after not in _ONLY:
                return True
        if relation == "nsubj" and _is_nobody(words, child):
            return True
        if relation in {"mark", "case", "cc"} and lemma in _WITHOUT and child < place:
            return True
    return False


def _is_nobody(words: Words, place: int) -> bool:
    if words.text[place].lower() in _NOBODY:
        return True
    return any(words.text[c].lower() in {"no", "neither"} for c in words.children[place])


def _leaves(words: Words, place: int) -> bool:
    """Whether a governor says that what follows was not done."""
    lemma = words.lemma[place].lower()
    beside = {words.text[c].lower() for c in words.children[place]}
    if lemma == "stop":
        return "short" in beside
    return lemma in _LEAVING or (lemma == "have" and "yet" in beside)


def _declines(words: Words, place: int, cue: Sequence[int]) -> bool:
    """Whether a cue of refusing is a refusal to tell: `declined to comment`."""
    if words.lemma[place].lower() not in _LEAVING:
        return False
    inside = [c for c in words.children[place] if words.dep[c] in {"xcomp", "obj", "advcl"}]
    last = [each for each in cue if each > place]
    return any(words.lemma[c].lower() in _TELLING for c in [*inside, *last])


def _is_in_denied_pair(words: Words, place: int) -> bool:
    """Whether it is the second of two that are denied together: `did not confirm or deny`."""
    if words.dep[place].split(":")[0] != "conj":
        return False
    joiners = {words.text[c].lower() for c in words.children[place] if words.dep[c] == "cc"}
    has_own = any(words.dep[c].startswith(("aux", "nsubj")) for c in words.children[place])
    is_joined = bool(joiners & {"or", "nor"}) and not has_own
    return is_joined and _is_denied(words, words.head[place])


def _modality(words: Words, chain: Sequence[int]) -> str:
    if _is_asked(words, chain[-1]):
        return "question"
    for place, above in zip(chain, [*chain[1:], None], strict=True):
        found = _own_modality(words, place)
        if found:
            return found
        if above is not None:
            lemma = words.lemma[above].lower()
            if lemma in _SEEN:
                return "possible"
            if lemma in _OBLIGED and not _leaves(words, above):
                return "necessary"
            if lemma in _AHEAD:
                return "future"
    return "asserted"


def _own_modality(words: Words, place: int) -> str | None:
    helpers = _helpers(words, place)
    if helpers & _IF:
        return "hypothetical"
    if helpers & _NECESSARY:
        return "necessary"
    if helpers & _POSSIBLE:
        return "possible"
    if helpers & _FUTURE or _is_to(words, place):
        return "future"
    if helpers & _HYPOTHETICAL and words.lemma[place].lower() not in _WISHES:
        return None if "rather" in helpers else "hypothetical"
    return None


def _is_to(words: Words, place: int) -> bool:
    """Whether a verb is one of those that are to come: `is to tell`."""
    children = [c for c in words.children[place] if c < place]
    is_bound = any(words.dep[c] == "aux" and words.lemma[c] == "be" for c in children)
    return is_bound and any(words.tag[c] == "TO" for c in children)


def _helpers(words: Words, place: int) -> set[str]:
    """The auxiliaries, adverbs and markers before a verb."""
    return {
        words.text[c].lower()
        for c in words.children[place]
        if words.dep[c].startswith(("aux", "advmod", "mark")) and c < place
    }


def _is_asked(words: Words, place: int) -> bool:
    """Whether a clause asks: its helper before its subject, a question mark at its end."""
    if words.head[place] != place and words.dep[place] not in {"parataxis", "conj", "ccomp"}:
        return False
    children = words.children[place]
    helper = next((c for c in children if words.dep[c].startswith(("aux", "cop"))), None)
    subject = next((c for c in children if words.dep[c].startswith("nsubj")), None)
    if helper is None or subject is None or not helper < subject < place:
        return False
    return any(words.text[c] == "?" for c in children if c > place)
