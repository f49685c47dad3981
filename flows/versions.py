"""Which code and which weights a run used."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path
from typing import Final

_MODEL_FILES: Final = frozenset({".onnx", ".json", ".npz"})


def code_version() -> str:
    """The version of onrecord that is installed."""
    return metadata.version("onrecord")


def model_version(folder: Path, pipeline: str = "") -> str:
    """12 hexadecimal digits that change when the weights, tables or tokenizer of a model do.

    They also change with the name or version of `pipeline`, a spaCy package or folder that finds
    names and syntax instead.
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.suffix in _MODEL_FILES):
        with path.open("rb") as file:
            digest.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    if pipeline:
        digest.update(pipeline.encode() + _pipeline_version(pipeline).encode())
    return digest.hexdigest()[:12]


def _pipeline_version(pipeline: str) -> str:
    meta = Path(pipeline) / "meta.json"
    if meta.is_file():
        return meta.read_text(encoding="utf-8")
    try:
        return metadata.version(pipeline)
    except metadata.PackageNotFoundError:
        return ""
