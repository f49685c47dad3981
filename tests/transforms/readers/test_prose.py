from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.readers.prose import prose_fault


@pytest.mark.parametrize(
    "text",
    [
        "Port Alda reopens to all ships on Friday, harbour minister Oskar Brenn says.",
        "Brenn resigns today.",
        "Harbour talks end without a deal after three days",
        "Brenn said that\nhe would\nnot leave\nPort Alda.",
        "習近平会見了外交部長奥斯卡布倫。",
        "मंत्री ने मंगलवार को कहा कि बंदरगाह खुला रहेगा।",
        "\tBrenn said so.\n\n\tQuill said no.\n\n\tThey left.",
        "He came; she left.\n\nHe spoke; she sang.\n\nHe slept; she read.",
    ],
)
def test_articles(text: str) -> None:
    assert prose_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "0 of 0 characters are letters"),
        ("12 345 678, 90.", "0 of 12 characters"),
        ("Harbour", "no sentence"),
        ("Oskar Brenn", "no sentence"),
        ("id;text\n1;Brenn said so.\n2;Quill said no.", "a table: 3 of 3 lines have 2 cells"),
        ("id,name,place\na,Brenn,Port Alda\nb,Quill,Tallin", "a table: 3 of 3"),
        ("Oskar Brenn\tminister of the harbour\nMira Quill\tminister of trade", "a table: 2 of 2"),
        ("| Brenn | minister |\n| Quill | mayor |", "a table"),
    ],
)
def test_no_articles(text: str, fault: str) -> None:
    assert (prose_fault(text) or "").startswith(fault)


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    prose_fault(text)
