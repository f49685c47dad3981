"""The mentions of one article: every phrase, and which earlier one it goes back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from transforms.coreference.features import Features, features
from transforms.coreference.forms import KINDS
from transforms.coreference.generic import generic
from transforms.coreference.links import MODEL, NONE, Clusters, Link, linked, ranked
from transforms.coreference.model import Mention, Span
from transforms.coreference.phrases import NAME, NOMINAL, PRONOUN, Phrase
from transforms.coreference.quotes import first_persons, speakers_of_quotes
from transforms.coreference.ranker import Ranker
from transforms.coreference.traits import Lexicon
from transforms.coreference.words import Words
from transforms.entities.model import Resolved
from transforms.entities.reference import Reference
from transforms.speakers.genders import of_noun
from transforms.speakers.model import Parts
from transforms.speakers.roles import nouns_of_persons
from transforms.speakers.words import ORGANIZATION_HEADS

RULE = "rule"
_SOMEBODY = frozenset({"name PERSON", "name ORG", "nominal person", "nominal organization"})
_TYPES = {NAME: "name", NOMINAL: "nominal", PRONOUN: "pronoun"}


class Coreference:
    """The ranker of a model folder and what the reference data knows of nouns."""

    def __init__(self, model: Path, reference: Reference) -> None:
        self._ranker = Ranker(model)
        self._lexicon = lexicon(reference)

    def mentions(
        self,
        words: Words,
        names: Sequence[Resolved],
        *,
        parts: Sequence[Parts],
        quoted: bytes,
        genders: Mapping[str, str],
        meant: Callable[[Span], Resolved | None],
        known: Mapping[Span, Resolved],
    ) -> list[Mention]:
        """Every mention in text order.

        `parts`: the statements' spans; `quoted` one byte a character, 1 inside quotation marks;
        `genders` of persons by key; `meant`: the name that a description goes back to by rule;
        `known`: names that sources (by span) were found to mean.
        """
        made = features(
            words, names, parts=parts, quoted=quoted, lexicon=self._lexicon, genders=genders
        )
        given = _given(made, meant, known)
        rows = ranked(made.traits, given)
        others, together = made.pairs(rows)
        scores = self._ranker.scores(made.alone, together, others, rows)
        links, clusters = linked(
            made.traits,
            given,
            rows,
            others,
            scores,
            speaking=made.source_of,
            never=speakers_of_quotes(made),
        )
        return _mentions(made, links, clusters)


def lexicon(reference: Reference) -> Lexicon:
    """What the reference data and the word lists say of nouns."""
    return Lexicon(
        persons=nouns_of_persons(reference),
        organizations=ORGANIZATION_HEADS,
        gender_of=lambda noun: of_noun(noun, reference),
    )


def _given(
    made: Features,
    meant: Callable[[Span], Resolved | None],
    known: Mapping[Span, Resolved],
) -> dict[int, Link]:
    """Links by rule: sources whose speaker is known, and descriptions of somebody introduced."""
    words, found = made.words, made.phrases
    places = {id(each.name): number for number, each in enumerate(found) if each.name}
    heads = [int(words.start[each.head]) for each in found]
    given: dict[int, Link] = {}
    for (start, end), name in known.items():
        inside = range(bisect_left(heads, start), bisect_left(heads, end))
        first = min(inside, key=lambda n: (found[n].first, n), default=None)
        if first is not None and found[first].kind != NAME:
            _give(given, first, places.get(id(name)))
    for number, each in enumerate(found):
        if each.kind == NOMINAL and number not in given:
            introduced = meant(_phrase(words, each))
            if introduced is not None:
                _give(given, number, places.get(id(introduced)))
    for number, to in first_persons(made):
        if number not in given:
            _give(given, number, to)
    for number, to in generic(words, found):
        if number not in given:
            _give(given, number, to)
    return given


def _give(given: dict[int, Link], number: int, to: int | None) -> None:
    if to is not None and to != number:
        given[number] = Link(to, RULE, None)


def _mentions(made: Features, links: Sequence[Link], clusters: Clusters) -> list[Mention]:
    roots = [clusters.root(number) for number in range(len(links))]
    numbers = {root: place for place, root in enumerate(dict.fromkeys(roots))}
    spans = [_span(made.words, each) for each in made.phrases]
    return [
        Mention(
            start=spans[place][0],
            end=spans[place][1],
            phrase=_phrase(made.words, each),
            head=(int(made.words.start[each.head]), int(made.words.end[each.head])),
            mention_type=_TYPES[each.kind],
            is_plural=int(made.traits.number[place]) == 2,
            is_somebody=KINDS[made.traits.kind[place]] in _SOMEBODY,
            cluster=numbers[root],
            antecedent=None if link.to == NONE else spans[link.to],
            method=_method(each, link),
            score=link.score,
            name=each.name,
        )
        for place, (each, link, root) in enumerate(zip(made.phrases, links, roots, strict=True))
    ]


def _method(phrase: Phrase, link: Link) -> str:
    if link.to == NONE and link.method == MODEL and phrase.kind == PRONOUN:
        return "unresolved:no_antecedent"
    return "first" if link.to == NONE else link.method


def _phrase(words: Words, phrase: Phrase) -> Span:
    return int(words.start[phrase.first]), int(words.end[phrase.last])


def _span(words: Words, phrase: Phrase) -> Span:
    if phrase.name is not None:
        return phrase.name.name.start, phrase.name.name.end
    return _phrase(words, phrase)
