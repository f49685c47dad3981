"""One label for one name: where the model wavers within an article, the majority decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from transforms.entities.model import Name
from transforms.entities.names import key
from transforms.entities.records import PROMINENT, TRUSTED
from transforms.entities.reference import Reference
from transforms.entities.types import is_people

_COURTESY = ("mr ", "mrs ", "ms ", "miss ")
_CLEAR = 3


def agreed_labels(names: Sequence[Name], reference: Reference) -> list[str]:
    """The label of each name, with the article's other names considered, in the same order.

    Somebody who is mostly a PERSON is one throughout, and so is a lone surname of somebody named
    in full; a PERSON that is three times more often something else and bears nobody's surname
    becomes that; a people (`Latino`) or a known organisation is no person.
    """
    votes = _Votes(names, reference)
    return [votes.label(name) for name in names]


class _Votes:
    def __init__(self, names: Sequence[Name], reference: Reference) -> None:
        self._reference = reference
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._surnames: set[str] = set()
        self._first_words: set[str] = set()
        for name in names:
            folded = key(name.text)
            self._counts[folded][name.label] += 1
            first, *rest = folded.split() or [""]
            if rest and name.label == "PERSON":
                self._surnames.update(" ".join(rest[begin:]) for begin in range(len(rest)))
            elif rest and name.label == "ORG":
                self._first_words.add(first)

    def label(self, name: Name) -> str:
        folded = key(name.text)
        if name.label == "PERSON":
            return self._of_person(name, folded)
        if folded.startswith(_COURTESY) or self._is_person(folded):
            return "PERSON"
        return name.label

    def _is_person(self, folded: str) -> bool:
        count = self._counts[folded]
        persons, others = count["PERSON"], count.total() - count["PERSON"]
        if self._reference.is_place(folded):
            return False
        if persons > others or (" " in folded and folded in self._reference.people):
            return True
        if folded not in self._surnames or folded in self._reference.organizations:
            return False
        is_leader = any(
            each.prominence == PROMINENT for each in self._reference.surnames.get(folded, ())
        )
        return persons > 0 or is_leader or folded not in self._first_words

    def _of_person(self, name: Name, folded: str) -> str:
        count = self._counts[folded]
        if folded in self._surnames:
            return "PERSON"
        if count.total() - count["PERSON"] >= _CLEAR * count["PERSON"]:
            rest = {label: number for label, number in count.items() if label != "PERSON"}
            return max(sorted(rest), key=lambda label: rest[label])
        if " " in folded or folded in self._reference.given_names:
            return "PERSON"
        known = self._reference.organizations_named(name.text)
        if any(each.rank == TRUSTED for each in known):
            return "ORG"
        return "MISC" if is_people(folded, self._reference) else "PERSON"
