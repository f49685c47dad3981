"""Raw model scores -> chances that mean what they say.

Logistic regression (Platt 1999) on what speaks for a statement; its weights are fitted on the
development articles by `models/training/calibrate.py` and lie in the model's `decoding.json`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from transforms.language.decoding import WordSpan

EVIDENCE: Final = (
    "always",
    "cue",
    "no_cue",
    "source",
    "no_source",
    "content",
    "further_pieces",
    "content_link",
    "source_link",
    "length",
)
"""What a statement's chance rests on: log odds of its parts and links, counts, and the logarithm
of the content's words; 0 where a part is absent."""
_LIMIT: Final = 1e-4


def log_odds(chance: float) -> float:
    """The logarithm of p / (1 - p), within +-9.2."""
    kept = min(max(chance, _LIMIT), 1 - _LIMIT)
    return float(np.log(kept / (1 - kept)))


def evidence(
    cue: WordSpan | None,
    source: WordSpan | None,
    contents: Sequence[WordSpan],
    *,
    content_link: float,
    source_link: float,
) -> tuple[float, ...]:
    """A value for each of `EVIDENCE`; the links are chances, 0.5 where there is none."""
    words = sum(content.end - content.start for content in contents)
    return (
        1.0,
        log_odds(cue.score) if cue else 0.0,
        float(cue is None),
        log_odds(source.score) if source else 0.0,
        float(source is None),
        log_odds(min(content.score for content in contents)),
        float(len(contents) - 1),
        log_odds(content_link),
        log_odds(source_link),
        float(np.log(words)),
    )


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """The fitted weights.

    One for each of `EVIDENCE` for a statement and, given one, for its source; for each name label
    the slope and offset of its log odds.
    """

    statement: tuple[float, ...]
    source: tuple[float, ...]
    names: Mapping[str, tuple[float, float]]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Calibration:
        """The calibration as `decoding.json` holds it. Raises ValueError on other evidence."""
        if any(len(table[part]) != len(EVIDENCE) for part in ("statement", "source")):
            message = f"the calibration in decoding.json does not fit the evidence {EVIDENCE}"
            raise ValueError(message)
        return cls(
            statement=tuple(table["statement"]),
            source=tuple(table["source"]),
            names={label: (slope, offset) for label, (slope, offset) in table["names"].items()},
        )

    def name(self, label: str, score: float) -> float:
        """The chance that a name is one, with just these borders and this label."""
        slope, offset = self.names[label]
        return _chance(slope * log_odds(score) + offset)

    def of_statement(self, values: Sequence[float]) -> tuple[float, float]:
        """The chance of a statement, and that of its source (or of having none) given it."""
        return (
            _chance(float(np.dot(self.statement, values))),
            _chance(float(np.dot(self.source, values))),
        )


def neutral(labels: Sequence[str]) -> dict[str, Any]:
    """The table of a model that is not calibrated yet: statements 0.5, names as they are."""
    nothing = [0.0] * len(EVIDENCE)
    return {"statement": nothing, "source": nothing, "names": dict.fromkeys(labels, (1.0, 0.0))}


def _chance(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))
