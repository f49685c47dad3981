"""Which code and which weights a run used."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path


def code_version() -> str:
    """The version of onrecord that is installed."""
    return metadata.version("onrecord")


def model_version(folder: Path) -> str:
    """12 hexadecimal digits that change when any file of the model folder does."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        with path.open("rb") as file:
            digest.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]
