"""The only place where ids are made: short text from content, so that they never depend on order.

An id is one letter for its kind and 16 characters (80 bits) of a BLAKE2b hash in base 32.
"""

from __future__ import annotations

import base64
import hashlib

from transforms.entities import spelling

_BYTES = 10


def file_id(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal (64 characters)."""
    return hashlib.sha256(data).hexdigest()


def article_id(text: str) -> str:
    """One id for one wording: case and white space do not count."""
    return _made("a", " ".join(text.casefold().split()))


def sentence_id(article: str, start: int, end: int) -> str:
    """A sentence is where it stands."""
    return _made("s", article, start, end)


def mention_id(article: str, start: int, end: int, mention_type: str) -> str:
    """A mention is where it stands and of what kind it is."""
    return _made("m", article, start, end, mention_type)


def statement_id(article: str, start: int, end: int) -> str:
    """A statement is its cue's span, or its content's where it has no cue."""
    return _made("t", article, start, end)


def entity_id(entity_type: str, name: str) -> str:
    """An entity outside the reference data: its type and name, however that is spelled."""
    plain = " ".join(name.casefold().split())
    return _made("e", entity_type, spelling.identity(entity_type, name) or plain)


def unnamed_id(article: str, start: int, end: int) -> str:
    """Somebody without a name: one of the article, by the span that first describes them."""
    return _made("u", article, start, end)


def time_id(article: str, start: int, end: int) -> str:
    """A time is where it stands."""
    return _made("d", article, start, end)


def contact_id(article: str, start: int, end: int) -> str:
    """A contact is the words that tell of it best."""
    return _made("c", article, start, end)


def run_id(started_at: str, snapshot: str) -> str:
    """A run: when it began (ISO 8601) and what it read."""
    return _made("r", started_at, snapshot)


def _made(kind: str, *parts: object) -> str:
    joined = "\x1f".join(str(part) for part in parts).encode()
    digest = hashlib.blake2b(joined, digest_size=_BYTES, person=kind.encode()).digest()
    return kind + base64.b32encode(digest).decode().lower()
