"""At whom a statement is aimed: whom it accuses, praises, threatens, backs or describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from transforms.coreference.words import Words
from transforms.cues.reading import Reading
from transforms.parties import verbs
from transforms.parties.addressees import Found
from transforms.parties.nouns import Nouns

CLASSES: Final = frozenset(
    "accuse criticize praise support threaten apologize describe disagree joke lie agree".split()
)
_AT: Final = frozenset("at against on upon with toward towards for of to by about".split()) - {"by"}
_OF_VERBS: Final = frozenset({"at", "against", "on", "upon", "toward", "towards", "with"})
_TO: Final = frozenset({"to"})
_WITH_TO: Final = frozenset({"apologize", "describe"})
_WITH_CLAUSE: Final = frozenset({"accuse", "describe"})


def objects(words: Words, nouns: Nouns, reading: Reading, acts: Sequence[int]) -> Iterator[Found]:
    """(head token, method, chance) of each party that a cue's act is aimed at.

    Only of acts of the classes above. `acts`: the verbs of the cue, its act first.
    """
    if reading.cue is None or reading.cue.cue_class not in CLASSES:
        return
    for act in [*acts, reading.place]:
        found = next(_aimed_at(words, nouns, act, reading.cue.cue_class), None)
        if found is not None:
            yield found
            return


def _aimed_at(words: Words, nouns: Nouns, act: int, cue_class: str) -> Iterator[Found]:
    ways: list[tuple[str, float, Iterable[int]]]
    if words.pos[act] != "VERB":
        ways = [("noun", 0.85, verbs.with_case(words, act, _AT))]
    elif verbs.is_passive(words, act):
        ways = [("passive", 0.9, [*verbs.subjects(words, act), *_described(words, act)])]
    else:
        cases = _OF_VERBS | (_TO if cue_class in _WITH_TO else frozenset())
        ways = [
            ("object", 0.95, verbs.objects(words, act)),
            ("clause", 0.8, _of_clause(words, act) if cue_class in _WITH_CLAUSE else ()),
            ("preposition", 0.85, verbs.with_case(words, act, cases)),
        ]
    for method, chance, places in ways:
        yield from ((place, method, chance) for place in places if nouns.is_somebody(place))


def _of_clause(words: Words, act: int) -> Iterator[int]:
    """The subject of a small clause, where the parser makes one: `called [Lee] a liar`."""
    for child in words.children[act]:
        if words.dep[child] in {"xcomp", "ccomp"}:
            yield from verbs.subjects(words, child)


def _described(words: Words, act: int) -> Iterator[int]:
    """The noun that a participle hangs on: `Lee, accused of lying`."""
    if verbs.relation(words, act) in {"acl", "amod"}:
        yield words.head[act]
