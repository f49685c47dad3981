"""What can be told of each phrase by itself: kind, person, number, gender, role."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from transforms.coreference.phrases import NAME, NOMINAL, PRONOUN, Phrase
from transforms.coreference.words import Words
from transforms.entities.names import key as folded

Ints = npt.NDArray[np.int32]

MALE, FEMALE, THING, PEOPLE = 1, 2, 4, 8
"""Bits of `gender`: what a phrase may be. PEOPLE: several persons, or an organisation's."""
ANY: Final = MALE | FEMALE | THING | PEOPLE

FORMS: Final = tuple(
    "he him his himself she her hers herself it its itself they them their theirs themselves"
    " i me my mine myself we us our ours ourselves you your yours yourself yourselves"
    " this that these those one other".split()
)
_NAME_TYPES: Final = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "MISC")
_NOUNS: Final = ("person", "organization", "other")
KINDS: Final = (
    *(f"pronoun {form}" for form in FORMS),
    *(f"name {label}" for label in _NAME_TYPES),
    *(f"nominal {noun}" for noun in _NOUNS),
)
ROLES: Final = (
    "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss appos conj root ccomp xcomp acl"
    " compound vocative dislocated parataxis other".split()
)
DETERMINERS: Final = "none the this that a possessive number every no plural other".split()

_PRONOUN_GENDER: Final = (
    dict.fromkeys("he him his himself".split(), MALE)
    | dict.fromkeys("she her hers herself".split(), FEMALE)
    | dict.fromkeys("it its itself this that".split(), THING)
    | dict.fromkeys("they them their theirs themselves".split(), PEOPLE | THING)
    | dict.fromkeys("we us our ours ourselves".split(), PEOPLE | THING)
    | dict.fromkeys("i me my mine myself".split(), MALE | FEMALE)
)  # fmt: skip
_NAME_GENDER: Final = {
    "PERSON": MALE | FEMALE, "ORG": THING | PEOPLE, "GPE": THING | PEOPLE, "NORP": PEOPLE,
}  # fmt: skip
_PLURAL: Final = frozenset(
    "they them their theirs themselves we us our ours ourselves these those".split()
)
_SINGULAR: Final = frozenset(
    "he him his himself she her hers herself it its itself"
    " i me my mine myself this that one".split()
)
_FIRST: Final = frozenset("i me my mine myself we us our ours ourselves".split())
_SECOND: Final = frozenset("you your yours yourself yourselves".split())
_DETERMINER_OF: Final = {
    "the": "the", "this": "this", "that": "that", "these": "this", "those": "that", "a": "a",
    "an": "a", "another": "a", "some": "a", "any": "a", "every": "every", "each": "every",
    "all": "every", "both": "every", "no": "no",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, eq=False)
class Traits:
    """Columns over n phrases, in their order; codes are places in the tuples above.

    `kind`, `role`, `determiner` codes; `person` 1 to 3; `number` 0 unknown, 1 one, 2 several;
    `gender` bits of what it may be; `sentence`, `paragraph`, `head`, `first`, `last` as in the
    words; `is_quoted` 0 or 1; `key` a number that phrases of one entity or one head noun share;
    `exact` one that phrases of the same words share; `seen` how often the key came before.
    """

    kind: Ints
    role: Ints
    determiner: Ints
    person: Ints
    number: Ints
    gender: Ints
    sentence: Ints
    paragraph: Ints
    head: Ints
    first: Ints
    last: Ints
    is_quoted: Ints
    key: Ints
    exact: Ints
    seen: Ints
    is_name: npt.NDArray[np.bool_]
    is_pronoun: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.kind)


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """What nouns are: `persons` and `organizations` folded nouns, `gender_of` m, f or '' a noun."""

    persons: frozenset[str]
    organizations: frozenset[str]
    gender_of: Callable[[str], str]


def traits(
    words: Words,
    found: Sequence[Phrase],
    *,
    quoted: bytes,
    lexicon: Lexicon,
    genders: Mapping[str, str],
) -> Traits:
    """The traits of an article's phrases.

    `quoted` has one byte a character, 1 inside quotation marks; `genders`: m, f or '' by the keys
    of persons, as `name_key` makes them.
    """
    nouns = [_noun(words, each, lexicon) for each in found]
    keys = _Numbers()
    exact = _Numbers()
    key = [
        keys[name_key(each) if each.kind == NAME else f"{_lemma(words, each)}"] for each in found
    ]
    columns: dict[str, list[int]] = {
        "kind": [_kind(words, each, noun) for each, noun in zip(found, nouns, strict=True)],
        "role": [_role(words, each) for each in found],
        "determiner": [DETERMINERS.index(_determiner(words, each)) for each in found],
        "person": [_person(words, each) for each in found],
        "number": [_number(words, each) for each in found],
        "gender": [
            _gender(words, each, noun, lexicon, genders)
            for each, noun in zip(found, nouns, strict=True)
        ],
        "sentence": [words.sentence[each.head] for each in found],
        "paragraph": [words.paragraph[each.head] for each in found],
        "head": [each.head for each in found],
        "first": [each.first for each in found],
        "last": [each.last for each in found],
        "is_quoted": [quoted[int(words.start[each.head])] for each in found],
        "key": key,
        "exact": [exact[_bare(words, each)] for each in found],
        "seen": _seen(key),
    }
    kinds = np.array([each.kind for each in found], dtype=np.int32)
    return Traits(
        **{name: np.array(values, dtype=np.int32) for name, values in columns.items()},
        is_name=kinds == NAME,
        is_pronoun=kinds == PRONOUN,
    )


