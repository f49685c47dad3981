"""The reference data, looked up by name: countries, organisations, people, titles, given names."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

from transforms.entities import records
from transforms.entities.gazetteer import PARTICLES, SURNAME_FIRST_COUNTRIES, SURNAMES_FIRST
from transforms.entities.names import PersonName, Title, key, person_name
from transforms.entities.records import Country, Organization, Person

_BRACKETED = re.compile(r"\s*\([^)]*\)$")
_NOT_A_NAME = re.compile(r"\b(administration|president-elect|vice-president|gov\.)", re.IGNORECASE)
_HINTS = {"m": "m", "f": "f"}
_MAX_EXACT = 3
_T = TypeVar("_T")


@dataclass(frozen=True, repr=False, eq=False)
class Reference:
    """Every lookup from a folded name (`names.key`) to what may be meant by it.

    Built once per process by `Reference.read`; nothing in it changes afterwards.
    """

    countries: Mapping[str, tuple[Country, ...]]
    demonyms: Mapping[str, tuple[Country, ...]]
    capitals: Mapping[str, tuple[Country, ...]]
    capital_names: Mapping[str, str]
    metonyms: Mapping[str, tuple[Country, ...]]
    organizations: Mapping[str, tuple[Organization, ...]]
    people: Mapping[str, tuple[Person, ...]]
    surnames: Mapping[str, tuple[Person, ...]]
    titles: Mapping[str, Title]
    given_names: Mapping[str, str]
    surfaces: Mapping[str, tuple[str, ...]]
    exact: frozenset[str]

    @classmethod
    def read(cls, seeds: Path) -> Self:
        """The reference of a folder of seed CSVs.

        Raises FileNotFoundError for a missing file and KeyError for a missing column.
        """
        titles = {
            key(row["title"]): Title(
                key(row["title"]), row["kind"], _HINTS.get(row["gender_hint"], "")
            )
            for row in _rows(seeds / "roles.csv")
        }
        surfaces: defaultdict[str, set[str]] = defaultdict(set)
        countries = list(_rows(seeds / "countries.csv"))
        places = _countries(countries, surfaces)
        organizations, exact = _organizations(_rows(seeds / "organizations.csv"), surfaces)
        people, surnames = _people(_rows(seeds / "people.csv"), titles, surfaces)
        return cls(
            **places,
            capital_names=_capital_names(countries),
            organizations=organizations,
            people=people,
            surnames=surnames,
            titles=titles,
            given_names={
                row["given_name"]: row["gender"] for row in _rows(seeds / "given_names.csv")
            },
            surfaces={entity: tuple(sorted(texts)) for entity, texts in surfaces.items()},
            exact=exact,
        )

    def organizations_named(self, text: str) -> tuple[Organization, ...]:
        """The organisations that a text may name; a short acronym must be written as one."""
        found = self.organizations.get(key(text), ())
        if not found or len(key(text)) > _MAX_EXACT:
            return found
        bare = re.sub(r"^[Tt]he\s+|['’]s?$", "", text)
        return found if bare.isupper() or bare in self.exact else ()

    def is_place(self, name: str) -> bool:
        """Whether the folded name is that of a country or a capital."""
        return name in self.countries or name in self.capitals

    def gender(self, given: str) -> str:
        """m, f or '' for a folded given name."""
        return _HINTS.get(self.given_names.get(given, ""), "")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _frozen(index: Mapping[str, Iterable[_T]]) -> dict[str, tuple[_T, ...]]:
    return {name: tuple(found) for name, found in index.items()}


def _countries(
    rows: Iterable[dict[str, str]], surfaces: defaultdict[str, set[str]]
) -> dict[str, dict[str, tuple[Country, ...]]]:
    kinds = ("countries", "demonyms", "capitals", "metonyms")
    index: dict[str, defaultdict[str, dict[str, Country]]] = {
        kind: defaultdict(dict) for kind in kinds
    }
    for row in rows:
        country = records.country(row)
        names = [row["name"], row["official_name"], *_split(row["aliases"])]
        demonyms = [
            demonym
            for column in ("demonym_adjectives", "demonym_singular", "demonym_plural")
            for demonym in _split(row[column])
            if row["status"] != "supranational" or demonym in names
        ]
        surfaces[country.entity.entity_id].update(names)
        texts = (names, demonyms, _split(row["capital"]), _split(row["metonyms"]))
        for kind, found in zip(kinds, texts, strict=True):
            for text in found:
                if kind != "metonyms" or row["metonym_use"] == "common":
                    index[kind][key(text)][country.code] = country
    return {kind: _frozen(_best(named)) for kind, named in index.items()}


def _capital_names(rows: Iterable[dict[str, str]]) -> dict[str, str]:
    """From a capital's spelling to the first one listed: `Kiev` -> `Kyiv`."""
    names = {}
    for row in rows:
        capitals = _split(row["capital"])
        for text in capitals:
            is_spelling = key(text)[0] == key(capitals[0])[0]
            names[key(text)] = capitals[0] if is_spelling else text
    return names


