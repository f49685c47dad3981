"""At whom a statement is aimed: whom it accuses, praises, threatens, backs or describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from transforms.coreference.words import Words
from transforms.parties import verbs
from transforms.parties.clause import Clause, Found

CLASSES: Final = frozenset(
    "accuse criticize praise support oppose threaten apologize describe like dislike doubt reject"
    " disagree".split()
)
_AT: Final = frozenset("at against on upon with toward towards for of to about".split())
_OF_VERBS: Final = frozenset({"at", "against", "on", "upon", "toward", "towards", "with"})
_TO: Final = frozenset({"to"})
_WITH_TO: Final = frozenset({"apologize", "describe"})


def objects(clause: Clause) -> Iterator[Found]:
    """Each party that a cue's act is aimed at; only of acts of the classes above."""
    cue = clause.reading.cue
    if cue is None or cue.cue_class not in CLASSES:
        return
    for act in [*clause.acts, clause.reading.place]:
        found = next(_aimed_at(clause, act, cue.cue_class), None)
        if found is not None:
            yield found
            return


def _aimed_at(clause: Clause, act: int, cue_class: str) -> Iterator[Found]:
    words, nouns = clause.words, clause.nouns
    ways: list[tuple[str, float, Iterable[int]]]
    if words.pos[act] != "VERB":
        ways = [("noun", 0.85, verbs.with_case(words, act, _AT))]
    elif verbs.is_passive(words, act):
        ways = [("passive", 0.9, [*verbs.subjects(words, act), *_described(words, act)])]
    else:
        cases = _OF_VERBS | (_TO if cue_class in _WITH_TO else frozenset())
        ways = [
            ("object", 0.95, verbs.objects(words, act)),
            ("clause", 0.8, _of_clause(words, act) if cue_class == "describe" else ()),
            ("preposition", 0.85, verbs.with_case(words, act, cases)),
        ]
    for method, chance, places in ways:
        yield from ((place, method, chance) for place in places if nouns.is_somebody(place))


def _of_clause(words: Words, act: int) -> Iterator[int]:
    """The subject of a small clause, where the parser makes one: `called [Lee] a liar`."""
    for child in words.children[act]:
        if words.dep[child] == "xcomp":
            yield from verbs.subjects(words, child)


def _described(words: Words, act: int) -> Iterator[int]:
    """The noun that a participle hangs on: `Lee, accused of lying`."""
    if verbs.relation(words, act) in {"acl", "amod"}:
        yield words.head[act]
