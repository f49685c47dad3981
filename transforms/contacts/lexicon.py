"""The words that tell of a contact, as `seeds/contacts.csv` lists them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One listed word: what it tells of and how its clause is read.

    `partners`: `object` and the prepositions that bring in the other side. `needs`: one of these
    must stand beside it (signed an *agreement*); `excludes`: none of these may (*news* conference).
    Both hold lemmas. `plover_mode` is None where PLOVER has no mode for it.
    """

    lemma: str
    kind: str
    contact_type: str
    plover_type: str
    plover_mode: str | None
    pattern: str
    partners: frozenset[str]
    needs: frozenset[str]
    excludes: frozenset[str]


class ContactLexicon:
    """The entries by lemma, those that need a word before those that do not."""

    def __init__(self, rows: Sequence[dict[str, str]]) -> None:
        self._found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for row in rows:
            self._found[row["lemma"], row["kind"]].append(
                Entry(
                    lemma=row["lemma"],
                    kind=row["kind"],
                    contact_type=row["contact_type"],
                    plover_type=row["plover_type"],
                    plover_mode=row["plover_mode"] or None,
                    pattern=row["pattern"],
                    partners=_items(row["partners"]),
                    needs=_items(row["needs"]),
                    excludes=_items(row["excludes"]),
                )
            )
        for entries in self._found.values():
            entries.sort(key=lambda entry: (not entry.needs, entry.contact_type))
        self.lemmas = frozenset(lemma for lemma, _ in self._found)

    @classmethod
    def read(cls, path: Path) -> ContactLexicon:
        """From `seeds/contacts.csv`; raises FileNotFoundError naming it where it is missing."""
        with path.open(encoding="utf-8", newline="") as lines:
            return cls(list(csv.DictReader(lines)))

    def find(self, lemma: str, kind: str, beside: frozenset[str]) -> Entry | None:
        """The entry of a verb or noun with these lemmas beside it, or None."""
        for entry in self._found.get((lemma, kind), ()):
            if not beside & entry.excludes and (not entry.needs or beside & entry.needs):
                return entry
        return None


def _items(field: str) -> frozenset[str]:
    return frozenset(field.split("|")) - {""}
