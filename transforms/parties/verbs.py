"""What hangs on a verb or noun, by relation and preposition: shared by the rules on parties."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.coreference.words import Words

OBJECTS = frozenset({"obj", "iobj"})


def relation(words: Words, place: int) -> str:
    """A token's relation to its head, without the subtype."""
    return words.dep[place].split(":")[0]


def cases(words: Words, place: int) -> set[str]:
    """The prepositions of a noun, as lemmas in lower case."""
    return {
        words.lemma[c].lower()
        for c in words.children[place]
        if relation(words, c) in {"case", "mark"} and c < place
    }


def objects(words: Words, verb: int) -> Iterator[int]:
    """The objects of a verb, direct and indirect, in text order."""
    yield from (c for c in words.children[verb] if words.dep[c] in OBJECTS)


def with_case(words: Words, place: int, prepositions: frozenset[str]) -> Iterator[int]:
    """The nouns that hang on a token by one of these prepositions, in text order."""
    for child in words.children[place]:
        if relation(words, child) in {"obl", "nmod"} and cases(words, child) & prepositions:
            yield child


def after(words: Words, verb: int, prepositions: frozenset[str]) -> Iterator[int]:
    """The noun right after a verb's preposition where the parse has not joined the two."""
    if verb + 2 >= len(words) or words.text[verb + 1].lower() not in prepositions:
        return
    for child in words.children[verb]:
        if relation(words, child) in {"obl", "obj"} and words.edges[child][0] == verb + 2:
            yield child


def is_passive(words: Words, verb: int) -> bool:
    """Whether a verb is a passive, with or without a helper: `was told`, `when asked`."""
    children = words.children[verb]
    if any(words.dep[c] in {"aux:pass", "nsubj:pass"} for c in children):
        return True
    is_bare = relation(words, verb) in {"acl", "advcl", "amod"} and words.tag[verb] in {
        "VBN",
        "VBD",
    }
    return is_bare and not any(words.dep[c] in {"nsubj", "obj", "aux"} for c in children)


def agents(words: Words, verb: int) -> Iterator[int]:
    """Who does what a passive says: `told by the minister`."""
    yield from with_case(words, verb, frozenset({"by"}))


def subjects(words: Words, verb: int) -> Iterator[int]:
    """The subjects of a verb's own clause."""
    yield from (c for c in words.children[verb] if relation(words, c) == "nsubj")


def participles(words: Words, verb: int) -> Iterator[int]:
    """The verbs that tell how something was said: `Speaking to reporters, he said`."""
    for child in words.children[verb]:
        if words.dep[child] == "advcl" and words.pos[child] == "VERB":
            yield child
