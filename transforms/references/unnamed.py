"""Speakers without a name: `two officials`, `a senior aide`, `the army`, `a new poll`.

Each is an entity of its own article, of a kind of its own, never taken for a named person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from transforms import ids
from transforms.coreference.model import Mention
from transforms.entities.model import Entity, Name, Resolved
from transforms.entities.reference import Reference
from transforms.speakers.phrases import country, phrase
from transforms.speakers.roles import nouns_of_persons
from transforms.speakers.words import DOCUMENTS, ORGANIZATION_HEADS, WORDS_OF_SOMEBODY

INDEFINITE: Final = frozenset(
    "many some others several most few all both those these everyone everybody someone somebody"
    " anyone anybody nobody one another each none neither either".split()
)
"""Pronouns that are a source of their own: `many say`, `others disagree`."""
_SHARES: Final = frozenset({"percent", "%"})
_ONE: Final = frozenset("someone somebody one another anyone anybody nobody".split())
_CUT: Final = re.compile(
    r",|;|\s[–—(]|\s(?:who|whom|whose|which|that|where|when|while|because|as|if)\s|\n"
)
_COLLECTIVE_NOUNS: Final = frozenset(
    "group team crowd family couple public majority minority crew staff side sides people crowd"
    " audience population community faction jury panel electorate opposition media press"
    " leadership industry neighborhood household management delegation chorus"
    " pair slew handful host array lot bloc journal show"
    " program outlet blog channel duo trio bench cabinet congregation electorate".split()
)
_PEOPLE: Final = frozenset(
    "friend colleague ally relative parent child kid guest fan foe rival peer expert individual"
    " guy lady client patient cousin neighbour neighbor couple twin folk youth millennial adult"
    " victim veteran refugee migrant immigrant citizen resident native critic skeptic cynic"
    " loyalist partisan democrat republican liberal conservative progressive insider source"
    " observer pundit public crowd everybody elite hawk dove moderate independent".split()
)
_AGENT: Final = re.compile(r"(?:er|or|ist|yst|ian|ant|ee|man|woman|person|mate)$")
"""Endings of nouns for somebody who does something."""
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_LONGEST: Final = 90


def unnamed(
    text: str, mention: Mention, names: Sequence[Resolved], article_id: str, reference: Reference
) -> Resolved | None:
    """Who or what a description means that no name stands for; None where it is no speaker.

    `mention`: the first of its cluster; `names`: those inside it. Its entity's type is GROUP,
    UNNAMED (one person) or DOCUMENT; country and affiliation are those that the words name.
    """
    shown = _shown(text, mention)
    kind = _kind(text, mention, shown, reference)
    if not shown or not kind:
        return None
    start = mention.start
    tied = [each for each in names if each.entity and each.name.end <= start + len(shown)]
    owner = tied[0].entity if tied else None
    entity = Entity(
        entity_id=ids.unnamed_id(article_id, mention.start, mention.end),
        name=" ".join(shown.split()),
        entity_type=kind,
        wikidata_id=None,
        country_code=owner.country_code if owner else _country(shown, reference),
        description=None,
        affiliation_id=owner.entity_id if owner else None,
    )
    name = Name(mention.start, mention.end, text[mention.start : mention.end], kind, None)
    return Resolved(name, kind, entity, "description", None, mention.mention_type)


def author(mention: Mention, text: str, article_id: str) -> Resolved:
    """Whoever wrote an article, or (`you`) reads it, by a pronoun for them."""
    shown = text[mention.start : mention.end]
    is_reader = shown.lower().startswith("you")
    kind = "GROUP" if is_reader else "UNNAMED"
    entity = Entity(
        entity_id=ids.unnamed_id(article_id, 0, int(is_reader)),
        name="the reader" if is_reader else "the author",
        entity_type=kind,
        wikidata_id=None,
        country_code=None,
        description=None,
    )
    name = Name(mention.start, mention.end, shown, kind, None)
    return Resolved(name, kind, entity, "author", None, mention.mention_type)


def _shown(text: str, mention: Mention) -> str:
    """The words that say who it is: no relative clause, no end of a long phrase."""
    head_end = mention.head[1]
    cut = _CUT.search(text, head_end, mention.end)
    end = min(cut.start() if cut else mention.end, max(mention.start + _LONGEST, head_end))
    if end < mention.end and not cut:
        end = max(text.rfind(" ", mention.start, end), head_end)
    return _POSSESSIVE.sub("", text[mention.start : end].strip(" \n\"'“”‘’"))


def _kind(text: str, mention: Mention, shown: str, reference: Reference) -> str:
    words = text[slice(*mention.head)].lower().split()
    if set(words) & (INDEFINITE | _SHARES):
        return "UNNAMED" if set(words) & _ONE and not mention.is_plural else "GROUP"
    if mention.mention_type == "pronoun" or not words:
        return ""
    return _kind_of_noun(words[-1], shown, reference, is_plural=mention.is_plural)


def _kind_of_noun(word: str, shown: str, reference: Reference, *, is_plural: bool) -> str:
    described, persons = phrase(shown, reference), nouns_of_persons(reference)
    forms = {word, word.removesuffix("s"), described.head if described else ""}
    if word.endswith("ies"):
        forms.add(word.removesuffix("ies") + "y")
    if forms & (DOCUMENTS | WORDS_OF_SOMEBODY):
        return "DOCUMENT"
    is_several = is_plural or (word.endswith("s") and word not in persons)
    if is_several or forms & (ORGANIZATION_HEADS | _COLLECTIVE_NOUNS):
        return "GROUP"
    return "UNNAMED" if forms & (persons | _PEOPLE) or _AGENT.search(word) else ""


def _country(shown: str, reference: Reference) -> str | None:
    found = {country(word.lower(), reference) for word in re.findall(r"\w+", shown)} - {""}
    return found.pop()[1:] if len(found) == 1 else None
