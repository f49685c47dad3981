"""The actors that words stand for: names, resolved descriptions and pronouns, countries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from transforms.contacts.grammar import Grammar
from transforms.contacts.model import Actor
from transforms.contacts.names import Names
from transforms.contacts.naming import COUNTRIES, is_one, named, representing, some_of
from transforms.contacts.vocabulary import (
    FIGURES,
    GATHERED,
    GENERIC,
    NO_HOSTS,
    OFFICIALS,
    UNIQUE,
)
from transforms.coreference.model import Mention
from transforms.entities.model import Resolved
from transforms.mentions import Kept, kept

_ACTING: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "GROUP", "UNNAMED"})
_BODIES: Final = frozenset({"ORG", "GPE", "NORP"})
_OF_WHOM: Final = ("nmod", "amod", "compound")
_PREPOSITIONS: Final = frozenset({"of", "from"})
_LINKS: Final = frozenset({"and", ",", "with", "to"})
_FINITE: Final = frozenset("VBD VBZ VBP MD".split())
_LONGEST: Final = 12
_TITLED: Final = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "obl:agent"})
"""Relations of a country or body that the parser took for whom its title names."""
_GUESSED: Final = 0.55


class Actors:
    """Whom the words of one article stand for, by word number."""

    def __init__(
        self, grammar: Grammar, mentions: Sequence[Mention], entities: Mapping[int, Resolved]
    ) -> None:
        self._grammar = grammar
        self.names = Names(grammar, mentions)
        self._names = self.names.by_word
        self._others: dict[int, Actor] = {}
        self._nouns: dict[int, Mention] = {}
        for one in kept(mentions, entities):
            mention, meant = one.mention, one.meant
            place = self.names.word(mention.head[0])
            if meant is not None and self._is_foreign(place, meant):
                meant = None
            is_actor = meant is None or meant.entity_type in _ACTING
            if not is_actor or place in self._names:
                continue
            self._nouns.setdefault(place, mention)
            self._others.setdefault(
                place,
                Actor(
                    mention=(mention.start, mention.end),
                    mention_type=mention.mention_type,
                    entity=meant.entity if meant else None,
                    entity_type=meant.entity_type if meant else None,
                    basis="reference",
                    chance=self._chance(place, one),
                    is_plural=mention.is_plural,
                ),
            )

    def _chance(self, place: int, one: Kept) -> float:
        """That of the links back; a description that anybody may fit (`the candidate`) is a guess.

        What a rule took for one with an entity is not: `the president`.
        """
        is_guess = (
            one.meant is not None
            and one.mention.mention_type == "nominal"
            and one.mention.method == "rule"
            and self._grammar.lemma(place) not in UNIQUE
        )
        chance = 1.0 if one.chance is None else one.chance
        return min(chance, _GUESSED) if is_guess else chance

    def _is_foreign(self, place: int, meant: Resolved) -> bool:
        """Whether a description is of another country: `the Mexican president`, not Obama."""
        own = meant.entity.country_code if meant.entity else None
        if own is None or meant.entity_type != "PERSON":
            return False
        beside = (self._names.get(c) for c in self._grammar.under(place, *_OF_WHOM))
        codes = {each.entity.country_code for each in beside if each and each.entity}
        return bool(codes - {None}) and own not in codes

    def of(self, place: int) -> list[Actor]:
        """Whom a word and those coordinated with it stand for, each entity once."""
        found: dict[str, Actor] = {}
        for head in self._coordinated(place):
            for actor in self._one(head):
                found.setdefault(actor.key, actor)
        return self._continued(list(found.values()))

    def _continued(self, found: list[Actor]) -> list[Actor]:
        """`Kenyatta and opposition leader Odinga`: people whom the parser did not join."""
        words = self._grammar.words
        while found and len(found) < _LONGEST:
            last = max(self.names.word(each.mention[1] - 1) for each in found)
            after = next(
                (
                    n
                    for n in range(last + 1, min(last + 4, len(words)))
                    if words.text[n] not in _LINKS
                ),
                len(words),
            )
            if "and" not in words.text[last + 1 : after]:
                break
            person = self.names.ahead(after) if after < len(words) else None
            is_subject = person is None or words.tag[min(person + 1, len(words) - 1)] in _FINITE
            more = [] if person is None or is_subject else [named(self._names[person])]
            if not more or more[0].key in {each.key for each in found}:
                break
            found += more
        return found

    def _coordinated(self, place: int) -> list[int]:
        """The words joined to one, less a description that the last of them names.

        `Smith and her counterpart, Jones`: the parser takes Jones for a third.
        """
        grammar = self._grammar
        found = grammar.all_of(place)
        is_named = (
            len(found) > 1
            and found[-1] in self._names
            and found[-2] not in self._names
            and not grammar.under(found[-1], "cc")
        )
        return [*found[:-2], found[-1]] if is_named else found

    def _one(self, head: int) -> list[Actor]:
        name = self._names.get(head)
        if name is not None and name.entity_type in _BODIES:
            person = self.names.ahead(head) if head else None
            if person is not None and self._grammar.words.dep[head] in _TITLED:
                return [named(self._names[person])]
        if name is not None:
            is_actor = name.entity_type in _ACTING and not (
                self._is_anybody(head, name) or self._is_owner(head, name)
            )
            if not is_actor or self._is_figure(name):
                return []
            return [named(name) if is_one(name) else some_of(name)]
        return self._apposed(head) or self._described(head) or self._gathered(head)

    def _described(self, head: int) -> list[Actor]:
        """Who a description or pronoun means; else whom it represents, or just somebody."""
        known = self._others.get(head)
        if known is not None and known.is_known and known.entity_type == "PERSON":
            return [known]
        is_somebody = known is not None and self._is_somebody(head, known)
        return self._represented(head) or ([known] if known is not None and is_somebody else [])

    def _is_anybody(self, head: int, name: Resolved) -> bool:
        """`a Mexican`: somebody of a people, and not the country."""
        dets = {self._grammar.lemma(each) for each in self._grammar.under(head, "det")}
        return name.entity_type == "NORP" and bool(dets & {"a", "an"})

    def _is_owner(self, head: int, name: Resolved) -> bool:
        """Whether a name that the parser took for a noun phrase only owns one: `Lee's rule`."""
        words, last = self._grammar.words, head
        while last + 1 < len(words) and self._names.get(last + 1) is name:
            last += 1
        has_mark = last + 1 < len(words) and words.tag[last + 1] == "POS"
        return has_mark and words.dep[head] != "nmod:poss"

    def _apposed(self, head: int) -> list[Actor]:
        """`his counterpart, Wang Yi`: the name beside a description."""
        found = []
        for child in self._grammar.under(head, "appos", "nmod:desc", "flat"):
            name = self._names.get(child)
            if name is not None and name.entity_type in {"PERSON", "ORG"}:
                found.append(named(name))
        return found[:1] or self._following(head)

    def _following(self, head: int) -> list[Actor]:
        """`his counterpart, Wang Yi`, where the parser hung the name elsewhere."""
        words = self._grammar.words
        after = head + 1
        if words.text[min(after, len(words) - 1)] != "," and after not in self._names:
            after = words.edges[head][1] + 1
        after += words.text[min(after, len(words) - 1)] == ","
        name = self._names.get(after)
        is_beside = after == head + 1 and name is not None and words.dep[after] != "nsubj"
        is_title = is_beside or (self._grammar.lemma(head) in OFFICIALS and name is not None)
        is_person = is_title and name is not None and name.entity_type == "PERSON"
        return [named(name)] if is_person and name else []

    def _represented(self, head: int) -> list[Actor]:
        """`the leaders of Japan and the Philippines`: the countries themselves."""
        grammar = self._grammar
        is_any = any(grammar.lemma(c) in {"a", "an"} for c in grammar.under(head, "det"))
        if grammar.lemma(head) not in OFFICIALS or is_any:
            return []
        for child in grammar.under(head, *_OF_WHOM):
            if child > head and grammar.relation(child) != "nmod":
                continue
            of = grammar.prepositions(child)
            if grammar.relation(child) == "nmod" and not of <= _PREPOSITIONS | {"'s", "’s"}:
                continue
            bodies = [each for each in grammar.all_of(child) if self._is_represented(each)]
            if bodies:
                return [representing(self._names[each]) for each in bodies]
        return []

    def _is_represented(self, place: int) -> bool:
        """Whether a word names what its people can stand for: no party, no faith."""
        if not self.names.is_body(place):
            return False
        name = self._names[place]
        is_town = name.entity_type == "GPE" and (
            name.entity is None or name.entity.description not in COUNTRIES
        )
        return is_one(name) and not is_town

    def _is_figure(self, name: Resolved) -> bool:
        return name.name.text in FIGURES

    def _is_somebody(self, head: int, actor: Actor) -> bool:
        mention = self._nouns[head]
        return (
            mention.mention_type == "pronoun"
            or mention.is_somebody
            or actor.entity is not None
            or self._grammar.lemma(head) in OFFICIALS
        ) and self._grammar.lemma(head) not in GENERIC | NO_HOSTS

    def _gathered(self, head: int) -> list[Actor]:
        """`a group of senators`, `members of Congress`: whom the group is made of."""
        grammar = self._grammar
        if grammar.lemma(head) not in GATHERED:
            return []
        parts = [c for c in grammar.under(head, "nmod") if "of" in grammar.prepositions(c)]
        return [
            actor for part in parts for each in grammar.all_of(part) for actor in self._one(each)
        ]
