"""Sets of ids that belong together, with pairs that must never do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Ids joined one pair after the other, except where that would join a pair of `apart`."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._parents: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def join(self, one: str, other: str) -> bool:
        """Puts both into one group and says True; False where that is forbidden."""
        roots = sorted({self._root(one), self._root(other)}, key=lambda each: -len(self._in(each)))
        if len(roots) == 1:
            return True
        larger, smaller = roots
        enemies = {enemy for each in self._in(smaller) for enemy in self._apart.get(each, ())}
        if any(self._root(enemy) == larger for enemy in enemies):
            return False
        self._members.setdefault(larger, [larger]).extend(self._in(smaller))
        self._parents[smaller] = larger
        return True

    def of_several(self) -> list[list[str]]:
        """The members of each group of two or more."""
        return [
            members
            for root, members in self._members.items()
            if len(members) > 1 and self._root(root) == root
        ]

    def _in(self, root: str) -> list[str]:
        return self._members.get(root) or [root]

    def _root(self, member: str) -> str:
        while (parent := self._parents.get(member, member)) != member:
            self._parents[member] = self._parents.get(parent, parent)
            member = parent
        return member
