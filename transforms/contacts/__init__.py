"""Contacts between actors: meetings, visits, calls, talks, summits, agreements signed."""

from transforms.contacts.article import contacts
from transforms.contacts.lexicon import ContactLexicon
from transforms.contacts.model import Contact, Participant, Telling

__all__ = ["Contact", "ContactLexicon", "Participant", "Telling", "contacts"]
