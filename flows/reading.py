"""The extraction in this very process, for the commands that need no run."""

from __future__ import annotations

from flows.errors import SettingsError
from flows.settings import Settings
from transforms.extraction import Extractor


def extractor(settings: Settings) -> Extractor:
    """The extractor of the settings' model, seeds and pipeline, with a thread for each worker.

    Raises:
        SettingsError: the model folder or the seeds folder is not whole, or the pipeline
            cannot be loaded.
    """
    try:
        return Extractor(
            model=settings.model,
            seeds=settings.seeds,
            pipeline=settings.pipeline,
            threads=settings.workers,
        )
    except (OSError, ValueError) as error:
        raise SettingsError(str(error)) from error
