"""Whose document a source is: `a report by the Treasury`, `a Quinnipiac poll`, `Lee's letter`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from transforms.entities.model import Resolved
from transforms.speakers.model import Span
from transforms.speakers.named import heads
from transforms.speakers.phrases import Phrase
from transforms.speakers.words import WORDS_OF_SOMEBODY

_RULINGS: Final = frozenset("report reports ruling decision statement testimony words".split())
"""Heads whose `of` says whose it is, not what it is about."""
_END: Final = re.compile(r"[,;:(—–]|\b(?:in|on|at|about|that|which|who|for|with|last|this)\b")
_ACTORS: Final = frozenset({"PERSON", "ORG"})


def makers(text: str, source: Span, names: Sequence[Resolved], described: Phrase) -> list[Resolved]:
    """The people or organisations whose words a source is; none where it does not say so.

    `names`: those inside the source, in text order; `described`: the source's noun phrase.
    """
    if described.surface not in WORDS_OF_SOMEBODY:
        return []
    made = _after(text, source, names, "by|from") or _owner(text, source, names, described)
    if not made and described.surface in _RULINGS:
        made = _after(text, source, names, "of")
    return made


def _after(text: str, source: Span, names: Sequence[Resolved], word: str) -> list[Resolved]:
    """The people or organisations right after the first such preposition that they follow."""
    start, end = source
    cut = re.search(r",|\b(?:that|which|who)\b", text[start:end])
    end = start + cut.start() if cut else end
    for found in re.finditer(rf"\b(?:{word})\s+(?:the\s+)?", text[start:end]):
        begin = start + found.end()
        rest = _END.search(text, begin, end)
        inside = [name for name in names if name.name.start >= begin]
        made = heads(text, (begin, rest.start() if rest else end), inside)
        if made and made[0].entity_type in _ACTORS:
            return made
    return []


def _owner(text: str, source: Span, names: Sequence[Resolved], described: Phrase) -> list[Resolved]:
    """`Mr. Lee's letter`: the owner; `a Reuters poll`: the organisation that names it."""
    start, end = source
    noun = re.search(rf"\b{re.escape(described.surface)}", text[start:end], re.IGNORECASE)
    head = start + noun.start() if noun else start
    for name in names:
        between = text[name.name.end : head]
        before = text[start : name.name.start]
        if name.entity_type not in _ACTORS or name.name.start > head or len(before.split()) > 3:
            continue
        if re.match(r"['’]s?\s", between) or name.name.text.endswith(("'s", "’s", "s'", "s’")):
            return [name] if len(between.split()) <= 5 else []
        if name.entity_type == "ORG" and not between.strip(" \n"):
            return [name]
    return []
