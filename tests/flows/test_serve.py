from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from warehouse.query import run_query

PATIENCE = 420


def test_a_scheduled_run_fires_and_publishes(prefect: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "landing").mkdir()
    (tmp_path / "landing" / "1.txt").write_text(
        "date 2024-04-09\n\nThe envoy said the talks will go on.\n", encoding="utf-8"
    )
    warehouse = tmp_path / "var" / "onrecord.duckdb"
    with _serving(tmp_path, prefect | {"PREFECT_RUNNER_POLL_FREQUENCY": "2"}) as serving:
        deadline = time.monotonic() + PATIENCE
        while not warehouse.exists():
            log = (tmp_path / "serve.log").read_text(encoding="utf-8")
            assert serving.poll() is None, log
            assert "Failed(" not in log, log
            assert "Crashed(" not in log, log
            assert time.monotonic() < deadline, log
            time.sleep(1)
    runs = run_query(warehouse, "SELECT status, articles_added FROM runs ORDER BY started_at")
    assert runs.row(0) == ("published", 1)


@contextmanager
def _serving(folder: Path, environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """`onrecord serve` every minute; it and whatever it started is gone afterwards."""
    arguments = [sys.executable, "-m", "flows.cli", "serve", "--cron", "* * * * *"]
    with (folder / "serve.log").open("wb") as log:
        serving = subprocess.Popen(
            arguments, cwd=folder, env=environ, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        yield serving
    finally:
        family = [psutil.Process(serving.pid), *psutil.Process(serving.pid).children(True)]
        serving.terminate()
        _, left = psutil.wait_procs(family, timeout=30)
        for process in left:
            process.kill()
        serving.wait()
