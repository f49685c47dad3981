"""The contacts of one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from transforms.contacts.lexicon import ContactLexicon
from transforms.contacts.merging import merged
from transforms.contacts.model import Contact
from transforms.contacts.tellings import Tellings
from transforms.coreference.model import Mention
from transforms.coreference.words import Words
from transforms.entities.model import Resolved
from transforms.speakers.model import Parts
from transforms.times.model import Time


def contacts(
    words: Words,
    mentions: Sequence[Mention],
    entities: Mapping[int, Resolved],
    times: Sequence[Time],
    published_on: date | None,
    *,
    parts: Sequence[Parts],
    article_id: str,
    lexicon: ContactLexicon,
) -> list[Contact]:
    """The contacts that an article tells of, each once, in text order of their first tellings.

    `entities`: whom or what each cluster of mentions is; `times` are the article's,
    `parts` those of its statements.
    """
    told = Tellings(words, mentions, entities, times, parts, published_on, lexicon).all()
    return merged(told, words, article_id)
