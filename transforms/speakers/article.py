"""The speakers of all statements of an article, by names, descriptions and pronouns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.speakers.continued import continued
from transforms.speakers.descriptions import Descriptions
from transforms.speakers.genders import genders
from transforms.speakers.known import KnownNames
from transforms.speakers.layout import Layout
from transforms.speakers.model import Parts, Span, Speakers
from transforms.speakers.named import heads
from transforms.speakers.pronouns import Pronouns
from transforms.speakers.roles import Role
from transforms.speakers.words import PRONOUNS

_DATELINE: Final = re.compile(r"[A-Z][A-Z .]{2,}(?:,\s[\w. ]+?)?(?:\s\([^)]+\))?\s+[-—–]+\s+")
_NAMED: Final = 1.0
_CONTINUED: Final = 0.95


class Article:
    """An article's text, names and statements, to be asked who speaks.

    `names` are the article's and `sentences` its sentences' spans, both in text order; `quoted`
    has one byte a character, 1 inside quotation marks; `published_on` tells who held an office
    of the reference then.
    """

    def __init__(
        self,
        text: str,
        parts: Sequence[Parts],
        names: Sequence[Resolved],
        *,
        sentences: Sequence[Span],
        quoted: bytes,
        reference: Reference,
        published_on: date | None,
    ) -> None:
        self.text = text
        self.parts = parts
        self.quoted = quoted
        self._reference = reference
        self._layout = Layout(text, sentences, quoted)
        self._known = KnownNames(text, names)
        self._descriptions = Descriptions(self._layout, self._known, reference, published_on)

    @property
    def genders(self) -> Mapping[str, str]:
        """m, f or '' for each person of the article, by `person_key`."""
        return genders(self._known.all, self._layout, self._reference)

    @property
    def roles(self) -> Sequence[Role]:
        """What the article introduces its people and organisations as, in text order."""
        return self._descriptions.roles

    def meant(self, span: Span) -> Resolved | None:
        """The name of the one person or body that the description at a span means, by rule."""
        found = self._descriptions.meant(span)
        return self._known.mention(found) if found else None

    def speakers(self) -> list[Speakers]:
        """The speakers of each statement, in the order of its `parts`.

        The names of the speakers are among the article's, but for the body of a country (method
        `body`): there the entity is the body's and the mention the country's.
        """
        found = [self._named(part) for part in self.parts]
        for number in sorted(range(len(self.parts)), key=lambda each: self.parts[each].place):
            if found[number].method == "unknown:nominal":
                found[number] = self._descriptions.speakers(self.parts[number])
        Pronouns(
            self._layout, self._known, self.parts, found, self._descriptions, self._reference
        ).resolve()
        return [self._marked(one) for one in self.continued(found)]

    def continued(self, found: Sequence[Speakers]) -> list[Speakers]:
        """The same, quotations that go on with the one before among them."""
        made = list(found)
        for number, before in continued(self._layout, self.parts):
            if made[before].names and not made[number].names:
                made[number] = Speakers.again(made[before], "quotation_continued", _CONTINUED)
        return made

    def _named(self, part: Parts) -> Speakers:
        """The speakers whom a statement's source names, or why there are none."""
        if part.source is None:
            return Speakers.unknown("no_source")
        start, end = part.source
        dateline = _DATELINE.match(self.text, start, end)
        start = dateline.end() if dateline else start
        if re.sub(r"\W", "", self.text[start:end]).lower() in PRONOUNS:
            return Speakers.unknown("pronoun")
        headed = heads(self.text, (start, end), self._known.inside((start, end)))
        linked = [name for name in headed if name.entity is not None]
        if linked:
            return Speakers.found(linked, "name", _NAMED)
        return Speakers.unknown("ambiguous" if headed else "nominal")

    def _marked(self, found: Speakers) -> Speakers:
        """The same speakers by names that the model marked."""
        names = tuple(self._known.mention(name) for name in found.names)
        return Speakers(names=names, method=found.method, score=found.score)
