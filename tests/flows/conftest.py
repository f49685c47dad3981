from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows import environment, server

ROOT = Path(__file__).parents[2]
PATIENCE = 300

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of commands that share one Prefect server of these tests alone."""
    home = tmp_path_factory.mktemp("prefect")
    environ = clean_environment() | {"PREFECT_HOME": str(home)}
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("PREFECT_")]:
            patch.delenv(name)
        environment.prepare(home, attended=False, environ=environ)
        for name, value in environ.items():
            patch.setenv(name, value)
        with server.api(home, scheduling=True) as api:
            url = os.environ[server.URL]
            api.wait()
            # Attended runs choose their own level of logging.
            environ.pop("PREFECT_LOGGING_EXTRA_LOGGERS")
            yield environ | {server.URL: url}


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Run a command line in a folder of its own and give what it printed."""

    def run(
        *arguments: str | Path, environ: dict[str, str] | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *(str(argument) for argument in arguments)],
            cwd=tmp_path,
            env=environ or clean_environment(),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.fixture
def onrecord(command: Command) -> Command:
    """Run `onrecord` in a folder of its own."""
    return lambda *arguments, **options: command("-m", "flows.cli", *arguments, **options)


def clean_environment() -> dict[str, str]:
    """This process's environment without settings of ours or of Prefect's."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ONRECORD_", "PREFECT_"))
    }
    fake = "tests.flows.fakes:OneSentence"
    return kept | {"PYTHONPATH": str(ROOT), "ONRECORD_EXTRACTOR": fake, "ONRECORD_WORKERS": "2"}
