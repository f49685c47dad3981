"""Statements: attributions of a doc with their kind, manner and speakers, as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span

from transforms import ids
from transforms.cues import Cue, CueLexicon, is_negated
from transforms.days import Day
from transforms.entities.model import Resolved
from transforms.language.attribution import Attribution
from transforms.speakers import Parts, Speakers

METHOD: Final = "model:tags+links"
_DIRECT: Final = 0.95
_TOLD: Final = frozenset(
    "tell inform assure remind warn urge ask advise notify persuade convince promise".split()
)
"""Cues whose object is whom they speak to."""
_DOCUMENTS: Final = frozenset(
    "report reports poll polls survey surveys study studies document documents record records law"
    " laws memo memos letter letters filing filings affidavit book books email emails e-mail"
    " e-mails website complaint complaints lawsuit indictment ruling data figures statistics"
    " analysis research article articles transcript transcripts treaty constitution bill".split()
)
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
    cue: Cue | None
    statement_kind: str
    kind_basis: str
    speech_type: str
    negated: bool
    addressee: tuple[int, int] | None
    addressee_entity_id: str | None
    score: float
    source_score: float
    day: Day

    def span(self, part: str) -> tuple[int, int] | None:
        """From the first to the last character of a part, or None where it has no piece."""
        own = [piece for piece in self.pieces if piece.part == part]
        return (own[0].start, own[-1].end) if own else None


@dataclass(frozen=True)
class Attributed:
    """An attribution of a doc that is a statement, and the share of its content in quotes."""

    attribution: Attribution
    share: float

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
    """The attributions of one article's doc that are statements, as they come.

    Content without a cue is a statement where it stands in quotation marks: else nothing but the
    model's guess says that somebody said it. `quoted` as `quoted_mask` gives it.
    """
    every = [Attributed(found, _share(text, found, quoted)) for found in doc._.attributions]
    return [each for each in every if each.attribution.cue or each.share >= _DIRECT]


def statements(
    text: str,
    found: Sequence[Attributed],
    who: Sequence[Speakers],
    when: Sequence[Day],
    names: Sequence[Resolved],
    *,
    article_id: str,
    lexicon: CueLexicon,
) -> list[Statement]:
    """The statements of one article's text with speakers `who` and days `when`, in text order."""
    made = [
        _statement(
            text,
            each.attribution,
            each.share,
            who=speakers,
            day=day,
            names=names,
            article_id=article_id,
            lexicon=lexicon,
        )
        for each, speakers, day in zip(found, who, when, strict=True)
    ]
    return sorted(made, key=lambda one: one.anchor)


def _share(text: str, found: Attribution, quoted: bytes) -> float:
    return quoted_share(text, [(each.start_char, each.end_char) for each in found.contents], quoted)


def _statement(
    text: str,
    found: Attribution,
    share: float,
    *,
    who: Speakers,
    day: Day,
    names: Sequence[Resolved],
    article_id: str,
    lexicon: CueLexicon,
) -> Statement:
    pieces = tuple(
        Piece(part=part, piece_no=number, start=span.start_char, end=span.end_char)
        for part, spans in _parts(found)
        for number, span in enumerate(spans)
    )
    anchor = found.cue or found.contents[0]
    cue_text = found.cue.text if found.cue else ""
    cue = lexicon.find(cue_text)
    source = found.sources[0] if found.sources else None
    kind, basis = _kind(cue, cue_text, source.text if source else "", share)
    before = (
        "" if found.cue is None else text[max(0, found.cue.start_char - 12) : found.cue.start_char]
    )
    addressee = _addressee(text, found, cue)
    return Statement(
        statement_id=ids.statement_id(article_id, anchor.start_char, anchor.end_char),
        anchor=anchor.start_char,
        pieces=pieces,
        speakers=who,
        cue=cue,
        statement_kind=kind,
        kind_basis=basis,
        speech_type="direct" if share >= _DIRECT else "mixed" if share > 0 else "indirect",
        negated=is_negated(_last_word(before), cue_text),
        addressee=addressee,
        addressee_entity_id=_entity_at(addressee, names),
        score=round(found.score, 4),
        source_score=round(found.source_score, 4),
        day=day,
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


def _kind(cue: Cue | None, cue_text: str, source: str, quoted: float) -> tuple[str, str]:
    """The statement's kind and where it comes from: lexicon, source, quotation or default."""
    words = {word.lower() for word in _WORDS.findall(source)}
    if cue is not None and cue.statement_kind != "document" and words & _DOCUMENTS:
        heads = _WORDS.findall(re.split(r"\b(?:of|by|from|in|on|at|for|to|about)\b|,", source)[0])
        if heads and heads[-1].lower() in _DOCUMENTS:
            return "document", "source"
    if cue is not None:
        return cue.statement_kind, "lexicon"
    if quoted >= 0.5 or not _WORDS.search(cue_text):
        return "speech", "quotation"
    return "thought", "default"


def _last_word(before: str) -> str:
    return before.rsplit(maxsplit=1)[-1] if before.split() else ""


def _addressee(text: str, found: Attribution, cue: Cue | None) -> tuple[int, int] | None:
    """The words between a cue of telling and its content, or None: `told [reporters] that`."""
    if found.cue is None or cue is None or cue.lemma not in _TOLD:
        return None
    after = [span for span in found.contents if span.start_char >= found.cue.end_char]
    limit = after[0].start_char if after else found.cue.sent.end_char
    gap = re.match(
        r"\s*((?:[\w’'.&-]+,? ?){1,8}?)\s*(?=$|,|;|\.\s|\.$|\bthat\b|\bto\b|\bin\b|\bon\b|\bat\b"
        r"|\bduring\b|\bafter\b|\bfor\b|\bby\b|\bof\b|[\"“‘])",
        text[found.cue.end_char : limit],
    )
    words = gap.group(1).strip(" ,") if gap else ""
    if not gap or not words:
        return None
    start = found.cue.end_char + gap.start(1) + gap.group(1).index(words[0])
    return start, start + len(words)


def _entity_at(span: tuple[int, int] | None, names: Sequence[Resolved]) -> str | None:
    inside = [n for n in names if span and n.name.start >= span[0] and n.name.end <= span[1]]
    return inside[-1].entity.entity_id if inside and inside[-1].entity else None
