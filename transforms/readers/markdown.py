"""Markdown with YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from transforms.readers.decoding import Decoded
from transforms.readers.fields import Fields, article, field_of
from transforms.readers.model import Record

FORMAT: Final = "markdown"

_FENCED: Final = re.compile(
    r"\s*---[ \t]*\n(?P<front>(?:(?!(?:---|\.\.\.)[ \t]*(?:\n|\Z)).*\n){1,200})"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FRONT_LONGEST: Final = 50_000
_KEY: Final = re.compile(r"([A-Za-z][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*))?")
_ITEM: Final = re.compile(r"\s*-\s+(.*)")
_MARKUP: Final = (
    (re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,500}\)"), r"\1"),
    (re.compile(r"^(?:#{1,6}|>)[ \t]+", re.MULTILINE), ""),
    (re.compile(r"(\*{1,3})(?=[^\s*])([^*\n]{1,500})(?<=\S)\1"), r"\2"),
)
"""Images, links, headings and quotes, emphasis: what each leaves."""


def starts_markdown(text: str) -> bool:
    """Whether a file begins with front matter: keys between two lines of `---`."""
    found = _FENCED.match(_lines_folded(text[:_FRONT_LONGEST]))
    return found is not None and any(map(_KEY.fullmatch, found["front"].split("\n")))


def read(decoded: Decoded, name: str) -> list[Record]:
    """The file's one article, or its reject; the text is free of the markup of paragraphs."""
    text = _lines_folded(decoded.text)
    found = _FENCED.match(text, 0, _FRONT_LONGEST)
    fields = Fields(text=_plain(text[found.end() :] if found else text), basis="header")
    for key, values in _front_matter(found["front"] if found else ""):
        known = field_of(key)
        kept = fields.extra if known is None or known in fields.values else fields.values
        name_kept = known if known and kept is fields.values else key
        if values:
            kept[name_kept] = "; ".join(filter(None, (kept.get(name_kept), *values)))
    return [article(fields, decoded, record_no=1, name=name)]


def _lines_folded(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")


def _front_matter(front: str) -> Iterator[tuple[str, list[str]]]:
    """Key and values of each entry; what is nested deeper stays as it is written."""
    key, values = "", list[str]()
    for line in front.split("\n"):
        if found := _KEY.fullmatch(line.rstrip()):
            if key:
                yield key, values
            key, values = found[1], _values(found[2] or "")
        elif line.strip():
            item = _ITEM.fullmatch(line)
            values.append(_unquoted(item[1] if item else line))
    if key or values:
        yield key or "front_matter", values


def _values(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(each) for each in value[1:-1].split(",") if each.strip()]
    return [_unquoted(value)] if value not in {"", "|", ">", "null", "~"} else []


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _plain(text: str) -> str:
    for pattern, left in _MARKUP:
        text = pattern.sub(left, text)
    return text
