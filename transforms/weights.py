"""The weights of a model folder's small networks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


def read_weights(folder: Path, name: str) -> dict[str, npt.NDArray[Any]]:
    """The arrays of one file, by name. Raises FileNotFoundError naming it where it is missing."""
    path = folder / name
    if not path.is_file():
        message = f"{path} is missing: point the setting `model` at a model folder"
        raise FileNotFoundError(message)
    with np.load(path) as read:
        return {each: read[each] for each in read.files}
