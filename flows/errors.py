"""What can go wrong in a command; each message says where, which value, and what to do."""

from __future__ import annotations


class OnrecordError(Exception):
    """The root: `exit_code` is what the command line answers."""

    exit_code = 1


class UsageError(OnrecordError):
    """Something that was asked for or set is wrong: nothing was started."""

    exit_code = 2


class SettingsError(UsageError):
    """A setting is unknown or its value is not what is expected."""


class RunError(OnrecordError):
    """A run failed; the published file is as it was before."""


class ExtractionError(OnrecordError):
    """A batch could not be extracted: the type of the error and the place, never text."""
