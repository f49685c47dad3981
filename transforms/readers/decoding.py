"""Bytes to characters."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

import charset_normalizer

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_DECLARED: Final = {
    **dict.fromkeys(("ascii", "iso8859-1", "cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("shift_jis", "cp932"), "cp932"),
    **dict.fromkeys(("euc_kr", "cp949"), "cp949"),
    **{name: name for name in ("big5", "euc_jp", "iso2022_jp", "koi8-r", "koi8-u", "cp866")},
    **{f"cp125{digit}": f"cp125{digit}" for digit in "01345678"},
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 15)},
}
"""Encodings that a page may declare, as browsers read them; the rest of Python's are no text."""
_PLAUSIBLE: Final = sorted(set(_DECLARED.values()))
"""What is looked for: the encodings of the web, none of old terminals and mainframes."""
_DETECTION_BYTES: Final = 64 * 1024
_WESTERN: Final = frozenset(
    "àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜŸŠšŽž"
    "‘’‚“”„‹›«»–—…•·†‡™©®°§£€¢½¼¾¡¿ªº×\xa0\xad"
)
_WESTERN_SHARE: Final = 0.08
_SHORT: Final = 400
_SHORT_WESTERN_SHARE: Final = 0.2
"""In short texts statistics tell less, and one word with accents weighs more."""
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_CONTROLS_SHARE: Final = 0.02


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A file's characters, and how they were read."""

    text: str
    encoding: str
    was_mended: bool


def decoded(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """The characters; None where no encoding fits.

    Byte order marks and strict UTF-8 come first, then what the file declares, then detection.
    """
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            text = _strict(data, codec)
            return None if text is None else _as_is(text, name)
    wide = _utf_16_without_mark(data)
    if wide is not None:
        text = _strict(data, wide)
        return None if text is None else _as_is(text, wide)
    if data.isascii() and declared is None:
        return _as_is(data.decode("ascii"), "utf-8")
    return _declared(data, declared) or _utf_8(data) or _western(data) or _detected(data)


def is_binary(data: bytes) -> bool:
    """Whether control characters are too many for text, wide encodings apart."""
    start = data[:_DETECTION_BYTES]
    if start.startswith(tuple(mark for mark, *_ in _BOMS)) or _utf_16_without_mark(data):
        return False
    return len(start) - len(start.translate(None, _CONTROLS)) > _CONTROLS_SHARE * len(start)


def _as_is(text: str, encoding: str) -> Decoded:
    return Decoded(text=text, encoding=encoding, was_mended=False)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _utf_16_without_mark(data: bytes) -> str | None:
    start = data[:1024]
    if len(start) < 4 or b"\0" not in start:
        return None
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """As declared, unless it is UTF-8 all the same: bytes of other encodings hardly ever are."""
    try:
        codec = _DECLARED.get(codecs.lookup(declared).name) if declared else None
    except (LookupError, ValueError):
        return None
    if codec is None or (not data.isascii() and _strict(data, "utf-8") is not None):
        return None
    text = _strict(data, codec)
    return None if text is None else _as_is(text, codec)


def _utf_8(data: bytes) -> Decoded | None:
    """UTF-8, strict or with few stray bytes: those are read as Windows-1252, a cut end is left."""
    text = _strict(data, "utf-8")
    if text is not None:
        return _as_is(text, "utf-8")
    loose = data.decode("utf-8", "surrogateescape")
    stray = sum(map(len, _STRAY.findall(loose)))
    valid = len(loose) - len(loose.encode("ascii", "ignore")) - stray
    if valid <= stray:
        return None
    loose = _CUT_END.sub("", loose)
    return Decoded(text=_STRAY.sub(_stray_as_western, loose), encoding="utf-8", was_mended=True)


_STRAY: Final = re.compile("[\udc80-\udcff]+")
_CUT_END: Final = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\\Z")


def _stray_as_western(stray: re.Match[str]) -> str:
    return stray[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _western(data: bytes) -> Decoded | None:
    """Windows-1252, where what it gives looks like Western European prose.

    Detection by statistics takes short texts with a few curly quotes for rare encodings.
    """
    text = _strict(data, "cp1252")
    if text is None:
        return None
    special = [char for char in text if char > "\x7f"]
    letters = sum(map(str.isalpha, special))
    share = _WESTERN_SHARE if len(text) > _SHORT else _SHORT_WESTERN_SHARE
    if letters > share * len(text) or not _WESTERN.issuperset(special):
        return None
    return _as_is(text, "cp1252")


def _detected(data: bytes) -> Decoded | None:
    sample = data[:_DETECTION_BYTES]
    if len(data) > len(sample):
        # Cut where no character of several bytes can be cut.
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    for match in charset_normalizer.from_bytes(sample, cp_isolation=_PLAUSIBLE):
        text = _strict(data, match.encoding)
        if text is not None:
            return _as_is(text, codecs.lookup(match.encoding).name)
    return None
