"""What a run tells people at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from flows.snapshot import Unreadable
from warehouse.checks import CheckFailure

_COUNTED: Final = ("articles", "mentions", "statements")
_TIMED: Final = ("read", "extract", "load")


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What one run did."""

    run_id: str
    warehouse: Path
    files_seen: int
    files_new: int
    status: Counter[str]
    """New files by what became of them."""
    added: Counter[str]
    """Rows by table."""
    rejects: Counter[str]
    """Rejects by rule."""
    unreadable: tuple[Unreadable, ...]
    seconds: dict[str, float]
    """Seconds by stage, in order."""
    warnings: list[str] = field(default_factory=list)
    """Checks that found something which does not stop publishing."""

    @property
    def has_rejects(self) -> bool:
        """Whether any input was refused, in part or whole."""
        return bool(self.rejects or self.unreadable)

    def counts(self) -> dict[str, float]:
        """The counts and seconds of the run's row."""
        return {
            "files_seen": self.files_seen,
            "files_new": self.files_new,
            "files_duplicate": self.status["duplicate"],
            "files_rejected": self.status["rejected"],
            **{f"{table}_added": self.added[table] for table in _COUNTED},
            **{f"seconds_{stage}": self.seconds[stage] for stage in _TIMED},
        }

    def lines(self) -> Iterator[str]:
        """The summary for a terminal."""
        status = self.status
        yield (
            f"files       {self.files_seen} seen, {self.files_new} new, "
            f"{status['duplicate']} duplicate, {status['rejected']} rejected"
        )
        for table in _COUNTED:
            yield f"{table:11} {self.added[table]} added"
        for rule, count in sorted(self.rejects.items()):
            yield f"rejected    {count} by {rule}"
        for file in self.unreadable:
            yield f"unreadable  {file.uri}: {file.reason} (the next run tries again)"
        yield from (f"warning     {warning}" for warning in self.warnings)
        stages = ", ".join(f"{name} {spent:.1f}" for name, spent in self.seconds.items())
        yield f"seconds     {stages}"
        yield f"published   {self.warehouse} (run {self.run_id})"


def check_lines(found: Sequence[CheckFailure]) -> Iterator[str]:
    """What checks found, each with its first rows."""
    for failure in found:
        yield f"{failure.name} ({failure.severity}): {failure.message}: {failure.count} rows"
        yield from (f"    {row}" for row in failure.rows.iter_rows(named=True))
