"""Every setting, read once: defaults, then onrecord.toml, then ONRECORD_*, then options."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from flows.errors import SettingsError

FILE: Final = "onrecord.toml"
PREFIX: Final = "ONRECORD_"

_ROOT: Final = Path(__file__).resolve().parent.parent
_MEBIBYTE: Final = 1024 * 1024
_CRON_FIELDS: Final = 5
_CLASS: Final = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")


def _cores() -> int:
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a command needs to know. Relative paths are relative to the working folder."""

    landing: Path = Path("landing")
    """The folder of raw files that a run reads when it is given none."""
    warehouse: Path = Path("var/onrecord.duckdb")
    """The published file."""
    model: Path = _ROOT / "models"
    """The folder of the trained weights."""
    seeds: Path = _ROOT / "seeds"
    """The folder of the reference CSVs."""
    pipeline: str = ""
    """Another spaCy pipeline, a package or a folder, for names and syntax; empty: our own."""
    workers: int = _cores()
    """How many processes read and extract."""
    batch_size: int = 96
    """How many articles one task extracts."""
    max_bytes: int = 256 * _MEBIBYTE
    """The largest file, also unpacked, that is read; a larger one is rejected."""
    cron: str = "0 2 * * *"
    """When `onrecord serve` runs, UTC."""
    prefect_home: Path = Path("var/prefect")
    """Where Prefect keeps its own files."""
    extractor: str = "transforms.extraction:Extractor"
    """The class that finds mentions and statements, `module:Class`: see flows/work.py."""


def read(
    options: Mapping[str, object] | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
    folder: Path | None = None,
) -> Settings:
    """The settings of this process; an option that is None counts as not given.

    Raises:
        SettingsError: an unknown key, or a value that is not what is expected; the message names
            key, value, source and what is expected.
    """
    known = {field.name: _PARSERS[str(field.type)] for field in fields(Settings)}
    chosen: dict[str, Path | str | int] = {}
    for key, value, source in _given(options or {}, environ, folder or Path.cwd()):
        if key not in known:
            raise SettingsError(f"{key} in {source} is no setting; there are {', '.join(known)}")
        chosen[key] = _parsed(known[key], key, value, source)
    return Settings(**chosen)  # type: ignore[arg-type]


def _given(
    options: Mapping[str, object], environ: Mapping[str, str], folder: Path
) -> Iterator[tuple[str, object, str]]:
    path = folder / FILE
    if path.is_file():
        yield from ((key, value, str(path)) for key, value in _toml(path).items())
    for name in sorted(environ):
        if name.startswith(PREFIX):
            yield name.removeprefix(PREFIX).lower(), environ[name], f"the environment, {name}"
    for key, value in options.items():
        if value is not None:
            yield key, value, f"option --{key.replace('_', '-')}"


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}") from None


def _parsed(
    parse: Callable[[str, object], Path | str | int], key: str, value: object, source: str
) -> Path | str | int:
    try:
        return parse(key, value)
    except ValueError as error:
        raise SettingsError(f"{key} = {value!r} from {source}: expected {error}") from None


def _path(_key: str, value: object) -> Path:
    if not isinstance(value, str | Path) or not str(value).strip():
        raise ValueError("a path")
    return Path(value).expanduser()


def _count(_key: str, value: object) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ValueError("a whole number of at least 1")
    return int(text)


def _text(key: str, value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if key == "cron" and len(text.split()) != _CRON_FIELDS:
        raise ValueError("five fields as in cron, for instance '0 2 * * *'")
    if key == "extractor" and not _CLASS.fullmatch(text):
        raise ValueError("a class as module:Class")
    return text


_PARSERS: Final[dict[str, Callable[[str, object], Path | str | int]]] = {
    "Path": _path,
    "int": _count,
    "str": _text,
}
