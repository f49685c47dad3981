"""The people of the reference data, by the names that they bear."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from transforms.entities import records, spelling
from transforms.entities.gazetteer import PARTICLES, SURNAME_FIRST_COUNTRIES, SURNAMES_FIRST
from transforms.entities.names import PersonName, Title, person_name
from transforms.entities.records import Person

_NOT_A_NAME = re.compile(r"\b(administration|president-elect|vice-president|gov\.)", re.IGNORECASE)


@dataclass(frozen=True)
class Bearers:
    """Reference people by folded full name and surname, and by the keys of their spellings."""

    by_name: Mapping[str, tuple[Person, ...]]
    by_surname: Mapping[str, tuple[Person, ...]]
    by_name_alike: Mapping[str, tuple[Person, ...]]
    by_surname_alike: Mapping[str, tuple[Person, ...]]


def bearers(
    rows: Iterable[dict[str, str]],
    titles: Mapping[str, Title],
    surfaces: defaultdict[str, set[str]],
) -> Bearers:
    """The people of the rows of people.csv; their names are added to `surfaces` by entity_id."""
    spells: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        spells[row["wikidata_id"] or f"{row['name']}|{row['country_iso2']}"].append(row)
    index = {field.name: defaultdict[str, dict[str, Person]](dict) for field in fields(Bearers)}
    for _, group in sorted(spells.items()):
        name = person_name(group[0]["name"], titles)
        forms = _forms(name, group, titles)
        initials = frozenset(form.initials for _, form in forms if form.initials)
        made = records.person(group, tokens=name.tokens, initials=initials)
        own = made.entity.entity_id
        surfaces[own].update(text for text, _ in forms)
        for _, form in forms:
            index["by_name"][form.key][own] = made
            index["by_name_alike"][spelling.plain(form)][own] = made
            many = len(form.tokens) > 1
            for surname in surnames(form.tokens, made.countries) if many else form.tokens:
                index["by_surname"][surname][own] = made
                index["by_surname_alike"][spelling.part(surname)][own] = made
    return Bearers(
        **{
            which: {name: tuple(found.values()) for name, found in names.items()}
            for which, names in index.items()
        }
    )


def _forms(
    name: PersonName, rows: list[dict[str, str]], titles: Mapping[str, Title]
) -> list[tuple[str, PersonName]]:
    """Name and aliases; an alias with other middle initials than the name's is somebody else."""
    texts = dict.fromkeys(alias for row in rows for alias in row["aliases"].split("|") if alias)
    forms = [(rows[0]["name"], name)]
    for text in texts:
        form = person_name(text, titles)
        is_other = bool(name.initials and form.initials and form.initials != name.initials)
        if form.tokens and not is_other and not _NOT_A_NAME.search(text):
            forms.append((text, form))
    return forms


def surnames(tokens: tuple[str, ...], countries: frozenset[str]) -> tuple[str, ...]:
    """The surname of a name of two or more words: alone, and with its particles.

    Chinese and Korean names have it first.
    """
    if tokens[0] in SURNAMES_FIRST and countries & SURNAME_FIRST_COUNTRIES:
        return (tokens[0],)
    begin = len(tokens) - 1
    while begin > 1 and tokens[begin - 1] in PARTICLES:
        begin -= 1
    last = tokens[-1]
    return (last,) if begin == len(tokens) - 1 else (last, " ".join(tokens[begin:]))
