"""Readings made by worker processes: the same ones, in order, whoever dies."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import NoReturn

import pytest
from readings import article

from kg.errors import ModelError
from kg.parse import DEFAULT_MODEL
from kg.reader import Reader
from kg.workers import read_all

ARTICLES = [
    article(f"Envoy number {n} of Kenya met officials of Peru in Oslo.", f"a{n:02}")
    for n in range(20)
]


def test_workers_read_what_one_process_reads(reader: Reader) -> None:
    """Two workers give the readings that one process gives, in the order of ids."""
    alone, skipped = read_all(ARTICLES, DEFAULT_MODEL, None, workers=1)
    together, lost = read_all(ARTICLES, DEFAULT_MODEL, None, workers=2)
    assert tuple(alone) == reader.read(ARTICLES)
    assert together == alone
    assert [r.article.id for r in together] == [a.id for a in ARTICLES]
    assert skipped == lost == []


def test_progress_is_told_from_nothing_to_all() -> None:
    """Progress begins with none, only grows, and ends with all."""
    told: list[tuple[int, int]] = []
    read_all(ARTICLES, DEFAULT_MODEL, None, 1, lambda *step: told.append(step))
    done = [n for n, _ in told]
    assert done[0] == 0
    assert done == sorted(done)
    assert told[-1] == (len(ARTICLES), len(ARTICLES))
    assert {total for _, total in told} == {len(ARTICLES)}


def test_no_articles_need_no_model() -> None:
    """Nothing to read is read at once, by any number of workers."""
    assert read_all([], "no_such_model", None, 1) == ([], [])
    assert read_all([], "no_such_model", None, 4) == ([], [])


def test_one_article_starts_no_processes() -> None:
    """A single article is read here, however many workers there may be."""
    readings, _ = read_all(ARTICLES[:1], DEFAULT_MODEL, None, workers=8)
    assert [r.article.id for r in readings] == ["a00"]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_missing_model_is_told_once(workers: int) -> None:
    """The error comes before any worker is started."""
    with pytest.raises(ModelError, match="no_such_model"):
        read_all(ARTICLES, "no_such_model", None, workers)
    assert multiprocessing.active_children() == []


@contextmanager
def _killing(times: int) -> Iterator[list[int]]:
    """Kills workers as soon as they are there, so many times in all."""
    killed: list[int] = []
    over = threading.Event()

    def watch() -> None:
        while not over.is_set() and len(killed) < times:
            for child in multiprocessing.active_children():
                if child.pid and child.pid not in killed and len(killed) < times:
                    os.kill(child.pid, signal.SIGKILL)
                    killed.append(child.pid)
            time.sleep(0.01)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join(10)


def test_articles_of_a_dead_worker_are_read_again(reader: Reader) -> None:
    """A worker killed once costs time and no article."""
    few = ARTICLES[:3]
    with _killing(1) as killed:
        readings, skipped = read_all(few, DEFAULT_MODEL, None, workers=2)
    assert len(killed) == 1
    assert tuple(readings) == reader.read(few)
    assert skipped == []


def test_articles_that_kill_every_worker_are_skipped_with_the_reason() -> None:
    """An article whose workers die twice is told, and the run comes to an end."""
    few = ARTICLES[:2]
    with _killing(99) as killed:
        readings, skipped = read_all(few, DEFAULT_MODEL, None, workers=2)
    assert len(killed) >= 3
    assert readings == []
    assert [s.where for s in skipped] == [a.id for a in few]
    assert all("died each time" in s.reason for s in skipped)


class _Broken(ProcessPoolExecutor):
    """A pool whose workers die before the second batch is handed in."""

    def submit(self, *_: object, **__: object) -> NoReturn:  # type: ignore[override]
        """Refuse, as a pool does whose worker has died."""
        raise BrokenProcessPool


def test_a_worker_may_die_while_batches_are_handed_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A pool that refuses batches costs these batches, not the run."""
    monkeypatch.setattr("kg.workers.ProcessPoolExecutor", _Broken)
    readings, skipped = read_all(ARTICLES, DEFAULT_MODEL, None, workers=2)
    assert readings == []
    assert [s.where for s in skipped] == [a.id for a in ARTICLES]
