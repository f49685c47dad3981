"""The gender of the people of an article: titles, reference data, given names, pronouns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from transforms.entities.gazetteer import SURNAMES_FIRST
from transforms.entities.model import Resolved
from transforms.entities.names import key, person_name, title_before
from transforms.entities.reference import Reference
from transforms.speakers.layout import Layout
from transforms.speakers.words import GENDER_OF_PRONOUN, MEN, WOMEN

_APART: Final = frozenset(',;:)!?"”\n ')
_REACH: Final = 40
_PRONOUN: Final = re.compile(r"\b(?:he|she|his|her|himself|herself)\b", re.IGNORECASE)


def person_key(name: Resolved) -> str:
    """One key for all the mentions of a person; a name without an entity is its own text."""
    return name.entity.entity_id if name.entity else f"?{key(name.name.text)}"


def genders(names: Sequence[Resolved], layout: Layout, reference: Reference) -> dict[str, str]:
    """m, f or '' for each person by key: what titles, the reference and given names say.

    Where they say nothing, the pronouns nearby tell.
    """
    groups: defaultdict[str, list[Resolved]] = defaultdict(list)
    for name in names:
        if name.entity_type == "PERSON":
            groups[person_key(name)].append(name)
    known = {
        person: _told(layout.text, found, reference) or _by_given_name(found, reference)
        for person, found in groups.items()
    }
    for person, votes in _votes(names, layout).items():
        if not known.get(person) and len(votes) == 1:
            known[person] = next(iter(votes))
    return known


def of_noun(noun: str, reference: Reference) -> str:
    """The gender that a noun for a person says (`spokeswoman`), or ''."""
    if noun in WOMEN or noun in MEN:
        return "f" if noun in WOMEN else "m"
    title = reference.titles.get(noun)
    return title.gender if title else ""


def _told(text: str, found: Sequence[Resolved], reference: Reference) -> str:
    votes: Counter[str] = Counter()
    for name in found:
        inside = person_name(name.name.text, reference.titles).title
        if inside is not None and inside.gender:
            votes[inside.gender] += 1
        led = text[max(0, name.name.start - _REACH) : name.name.start]
        if led.endswith(" ") and led[-2:-1] not in _APART:
            title, _ = title_before([key(word) for word in led.split()], reference.titles)
            if title is not None and title.gender:
                votes[title.gender] += 1
    if votes:
        (first, often), *others = votes.most_common()
        return "" if others and others[0][1] == often else first
    return next((gender for name in found if (gender := _of_reference(name, reference))), "")


def _of_reference(name: Resolved, reference: Reference) -> str:
    if name.entity is None:
        return ""
    parsed = person_name(name.entity.name, reference.titles)
    return next(
        (
            person.gender
            for person in reference.people.get(parsed.key, ())
            if person.entity.entity_id == name.entity.entity_id
        ),
        "",
    )


def _by_given_name(found: Sequence[Resolved], reference: Reference) -> str:
    texts = {name.name.text for name in found} | {n.entity.name for n in found if n.entity}
    for text in sorted(texts, key=lambda each: (-len(each), each)):
        parsed = person_name(text, reference.titles)
        first = parsed.tokens[0] if parsed.tokens else ""
        is_given = len(parsed.tokens) > 1 or first not in reference.surnames
        if first and is_given and first not in SURNAMES_FIRST:
            gender = reference.gender(first)
            if gender:
                return gender
    return ""


def _votes(names: Sequence[Resolved], layout: Layout) -> dict[str, set[str]]:
    """The genders of the first pronoun after each name of a person, with no other in between.

    It stands in the same sentence or the next one.
    """
    people = [name for name in names if name.entity_type == "PERSON"]
    votes: defaultdict[str, set[str]] = defaultdict(set)
    for place, name in enumerate(people):
        end = layout.sentence(layout.sentence(name.name.end)[1] + 2)[1]
        after = people[place + 1].name.start if place + 1 < len(people) else end
        found = _PRONOUN.search(layout.text, name.name.end, min(end, after))
        if found and not layout.is_quoted(found.start()) and not layout.is_quoted(name.name.start):
            votes[person_key(name)].add(GENDER_OF_PRONOUN[found.group().lower()])
    return dict(votes)
