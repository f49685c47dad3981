"""Contacts as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from transforms import ids
from transforms.contacts.model import METHOD, Contact
from transforms.rows import Sentences

Row = dict[str, Any]


def contact_row(contact: Contact, text: str, sentences: Sentences, article_id: str) -> Row:
    """The row of `contacts`."""
    shown, entry, place = contact.tellings[0], contact.entry, contact.place
    return {
        "contact_id": contact.contact_id,
        "article_id": article_id,
        "sentence_id": sentences.at(shown.start).sentence_id,
        "start_char": shown.start,
        "end_char": shown.end,
        "text": text[shown.start : shown.end],
        "contact_type": entry.contact_type,
        "plover_type": entry.plover_type,
        "plover_mode": entry.plover_mode,
        "status": contact.status,
        "place_text": text[place.start : place.end] if place else None,
        "place_start": place.start if place else None,
        "place_end": place.end if place else None,
        "place_entity_id": place.entity.entity_id if place and place.entity else None,
        "starts_on": contact.day.first,
        "ends_on": contact.day.last,
        "day_basis": contact.day.basis,
        "method": METHOD,
        "score": contact.score,
    }


def participant_rows(
    contact: Contact, mentions: Mapping[str, Row], article_id: str
) -> Iterator[Row]:
    """Rows of `contact_participants`; `mentions`: the article's rows of `mentions` by their ids."""
    for rank, participant in enumerate(contact.participants, start=1):
        actor = participant.actor
        mention_id = ids.mention_id(article_id, *actor.mention, actor.mention_type)
        known = mentions.get(mention_id) if actor.basis != "some" else None
        yield {
            "contact_id": contact.contact_id,
            "rank": rank,
            "mention_id": mention_id,
            "entity_id": known["entity_id"] if known else None,
            "role": participant.role,
            "basis": actor.basis,
        }


def telling_rows(contact: Contact, text: str, sentences: Sentences) -> Iterator[Row]:
    """Rows of `contact_spans`."""
    for telling in contact.tellings:
        yield {
            "contact_id": contact.contact_id,
            "sentence_id": sentences.at(telling.start).sentence_id,
            "start_char": telling.start,
            "end_char": telling.end,
            "text": text[telling.start : telling.end],
        }
