"""What can be told of each phrase by itself: kind, person, number, gender, role."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transforms.coreference.forms import (
    ANY,
    DETERMINER_OF,
    DETERMINERS,
    FEMALE,
    FIRST,
    FORMS,
    MALE,
    NAME_GENDER,
    NAME_TYPES,
    NOUNS,
    PEOPLE,
    PLURAL,
    PRONOUN_GENDER,
    ROLES,
    SECOND,
    SINGULAR,
    THING,
)
from transforms.coreference.phrases import NAME, NOMINAL, PRONOUN, Phrase
from transforms.coreference.words import Words
from transforms.entities.names import key as folded

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, kw_only=True, eq=False)
class Traits:
    """Columns over n phrases, in their order; codes are places in the lists of `forms`.

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
        return len(FORMS) + NAME_TYPES.index(label if label in NAME_TYPES else "MISC")
    return len(FORMS) + len(NAME_TYPES) + NOUNS.index(noun)


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
            return DETERMINER_OF.get(words.text[child].lower(), "other")
        if relation == "nmod:poss":
            return "possessive"
        if relation == "nummod":
            return "number"
    return "plural" if words.tag[phrase.head].endswith("S") else "none"


def _person(words: Words, phrase: Phrase) -> int:
    form = _form(words, phrase) if phrase.kind == PRONOUN else ""
    return 1 if form in FIRST else 2 if form in SECOND else 3


def _number(words: Words, phrase: Phrase) -> int:
    if phrase.kind == PRONOUN:
        form = _form(words, phrase)
        return 2 if form in PLURAL else 1 if form in SINGULAR else 0
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
        return PRONOUN_GENDER.get(_form(words, phrase), ANY)
    if phrase.name is not None:
        known = genders.get(name_key(phrase), "") if phrase.name.entity_type == "PERSON" else ""
        if known:
            return MALE if known == "m" else FEMALE
        return NAME_GENDER.get(phrase.name.entity_type, THING)
    is_plural = words.tag[phrase.head] in {"NNS", "NNPS"}
    if noun == "person":
        known = lexicon.gender_of(_lemma(words, phrase))
        single = {"m": MALE, "f": FEMALE}.get(known, MALE | FEMALE)
        return PEOPLE if is_plural else single
    return THING | PEOPLE if noun == "organization" else THING
