"""The reference data, looked up by name: countries, organisations, people, titles, given names."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self, TypeVar

from transforms.entities import records, spelling
from transforms.entities.bearers import bearers
from transforms.entities.names import PersonName, Title, key
from transforms.entities.records import Country, Organization, Person

_BRACKETED = re.compile(r"\s*\([^)]*\)$")
_HINTS = {"m": "m", "f": "f"}
_MAX_EXACT = 3
_T = TypeVar("_T")


@dataclass(frozen=True, repr=False, eq=False)
class Reference:
    """Every lookup from a folded name (`names.key`) to what may be meant by it.

    `people_alike` and `surnames_alike` are looked up by `spelling.plain` and `spelling.part`.
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
    people_alike: Mapping[str, tuple[Person, ...]]
    surnames_alike: Mapping[str, tuple[Person, ...]]
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
        people = bearers(_rows(seeds / "people.csv"), titles, surfaces)
        return cls(
            **places,
            capital_names=_capital_names(countries),
            organizations=organizations,
            people=people.by_name,
            surnames=people.by_surname,
            people_alike=people.by_name_alike,
            surnames_alike=people.by_surname_alike,
            titles=titles,
            given_names={
                row["given_name"]: row["gender"] for row in _rows(seeds / "given_names.csv")
            },
            surfaces={entity: tuple(sorted(texts)) for entity, texts in surfaces.items()},
            exact=exact,
        )

    @cached_property
    def wikidata_ids(self) -> frozenset[str]:
        """The Wikidata ids of all its countries, organisations and people."""
        indexes: list[Mapping[str, Iterable[Country | Organization | Person]]]
        indexes = [self.countries, self.organizations, self.people]
        named = (entry.entity for index in indexes for each in index.values() for entry in each)
        return frozenset(entity.wikidata_id for entity in named if entity.wikidata_id)

    def organizations_named(self, text: str) -> tuple[Organization, ...]:
        """The organisations that a text may name; a short acronym must be written as one."""
        found = self.organizations.get(key(text), ())
        if not found or len(key(text)) > _MAX_EXACT:
            return found
        bare = re.sub(r"^[Tt]he\s+|['’]s?$", "", text)
        return found if bare.isupper() or bare in self.exact else ()

    def people_named(self, name: PersonName) -> tuple[Person, ...]:
        """The people of a full name as spelled, else those of another spelling of it."""
        return self.people.get(name.key) or self.people_alike.get(spelling.plain(name), ())

    def people_of_surname(self, surname: str) -> tuple[Person, ...]:
        """The people of a folded surname as spelled, else those of another spelling of it."""
        alike = self.surnames_alike.get(spelling.part(surname), ())
        return self.surnames.get(surname, alike)

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