def name_key(phrase: Phrase) -> str:
    """What phrases of one name share: its entity, or the words of a name without one."""
    assert phrase.name is not None
    entity = phrase.name.entity
    return entity.entity_id if entity else f"?{folded(phrase.name.name.text)}"


class _Numbers(dict[str, int]):
    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


def _seen(keys: Sequence[int]) -> list[int]:
    counts: dict[int, int] = {}
    result = []
    for key in keys:
        result.append(counts.get(key, 0))
        counts[key] = counts.get(key, 0) + 1
    return result


def _lemma(words: Words, phrase: Phrase) -> str:
    return words.lemma[phrase.head].lower()


def _form(words: Words, phrase: Phrase) -> str:
    form = words.text[phrase.head].lower()
    return form if form in FORMS else "other"


def _bare(words: Words, phrase: Phrase) -> str:
    kept = range(phrase.first, phrase.last + 1)
    return " ".join(words.text[i].lower() for i in kept if words.tag[i] not in {"DT", "POS", "_SP"})


def _noun(words: Words, phrase: Phrase, lexicon: Lexicon) -> str:
    lemma = _lemma(words, phrase)
    if lemma in lexicon.persons:
        return "person"
    return "organization" if lemma in lexicon.organizations else "other"


def _kind(words: Words, phrase: Phrase, noun: str) -> int:
    if phrase.kind == PRONOUN:
        return FORMS.index(_form(words, phrase))
    if phrase.name is not None:
        label = phrase.name.entity_type
        return len(FORMS) + _NAME_TYPES.index(label if label in _NAME_TYPES else "MISC")
    return len(FORMS) + len(_NAME_TYPES) + _NOUNS.index(noun)


def _role(words: Words, phrase: Phrase) -> int:
    relation = words.dep[phrase.head]
    if words.head[phrase.head] == phrase.head:
        relation = "root"
    if relation not in ROLES:
        relation = relation.split(":")[0]
    return ROLES.index(relation if relation in ROLES else "other")


def _determiner(words: Words, phrase: Phrase) -> str:
    if phrase.kind != NOMINAL:
        return "other"
    for child in words.children[phrase.head]:
        relation = words.dep[child]
        if relation.startswith("det"):
            return _DETERMINER_OF.get(words.text[child].lower(), "other")
        if relation == "nmod:poss":
            return "possessive"
        if relation == "nummod":
            return "number"
    return "plural" if words.tag[phrase.head].endswith("S") else "none"


def _person(words: Words, phrase: Phrase) -> int:
    form = _form(words, phrase) if phrase.kind == PRONOUN else ""
    return 1 if form in _FIRST else 2 if form in _SECOND else 3


def _number(words: Words, phrase: Phrase) -> int:
    if phrase.kind == PRONOUN:
        form = _form(words, phrase)
        return 2 if form in _PLURAL else 1 if form in _SINGULAR else 0
    if phrase.name is not None and phrase.name.entity_type == "PERSON":
        return 1
    tag = words.tag[phrase.head]
    is_joined = any(words.dep[child] == "conj" for child in words.children[phrase.head])
    if tag in {"NNS", "NNPS"}:
        return 2
    return 0 if is_joined or phrase.name is not None else 1


def _gender(
    words: Words, phrase: Phrase, noun: str, lexicon: Lexicon, genders: Mapping[str, str]
) -> int:
    if phrase.kind == PRONOUN:
        return _PRONOUN_GENDER.get(_form(words, phrase), ANY)
    if phrase.name is not None:
        known = genders.get(name_key(phrase), "") if phrase.name.entity_type == "PERSON" else ""
        if known:
            return MALE if known == "m" else FEMALE
        return _NAME_GENDER.get(phrase.name.entity_type, THING)
    is_plural = words.tag[phrase.head] in {"NNS", "NNPS"}
    if noun == "person":
        known = lexicon.gender_of(_lemma(words, phrase))
        single = {"m": MALE, "f": FEMALE}.get(known, MALE | FEMALE)
        return PEOPLE if is_plural else single
    return THING | PEOPLE if noun == "organization" else THING
