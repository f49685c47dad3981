"""Organisations: reference aliases, acronyms and short forms of names in the same article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from transforms import ids
from transforms.entities import gazetteer
from transforms.entities.context import country_code, words_before
from transforms.entities.evidence import Evidence
from transforms.entities.gazetteer import is_generic
from transforms.entities.model import Entity, Name, Resolved
from transforms.entities.names import key
from transforms.entities.places import shown, stands_for_country
from transforms.entities.records import TRUSTED, Organization

_IN_BRACKETS = re.compile(r"['’]?s?\s*\(\s*(?:the\s+|or\s+)?[\"“]?([A-Z][\w.&-]{1,9})[\"”]?\s*\)")
_MAX_ACRONYM = 6
_NEWS = frozenset({"news_agency", "media", "newspaper"})
_KNOWN_BY_ACRONYM = frozenset({"un_body", "eu_body", "igo"})


def resolve_organizations(names: Iterable[Name], evidence: Evidence) -> list[Resolved]:
    """Each of these names of organisations with its entity, in no particular order."""
    return _Organizations(names, evidence).resolved()


class _Organizations:
    def __init__(self, names: Iterable[Name], evidence: Evidence) -> None:
        self._evidence = evidence
        self._names = sorted(names, key=lambda each: (each.start, each.end, each.text))
        self._texts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for name in self._names:
            self._texts[key(name.text)][shown(name.text)] += 1
        self._linked = {
            folded: self._by_reference(self._display(folded), folded) for folded in self._texts
        }
        self._longer = self._indexed_by_part()
        self._spelled_out = self._indexed_by_initials()

    def resolved(self) -> list[Resolved]:
        return [self._one(name) for name in self._names]

    def _one(self, name: Name) -> Resolved:
        folded = key(name.text)
        if not folded:
            return Resolved(name, "ORG", None, "not_linked", None)
        standing = stands_for_country(name, self._evidence)
        if standing is not None:
            return standing
        is_common = is_generic(folded)
        if is_common:
            found = self._of_named_country(name, folded)
            if found is not None:
                return found
        organization, method = self._linked[folded]
        is_elsewhere = organization is not None and not self._is_named(organization)
        if organization is not None and not (is_elsewhere and folded in self._spelled_out):
            score = 0.8 if is_common else 0.95
            return Resolved(name, "ORG", organization.entity, method, score)
        return self._within_article(name, folded, is_common=is_common, method=method)

    def _within_article(self, name: Name, folded: str, *, is_common: bool, method: str) -> Resolved:
        spelled = self._spelled_out.get(folded, set())
        longer = self._longer.get(folded, set())
        if len(spelled) == 1:
            return self._as(name, min(spelled), "acronym", 0.9)
        is_acronym = _is_acronym(self._display(folded))
        if len(longer) == 1 and not spelled and not is_acronym:
            return self._as(name, min(longer), "short_name", 0.75)
        if method == "ambiguous" or is_common or spelled:
            known = self._evidence.reference.organizations_named(name.text)
            likely = sorted(known, key=self._weight, reverse=True)[:3]
            considered = tuple((each.entity, round(1 / len(known), 4)) for each in likely)
            return Resolved(name, "ORG", None, "ambiguous", None, candidates=considered)
        own, score = ("acronym_only", 0.4) if is_acronym else ("full_name", 0.8)
        return self._as(name, folded, own, score)

    def _as(self, name: Name, folded: str, method: str, score: float) -> Resolved:
        organization, _ = self._linked[folded]
        if organization is not None:
            return Resolved(name, "ORG", organization.entity, method, score)
        display = self._display(folded)
        made = ids.entity_id("ORG", display)
        entity = Entity(made, display, "ORG", None, None, None)
        return Resolved(name, "ORG", entity, method, score)

    def _display(self, folded: str) -> str:
        texts = self._texts[folded]
        return min(texts, key=lambda text: (-texts[text], text))

    def _of_named_country(self, name: Name, folded: str) -> Resolved | None:
        """`Russia's Foreign Ministry`: a bare name after the country that it is of.

        A country that has no such body in the reference leaves the name unresolved.
        """
        before = words_before(self._evidence.text, name.start)
        if not before:
            return None
        code = country_code(before, self._evidence.reference)
        for size in (2, 1) if code else ():
            full = f"{' '.join(before[-size:])} {folded}"
            found = self._evidence.reference.organizations.get(full, ())
            if len(found) == 1:
                return Resolved(name, "ORG", found[0].entity, "reference_alias", 0.9)
        of_state = before[-1] == "state" or any(
            " ".join(before[-size:]) in gazetteer.STATES for size in (1, 2)
        )
        organization, _ = self._linked[folded]
        is_other = code and organization is not None and organization.country != code
        if of_state or is_other:
            return Resolved(name, "ORG", None, "ambiguous", None)
        return None

    def _by_reference(self, text: str, folded: str) -> tuple[Organization | None, str]:
        found = [
            each
            for each in self._evidence.reference.organizations_named(text)
            if self._is_enough(each, text, folded)
        ] or self._after_country(folded)
        if not found:
            return None, "full_name"
        ranked = sorted(found, key=self._weight, reverse=True)
        if len(ranked) > 1 and self._weight(ranked[0]) == self._weight(ranked[1]):
            return None, "ambiguous"
        best = ranked[0]
        if len(ranked) > 1 and not self._is_named(best):
            return None, "ambiguous"
        return best, "reference_alias"

    def _after_country(self, folded: str) -> list[Organization]:
        """`U.S. House of Representatives`: the country first, then the name of its body."""
        reference = self._evidence.reference
        words = folded.split()
        for cut in range(1, min(len(words), 4)):
            code = country_code(words[:cut], reference)
            found = reference.organizations.get(" ".join(words[cut:]), ()) if code else ()
            own = [each for each in found if each.country == code]
            if own:
                return own
        return []

    def _weight(self, organization: Organization) -> tuple[bool, int, int]:
        mentions = self._evidence.countries.get(organization.country, 0)
        return self._is_named(organization), organization.rank, mentions

    def _is_named(self, organization: Organization) -> bool:
        """Whether the article names its country; who gathers news is at home everywhere."""
        is_news = organization.kind in _NEWS
        return is_news or self._evidence.names_any([organization.country])

    def _is_enough(self, each: Organization, text: str, folded: str) -> bool:
        """Whether a name suffices for a reference organisation: short ones are borne by many."""
        code = each.country
        if is_generic(folded):
            return self._evidence.is_about(code) if code else True
        if each.rank == TRUSTED:
            return True
        if _is_acronym(text):
            is_known = each.kind in _KNOWN_BY_ACRONYM and len(folded) > 3
            return is_known or (bool(code) and self._is_named(each))
        if " " in folded:
            return each.kind != "party" or self._is_named(each)
        return bool(code) and self._evidence.is_about(code)

    def _indexed_by_part(self) -> dict[str, set[str]]:
        """From the beginning or end of a name to the names of the article that it may be of."""
        index: defaultdict[str, set[str]] = defaultdict(set)
        for folded in self._texts:
            words = folded.split()
            for cut in range(1, len(words)):
                begin, end = " ".join(words[:cut]), " ".join(words[cut:])
                if not is_generic(begin):
                    index[begin].add(folded)
                index[end].add(folded)
        return dict(index)

    def _indexed_by_initials(self) -> dict[str, set[str]]:
        """From an acronym, in brackets or by initials, to the names that it may stand for."""
        index: defaultdict[str, set[str]] = defaultdict(set)
        introduced: defaultdict[str, set[str]] = defaultdict(set)
        for name in self._names:
            folded = key(name.text)
            words = folded.split()
            if len(words) < 2:
                continue
            index["".join(word[0] for word in words)].add(folded)
            index["".join(word[0] for word in words if word not in gazetteer.SMALL_WORDS)].add(
                folded
            )
            bracket = _IN_BRACKETS.match(self._evidence.text, max(name.end, 0))
            if bracket:
                introduced[key(bracket[1])].add(folded)
        return {**index, **introduced}


def _is_acronym(text: str) -> bool:
    bare = text.replace(".", "")
    return bare.isupper() and len(bare) <= _MAX_ACRONYM and " " not in bare
