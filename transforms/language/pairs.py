"""What is known of a cue and a source (or content) from where they stand alone.

These features choose rows of the link head's learned bias; training and the run share them.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]

_DISTANCES, _PARAGRAPHS, _BETWEEN = 24, 4, 4
PAIR_FEATURES = _DISTANCES + _PARAGRAPHS + _BETWEEN
"""Columns: signed distance in words (24, logarithmic), paragraphs crossed (0 to 3 or more),
other cues between (0 to 3 or more)."""


def pair_features(cues: Ints, others: Ints, paragraphs: Ints) -> Ints:
    """(cues, others, 3) columns of the bias for each pair of spans.

    `cues` (n, 2) and `others` (m, 2) are word spans, end exclusive; `paragraphs` (words,) the
    number of each word's paragraph.
    """
    gap_after = others[None, :, 0] - cues[:, None, 1]
    gap_before = cues[:, None, 0] - others[None, :, 1]
    after = gap_after >= gap_before
    gap = np.maximum(np.where(after, gap_after, gap_before), 0)
    half = _DISTANCES // 2
    bucket = np.minimum((1.5 * np.log2(gap + 1.0)).astype(np.int32), half - 1)
    crossed = np.abs(paragraphs[cues[:, None, 0]] - paragraphs[others[None, :, 0]])
    starts = np.sort(cues[:, 0])
    low = np.where(after, cues[:, None, 0], others[None, :, 0])
    high = np.where(after, others[None, :, 0], cues[:, None, 0])
    between = np.searchsorted(starts, high, "left") - np.searchsorted(starts, low, "left")
    between = np.maximum(between - after, 0)
    columns = (
        bucket + half * after,
        _DISTANCES + np.minimum(crossed, _PARAGRAPHS - 1),
        _DISTANCES + _PARAGRAPHS + np.minimum(between, _BETWEEN - 1),
    )
    return np.stack(columns, -1).astype(np.int32)
