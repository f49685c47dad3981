"""Speakers that rules on names leave open: by coreference, or somebody without a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from transforms.coreference.chances import chances
from transforms.coreference.model import SURE, Mention, alone
from transforms.coreference.words import Words
from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.references.firsts import authors, first_persons
from transforms.references.sources import Sources
from transforms.references.unnamed import INDEFINITE, author, unnamed
from transforms.speakers.documents import makers
from transforms.speakers.model import Parts, Speakers
from transforms.speakers.phrases import phrase

_OPEN: Final = frozenset({"unknown:pronoun", "unknown:nominal"})
_UNNAMED: Final = 0.85
_DESCRIBED: Final = 0.95
_MADE: Final = 0.85
_DEFINITE: Final = [[word] for word in "the these those this that both".split()]
_FIRST_PERSON: Final = 0.85


class Others:
    """The mentions of an article as speakers.

    `named`: each cluster's name, if it has one; `nameless`: who or what the others are, of those
    that speak; `bare`: mentions that only sources show.
    """

    def __init__(
        self,
        text: str,
        words: Words,
        mentions: Sequence[Mention],
        *,
        quoted: bytes,
        article_id: str,
        reference: Reference,
    ) -> None:
        self._text = text
        self._quoted = quoted
        self._mentions = mentions
        self._article_id = article_id
        self._reference = reference
        self._sources = Sources(words, mentions)
        self.bare: list[Mention] = []
        self._names = [each for each in mentions if each.name is not None]
        self._chance = chances(mentions)
        self.named = _named(mentions)
        self.nameless: dict[int, Resolved | None] = {}

    def completed(self, found: Sequence[Speakers], parts: Sequence[Parts]) -> list[Speakers]:
        """The same speakers, and those that mentions tell; `found` and `parts` in one order."""
        made = [
            self._speakers(one, part) if not one.names else one
            for one, part in zip(found, parts, strict=True)
        ]
        for number, outer in first_persons(self._text, self._quoted, parts, made):
            made[number] = Speakers.again(made[outer], "first_person", _FIRST_PERSON)
        for number in authors(self._text, self._quoted, parts, made):
            made[number] = self._author(parts[number]) or made[number]
        return made

    def _speakers(self, found: Speakers, part: Parts) -> Speakers:
        if found.method == "unknown:no_source":
            return self._without_source(found, part)
        if found.method not in _OPEN:
            return found
        number = self._sources.of(part)
        if number is None:
            return self._bare(found, part)
        mention = self._mentions[number]
        method = "relative" if self._is_relative(part, mention) else mention.mention_type
        return self._meant(number, method) or found

    def _without_source(self, found: Speakers, part: Parts) -> Speakers:
        number = self._sources.subject(part)
        if number is not None:
            return self._meant(number, "subject") or found
        return Speakers.unknown("passive") if self._sources.is_passive(part) else found

    def _meant(self, number: int, method: str) -> Speakers | None:
        """Whom a mention goes back to: a name, or somebody without one; None: nobody."""
        mention = self._mentions[number]
        name, chance = self.named.get(mention.cluster), self._chance[number]
        is_sure = chance >= SURE[mention.mention_type]
        if name is not None and is_sure:
            if name.entity is None:
                return Speakers.unknown("ambiguous")
            return Speakers.found([name], method, chance)
        if name is not None and mention.mention_type == "pronoun":
            return Speakers.unknown("unsure")
        is_alone = name is not None or not (is_sure and self._is_definite(mention))
        key = alone(mention) if is_alone else mention.cluster
        if key not in self.nameless:
            self.nameless[key] = self._nameless(mention, is_alone=is_alone)
        described = self.nameless[key]
        if described is not None and described.entity_type == "DOCUMENT":
            made = self._makers(described.name.start, described.name.end)
            if made:
                return Speakers.found(made, "document_by", _MADE)
        return _as_speaker(described, is_first=mention.antecedent is None)

    def _author(self, part: Parts) -> Speakers | None:
        """Whoever wrote the article or reads it, as somebody without a name."""
        number = self._sources.of(part)
        if number is None or self._mentions[number].cluster in self.named:
            return None
        mention = self._mentions[number]
        meant = author(mention, self._text, self._article_id)
        self.nameless.setdefault(mention.cluster, meant)
        method = "collective" if meant.entity_type == "GROUP" else "author"
        return Speakers(names=(meant,), method=method, score=_UNNAMED)

    def _is_definite(self, mention: Mention) -> bool:
        """Whether a mention may go back to another: `the officials`, not `other officials`."""
        words = self._text[mention.start : mention.end].lower().split()
        return mention.mention_type == "pronoun" or words[:1] in _DEFINITE

    def _is_relative(self, part: Parts, mention: Mention) -> bool:
        return part.source is not None and mention.head[1] <= part.source[0]

    def _bare(self, found: Speakers, part: Parts) -> Speakers:
        """A source that is no phrase to the parser: `many`, `52 percent of voters`."""
        if part.source is None:
            return found
        start, end = part.source
        span = (start, end)
        bare = Mention(
            start=start,
            end=end,
            phrase=span,
            head=span,
            mention_type="nominal",
            is_plural=True,
            is_somebody=True,
            cluster=-1 - start,
            antecedent=None,
            method="first",
            score=None,
        )
        words = set(self._text[start:end].lower().split())
        if not words & (INDEFINITE | {"percent", "%"}):
            return found
        if bare.cluster not in self.nameless:
            self.bare.append(bare)
            self.nameless[bare.cluster] = self._nameless(bare)
        return _as_speaker(self.nameless[bare.cluster], is_first=True) or found

    def _makers(self, start: int, end: int) -> list[Resolved]:
        """Those whose words a document is, by its description at a span."""
        described = phrase(self._text[start:end], self._reference)
        inside = self._inside(start, end)
        made = makers(self._text, (start, end), inside, described) if described else []
        return [name for name in made if name.entity is not None]

    def _inside(self, start: int, end: int) -> list[Resolved]:
        return [
            each.name
            for each in self._names
            if each.name is not None and start <= each.start and each.end <= end
        ]

    def _nameless(self, mention: Mention, *, is_alone: bool = False) -> Resolved | None:
        """The first description of the mention's cluster, or itself, as one of the article."""
        alike = [] if is_alone else [m for m in self._mentions if m.cluster == mention.cluster]
        first = next((m for m in alike if m.mention_type == "nominal"), mention)
        inside = self._inside(first.start, first.end)
        return unnamed(self._text, first, inside, self._article_id, self._reference)


def _as_speaker(described: Resolved | None, *, is_first: bool) -> Speakers | None:
    if described is None:
        return None
    method = "collective" if described.entity_type == "GROUP" else "unnamed"
    score = _DESCRIBED if is_first else _UNNAMED
    return Speakers(names=(described,), method=method, score=score)


def _named(mentions: Sequence[Mention]) -> Mapping[int, Resolved]:
    """The first name of each cluster that has one, one with an entity where there is any."""
    found: dict[int, Resolved] = {}
    for each in mentions:
        if each.name is not None:
            known = found.setdefault(each.cluster, each.name)
            if known.entity is None and each.name.entity is not None:
                found[each.cluster] = each.name
    return found
