"""Which code and which weights a run used."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path
from typing import Final

_MODEL_FILES: Final = frozenset({".onnx", ".json"})


def code_version() -> str:
    """The version of onrecord that is installed."""
    return metadata.version("onrecord")


def model_version(folder: Path) -> str:
    """12 hexadecimal digits that change when the weights, tables or tokenizer of a model do."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.suffix in _MODEL_FILES):
        with path.open("rb") as file:
            digest.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]
