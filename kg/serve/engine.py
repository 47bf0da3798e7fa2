"""Queries in a process of their own, which is ended when it takes too long.

The engine cannot be interrupted in its own process: a query that never ends would hold
a processor until the server ends. So one child holds the graph in memory and answers
one query after the other; when one is not done in time, the child is killed, and the
next query finds a new one. When the graph on disk is another, the child is made anew.
"""

import multiprocessing
import signal
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock
from typing import Final

from kg.errors import KgError
from kg.serve.answers import Answers, Reply, in_words

_LOADING: Final = 900.0
"""Seconds after which a graph is given up that does not load."""
_Stamp = tuple[int, int]


@dataclass
class Engine:
    """Answers the queries of one folder's graph.

    `seconds` is the time that a query may take, `rows` how many rows or triples an
    answer may have.
    """

    folder: Path
    ontology: Path | None = None
    seconds: float = 30.0
    rows: int = 1_000_000
    _turn: Lock = field(default_factory=Lock)
    _child: SpawnProcess | None = None
    _pipe: Connection | None = None
    _stamp: _Stamp | None = None

    def answer(self, query: str, accept: str | None) -> Reply:
        """Answer one query, in its turn."""
        if not self._turn.acquire(timeout=self.seconds):
            return in_words(503, "other queries are being answered; ask again later")
        try:
            return self._asked(query, accept)
        except KgError as error:
            self._end()
            return in_words(500, f"the graph cannot be loaded: {error}")
        except (EOFError, OSError):
            self._end()
            return in_words(500, "the engine broke off; ask for less, or differently")
        finally:
            self._turn.release()

    def warm(self) -> None:
        """Load the graph before anybody asks; what fails is told to who asks."""
        with self._turn, suppress(KgError, EOFError, OSError):
            self._ready()

    def _asked(self, query: str, accept: str | None) -> Reply:
        pipe = self._ready()
        pipe.send((query, accept))
        if pipe.poll(self.seconds):
            reply: Reply = pipe.recv()
            return reply
        self._end()
        told = f"not answered in {self.seconds:g} seconds; ask for less, or add LIMIT"
        return in_words(503, told)

    def _ready(self) -> Connection:
        """The pipe to a child that holds the graph as it is now."""
        stamp = _stamp(self.folder)
        if self._pipe is not None and stamp == self._stamp and self._alive():
            return self._pipe
        self._end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        settings = (self.folder, self.ontology, self.rows)
        child = context.Process(target=_work, args=(theirs, *settings), daemon=True)
        self._child, self._pipe, self._stamp = _started(child), ours, stamp
        theirs.close()
        problem = ours.recv() if ours.poll(_LOADING) else "it takes too long to load"
        if problem is not None:
            raise KgError(problem)
        return ours

    def _alive(self) -> bool:
        return self._child is not None and self._child.is_alive()

    def close(self) -> None:
        """End the child, and with it a query that it is at."""
        self._end()

    def _end(self) -> None:
        child, pipe = self._child, self._pipe
        self._child = self._pipe = None
        if child is not None:
            child.kill()
            child.join()
        if pipe is not None:
            pipe.close()


def _stamp(folder: Path) -> _Stamp:
    found = (folder / "graph.nq").stat()
    return found.st_mtime_ns, found.st_size


def _work(pipe: Connection, folder: Path, ontology: Path | None, rows: int) -> None:
    """What the child does: load the graph, say so, and answer until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    try:
        answers = Answers.of(folder, ontology, rows)
    except KgError as error:
        pipe.send(str(error))
        return
    pipe.send(None)
    while True:
        try:
            query, accept = pipe.recv()
        except EOFError:
            return
        pipe.send(answers.reply(query, accept))


def _started(child: SpawnProcess) -> SpawnProcess:
    """Start a child that no Ctrl-C reaches, not even while it starts."""
    if not hasattr(signal, "pthread_sigmask"):
        child.start()
        return child
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        child.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return child
