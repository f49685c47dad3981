"""The speakers of all statements of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.speakers.continued import continued
from transforms.speakers.descriptions import Descriptions
from transforms.speakers.known import KnownNames
from transforms.speakers.layout import Layout
from transforms.speakers.model import Parts, Span, Speakers
from transforms.speakers.named import heads
from transforms.speakers.pronouns import Pronouns
from transforms.speakers.words import PRONOUNS

_DATELINE: Final = re.compile(r"[A-Z][A-Z .]{2,}(?:,\s[\w. ]+?)?(?:\s\([^)]+\))?\s+[-—–]+\s+")
_NAMED: Final = 1.0
_CONTINUED: Final = 0.95


def speakers(
    text: str,
    parts: Sequence[Parts],
    names: Sequence[Resolved],
    *,
    sentences: Sequence[Span],
    quoted: bytes,
    reference: Reference,
    published_on: date | None,
) -> list[Speakers]:
    """The speakers of each statement of an article, in the order of `parts`.

    `names` are the article's and `sentences` its sentences' spans, both in text order; `quoted`
    has one byte a character, 1 inside quotation marks; `published_on` tells who held an office
    of the reference then. The names of the speakers are among `names`, but for the body of a
    country (method `body`): there the entity is the body's and the mention the country's.
    """
    layout = Layout(text, sentences, quoted)
    known = KnownNames(text, names)
    descriptions = Descriptions(layout, known, reference, published_on)
    found = [_named(layout, part, known) for part in parts]
    for number in sorted(range(len(parts)), key=lambda each: parts[each].place):
        if found[number].method == "unknown:nominal":
            found[number] = descriptions.speakers(parts[number])
    Pronouns(layout, known, parts, found, descriptions, reference).resolve()
    for number, before in continued(layout, parts):
        if found[before].names:
            found[number] = Speakers.again(found[before], "quotation_continued", _CONTINUED)
    return [_marked(one, known) for one in found]


def _named(layout: Layout, part: Parts, names: KnownNames) -> Speakers:
    """The speakers whom a statement's source names, or why there are none."""
    if part.source is None:
        return Speakers.unknown("no_source")
    text, (start, end) = layout.text, part.source
    dateline = _DATELINE.match(text, start, end)
    start = dateline.end() if dateline else start
    if re.sub(r"\W", "", text[start:end]).lower() in PRONOUNS:
        return Speakers.unknown("pronoun")
    headed = heads(text, (start, end), names.inside((start, end)))
    linked = [name for name in headed if name.entity is not None]
    if linked:
        return Speakers.found(linked, "name", _NAMED)
    return Speakers.unknown("ambiguous" if headed else "nominal")


def _marked(found: Speakers, known: KnownNames) -> Speakers:
    """The same speakers by names that the model marked."""
    names = tuple(known.mention(name) for name in found.names)
    return Speakers(names=names, method=found.method, score=found.score)
