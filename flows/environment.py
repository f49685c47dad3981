"""What Prefect and NumPy read from the environment, set before they are imported.

What the user has set stays. Nothing that a command here starts reports home.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path
from typing import Final

_QUIET: Final = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
}
ALONE: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""A worker a core: what multiplies matrices starts no threads of its own."""
_ATTENDED: Final = {
    # The command prints its own lines, and Prefect's tracebacks may quote what failed.
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}
_UNATTENDED: Final = {"PREFECT_LOGGING_EXTRA_LOGGERS": "onrecord"}


def prepare(home: Path, *, attended: bool, environ: MutableMapping[str, str] = os.environ) -> None:
    """Fill in what the user has not set: no telemetry, Prefect's own files under `home`.

    `attended`: a person waits at the terminal, so Prefect is silent; otherwise the run's lines
    go to Prefect's log and its server.
    """
    values = _QUIET | ALONE | (_ATTENDED if attended else _UNATTENDED)
    values |= {"PREFECT_HOME": str(home.resolve())}
    for name, value in values.items():
        environ.setdefault(name, value)
