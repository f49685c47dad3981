"""The organisation that a description means: `the ministry`, `the company`, `the newspaper`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.speakers.phrases import Phrase, folded
from transforms.speakers.roles import Role
from transforms.speakers.words import COMPANIES, COMPANY_ENDS, ORGANIZATION_HEADS

_KINDS: Final = {
    "company": {"company"}, "newspaper": {"newspaper", "paper"}, "news agency": {"agency"},
    "ministry": {"ministry"}, "party": {"party"}, "court": {"court"}, "militant": {"group"},
    "ngo": {"group", "organization"}, "think tank": {"think_tank"}, "embassy": {"embassy"},
    "legislature": {"parliament"},
}  # fmt: skip
_PAPERS: Final = frozenset(
    "times post journal herald tribune guardian telegraph chronicle globe gazette news".split()
)
_SPELLINGS: Final = {
    "paper": "newspaper", "organisation": "organization", "centre": "center", "firm": "company",
}  # fmt: skip


class Organizations:
    """The organisations of an article, by the words that a description may use of them."""

    def __init__(
        self, names: Sequence[Resolved], found: Iterable[Role], reference: Reference
    ) -> None:
        self._names = [name for name in names if name.entity_type == "ORG" and name.entity]
        self._heads: defaultdict[str, set[str]] = defaultdict(set)
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        for name in self._names:
            self._add_name(name, reference)
        for role in found:
            if role.name.entity_type == "ORG" and role.name.entity:
                self._add(role.name.entity.entity_id, [role.phrase.head], role.phrase.words)

    def meant(self, wanted: Phrase, place: int) -> list[Resolved]:
        """The latest mention before `place` of each organisation that `wanted` may mean.

        A bare noun (`the network`) means none where another organisation of unknown kind was
        named since.
        """
        head = _spelled(wanted.head)
        latest: dict[str, Resolved] = {}
        unknown = -1
        for name in self._names:
            own = name.entity.entity_id if name.entity else ""
            if name.name.start >= place:
                break
            if head in self._heads[own] and wanted.words <= self._words[own]:
                latest[own] = name
            elif not self._heads[own] and not (name.entity and name.entity.description):
                unknown = name.name.start
        found = list(latest.values())
        is_near = any(name.name.start > unknown for name in found)
        return found if wanted.words or is_near else []

    def _add_name(self, name: Resolved, reference: Reference) -> None:
        entity = name.entity
        if entity is None:
            return
        for text in (name.name.text, entity.name):
            words = folded(text.split(), reference)
            cut = next(
                (n for n, w in enumerate(words) if n and w in {"of", "for", "on"}), len(words)
            )
            heads = _heads(words[:cut])
            if entity.description not in {None, "company"}:
                heads -= COMPANIES
            self._add(entity.entity_id, heads, words)
        kinds = _KINDS.get(entity.description or "", set())
        code = {f"@{entity.country_code}"} if entity.country_code else set()
        self._add(entity.entity_id, kinds, code)

    def _add(self, own: str, heads: Iterable[str], words: Iterable[str]) -> None:
        for head in heads:
            self._heads[own].add("company" if head in COMPANIES else _spelled(head))
        self._words[own].update(words)


def _heads(words: Sequence[str]) -> set[str]:
    """What a name's own words make it: Riksbank a bank, Aldervane Power a company."""
    if not words:
        return set()
    last = words[-1]
    found = {last} if last in ORGANIZATION_HEADS else set()
    if last.endswith("bank"):
        found.add("bank")
    if len(words) > 1 and last in COMPANY_ENDS:
        found.add("company")
    if last in _PAPERS:
        found.add("newspaper")
    return found


def _spelled(head: str) -> str:
    return "company" if head in COMPANIES else _SPELLINGS.get(head, head)
