"""The steps of a run as Prefect tasks: nothing but wrappers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from flows import snapshot, work
from flows.settings import Settings
from flows.snapshot import RawFile, Snapshot
from transforms.identities.redirects import redirects
from transforms.readers.model import FileContent
from warehouse import checks, load, publish


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[1, 5])
def take_snapshot(inputs: Sequence[Path]) -> Snapshot:
    """Every file of the inputs, identified by its bytes."""
    return snapshot.taken(inputs)


@task(cache_policy=NO_CACHE, retries=1, retry_delay_seconds=1)
def read_files(files: Sequence[RawFile], max_bytes: int) -> list[FileContent]:
    """What the files hold."""
    return work.contents(files, max_bytes=max_bytes)


@task(cache_policy=NO_CACHE)
def extract_batch(articles: pl.DataFrame, settings: Settings) -> dict[str, pl.DataFrame]:
    """What the articles say, one frame a table."""
    return work.frames(
        articles,
        extractor=settings.extractor,
        model=settings.model,
        seeds=settings.seeds,
        pipeline=settings.pipeline,
    )


@task(cache_policy=NO_CACHE)
def load_frames(build: load.Build, frames: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    """Rows added by table."""
    return build.load(frames)


@task(cache_policy=NO_CACHE)
def resolve_entities(build: load.Build) -> dict[str, int]:
    """How many entities are now, and are no longer, taken to be another: `add`, `withdraw`."""
    return build.resolve(redirects)


@task(cache_policy=NO_CACHE)
def check_build(path: Path) -> list[checks.CheckFailure]:
    """What is wrong with a finished build."""
    return checks.failures(path)


@task(cache_policy=NO_CACHE)
def publish_build(path: Path, warehouse: Path) -> None:
    """The build in the published file's place."""
    publish.publish(path, warehouse)
