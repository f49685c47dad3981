"""The one form that text is stored in."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ftfy import fix_encoding
from ftfy.badness import is_bad
from ftfy.fixes import fix_c1_controls

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")
# The last two are as invisible as control characters and would part words.
_UNSTORABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\ufeff]")
# Clean English prose holds no others; asking ftfy costs sixty times as much.
_SUSPICIOUS: Final = re.compile("[^\0-\x7f‘’“”–—…•\xa0]")
_C1: Final = re.compile("[\x80-\x9f]")


def normalised(text: str) -> str:
    r"""The text in Unicode NFC with `\n` as its only line end.

    Lines lose their trailing white space (not their leading one), the whole loses both. Control
    characters but newline and tab, byte order marks and soft hyphens are dropped, half surrogate
    pairs become U+FFFD; other spaces stay what they are.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = _UNSTORABLE.sub("", _HALF_PAIR.sub("\ufffd", text))
    text = unicodedata.normalize("NFC", text)
    return "\n".join(map(str.rstrip, text.split("\n"))).strip()


def mended(text: str) -> str:
    """The text with mojibake put right, line by line; quotation marks and entities stay."""
    if not _SUSPICIOUS.search(text):
        return text
    if _C1.search(text):
        text = fix_c1_controls(text)
    if not is_bad(text):
        return text
    return "".join(
        fix_encoding(line) if is_bad(line) else line for line in text.splitlines(keepends=True)
    )


def one_line(text: str) -> str:
    """The text for a column of one line: normalised, white space folded to single spaces."""
    return " ".join(normalised(text).split())
