"""Mentions as rows: names, and the descriptions and pronouns that refer to somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from transforms import ids
from transforms.coreference.chances import chances
from transforms.coreference.model import SURE, Mention, Span, alone
from transforms.entities.model import Resolved
from transforms.rows import Sentences

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A description or pronoun that has a row, and what it means.

    `meant` has an entity; None where nothing is known, or not surely enough. `chance`: that the
    chain of links back is right, None by rule; `method` names the link or says why there is none.
    """

    mention: Mention
    meant: Resolved | None
    chance: float | None
    method: str


def mention_rows(
    names: Sequence[Resolved],
    mentions: Sequence[Mention],
    entities: Mapping[int, Resolved],
    sentences: Sentences,
    text: str,
    article_id: str,
) -> Iterator[Row]:
    """Rows of `mentions`: every name; every pronoun; descriptions that may be somebody.

    `entities`: whom or what each cluster is. A description has a row where it is a noun for people
    or bodies, or is mentioned again, or has an entity.
    """
    by_name = {id(each.name): each for each in mentions if each.name is not None}
    for name in names:
        known = by_name.get(id(name))
        yield _row(
            text,
            (name.name.start, name.name.end),
            known.head if known else (name.name.start, name.name.end),
            article_id,
            sentences,
            mention_type="name",
            entity_type=name.entity_type,
            score=name.name.score,
            entity_id=name.entity.entity_id if name.entity else None,
            link_method=name.link_method,
            link_score=name.link_score,
        )
    rows = {(each.start, each.end): each for each in mentions}
    for each in kept(mentions, entities):
        yield _reference(each, rows, text, article_id, sentences)


def kept(mentions: Sequence[Mention], entities: Mapping[int, Resolved]) -> Iterator[Kept]:
    """The descriptions and pronouns that have a row, each span once."""
    sizes = Counter(each.cluster for each in mentions)
    taken: set[Span] = set()
    for each, sure in zip(mentions, chances(mentions), strict=True):
        entity = entities.get(alone(each)) or entities.get(each.cluster)
        if each.mention_type == "name" or not _is_kept(each, sizes, entity):
            continue
        if (each.start, each.end) in taken:
            continue
        taken.add((each.start, each.end))
        chance, method = _link(each, entity, sure)
        if entity is not None and entity.name.start == each.start:
            chance, method = None, "description"
        is_sure = chance is None or chance >= SURE[each.mention_type]
        yield Kept(
            mention=each,
            meant=entity if entity is not None and entity.entity is not None and is_sure else None,
            chance=chance,
            method=method if is_sure else "unresolved:unsure",
        )


def candidate_rows(names: Sequence[Resolved], article_id: str) -> Iterator[Row]:
    """Rows of `entity_candidates`: what each name was thought to mean."""
    for name in names:
        for rank, (entity, share) in enumerate(name.candidates, start=1):
            yield {
                "mention_id": mention_id(article_id, name),
                "rank": rank,
                "candidate_id": entity.entity_id,
                "name": entity.name,
                "share": share,
            }


def mention_id(article_id: str, mention: Mention | Resolved) -> str:
    """The id of a mention's row."""
    if isinstance(mention, Mention):
        return ids.mention_id(article_id, mention.start, mention.end, mention.mention_type)
    name = mention.name
    return ids.mention_id(article_id, name.start, name.end, mention.mention_type)


def _is_kept(mention: Mention, sizes: Counter[int], entity: Resolved | None) -> bool:
    if mention.mention_type == "pronoun":
        return True
    return entity is not None or mention.is_somebody or sizes[mention.cluster] > 1


def _reference(
    kept_one: Kept,
    rows: Mapping[Span, Mention],
    text: str,
    article_id: str,
    sentences: Sentences,
) -> Row:
    """The row of a description or pronoun: unsure ones have no entity, and say so."""
    mention, meant = kept_one.mention, kept_one.meant
    before = rows.get(mention.antecedent) if mention.antecedent else None
    return _row(
        text,
        (mention.start, mention.end),
        mention.head,
        article_id,
        sentences,
        mention_type=mention.mention_type,
        entity_type=meant.entity_type if meant else None,
        score=None,
        entity_id=meant.entity.entity_id if meant and meant.entity else None,
        link_method=kept_one.method,
        link_score=kept_one.chance if meant else None,
        antecedent_id=mention_id(article_id, before) if before else None,
        antecedent_score=mention.score,
    )


def _link(mention: Mention, entity: Resolved | None, sure: float) -> tuple[float | None, str]:
    """The chance that the chain of links back is right throughout, and how it goes."""
    if mention.antecedent is None:
        is_first = mention.method == "first"
        return None, ("description" if entity else "unresolved:new") if is_first else mention.method
    return round(sure, 4), f"coreference:{mention.method}"


def _row(
    text: str,
    span: Span,
    head: Span,
    article_id: str,
    sentences: Sentences,
    *,
    mention_type: str,
    antecedent_id: str | None = None,
    antecedent_score: float | None = None,
    **columns: object,
) -> Row:
    return {
        "mention_id": ids.mention_id(article_id, *span, mention_type),
        "article_id": article_id,
        "sentence_id": sentences.at(span[0]).sentence_id,
        "start_char": span[0],
        "end_char": span[1],
        "head_start": head[0],
        "head_end": head[1],
        "text": text[slice(*span)],
        "mention_type": mention_type,
        "antecedent_id": antecedent_id,
        "antecedent_score": antecedent_score,
        **columns,
    }
