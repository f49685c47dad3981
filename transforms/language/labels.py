"""The closed lists of the model's tags, shared by training, decoding and scoring."""

from __future__ import annotations

from typing import Final

PARTS: Final = ("source", "cue", "content")
NAME_LABELS: Final = ("PERSON", "ORG", "LOC", "MISC")


def bio(labels: tuple[str, ...]) -> tuple[str, ...]:
    """`O`, then a B- and an I- tag for each label, in order."""
    return ("O", *(f"{prefix}-{label}" for label in labels for prefix in "BI"))


ATTRIBUTION_TAGS: Final = bio(PARTS)
NAME_TAGS: Final = bio(NAME_LABELS)
