"""Write the model card from its text and the measured figures: `python -m models.training.card`."""

from __future__ import annotations

import csv
from pathlib import Path

MODEL = Path(__file__).resolve().parent.parent
_TABLES = ("quality", "calibration", "thresholds")
_UNWRITTEN = {"model_version", "task"}


def main() -> None:
    """Write `models/README.md`."""
    run(MODEL)


def run(model: Path) -> None:
    """`README.md` from `training/card.md`, where `<!-- NAME.csv -->` stands for that table."""
    text = (model / "training/card.md").read_text(encoding="utf-8")
    for name in _TABLES:
        text = text.replace(f"<!-- {name}.csv -->", _table(model / f"{name}.csv"))
    (model / "README.md").write_text(text, encoding="utf-8")


def _table(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = [column for column in rows[0] if column not in _UNWRITTEN]
    lines = [columns, ["---"] * len(columns), *([row[c] for c in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    main()
