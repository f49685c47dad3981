"""`onrecord parse`: one raw file to the terminal, with what was found in it marked in the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

from flows.errors import UsageError
from flows.reading import extractor
from flows.settings import Settings
from transforms.contacts import Contact
from transforms.days import Day
from transforms.extraction import ReadArticle
from transforms.readers import RawArticle, read_file
from transforms.statements import Statement

STYLES: Final = {"name": "underline", "content": "green", "source": "bold cyan", "cue": "yellow"}


def run(file: Path, settings: Settings, console: Console | None = None) -> None:
    """Print a file's articles, their statements below each, and the rejects.

    Raises UsageError where the file holds no article.
    """
    console = console or Console(highlight=False)
    content = read_file(file.read_bytes(), str(file), max_bytes=settings.max_bytes)
    for reject in content.rejects:
        console.print(f"record {reject.record_no} rejected: {reject.rule}: {reject.detail}")
    if not content.articles:
        raise UsageError(f"{file}: no article in it; see the rejects above")
    records = [
        {
            "article_id": str(article.record_no),
            "title": article.title,
            "text": article.text,
            "published_on": article.published_on,
        }
        for article in content.articles
    ]
    console.print(_legend())
    for raw, article in zip(content.articles, extractor(settings).read(records), strict=True):
        console.print(_header(raw))
        console.print(marked(article))
        console.print(_lines(article))


def marked(article: ReadArticle) -> Text:
    """The article's text with names, sources, cues and contents in the colours of `STYLES`."""
    text = Text(article.doc.text)
    for item in article.names:
        text.stylize(STYLES["name"], item.name.start, item.name.end)
    for statement in article.statements:
        for piece in statement.pieces:
            text.stylize(STYLES[piece.part], piece.start, piece.end)
    return text


def _legend() -> Text:
    return Text(" ").join(Text(part, style) for part, style in STYLES.items())


def _header(raw: RawArticle) -> Text:
    day = f"{raw.published_on} ({raw.published_basis})" if raw.published_on else "no date"
    parts = [raw.title or "no title", day, *([raw.publisher] if raw.publisher else [])]
    return Text("\n" + " · ".join(parts) + "\n", "bold")


def _lines(article: ReadArticle) -> Text:
    """Two lines a statement, who says what how and when and to whom, then the contacts."""
    lines = Text()
    for number, statement in enumerate(article.statements, start=1):
        parts = [_part(article, statement, part) for part in ("source", "cue", "content")]
        kind = f"  [{', '.join(_kinds(statement))}, {statement.score:.2f}]"
        lines.append_text(Text(f"\n{number:3} "))
        lines.append_text(_speaker(statement))
        lines.append_text(Text(": "))
        lines.append_text(Text(" | ").join(part for part in parts if part))
        lines.append_text(Text(kind, "dim"))
        lines.append_text(Text(f"\n      {_circumstances(article, statement)}", "dim"))
    for contact in article.contacts:
        lines.append_text(Text(f"\n\n  · {_contact(article, contact)}"))
    return lines


def _kinds(statement: Statement) -> Iterator[str]:
    act = statement.act
    yield act.statement_kind
    if act.cue_class:
        yield f"not {act.cue_class}" if statement.negated else act.cue_class
    yield statement.speech_type


def _circumstances(article: ReadArticle, statement: Statement) -> str:
    """When it was said, and the other parties to it."""
    text: str = article.record["text"]
    parties = [f"{each.role} {text[each.start : each.end]}" for each in statement.parties]
    return " · ".join([_day(statement.day), *parties])


def _contact(article: ReadArticle, contact: Contact) -> str:
    """One contact: what, who, where, when, whether it came about."""
    text: str = article.record["text"]
    who = [
        each.actor.entity.name if each.actor.entity else text[slice(*each.actor.mention)]
        for each in contact.participants
    ]
    where = [text[contact.place.start : contact.place.end]] if contact.place else []
    what = f"{contact.entry.contact_type} ({contact.status}): {', '.join(who)}"
    return " · ".join([what, *where, _day(contact.day)])


def _day(day: Day) -> str:
    if day.first is None:
        return "day unknown"
    days = str(day.first) if day.first == day.last else f"{day.first} to {day.last}"
    return f"{days} ({day.basis})"


def _speaker(statement: Statement) -> Text:
    entities = [name.entity for name in statement.speakers.names if name.entity]
    if entities:
        return Text(", ".join(entity.name for entity in entities), "bold")
    return Text(statement.speakers.method, "dim")


def _part(article: ReadArticle, statement: Statement, part: str) -> Text:
    span = statement.span(part)
    return Text(article.doc.text[slice(*span)] if span else "", STYLES[part])
