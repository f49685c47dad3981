"""What an article as a whole says: its day, its headline, the countries that it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from transforms.entities.gazetteer import (
    STATE_ABBREVIATIONS,
    STATES,
    STATES_THAT_ARE_MORE,
    is_generic,
)
from transforms.entities.model import Name
from transforms.entities.names import key, person_name
from transforms.entities.records import PROMINENT, TRUSTED
from transforms.entities.reference import Reference

_WORDS = re.compile(r"[^\W_][\w.'’-]*")


@dataclass(frozen=True)
class Evidence:
    """What decides between entities of one name: text, headline, day, countries by mentions.

    `spoken_of` are the countries named outright or by their people, each with where it is named.
    """

    text: str
    headline: str
    published_on: date | None
    countries: Mapping[str, int]
    states: frozenset[str]
    spoken_of: tuple[tuple[int, str], ...]
    reference: Reference

    def names_any(self, codes: Iterable[str]) -> bool:
        """Whether the article names one of the countries; no country at all counts as named."""
        wanted = [code for code in codes if code]
        return not wanted or any(self.countries.get(code, 0) for code in wanted)

    def is_about(self, code: str) -> bool:
        """Whether the country is named at least half as often as the one named most often."""
        mentions = self.countries.get(code, 0)
        return mentions > 0 and 2 * mentions >= max(self.countries.values())


def evidence(
    names: Iterable[Name],
    *,
    text: str,
    title: str | None,
    published_on: date | None,
    reference: Reference,
) -> Evidence:
    """The evidence of an article with these names."""
    countries: Counter[str] = Counter()
    states = set()
    spoken_of = []
    for name in names:
        code, state = _country(name, reference)
        if code:
            countries[code] += 1
        if state:
            states.add(state)
        folded = key(name.text)
        if code and (folded in reference.countries or folded in reference.demonyms):
            spoken_of.append((name.start, code))
    headline = title or ""
    for word in _WORDS.findall(headline):
        folded = key(word)
        if word[:1].isupper() and not folded.isdigit():
            countries.update(_only(folded, reference))
    return Evidence(
        text=text,
        headline=key(headline),
        published_on=published_on,
        countries=dict(countries),
        states=frozenset(states),
        spoken_of=tuple(sorted(spoken_of)),
        reference=reference,
    )


def _country(name: Name, reference: Reference) -> tuple[str, str]:
    """The one country (and American state) that a name speaks for, or ''."""
    folded = key(name.text)
    if name.label == "PERSON":
        return _persons_country(name, folded, reference), ""
    if folded in STATES or (folded in STATE_ABBREVIATIONS and name.label in {"LOC", "GPE"}):
        state = STATES.get(folded) or STATE_ABBREVIATIONS.get(folded, "")
        return ("" if folded in STATES_THAT_ARE_MORE else "US"), state
    codes = _only(folded, reference)
    if codes:
        return codes[0], ""
    found = () if is_generic(folded) else reference.organizations_named(name.text)
    homes = {each.country for each in found}
    is_trusted = any(each.rank == TRUSTED for each in found)
    return (homes.pop() if len(homes) == 1 and is_trusted else ""), ""


def _only(folded: str, reference: Reference) -> list[str]:
    for index in (reference.countries, reference.demonyms, reference.capitals):
        found = index.get(folded, ())
        if found:
            return [found[0].code] if len(found) == 1 else []
    return []


def _persons_country(name: Name, folded: str, reference: Reference) -> str:
    if " " not in folded:
        return ""
    found = reference.people_named(person_name(name.text, reference.titles))
    if len(found) != 1 or found[0].prominence < PROMINENT:
        return ""
    return found[0].entity.country_code or ""
