"""Who speaks and who is meant in one article: speakers and mentions, each with the other's help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from transforms.coreference.article import Coreference
from transforms.coreference.model import Mention, Span
from transforms.coreference.words import Words
from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.references.others import Others
from transforms.speakers import Article, Speakers
from transforms.speakers.model import Parts

_BY_RULE: Final = frozenset({"pronoun", "relative", "nominal", "first_person"})


@dataclass(frozen=True, kw_only=True)
class References:
    """The mentions of an article and the speakers of its statements.

    `entities`: whom or what each cluster of mentions is, by its number; it lacks those of which
    nothing is known.
    """

    mentions: list[Mention]
    speakers: list[Speakers]
    entities: dict[int, Resolved]


def references(
    article: Article,
    words: Words,
    names: Sequence[Resolved],
    *,
    article_id: str,
    coreference: Coreference,
    reference: Reference,
) -> References:
    """Read an article: rules first, then the ranker with what the rules know, then the rest.

    `names` in text order; the speakers are in the order of the article's `parts`.
    """
    found = article.speakers()
    mentions = coreference.mentions(
        words,
        names,
        parts=article.parts,
        quoted=article.quoted,
        genders=article.genders,
        meant=article.meant,
        known=_known(article.parts, found),
    )
    others = Others(
        article.text,
        words,
        mentions,
        quoted=article.quoted,
        article_id=article_id,
        reference=reference,
    )
    speakers = article.continued(others.completed(found, article.parts))
    nameless = {cluster: each for cluster, each in others.nameless.items() if each is not None}
    named = {c: each for c, each in others.named.items() if each.entity is not None}
    return References(
        mentions=[*mentions, *others.bare], speakers=speakers, entities=nameless | named
    )


def _known(parts: Sequence[Parts], found: Sequence[Speakers]) -> dict[Span, Resolved]:
    return {
        part.source: one.names[0]
        for part, one in zip(parts, found, strict=True)
        if part.source and len(one.names) == 1 and one.method in _BY_RULE
    }
