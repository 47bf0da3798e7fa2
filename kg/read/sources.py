"""Which files an INPUT means: a file, a folder, a glob, or "-" for standard input.

Decides what is read and in which order, never what is in it. The order is that of
the names, so it does not depend on how the inputs were given.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.model import Skipped

ENDINGS = (".htm", ".html", ".jsonl", ".md", ".txt")
STDIN = "-"

_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, under the name that the user gave it; stdin has no path."""

    name: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, what was named but cannot be read, and what was not named.

    `left_aside` are the files of other endings in folders and globs.
    """

    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]
    left_aside: tuple[str, ...]


def find_sources(inputs: Sequence[str]) -> Found:
    """Find the files of all inputs, each once, sorted by name.

    In folders and globs, hidden names are passed over, and files of other endings
    are left aside: a picture beside an article is no mistake.

    Raises:
        UsageError: if there is no input, or one that does not exist or has no
            article file in it.
    """
    if not inputs:
        message = "no INPUT; give a file, a folder, a glob or - for stdin"
        raise UsageError(message)
    found = sorted(
        (item for given in inputs for item in _of_input(given)), key=_name_of
    )
    aside: dict[Path | None, str] = {}
    sources: dict[Path | None, Source] = {}
    skipped: dict[str, Skipped] = {}
    for item in found:
        if isinstance(item, _Aside):
            aside.setdefault(_place(item.path), shown(item.name))
        elif isinstance(item, Source):
            sources.setdefault(_place(item.path), item)
        else:
            skipped.setdefault(item.where, item)
    return Found(
        tuple(sources.values()), tuple(skipped.values()), tuple(aside.values())
    )


def shown(name: str) -> str:
    r"""A file name that can be printed: bytes that are no UTF-8 as \udcXX."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class _Aside:
    """A file in a folder that by its ending is none of ours."""

    name: str
    path: Path


_Item = Source | Skipped | _Aside


def _name_of(item: _Item) -> str:
    return item.where if isinstance(item, Skipped) else item.name


def _place(path: Path | None) -> Path | None:
    """One file, one place, however it was spelt; a link is a file of its own."""
    return path and path.parent.resolve() / path.name


def _of_input(given: str) -> list[_Item]:
    if given == STDIN:
        return [Source(STDIN, None)]
    if not given:
        message = "an INPUT is empty; give a file, a folder, a glob or - for stdin"
        raise UsageError(message)
    path = Path(given)
    if _exists(path):
        found = list(_of_folder(path)) if path.is_dir() else [_of_file(path)]
    elif _MAGIC & set(given):
        found = _of_glob(given)
    else:
        message = f"{shown(given)}: no such file or folder; check the INPUT"
        raise UsageError(message)
    if all(isinstance(item, _Aside) for item in found):
        message = (
            f"{shown(given)}: no article in it; kg reads files ending in "
            f"{', '.join(ENDINGS)}"
        )
        raise UsageError(message)
    return found


def _exists(path: Path) -> bool:
    """Whether something has that name; a place that may not be seen counts as yes."""
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):
        return False


def _of_file(path: Path) -> _Item:
    if path.suffix.lower() not in ENDINGS:
        reason = (
            f"files ending in {path.suffix or 'nothing'} are not read; "
            f"give {', '.join(ENDINGS)}"
        )
        return Skipped(shown(str(path)), shown(reason))
    return _regular(path)


def _regular(path: Path) -> _Item:
    try:
        if path.is_file():
            return Source(str(path), path)
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); change its permissions"
        return Skipped(shown(str(path)), reason)
    reason = "not a file (a broken link, a pipe or a device); give a regular file"
    return Skipped(shown(str(path)), reason)


def _by_ending(path: Path) -> _Item:
    ours = path.suffix.lower() in ENDINGS
    return _regular(path) if ours else _Aside(str(path), path)


def _of_folder(folder: Path) -> Iterator[_Item]:
    """Articles below a folder; links to folders are not followed, nor hidden ones."""
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                yield _by_ending(Path(place, name))
    for error in closed:
        reason = f"the folder cannot be read ({error.strerror}); change its permissions"
        yield Skipped(shown(str(error.filename)), reason)


def _of_glob(pattern: str) -> list[_Item]:
    parts = Path(pattern).parts
    first = next(i for i, part in enumerate(parts) if _MAGIC & set(part))
    base = Path(*parts[:first])
    try:
        matches = sorted(base.glob(str(Path(*parts[first:]))))
    except (ValueError, OSError) as error:
        message = f"{shown(pattern)}: not a glob ({error}); check the INPUT"
        raise UsageError(message) from error
    found: list[_Item] = []
    for path in matches:
        if any(p.startswith(".") for p in path.relative_to(base).parts):
            continue
        if path.is_dir():
            found.extend(_of_folder(path))
        else:
            found.append(_by_ending(path))
    return found
