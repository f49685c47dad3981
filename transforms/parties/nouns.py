"""The nouns of an article, to be asked which of them can be spoken to, and which are media."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from transforms.coreference.model import Mention
from transforms.coreference.words import Words
from transforms.entities.names import key
from transforms.entities.reference import Reference

_PERSONS: Final = frozenset(
    "him her them us me you who whom he she they we i himself herself themselves one ones everyone"
    " everybody anyone anybody someone somebody all others many some those both".split()
)
_BODIES: Final = frozenset(
    "side party camp nation world public audience crowd press media viewer listener reader voter"
    " journalist reporter colleague lawmaker supporter official aide rally newspaper paper magazine"
    " agency station network outlet panel committee court jury parliament congress government"
    " police authority world community society people state country donor investor analyst fan"
    " follower delegate member worker employee family student child parent resident citizen"
    " leader delegation governor ally partner protester rebel militant troop force".split()
)
_AUDIENCES: Final = frozenset(
    "forum program programme show conference convention meeting hearing gathering series podcast"
    " summit assembly rally".split()
)
_BEINGS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_MEDIA: Final = frozenset(
    "newspaper paper magazine agency station network outlet daily weekly tabloid broadcaster"
    " website blog channel radio television tv podcast newswire journal".split()
)
_MEDIA_ENDS: Final = frozenset(
    "times post news journal tribune herald tv radio gazette chronicle telegraph observer guardian"
    " press magazine daily television broadcasting globe examiner register inquirer sun star"
    " bulletin dispatch courier monitor network politics".split()
)
_NEWS: Final = frozenset({"news_agency", "media", "newspaper"})
_PLATFORMS: Final = frozenset({"twitter", "facebook", "instagram", "youtube", "telegram", "weibo"})
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december christmas easter".split()
)
_THINGS: Final = frozenset({"war"})
"""Words of titles (secretary of war) that are nobody by themselves."""
_RELATIVE: Final = frozenset({"WP", "WDT", "WP$"})
_MOST: Final = 8
"""Words before a head that can belong to it, at most: more is a wrong parse."""
_SKIPPED: Final = 3
_LEADING: Final = frozenset({"DET", "ADJ", "NOUN", "PUNCT", "NUM", "PROPN"})
_BEFORE: Final = frozenset(
    "det amod nummod compound flat nmod:poss nmod:desc advmod goeswith".split()
)
_AFTER: Final = frozenset({"flat", "fixed", "goeswith", "compound"})
_COMPLEMENTS: Final = frozenset({"of", "from"})


class Nouns:
    """Every mention of an article by its head token, and what it can be."""

    def __init__(self, words: Words, mentions: Sequence[Mention], reference: Reference) -> None:
        self._words = words
        self._reference = reference
        self._by_head = {mention.head[0]: mention for mention in mentions}
        self._heads_of = {mention.start: mention.head[0] for mention in mentions}

    def mention(self, place: int) -> Mention | None:
        """The mention whose head a token is."""
        return self._by_head.get(int(self._words.start[place]))

    def begun_at(self, place: int) -> int | None:
        """The head token of the mention that begins at a token, or None."""
        head = self._heads_of.get(int(self._words.start[place]))
        return None if head is None else bisect_left(self._words.start, head)

    def begun_after(self, place: int) -> int | None:
        """The head token of the mention right after a token, beyond quotes and articles; or None.

        `told "Fox and Friends"`, `told the Washington Post`.
        """
        for after in range(place + 1, min(place + 1 + _SKIPPED, len(self._words))):
            head = self.begun_at(after)
            if head is not None or self._words.pos[after] not in {"PUNCT", "DET"}:
                return head
        return None

    def named_from(self, place: int) -> int | None:
        """The head token of the first mention from a token on that owns no other; or None.

        `conservative host Greg Garrison`, `Fox's Ana Petrova`.
        """
        words, after = self._words, place
        while after < min(place + _MOST, len(words)):
            head = self.begun_at(after)
            if head is None:
                if words.pos[after] not in _LEADING:
                    return None
                after += 1
            elif head + 1 < len(words) and words.tag[head + 1] == "POS":
                after = head + 2
            else:
                return head
        return None

    def is_audience(self, place: int) -> bool:
        """Whether a token heads what is told something: somebody, a programme, a gathering."""
        mention = self.mention(place)
        is_named = mention is not None and mention.name is not None
        return is_named or self._words.lemma[place].lower() in _AUDIENCES or self.is_somebody(place)

    def is_somebody(self, place: int) -> bool:
        """Whether a token heads a person, people or a body: what can speak and be spoken to."""
        mention, words = self.mention(place), self._words
        if mention is not None and mention.name is not None:
            return mention.name.entity_type in _BEINGS
        lemma = words.lemma[place].lower()
        is_told_so = mention is not None and mention.is_somebody
        if is_told_so and words.pos[place] == "NOUN" and lemma not in _THINGS:
            return True
        if words.pos[place] == "PROPN":
            return lemma not in _DAYS
        return words.text[place].lower() in _PERSONS or lemma in _BODIES

    def is_media(self, place: int) -> bool:
        """Whether a token heads a news outlet or a platform that carries what people say."""
        mention, words = self.mention(place), self._words
        if mention is None or mention.name is None:
            return words.lemma[place].lower() in _MEDIA
        text = mention.name.name.text
        if any(each.kind in _NEWS for each in self._reference.organizations_named(text)):
            return True
        folded = key(text).split()
        if not folded or mention.name.entity_type not in {"ORG", "MISC"}:
            return False
        is_named_so = len(folded) > 1 or words.text[max(0, place - 1)].lower() == "the"
        return (is_named_so and folded[-1] in _MEDIA_ENDS) or folded[0] in _PLATFORMS

    def span(self, place: int) -> tuple[int, int]:
        """A phrase from its determiner or title to its head, and `of` and `from` after it."""
        words = self._words
        first = last = place
        for child in words.children[place]:
            relation = words.dep[child]
            begin, end = words.edges[child]
            if begin < child and words.dep[begin] == "case":
                begin += 1
            if child < place and relation in _BEFORE and begin >= place - _MOST:
                first = min(first, begin)
            elif child > place and self._goes_on(child):
                last = max(last, end)
        mention = self.mention(place)
        start, stop = int(words.start[first]), int(words.end[last])
        if mention is not None and mention.name is not None:
            return min(start, mention.start), max(int(words.end[place]), mention.end)
        return start, stop

    def meant(self, place: int) -> int:
        """A token, or the noun that it goes back to where it is a relative pronoun."""
        words = self._words
        verb = words.head[place]
        is_relative = words.tag[place] in _RELATIVE and words.dep[verb] == "acl:relcl"
        return words.head[verb] if is_relative else place

    def joined(self, place: int) -> Iterator[int]:
        """A noun and those joined to it by `and`, in text order."""
        yield place
        for child in self._words.children[place]:
            if self._words.dep[child] == "conj" and child > place:
                yield from self.joined(child)

    def _goes_on(self, child: int) -> bool:
        words = self._words
        if words.dep[child] in _AFTER:
            return True
        cases = {words.lemma[c].lower() for c in words.children[child] if words.dep[c] == "case"}
        return words.dep[child] == "nmod" and bool(cases & _COMPLEMENTS)
