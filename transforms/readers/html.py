"""HTML pages: the text by trafilatura, the day by what the page declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from transforms.readers.dates import read_day
from transforms.readers.decoding import Decoded
from transforms.readers.fields import Fields, article
from transforms.readers.model import Record, Reject

FORMAT: Final = "html"

_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_PARAGRAPH: Final = re.compile(r"</p\s*>|<br\s*/?>", re.IGNORECASE)
_HEAD_BYTES: Final = 4096
_PUBLISHED: Final = (
    "//meta[@property='article:published_time' or @property='og:article:published_time'"
    " or @itemprop='datePublished' or @name='article:published_time'"
    " or @name='datePublished' or @name='pubdate' or @name='publishdate' or @name='publish-date'"
    " or @name='parsely-pub-date' or @name='sailthru.date' or @name='DC.date.issued'"
    " or @name='dc.date' or @name='DC.date' or @name='date']/@content",
    "//script[@type='application/ld+json']/text()",
    "//*[@itemprop='datePublished']/@datetime",
    "//*[@itemprop='datePublished']//text()",
    "//time[@pubdate]/@datetime",
    "(//article//time/@datetime | //header//time/@datetime)[1]",
    "//*[self::article or self::main or self::header]"
    "//*[contains(@class, 'date') or contains(@class, 'publish')]//text()",
)
"""Where pages state their day, the more telling first."""
_LINKED_DATA: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_LATEST: Final = "2199-12-31"
"""trafilatura would else take what the clock says."""
_SHORTEST: Final = "20"
"""From how many characters on a text is taken as found: a news flash is one, too."""
_XML_FAULTS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Page(Protocol):
    """What is asked of a parsed page."""

    def get(self, key: str) -> str | None: ...

    def xpath(self, path: str) -> list[str]: ...


def starts_html(text: str) -> bool:
    """Whether a file's first characters are those of an HTML page or fragment."""
    return _START.match(text[:_HEAD_BYTES]) is not None


def has_paragraphs(text: str) -> bool:
    """Whether text from elsewhere holds the tags of HTML paragraphs."""
    return _PARAGRAPH.search(text) is not None


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page's meta element names."""
    found = _CHARSET.search(data[:_HEAD_BYTES]) if data[:_HEAD_BYTES].lstrip()[:1] == b"<" else None
    return found[1].decode("ascii") if found else None


def read(decoded: Decoded, name: str) -> list[Record]:
    """The page's one article, or its reject."""
    # It takes 0.2 s to import, which runs without HTML should not pay.
    from trafilatura import extract_metadata, load_html  # noqa: PLC0415

    page = load_html(_XML_FAULTS.sub(" ", decoded.text))
    text = body(decoded.text) if page is not None else None
    if page is None or text is None:
        return [Reject(record_no=1, rule="no_text", detail="no article found in the page")]
    fields = Fields(text=text, basis="metadata", values=_declared(page))
    found = extract_metadata(
        page, date_config={"max_date": _LATEST, "extensive_search": False, "original_date": True}
    )
    stated = {
        "title": found.title,
        "author": found.author,
        "publisher": found.sitename or found.hostname,
        "url": found.url,
        "section": "; ".join(found.categories or ()),
    }
    fields.values |= {known: value for known, value in stated.items() if value}
    more = {"description": found.description, "tags": "; ".join(found.tags or ())}
    fields.extra = {key: value for key, value in more.items() if value}
    fields.text = _without_title(text, fields.values.get("title", ""))
    return [article(fields, decoded, record_no=1, name=name)]


def body(markup: str) -> str | None:
    """The article in a page or fragment, a blank line between blocks; None where there is none."""
    from trafilatura import extract  # noqa: PLC0415
    from trafilatura.settings import use_config  # noqa: PLC0415

    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _SHORTEST
    text = extract(
        _XML_FAULTS.sub(" ", markup),
        include_comments=False,
        include_tables=False,
        config=config,
    )
    return "\n\n".join(filter(str.strip, text.splitlines())) if text else None


def _declared(page: _Page) -> dict[str, str]:
    values = {"language": page.get("lang") or "", "date": _published(page)}
    return {known: value for known, value in values.items() if value}


def _published(page: _Page) -> str:
    """The first value that is a day; else the first that a meta element gives; else nothing."""
    first = ""
    for path in _PUBLISHED:
        for value in _dates(page.xpath(path)):
            if read_day(value):
                return value
            first = first or (value if path is _PUBLISHED[0] else "")
    return first


def _dates(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield from _LINKED_DATA.findall(value) if "{" in value else (value.strip(),)


def _without_title(text: str, title: str) -> str:
    first, _, rest = text.partition("\n\n")
    return rest if rest and first.strip().casefold() == title.strip().casefold() else text
