"""One run from the command line, with a Prefect server of its own where none is named."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flows import environment, server
from flows.errors import UsageError
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.report import Summary


def run(inputs: Sequence[Path], settings: Settings) -> Summary:
    """What the run did; its lines go to standard error.

    Raises:
        UsageError: an input or a folder of the settings is missing; nothing was started.
        RunError: the run failed; the published file is untouched.
    """
    given = list(inputs) or [settings.landing]
    expect_folders(settings)
    for path in given:
        if not path.exists():
            raise UsageError(f"{path} does not exist: name files or folders of raw articles")
    environment.prepare(settings.prefect_home, attended=True)
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("onrecord").setLevel(logging.INFO)
    with server.api(settings.prefect_home, scheduling=False) as api:
        # The server comes up while this imports Prefect.
        from flows.nightly import nightly  # noqa: PLC0415

        api.wait()
        try:
            return nightly(given, settings)
        except Exception as error:
            # Prefect keeps the error; its frames would keep the build file's connection open.
            traceback.clear_frames(error.__traceback__)
            raise


def expect_folders(settings: Settings) -> None:
    """UsageError where the model or the reference data is not there."""
    for name, path in (("model", settings.model), ("seeds", settings.seeds)):
        if not path.is_dir():
            raise UsageError(f"{name} = {path}: there is no such folder; see the setting {name}")
