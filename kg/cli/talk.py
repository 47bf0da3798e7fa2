"""Where words go: data to standard output, all talk to standard error.

Progress is drawn on a terminal only; colours follow NO_COLOR. `-q` leaves errors and
skipped inputs, `-v` adds detail.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Article, Skipped

if TYPE_CHECKING:
    from kg.pipeline import Built

Progress = Callable[[int, int], None]


class Exit(IntEnum):
    """What a command says to the shell."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    SKIPPED = 3
    FAULTS = 4
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Talk:
    """What a command tells people, as much as they want to hear."""

    quiet: bool = False
    verbose: bool = False

    def say(self, *lines: str) -> None:
        """Tell how it goes."""
        if not self.quiet:
            tell(*lines)

    def detail(self, *lines: str) -> None:
        """Tell what only those want to know who ask."""
        if self.verbose and not self.quiet:
            tell(*lines)

    @contextmanager
    def progress(self, label: str) -> Iterator[Progress | None]:
        """A bar to be told how much is done, of how much; None where none fits."""
        if self.quiet or not sys.stderr.isatty():
            yield None
            return
        from rich import progress
        from rich.console import Console

        columns = (
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TimeRemainingColumn(),
        )
        console = Console(stderr=True)
        with progress.Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task(label, total=None)

            def update(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total)

            yield update


class ReaderGone(Exception):
    """Whoever reads standard output has seen enough."""


def give(text: str) -> None:
    """Write data to standard output, with a line feed at its end.

    Raises:
        ReaderGone: if nobody reads it any more.
    """
    try:
        sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error


def give_json(value: object) -> None:
    """Write a value to standard output as JSON, for programs."""
    give(json.dumps(value, ensure_ascii=False, indent=2))


def tell(*lines: str) -> None:
    """Write lines to standard error."""
    for line in lines:
        sys.stderr.write(f"{line}\n")


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number of things in words.

    >>> counted(1, "article"), counted(2, "article"), counted(0, "entity", "entities")
    ('1 article', '2 articles', '0 entities')
    """
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def finish(built: "Built", talk: Talk) -> Exit:
    """List what a build could not read, count what is no article or no part of one."""
    aside = built.run.get("left_aside")
    if isinstance(aside, list) and aside:
        talk.say(_aside(aside))
        talk.detail(*(f"  {' '.join(name.split())}" for name in aside))
    furniture = Counter(f.reason for a in built.graph.articles for f in a.furniture)
    if furniture:
        parts = ", ".join(f"{n} x {what}" for what, n in sorted(furniture.items()))
        talk.say(f"left out as page furniture: {parts}")
        talk.detail(*_furniture(built.graph.articles))
    tell(*(f"skipped: {_line(skipped)}" for skipped in built.skipped))
    return Exit.SKIPPED if built.skipped else Exit.DONE


def _aside(names: Sequence[str]) -> str:
    """How many files are not read, by ending."""
    endings = Counter(Path(name).suffix.lower() or "no ending" for name in names)
    parts = ", ".join(f"{n} x {what}" for what, n in sorted(endings.items()))
    return f"left aside {counted(len(names), 'file')} of other endings: {parts}"


def _furniture(articles: Sequence[Article]) -> Iterator[str]:
    for article in articles:
        for block in article.furniture:
            words = " ".join(block.span.cut(article.text).split())
            yield f"  {article.id}: {block.reason}: {words[:60]}"


def _line(skipped: Skipped) -> str:
    """One line, whatever a file is called."""
    return " ".join(f"{skipped.where}: {skipped.reason}".split())
