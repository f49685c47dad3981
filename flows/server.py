"""A Prefect API of our own for as long as a command runs, where the user names no other.

Prefect would start one itself, but only after it has imported the whole server into this process;
started here first, it comes up while this process imports and hashes.
"""

from __future__ import annotations

import http.client
import os
import runpy
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flows.errors import RunError
from flows.parent import exit_with_parent

URL: Final = "PREFECT_API_URL"
_HOST: Final = "127.0.0.1"
_PATIENCE_SECONDS: Final = 180
_POLL_SECONDS: Final = 0.05
_STOP_SECONDS: Final = 10


@dataclass(frozen=True, kw_only=True)
class Server:
    """A Prefect API: `wait` until it answers; `process` is None where it is not ours."""

    port: int = 0
    log: Path = Path()
    process: subprocess.Popen[bytes] | None = None

    def wait(self) -> None:
        """Return when the API answers; RunError where it does not come up."""
        if self.process is None:
            return
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not _answers(self.port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RunError(f"the local Prefect server did not start: see {self.log}")
            time.sleep(_POLL_SECONDS)


@contextmanager
def api(home: Path, *, scheduling: bool) -> Iterator[Server]:
    """The user's API where PREFECT_API_URL is set, otherwise one that ends with this context.

    `scheduling`: with the services that make scheduled runs. The environment must be prepared.
    """
    if os.environ.get(URL):
        yield Server()
        return
    port, log = _free_port(), home / "server.log"
    home.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            _command(port, scheduling=scheduling), stdout=output, stderr=subprocess.STDOUT
        )
    os.environ[URL] = f"http://{_HOST}:{port}/api"
    try:
        yield Server(port=port, log=log, process=process)
    finally:
        del os.environ[URL]
        _stop(process)


def _command(port: int, *, scheduling: bool) -> list[str]:
    start = [sys.executable, "-m", "flows.server", "server", "start", "--no-ui"]
    where = ["--host", _HOST, "--port", str(port), "--log-level", "error"]
    return start + where + ([] if scheduling else ["--no-services"])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(_HOST, port, timeout=5)
    try:
        connection.request("GET", "/api/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    exit_with_parent()
    runpy.run_module("prefect", run_name="__main__")
