"""The arrays of a model folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from transforms.weights import read_weights


def test_arrays_come_back_by_name(tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "days.npz", out=np.ones(3), classes=np.array(["", "say"]))
    read = read_weights(tmp_path, "days.npz")
    assert read["out"].tolist() == [1, 1, 1]
    assert read["classes"].tolist() == ["", "say"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"days\.npz is missing: point the setting `model`"):
        read_weights(tmp_path, "days.npz")
