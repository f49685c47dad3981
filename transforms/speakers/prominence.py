"""How much a mention stands out in its sentence, told from the words around it."""

from __future__ import annotations

import re
from typing import Final

from transforms.speakers.layout import Layout
from transforms.speakers.model import Span
from transforms.speakers.words import NOT_IN_TITLES, PREPOSITIONS

SPEAKER: Final = 1.0
SUBJECT: Final = 0.9
INTRODUCED: Final = 0.7
_CLAUSE: Final = 0.8
_OTHER: Final = 0.4
OWNER: Final = 0.25
_VERB: Final = re.compile(
    r"\s+(?:(?:\w+ly|also|then|later|now|never|once|himself|herself|who)\s+)?(?:is|was|has|had|will"
    r"|would|could|can|may|might|does|did|do|says?|said|told|went|came|took|made|gave|got|ran|won"
    r"|lost|met|left|kept|led|held|spoke|wrote|\w{2,}ed)\b"
)
_OWNS: Final = re.compile(r"['’]s?(?!\w)")
_FOLLOWS_SUBJECT: Final = re.compile(r"\s*(?:,|\(|$|—|–|\s(?:and|who|himself|herself)\b)")
_WORD: Final = re.compile(r"[\w’'.-]+")
_OPENING: Final = frozenset("but and so then now still yet also even not when while as if".split())
_MOST_WORDS: Final = 6


def prominence(layout: Layout, span: Span) -> float:
    """The weight of a name or description in the running text, 0 to 1: subjects most."""
    text, (start, end) = layout.text, span
    if _OWNS.match(text, end) or text[start:end].endswith(("'s", "’s")):
        return OWNER
    begin = layout.sentence(start)[0]
    has_verb = _VERB.match(text, end) is not None
    if _leads(text[begin:start]) and (has_verb or _FOLLOWS_SUBJECT.match(text, end)):
        return SUBJECT
    if has_verb:
        return _CLAUSE
    words = _WORD.findall(text[max(begin, start - 40) : start])
    lowly = (
        bool(words)
        and words[-1].lower() in PREPOSITIONS
        and not text.endswith("ccording to ", 0, start)
    )
    return OWNER if lowly else _OTHER


def _leads(before: str) -> bool:
    """Whether nothing but titles and an adverbial stand before it in its sentence."""
    opening, comma, rest = before.partition(",")
    if comma:
        words = _WORD.findall(opening)
        is_adverbial = bool(words) and len(words) <= _MOST_WORDS and "," not in rest
        if not is_adverbial:
            return False
    words = [word.lower() for word in _WORD.findall(rest if comma else before)]
    if words and words[0] in _OPENING:
        words = words[1:]
    return len(words) <= _MOST_WORDS and not any(word in NOT_IN_TITLES for word in words)
