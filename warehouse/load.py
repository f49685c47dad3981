"""One night's work on a copy of the published file: copy, load, finish; publishing comes after."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

import polars as pl

from warehouse import dictionary, identities, tables
from warehouse.connection import Connection, close_file, writer
from warehouse.errors import BuildError
from warehouse.frames import conform, schema
from warehouse.publish import write_ahead_log
from warehouse.schema import TABLES, Table
from warehouse.shared import once

_REFERENCE: Final = frozenset(name for name in TABLES if name.startswith("reference_"))
_ABOUT: Final = frozenset({"dictionary", "quality"})


class Build:
    """A build file, open for writing, that becomes the next published file."""

    def __init__(self, *, path: Path, database: Connection, needs_comments: bool) -> None:
        self.path = path
        self._database = database
        self._needs_comments = needs_comments
        self._run_id: str | None = None
        self._is_finished = False

    @classmethod
    @contextmanager
    def begin(cls, published: Path, work: Path) -> Iterator[Self]:
        """A build at `work`, beside the published file: its copy, or new where there is none.

        What a run that died left at `work` is removed first, and so is a build that is not
        finished when the block ends, or that the block raises over: checking and publishing belong
        inside it, after `finish`. The caller sees to it that there is one build at a time.

        Raises:
            BuildError: the published file was not closed in order, or its tables are those of
                another version.
        """
        _expect_closed(published)
        work.parent.mkdir(parents=True, exist_ok=True)
        _remove(work)
        try:
            if published.exists():
                shutil.copy(published, work)
            with writer(work) as database:
                made = tables.make_missing(database, replaceable=_REFERENCE | _ABOUT)
                build = cls(path=work, database=database, needs_comments=bool(made))
                yield build
        except BaseException:
            _remove(work)
            raise
        if not build._is_finished:
            _remove(work)

    def known_files(self) -> set[str]:
        """file_id of every raw file that was ever read."""
        return self._keys("files", "file_id")

    def known_articles(self) -> set[str]:
        """article_id of every article that is loaded."""
        return self._keys("articles", "article_id")

    def begin_run(
        self,
        *,
        run_id: str,
        started_at: datetime,
        code_version: str,
        model_version: str,
        seeds_version: str,
    ) -> None:
        """Add the run's row, which other rows point at; its counts are filled in by `finish_run`.

        `started_at` is an instant with its time zone, or UTC without one.
        """
        table = TABLES["runs"]
        known: dict[str, object] = {
            "run_id": run_id,
            "started_at": _utc(started_at),
            "finished_at": None,
            "status": "running",
            "code_version": code_version,
            "model_version": model_version,
            "seeds_version": seeds_version,
        }
        row = {name: known.get(name, 0) for name in schema(table)}
        with tables.transaction(self._database):
            added = tables.insert(
                self._database, table, conform(pl.DataFrame([row], schema=schema(table)), table)
            )
        if not added:
            raise BuildError(f"run {run_id} is in the warehouse already: a run id is used once")
        self._run_id = run_id

    def load(self, frames: Mapping[str, pl.DataFrame]) -> dict[str, int]:
        """Add the rows whose key is new, in one transaction; rows added by table.

        Tables are filled in foreign-key order. Entities and aliases that come more than once, in
        this night or another, become what they are in any other order (`shared.once`); `resolve`
        comes after the last load.

        Raises:
            SchemaError: a frame is not as its table declares.
            BuildError: no such table, or a row breaks a reference or a check. Nothing is loaded.
        """
        unknown = sorted(set(frames) - set(TABLES))
        if unknown:
            raise BuildError(f"there are no tables {unknown}; the tables are {list(TABLES)}")
        ready = {
            name: _conformed(frames[name], table)
            for name, table in TABLES.items()
            if name in frames
        }
        with tables.transaction(self._database):
            identities.restore(self._database)
            added = {
                name: tables.insert(self._database, TABLES[name], frame)
                for name, frame in ready.items()
            }
            identities.reconcile(self._database, ready)
        return added

    def resolve(self, find: identities.Finder) -> dict[str, int]:
        """Make the redirects those that `find` sees now, and entities what overrides call them.

        How many redirects were added and withdrawn comes back: the keys are `add`, `withdraw`.

        Raises:
            SchemaError: what `find` gives is not as entity_redirects declares.
            BuildError: no run has begun, or a redirect breaks a reference or a check.
        """
        if self._run_id is None:
            raise BuildError("resolve comes after begin_run")
        with tables.transaction(self._database):
            return identities.resolve(self._database, find, run_id=self._run_id)

    def load_reference(self, frames: Mapping[str, pl.DataFrame], seeds_version: str) -> bool:
        """Make the reference tables hold these frames, unless the last run did; whether it did.

        Raises:
            SchemaError: a frame is not as its table declares.
            BuildError: the frames are not those of the reference tables.
        """
        if set(frames) != _REFERENCE:
            raise BuildError(
                f"reference frames {sorted(frames)} were given, must be {sorted(_REFERENCE)}"
            )
        if self._last_seeds_version() == seeds_version and not any(
            tables.is_empty(self._database, TABLES[name])
            for name, frame in frames.items()
            if not frame.is_empty()
        ):
            return False
        with tables.transaction(self._database):
            for name in sorted(_REFERENCE):
                table = TABLES[name]
                tables.replace(self._database, table, conform(frames[name], table))
        return True

    def load_quality(self, frame: pl.DataFrame) -> bool:
        """Make the frame the only rows of quality; False where they were there already."""
        return self._replace(TABLES["quality"], conform(frame, TABLES["quality"]))

    def finish_run(self, *, finished_at: datetime, **values: float) -> None:
        """Fill in the run's counts and seconds, all of them, by the names of their columns."""
        wanted = {column.name for column in TABLES["runs"].columns if column.dtype.is_numeric()}
        if self._run_id is None or set(values) != wanted:
            raise BuildError(
                f"finish_run comes after begin_run and takes {sorted(wanted)}; got {sorted(values)}"
            )
        names = sorted(wanted)
        assignments = ", ".join(f"{name} = ?" for name in names)
        with tables.transaction(self._database):
            self._database.execute(
                f"UPDATE runs SET status = 'published', finished_at = ?, {assignments} "
                "WHERE run_id = ?",
                [_utc(finished_at), *(values[name] for name in names), self._run_id],
            )

    def finish(self) -> None:
        """Bring views and dictionary up to date and close the file, ready to check and publish."""
        tables.make_views(self._database)
        if self._replace(TABLES["dictionary"], dictionary.frame()) or self._needs_comments:
            tables.comment(self._database)
        close_file(self._database)
        self._is_finished = True

    def _keys(self, table: str, column: str) -> set[str]:
        return {
            key for (key,) in self._database.execute(f"SELECT {column} FROM {table}").fetchall()
        }

    def _replace(self, table: Table, frame: pl.DataFrame) -> bool:
        with tables.transaction(self._database):
            return tables.replace(self._database, table, frame)

    def _last_seeds_version(self) -> str | None:
        rows = self._database.execute(
            "SELECT seeds_version FROM runs WHERE run_id IS DISTINCT FROM ? "
            "ORDER BY started_at DESC LIMIT 1",
            [self._run_id],
        ).fetchall()
        return rows[0][0] if rows else None


def _conformed(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    is_whole = {column.name for column in table.columns} <= set(frame.columns)
    return conform(once(table.name, frame) if is_whole else frame, table)


def _expect_closed(published: Path) -> None:
    log = write_ahead_log(published)
    if log.exists():
        raise BuildError(
            f"{log} holds changes that a copy of {published.name} would lose: close whatever has "
            "the file open, or open and close it once with DuckDB; then run again"
        )


def _remove(build: Path) -> None:
    build.unlink(missing_ok=True)
    write_ahead_log(build).unlink(missing_ok=True)


def _utc(instant: datetime) -> datetime:
    return instant if instant.tzinfo is None else instant.astimezone(UTC).replace(tzinfo=None)
