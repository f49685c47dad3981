"""The nightly run: snapshot, read, extract, load, resolve, check, publish.

What reaches DuckDB is imported as modules, here and in tasks.py: Prefect keeps flows and their
global names beyond the interpreter's end, and DuckDB would print pages of leaks there.
Annotations are objects, not text: Prefect sends the flow to the process of a scheduled run
without its module.
"""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow

from flows import report, stages, tasks
from flows.errors import RunError
from flows.lock import sole_run
from flows.pool import Pool
from flows.progress import LOG
from flows.settings import Settings
from flows.settings import read as read_settings
from flows.snapshot import Snapshot
from flows.stopwatch import Stopwatch
from flows.versions import code_version, model_version
from transforms import ids
from transforms.articles import loaded
from transforms.batches import merged, without
from warehouse import load, seeds


@flow(name="nightly", persist_result=False)
def nightly(inputs: list[Path] | None = None, settings: Settings | None = None) -> report.Summary:
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
        load.Build.begin(target, target.with_name(f"{target.name}.next")) as build,
    ):
        watch, snapshot = Stopwatch(), tasks.take_snapshot(inputs or [settings.landing])
        run_id = _begin(build, snapshot, settings, started_at=watch.began)
        new = snapshot.new(build.known_files())
        LOG.info("%d files, %d new", snapshot.seen, len(new))
        with Pool(workers=settings.workers) as pool:
            contents, unreadable = stages.read(pool, new, settings)
            known = frozenset(build.known_articles())
            fresh = loaded(contents, known_articles=known, run_id=run_id)
            watch.lap("read")
            found, failed = stages.extract(pool, fresh.articles, settings)
            fresh = without(fresh, failed, run_id=run_id)
            watch.lap("extract")
        frames = {"files": fresh.files, "articles": fresh.articles, "rejects": fresh.rejects}
        added = tasks.load_frames(build, frames | merged(found))
        changed = tasks.resolve_entities(build)
        LOG.info("redirects: %d added, %d withdrawn", changed["add"], changed["withdraw"])
        watch.lap("load")
        summary = report.Summary(
            run_id=run_id,
            warehouse=target,
            files_seen=snapshot.seen,
            files_new=len(new),
            status=Counter(fresh.files["status"]),
            added=Counter(added),
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


def _begin(
    build: load.Build, snapshot: Snapshot, settings: Settings, *, started_at: datetime
) -> str:
    version = seeds.seeds_version(settings.seeds)
    run_id = ids.run_id(started_at.isoformat(), snapshot.digest)
    build.begin_run(
        run_id=run_id,
        started_at=started_at,
        code_version=code_version(),
        model_version=model_version(settings.model, settings.pipeline),
        seeds_version=version,
    )
    build.load_reference(seeds.read_seeds(settings.seeds), version)
    build.load_quality(seeds.read_quality(settings.model))
    return run_id


def _checked(build: load.Build) -> list[str]:
    found = tasks.check_build(build.path)
    if any(failure.severity == "fail" for failure in found):
        shown = "\n".join(report.check_lines(found))
        raise RunError(f"checks failed, nothing was published and the build is removed:\n{shown}")
    return [f"{failure.name}: {failure.message}: {failure.count} rows" for failure in found]
