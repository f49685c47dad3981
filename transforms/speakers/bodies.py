"""Bodies of a country that the reference knows: `the Qatari embassy`, `Madrid's foreign ministry`.

The country is named, the body is not: the mention that such a speaker rests on is the country's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from transforms.entities.model import Resolved
from transforms.entities.names import key
from transforms.entities.records import Organization
from transforms.entities.reference import Reference
from transforms.speakers.model import Span

_END: Final = re.compile(r"[,;(—–]|\s(?:in|of|at|on|that|which|who)\s|['’]s?$")
_ARTICLE: Final = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_COUNTRIES: Final = frozenset({"GPE", "NORP"})


def body(
    text: str, source: Span, names: Sequence[Resolved], reference: Reference
) -> Resolved | None:
    """The one body of the reference that a source describes, as a mention of its country.

    `names`: those inside the source. None where the reference does not know it, or no name in
    the source stands for the body's country.
    """
    article = _ARTICLE.match(text, *source)
    start = article.end() if article else source[0]
    cut = _END.search(text, start, source[1])
    end = cut.start() if cut else source[1]
    for name in names:
        entity = name.entity
        if name.name.start != start or entity is None or name.entity_type not in _COUNTRIES:
            continue
        for known in _known(text, name, end, reference):
            if known.country == entity.country_code:
                return replace(name, entity=known.entity, entity_type="ORG")
    return None


def _known(text: str, name: Resolved, end: int, reference: Reference) -> Iterator[Organization]:
    """The organisations that are called so by the country's adjective or by its name."""
    rest = re.sub(r"^['’]s?\s+", "", text[name.name.end : end]).strip()
    if not rest or name.entity is None:
        return
    for called in (f"{name.name.text} {rest}", f"{name.entity.name}'s {rest}"):
        found = reference.organizations.get(key(called), ())
        if len(found) == 1:
            yield found[0]
