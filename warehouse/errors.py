"""What can go wrong in the warehouse; each message says where, which value, and what to do."""

from __future__ import annotations


class WarehouseError(Exception):
    """The root: nothing else is raised on purpose by this package."""


class SchemaError(WarehouseError):
    """A frame, or a file, is not what the declarations say."""


class SeedError(WarehouseError):
    """A reference CSV can't be read as declared."""


class BuildError(WarehouseError):
    """A build can't begin or go on."""


class PublishError(WarehouseError):
    """A build can't be published."""


class QueryError(WarehouseError):
    """A query can't be answered: no such file, or wrong SQL."""
