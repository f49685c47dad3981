"""The closed lists that mentions are told apart by: pronouns, kinds, roles, determiners."""

from __future__ import annotations

from typing import Final

MALE, FEMALE, THING, PEOPLE = 1, 2, 4, 8
"""Bits of `gender`: what a phrase may be. PEOPLE: several persons, or an organisation's."""
ANY: Final = MALE | FEMALE | THING | PEOPLE

FORMS: Final = tuple(
    "he him his himself she her hers herself it its itself they them their theirs themselves"
    " i me my mine myself we us our ours ourselves you your yours yourself yourselves"
    " this that these those one other".split()
)
NAME_TYPES: Final = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "MISC")
NOUNS: Final = ("person", "organization", "other")
KINDS: Final = (
    *(f"pronoun {form}" for form in FORMS),
    *(f"name {label}" for label in NAME_TYPES),
    *(f"nominal {noun}" for noun in NOUNS),
)
ROLES: Final = (
    "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss appos conj root ccomp xcomp acl"
    " compound vocative dislocated parataxis other".split()
)
DETERMINERS: Final = "none the this that a possessive number every no plural other".split()

PRONOUN_GENDER: Final = (
    dict.fromkeys("he him his himself".split(), MALE)
    | dict.fromkeys("she her hers herself".split(), FEMALE)
    | dict.fromkeys("it its itself this that".split(), THING)
    | dict.fromkeys("they them their theirs themselves".split(), PEOPLE | THING)
    | dict.fromkeys("we us our ours ourselves".split(), PEOPLE | THING)
    | dict.fromkeys("i me my mine myself".split(), MALE | FEMALE)
)  # fmt: skip
NAME_GENDER: Final = {
    "PERSON": MALE | FEMALE, "ORG": THING | PEOPLE, "GPE": THING | PEOPLE, "NORP": PEOPLE,
}  # fmt: skip
PLURAL: Final = frozenset(
    "they them their theirs themselves we us our ours ourselves these those".split()
)
SINGULAR: Final = frozenset(
    "he him his himself she her hers herself it its itself"
    " i me my mine myself this that one".split()
)
FIRST: Final = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND: Final = frozenset("you your yours yourself yourselves".split())
DETERMINER_OF: Final = {
    "the": "the", "this": "this", "that": "that", "these": "this", "those": "that", "a": "a",
    "an": "a", "another": "a", "some": "a", "any": "a", "every": "every", "each": "every",
    "all": "every", "both": "every", "no": "no",
}  # fmt: skip
