"""The only place that opens DuckDB: always UTC, never a download, always by ATTACH.

DuckDB keeps one instance per path within a process, so that a second `connect(path)` would go on
showing the file that has been replaced; an in-memory database with the file attached does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection as Connection

from warehouse.errors import QueryError

__all__ = ["STORAGE_VERSION", "Connection", "close_file", "memory", "reader", "writer"]

STORAGE_VERSION = "v1.0.0"
"""The format of new files, so that every DuckDB client from 1.0 on can read them."""

_CATALOG = "onrecord"
_CONFIG = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}


@contextmanager
def memory() -> Iterator[Connection]:
    """An empty database in memory, closed at the end of the block."""
    with duckdb.connect(":memory:", config=dict(_CONFIG)) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        yield connection


@contextmanager
def writer(path: Path) -> Iterator[Connection]:
    """The file, made where it is missing, as the current database; alone, until the block ends."""
    with memory() as connection:
        options = "TYPE duckdb" if path.exists() else f"STORAGE_VERSION '{STORAGE_VERSION}'"
        _attach(connection, path, options)
        yield connection


@contextmanager
def reader(path: Path) -> Iterator[Connection]:
    """The file as the current database: nothing on disk can be changed, or read besides it.

    Raises:
        QueryError: there is no such file, it is no DuckDB file, or a writer holds it.
    """
    if not path.is_file():
        raise QueryError(f"no warehouse at {path}: name another, or make it with 'onrecord run'")
    with memory() as connection:
        try:
            _attach(connection, path, "TYPE duckdb, READ_ONLY")
        except duckdb.Error as error:
            raise QueryError(f"{path} can't be opened as a warehouse: {error}") from error
        connection.execute("SET enable_external_access = false")
        yield connection


def _attach(connection: Connection, path: Path, options: str) -> None:
    quoted = str(path.absolute()).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {_CATALOG} ({options})")
    connection.execute(f"USE {_CATALOG}")


def close_file(connection: Connection) -> None:
    """Write everything into the attached file and let go of it; no write-ahead log is left."""
    connection.execute("CHECKPOINT")
    connection.execute("USE memory")
    connection.execute(f"DETACH {_CATALOG}")
