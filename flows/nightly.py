"""The nightly run: snapshot, read, extract, load, check, publish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import polars as pl
from prefect import flow

from flows import stages, tasks
from flows.errors import RunError
from flows.lock import sole_run
from flows.pool import Pool
from flows.progress import LOG
from flows.report import Summary, check_lines
from flows.settings import Settings
from flows.settings import read as read_settings
from flows.snapshot import Snapshot
from flows.stopwatch import Stopwatch
from flows.versions import code_version, model_version
from transforms import ids
from transforms.articles import Loaded, loaded
from transforms.batches import without
from warehouse.load import Build
from warehouse.seeds import read_seeds, seeds_version

Frames: TypeAlias = Mapping[str, pl.DataFrame]


@flow(name="nightly", persist_result=False)
def nightly(inputs: list[Path] | None = None, settings: Settings | None = None) -> Summary:
    """One run over files and folders, by default the landing folder; what it did.

    The published file changes in one step at the end, or not at all. Files whose bytes a run has
    read before are not read again. Settings that are not given are read where the run starts.

    Raises:
        UsageError: an input is missing.
        RunError: another run is at work, nothing could be extracted, or a check failed.
    """
    settings = settings or read_settings()
    target = settings.warehouse
    with (
        sole_run(target),
        Build.begin(target, target.with_name(f"{target.name}.next")) as build,
        Pool(workers=settings.workers) as pool,
    ):
        watch, snapshot = Stopwatch(), tasks.take_snapshot(inputs or [settings.landing])
        run_id = _begin(build, snapshot, settings)
        new = snapshot.new(build.known_files())
        LOG.info("%d files, %d new", snapshot.seen, len(new))
        contents, unreadable = stages.read(pool, new, settings)
        fresh = loaded(contents, known_articles=frozenset(build.known_articles()), run_id=run_id)
        watch.lap("read")
        found, failed = stages.extract(pool, fresh.articles, settings)
        fresh = without(fresh, failed, run_id=run_id)
        watch.lap("extract")
        added = _load(build, fresh, found)
        watch.lap("load")
        summary = Summary(
            run_id=run_id,
            warehouse=target,
            files_seen=snapshot.seen,
            files_new=len(new),
            status=Counter(fresh.files["status"]),
            added=added,
            rejects=Counter(fresh.rejects["rule"]),
            unreadable=(*snapshot.unreadable, *unreadable),
            seconds=watch.seconds,
        )
        build.finish_run(finished_at=datetime.now(UTC), **summary.counts())
        build.finish()
        summary.warnings.extend(_checked(build))
        tasks.publish_build(build.path, target)
        watch.lap("check and publish")
    return summary


def _begin(build: Build, snapshot: Snapshot, settings: Settings) -> str:
    started_at, seeds = datetime.now(UTC), seeds_version(settings.seeds)
    run_id = ids.run_id(started_at.isoformat(), snapshot.digest)
    build.begin_run(
        run_id=run_id,
        started_at=started_at,
        code_version=code_version(),
        model_version=model_version(settings.model),
        seeds_version=seeds,
    )
    build.load_reference(read_seeds(settings.seeds), seeds)
    return run_id


def _load(build: Build, fresh: Loaded, found: Sequence[Frames]) -> Counter[str]:
    articles = {"files": fresh.files, "articles": fresh.articles, "rejects": fresh.rejects}
    added = Counter[str]()
    for frames in (articles, *found):
        added.update(tasks.load_frames(build, frames))
    return added


def _checked(build: Build) -> list[str]:
    found = tasks.check_build(build.path)
    if any(failure.severity == "fail" for failure in found):
        shown = "\n".join(check_lines(found))
        raise RunError(f"checks failed, nothing was published and the build is removed:\n{shown}")
    return [f"{failure.name}: {failure.message}: {failure.count} rows" for failure in found]
