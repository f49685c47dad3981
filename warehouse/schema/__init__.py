"""Every table of the warehouse, declared once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from warehouse.schema.about import DICTIONARY, QUALITY
from warehouse.schema.articles import ARTICLES, SENTENCES
from warehouse.schema.contacts import CONTACT_PARTICIPANTS, CONTACT_SPANS, CONTACTS
from warehouse.schema.entities import (
    ALIASES,
    ENTITIES,
    ENTITY_CANDIDATES,
    MENTIONS,
    PRINTED_ROLES,
)
from warehouse.schema.identities import (
    ENTITY_CORRECTIONS,
    ENTITY_REDIRECT_LOG,
    ENTITY_REDIRECTS,
    OVERRIDES,
)
from warehouse.schema.model import Column, Table
from warehouse.schema.parties import STATEMENT_ENTITIES, STATEMENT_PARTIES, STATEMENT_SPEAKERS
from warehouse.schema.reference import (
    CONTACT_WORDS,
    COUNTRIES,
    CUE_CLASSES,
    CUES,
    GIVEN_NAMES,
    ORGANIZATIONS,
    PEOPLE,
    ROLES,
)
from warehouse.schema.runs import FILES, REJECTS, RUNS
from warehouse.schema.statements import STATEMENT_SPANS, STATEMENTS
from warehouse.schema.times import TIMES

__all__ = ["TABLES", "Column", "Table"]

_IN_ORDER = (
    RUNS,
    FILES,
    REJECTS,
    ARTICLES,
    SENTENCES,
    ENTITIES,
    ALIASES,
    ENTITY_REDIRECTS,
    ENTITY_REDIRECT_LOG,
    ENTITY_CORRECTIONS,
    MENTIONS,
    ENTITY_CANDIDATES,
    PRINTED_ROLES,
    TIMES,
    CONTACTS,
    CONTACT_PARTICIPANTS,
    CONTACT_SPANS,
    STATEMENTS,
    STATEMENT_SPANS,
    STATEMENT_SPEAKERS,
    STATEMENT_PARTIES,
    STATEMENT_ENTITIES,
    COUNTRIES,
    PEOPLE,
    ORGANIZATIONS,
    ROLES,
    CUE_CLASSES,
    CUES,
    CONTACT_WORDS,
    GIVEN_NAMES,
    OVERRIDES,
    DICTIONARY,
    QUALITY,
)

TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in _IN_ORDER})
"""Name to table; a table stands after every table that it references."""