def _best(index: Mapping[str, dict[str, Country]]) -> dict[str, list[Country]]:
    """Of several countries with one name, those of the highest rank."""
    best = {}
    for name, found in index.items():
        top = max(country.rank for country in found.values())
        best[name] = [country for _, country in sorted(found.items()) if country.rank == top]
    return best


def _organizations(
    rows: Iterable[dict[str, str]], surfaces: defaultdict[str, set[str]]
) -> tuple[dict[str, tuple[Organization, ...]], frozenset[str]]:
    groups: defaultdict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        shown = _BRACKETED.sub("", row["name"])
        groups[key(shown), row["country_iso2"], row["type"]].append(row)
    bearers: defaultdict[str, int] = defaultdict(int)
    for name, _, _ in groups:
        bearers[name] += 1
    index: defaultdict[str, dict[str, Organization]] = defaultdict(dict)
    exact = set()
    for (name, _, _), group in sorted(groups.items()):
        group.sort(key=lambda row: (not row["wikidata_id"], "curated" not in row["source"]))
        main = dict(group[0], source="+".join(sorted({row["source"] for row in group})))
        shown = _BRACKETED.sub("", main["name"])
        made = records.organization(main, name=shown, is_only=bearers[name] == 1)
        texts = {text for row in group for text in (row["name"], *_split(row["aliases"]))}
        surfaces[made.entity.entity_id].update(text for text in texts if len(text) > 1)
        for text in {shown, *texts}:
            if len(text) > 1:
                index[key(text)][made.entity.entity_id] = made
                exact.add(text.removeprefix("the "))
    return _frozen({name: found.values() for name, found in index.items()}), frozenset(exact)


def _people(
    rows: Iterable[dict[str, str]],
    titles: Mapping[str, Title],
    surfaces: defaultdict[str, set[str]],
) -> tuple[dict[str, tuple[Person, ...]], dict[str, tuple[Person, ...]]]:
    spells: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        spells[row["wikidata_id"] or f"{row['name']}|{row['country_iso2']}"].append(row)
    by_name: defaultdict[str, dict[str, Person]] = defaultdict(dict)
    by_surname: defaultdict[str, dict[str, Person]] = defaultdict(dict)
    for _, group in sorted(spells.items()):
        name = person_name(group[0]["name"], titles)
        forms = _forms(name, group, titles)
        initials = frozenset(form.initials for _, form in forms if form.initials)
        made = records.person(group, tokens=name.tokens, initials=initials)
        surfaces[made.entity.entity_id].update(text for text, _ in forms)
        for _, form in forms:
            many = len(form.tokens) > 1
            by_name[form.key][made.entity.entity_id] = made
            for surname in surnames(form.tokens, made.countries) if many else form.tokens:
                by_surname[surname][made.entity.entity_id] = made
    return (
        _frozen({name: found.values() for name, found in by_name.items()}),
        _frozen({name: found.values() for name, found in by_surname.items()}),
    )


def _forms(
    name: PersonName, rows: list[dict[str, str]], titles: Mapping[str, Title]
) -> list[tuple[str, PersonName]]:
    """Name and aliases; an alias with other middle initials than the name's is somebody else."""
    texts = dict.fromkeys(alias for row in rows for alias in _split(row["aliases"]))
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
