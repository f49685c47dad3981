"""Statements: attributions of a doc with their kind, manner and speakers, as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span

from transforms import ids
from transforms.acts import Act, act
from transforms.cues.reading import Reading
from transforms.days import Day
from transforms.inner_statements import nested
from transforms.language.attribution import Attribution
from transforms.nesting import outer
from transforms.parties.model import Party
from transforms.quoted_sources import with_quoted_source
from transforms.speakers import Parts, Speakers

METHOD: Final = "model:tags+links"
NESTED: Final = "syntax:nested"
_DIRECT: Final = 0.95
_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One piece of a part of a statement: its span in the article's text."""

    part: str
    piece_no: int
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement; spans are code points of the article's text, end exclusive."""

    statement_id: str
    anchor: int
    pieces: tuple[Piece, ...]
    speakers: Speakers
    reading: Reading | None
    act: Act
    speech_type: str
    parties: tuple[Party, ...]
    inside_statement_id: str | None
    score: float
    source_score: float
    day: Day
    method: str

    @property
    def negated(self) -> bool:
        """Whether the act is denied: `did not say`."""
        return self.reading is not None and self.reading.negated

    def span(self, part: str) -> tuple[int, int] | None:
        """From the first to the last character of a part, or None where it has no piece."""
        own = [piece for piece in self.pieces if piece.part == part]
        return (own[0].start, own[-1].end) if own else None


@dataclass(frozen=True)
class Attributed:
    """An attribution of a doc that is a statement, and the share of its content in quotes."""

    attribution: Attribution
    share: float
    method: str = METHOD

    @property
    def parts(self) -> Parts:
        """Its spans, as those take them who look for the speaker."""
        found = self.attribution
        source = found.sources[0] if found.sources else None
        return Parts(
            source=(source.start_char, source.end_char) if source else None,
            cue=(found.cue.start_char, found.cue.end_char) if found.cue else None,
            contents=tuple((each.start_char, each.end_char) for each in found.contents),
            is_direct=self.share >= _DIRECT,
        )


def attributed(doc: Doc, text: str, quoted: bytes) -> list[Attributed]:
    """The attributions of one article's doc that are statements, then those inside their contents.

    Content without a cue is a statement where it stands in quotation marks: else nothing but the
    model's guess says that somebody said it. `quoted` as `quoted_mask` gives it.
    """
    mended = [with_quoted_source(found) for found in doc._.attributions]
    every = [Attributed(found, _share(text, found, quoted)) for found in mended]
    kept = [each for each in every if each.attribution.cue or each.share >= _DIRECT]
    inner = nested(doc, [each.attribution for each in kept])
    return kept + [Attributed(found, _share(text, found, quoted), NESTED) for found in inner]


def statements(
    text: str,
    found: Sequence[Attributed],
    who: Sequence[Speakers],
    when: Sequence[Day],
    how: Sequence[Reading | None],
    whom: Sequence[tuple[Party, ...]],
    *,
    article_id: str,
) -> list[Statement]:
    """The statements of one article's text, in text order.

    Theirs are the speakers `who`, the days `when`, the cues as read `how` and the other parties
    `whom`, each in the order of `found`.
    """
    numbers = [_id(article_id, each.attribution) for each in found]
    above = outer([each.parts for each in found])
    made = [
        _statement(
            text,
            each,
            statement_id=number,
            inside=None if other is None else numbers[other],
            who=speakers,
            day=day,
            reading=reading,
            parties=parties,
        )
        for number, other, each, speakers, day, reading, parties in zip(
            numbers, above, found, who, when, how, whom, strict=True
        )
    ]
    return sorted(made, key=lambda one: one.anchor)


def _id(article_id: str, found: Attribution) -> str:
    anchor = found.cue or found.contents[0]
    return ids.statement_id(article_id, anchor.start_char, anchor.end_char)


def _share(text: str, found: Attribution, quoted: bytes) -> float:
    return quoted_share(text, [(each.start_char, each.end_char) for each in found.contents], quoted)


def _statement(
    text: str,
    each: Attributed,
    *,
    statement_id: str,
    inside: str | None,
    who: Speakers,
    day: Day,
    reading: Reading | None,
    parties: tuple[Party, ...],
) -> Statement:
    found, share = each.attribution, each.share
    pieces = tuple(
        Piece(part=part, piece_no=number, start=span.start_char, end=span.end_char)
        for part, spans in _parts(found)
        for number, span in enumerate(spans)
    )
    source = found.sources[0].text if found.sources else ""
    done = act(reading, source, who, quoted=share, has_cue=found.cue is not None)
    return Statement(
        statement_id=statement_id,
        anchor=(found.cue or found.contents[0]).start_char,
        pieces=pieces,
        speakers=who,
        reading=reading,
        act=done,
        speech_type="direct" if share >= _DIRECT else "mixed" if share > 0 else "indirect",
        parties=parties,
        inside_statement_id=inside,
        score=round(found.score, 4),
        source_score=round(found.source_score, 4),
        day=day,
        method=each.method,
    )


def _parts(found: Attribution) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    cue = (found.cue,) if found.cue else ()
    return ("source", found.sources), ("cue", cue), ("content", found.contents)


def quoted_share(text: str, spans: Sequence[tuple[int, int]], quoted: bytes) -> float:
    """The share of the words of `spans` that stand inside quotation marks, 0 to 1.

    `quoted`: one byte a character of the text, as `quoted_mask` gives it.
    """
    words = [match.start() for s, e in spans for match in _WORDS.finditer(text, s, e)]
    return sum(quoted[place] for place in words) / len(words) if words else 0.0
