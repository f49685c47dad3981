"""How long the encoder alone takes on the same windows, in as many processes as a run uses."""

from __future__ import annotations

import time
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import spacy
from spacy.tokens import Doc

from transforms.language.encoder import EncoderModel
from transforms.language.sentences import SentenceComponent
from transforms.readers import read_file


def bare_seconds(folder: Path, model: Path, *, processes: int) -> float:
    """Wall seconds of the forward passes over every article, nothing else counted.

    Each process has one thread and its share of the articles; inputs are ready beforehand.
    """
    files = sorted(folder.iterdir())
    context = get_context("spawn")
    barrier = context.Barrier(processes + 1)
    workers = [
        context.Process(target=_work, args=(files[number::processes], model, barrier))
        for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    barrier.wait()
    started = time.perf_counter()
    barrier.wait()
    seconds = time.perf_counter() - started
    for worker in workers:
        worker.join()
    return seconds


def _work(files: list[Path], model: Path, barrier: Barrier) -> None:
    encoder, nlp, sentences = EncoderModel(model, threads=1), spacy.blank("en"), SentenceComponent()
    nlp.max_length = 10**7
    docs: list[Doc] = []
    for file in files:
        content = read_file(file.read_bytes(), file.name, max_bytes=10**8)
        docs += [sentences(nlp.make_doc(article.text)) for article in content.articles]
    texts = [encoder.encoded(doc) for doc in docs]
    inputs = [encoder.inputs(texts, jobs) for jobs in encoder.jobs(texts)]
    barrier.wait()
    for batch in inputs:
        encoder.run(batch)
    barrier.wait()
