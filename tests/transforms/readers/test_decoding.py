from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.readers.characters import mended, normalised
from transforms.readers.decoding import decoded, is_binary

ENGLISH = "“It’s over,” said Zoë Brückner – and left."
RUSSIAN = "Министр сказал во вторник, что переговоры в порту продолжаются, несмотря на погоду."


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        ("plain", "ascii", "utf-8"),
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (ENGLISH, "utf-16", "utf-16"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32", "utf-32"),
        (ENGLISH, "cp1252", "cp1252"),
        ("Il a été là, dit-il.", "latin-1", "cp1252"),
        ("Miloš Žižek’s “no”.", "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_encodings(text: str, codec: str, encoding: str) -> None:
    found = decoded(text.encode(codec))
    assert found is not None
    assert (found.text, found.encoding, found.was_mended) == (text, encoding, False)


def test_declared_encoding_is_believed_unless_the_bytes_are_utf_8() -> None:
    honest = decoded("Łódź".encode("iso8859-2"), declared="ISO-8859-2")
    wrong = decoded("Łódź".encode(), declared="ISO-8859-2")
    unknown = decoded(ENGLISH.encode("cp1252"), declared="base64_codec")
    escaped = decoded("東京で会見した".encode("iso2022_jp"), declared="iso-2022-jp")
    assert honest is not None
    assert (honest.text, honest.encoding) == ("Łódź", "iso8859-2")
    assert wrong is not None
    assert (wrong.text, wrong.encoding) == ("Łódź", "utf-8")
    assert unknown is not None
    assert unknown.encoding == "cp1252"
    assert escaped is not None
    assert escaped.text == "東京で会見した"


def test_stray_bytes_in_utf_8_are_read_as_windows_1252() -> None:
    found = decoded("Zoë Brückner sagt, dass ".encode() + b"\x93nein\x94" + "ïäöü".encode()[:-1])
    assert found is not None
    assert found.text == "Zoë Brückner sagt, dass “nein”ïäö"
    assert (found.encoding, found.was_mended) == ("utf-8", True)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\xef\xbb\xbf\xff", b"\xfe\xff\xd8\x00"])
def test_broken_wide_text_is_undecodable(data: bytes) -> None:
    assert decoded(data) is None


def test_binary() -> None:
    assert is_binary(bytes(range(256)) * 4)
    assert not is_binary(ENGLISH.encode("utf-16"))
    assert not is_binary(ENGLISH.encode("utf-16-be"))
    assert not is_binary(b"Brenn said\0 so, and that was all that he said before he left.")


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_decoded_or_not(data: bytes) -> None:
    decoded(data)
    is_binary(data)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    found = decoded(text.encode("utf-8-sig"))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("â€œItâ€™s over,â€\x9d said ZoÃ«.", "“It’s over,” said Zoë."),
        ("\x93It\x92s over\x94", "“It’s over”"),
        ("Fine.\nItâ€™s over.\n“Fine”", "Fine.\nIt’s over.\n“Fine”"),
        ("“It’s &amp; over” – Zoë ﬁne", "“It’s &amp; over” – Zoë ﬁne"),
        ("AT&T: ÀÉÎÕÜ, 20 °C…", "AT&T: ÀÉÎÕÜ, 20 °C…"),
    ],
)
def test_mojibake_is_mended_and_nothing_else(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb\rc\x0bd\x0ce\u2028f", "a\nb\nc\nd\ne\nf"),
        ("a\u2029b", "a\n\nb"),
        ("a\0b\x1bc\x7fd\xade\ufefff", "abcdef"),
        ("e\u0301", "é"),
        ("a \t\n\t b\xa0\n\xa0\nc ", "a\n\t b\n\nc"),
        ("20\xa0km", "20\xa0km"),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_one_form(text: str, stored: str) -> None:
    assert normalised(text) == stored


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_stored_text_keeps_its_promises(text: str) -> None:
    stored = normalised(text)
    assert unicodedata.is_normalized("NFC", stored)
    assert stored == stored.strip()
    assert not set("\r\0\x85\u2028\ufeff").intersection(stored)
    assert stored.encode().decode() == stored
    assert normalised(stored) == stored
