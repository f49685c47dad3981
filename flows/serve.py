"""The nightly run on a schedule, one at a time, until it is stopped."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from flows import environment, server
from flows.errors import SettingsError
from flows.run import expect_folders
from flows.settings import Settings


def serve(settings: Settings) -> None:
    """Run `nightly` over the landing folder whenever `settings.cron` says so, UTC.

    A run that is due while another is at work is cancelled. Uses the Prefect server of
    PREFECT_API_URL, or one of its own that ends with it.

    Raises:
        SettingsError: Prefect does not know such a cron.
    """
    expect_folders(settings)
    environment.prepare(settings.prefect_home, attended=False)
    with server.api(settings.prefect_home, scheduling=True) as api:
        # The server comes up while this imports Prefect.
        from prefect.client.schemas.objects import (  # noqa: PLC0415
            ConcurrencyLimitConfig,
            ConcurrencyLimitStrategy,
        )
        from prefect.client.schemas.schedules import CronSchedule  # noqa: PLC0415
        from prefect.types.entrypoint import EntrypointType  # noqa: PLC0415

        from flows.nightly import nightly  # noqa: PLC0415

        try:
            schedule = CronSchedule(cron=settings.cron, timezone="UTC")
        except ValueError as error:
            raise SettingsError(f"cron = {settings.cron!r}: {error}") from None
        api.wait()
        nightly.serve(
            name="nightly",
            schedules=[schedule],
            parameters={"settings": _plain(settings)},
            limit=1,
            global_limit=ConcurrencyLimitConfig(
                limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
            ),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )


def _plain(settings: Settings) -> dict[str, Any]:
    """The settings as Prefect keeps them, with paths that hold in any working folder."""
    return {
        key: str(value.resolve()) if isinstance(value, Path) else value
        for key, value in asdict(settings).items()
    }
