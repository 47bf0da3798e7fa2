"""Readings made by this process or by supervised worker processes.

A worker that dies (killed, out of memory) takes its batch with it, not the build: the
pool is made anew and the batch's articles are tried one by one; one that kills its
worker again is skipped with its reason. multiprocessing.Pool and spaCy's n_process hang
for ever in that case, which is why neither is used.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from kg.model import Article, Reading, Skipped
from kg.reader import Reader
from kg.schema import load_schema

Progress = Callable[[int, int], None]  # articles done, articles in all

_BATCH = 16
_reader: dict[tuple[str, Path | None], Reader] = {}


def prepare(model: str, ontology: Path | None) -> None:
    """Load model and ontology, so that what is wrong with them is told before work.

    They are kept for `read_all`.

    Raises:
        ModelError, OntologyError: if these cannot be loaded.
    """
    _load(model, ontology)


def read_all(
    articles: Sequence[Article],
    model: str,
    ontology: Path | None,
    workers: int,
    progress: Progress | None = None,
) -> tuple[list[Reading], list[Skipped]]:
    """Read articles, in this process or in several; the order of results is theirs.

    Raises:
        ModelError, OntologyError: if these cannot be loaded.
    """
    batches = [articles[i : i + _BATCH] for i in range(0, len(articles), _BATCH)]
    told = _Told(len(articles), progress)
    told(0)
    if workers < 2 or len(articles) < 2:
        readings = []
        for batch in batches:
            readings += _read(batch, model, ontology)
            told(len(batch))
        return readings, []
    _load(model, ontology)  # a missing model is told once, here, not by each worker
    return _in_pool(batches, model, ontology, workers, told)


class _Told:
    """Counts what is done and tells it."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.total, self.done, self.progress = total, 0, progress

    def __call__(self, more: int) -> None:
        self.done += more
        if self.progress is not None:
            self.progress(self.done, self.total)


def _load(model: str, ontology: Path | None) -> Reader:
    key = model, ontology
    if key not in _reader:
        _reader.clear()
        _reader[key] = Reader.load(model, load_schema(ontology))
    return _reader[key]


def _read(batch: Sequence[Article], model: str, ontology: Path | None) -> list[Reading]:
    return list(_load(model, ontology).read(batch))


def _in_pool(
    batches: Sequence[Sequence[Article]],
    model: str,
    ontology: Path | None,
    workers: int,
    told: _Told,
) -> tuple[list[Reading], list[Skipped]]:
    readings: list[Reading] = []
    skipped: list[Skipped] = []
    # a dying worker breaks its pool: what it took along is tried once more in batches,
    # then each article on its own
    left = list(batches)
    for size, count in ((None, workers), (None, workers), (1, 1)):
        if size is not None:
            left = [[article] for batch in left for article in batch]
        left = _round(left, model, ontology, count, readings, told, alone=size == 1)
    for (article,) in left:
        reason = "the process that read it died each time; leave it out or cut it"
        skipped.append(Skipped(article.id, reason))
        told(1)
    return sorted(readings, key=lambda r: r.article.id), skipped


def _round(
    batches: Sequence[Sequence[Article]],
    model: str,
    ontology: Path | None,
    workers: int,
    readings: list[Reading],
    told: _Told,
    *,
    alone: bool,
) -> list[Sequence[Article]]:
    """Read batches, in one pool or each in its own; those that were lost."""
    lost: list[Sequence[Article]] = []
    groups = [[batch] for batch in batches] if alone else [batches] if batches else []
    for group in groups:
        for batch, made in _run(group, model, ontology, workers):
            if made is None:
                lost.append(batch)
            else:
                readings += made
                told(len(batch))
    return sorted(lost, key=lambda b: b[0].id)


def _run(
    batches: Sequence[Sequence[Article]],
    model: str,
    ontology: Path | None,
    workers: int,
) -> Iterator[tuple[Sequence[Article], list[Reading] | None]]:
    """Batches with their readings, None for what a dying worker took with it."""
    context = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(workers, mp_context=context)
    finished = False
    try:
        jobs, lost = _hand_in(pool, batches, model, ontology)
        yield from ((batch, None) for batch in lost)
        for job in as_completed(jobs):
            try:
                yield jobs[job], job.result()
            except BrokenProcessPool:
                lost.append(jobs[job])
                yield jobs[job], None
        finished = not lost
    finally:
        # an interrupt must not wait for batches that nobody will use, and a broken
        # pool may have a process that nothing else would ever end
        pool.shutdown(wait=finished, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - others:
            child.kill()


def _hand_in(
    pool: ProcessPoolExecutor,
    batches: Sequence[Sequence[Article]],
    model: str,
    ontology: Path | None,
) -> tuple[dict["Future[list[Reading]]", Sequence[Article]], list[Sequence[Article]]]:
    """Jobs by their batch, and the batches that a pool broken meanwhile refused."""
    jobs: dict[Future[list[Reading]], Sequence[Article]] = {}
    for at, batch in enumerate(batches):
        try:
            jobs[pool.submit(_read, batch, model, ontology)] = batch
        except BrokenProcessPool:
            return jobs, list(batches[at:])
    return jobs, []
