"""What single words say of whether something comes about, and how two such words add up."""

from __future__ import annotations

from typing import Final

from transforms.contacts.vocabulary import CANCELLED, DENIED, PLANNED, POSSIBLE

_FROM_WEAKEST: Final = (
    "unclear",
    "denied",
    "cancelled",
    "possible",
    "planned",
    "happened",
    "present",
)


def by_lemma(lemma: str) -> str | None:
    """The status of what a verb or adjective with this lemma has as its object, or None."""
    for status, lemmas in (
        ("denied", DENIED),
        ("cancelled", CANCELLED),
        ("planned", PLANNED),
        ("possible", POSSIBLE),
    ):
        if lemma in lemmas:
            return status
    return None


def weaker(one: str, other: str) -> str:
    """The status that is further from having happened."""
    return min(one, other, key=_FROM_WEAKEST.index)


def settled(status: str) -> str:
    """The status, where a plain present has happened: `the talks go on`."""
    return "happened" if status == "present" else status


def flipped(status: str) -> str:
    """What a negated verb says: `did not plan to meet`, `did not rule out talks`."""
    return "possible" if status in {"denied", "cancelled"} else "denied"
