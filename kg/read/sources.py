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


def find_sources(
    inputs: Sequence[str],
) -> tuple[tuple[Source, ...], tuple[Skipped, ...]]:
    """Find the files of all inputs, each once, sorted by name.

    In folders and globs, hidden names and files of other endings are passed over.

    Returns:
        The sources, and what was named but cannot be a source.

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
    sources: dict[Path | None, Source] = {}
    skipped: dict[str, Skipped] = {}
    for item in found:
        if isinstance(item, Source):
            sources.setdefault(_place(item.path), item)
        else:
            skipped.setdefault(item.where, item)
    return tuple(sources.values()), tuple(skipped.values())


def shown(name: str) -> str:
    r"""A file name that can be printed: bytes that are no UTF-8 as \udcXX."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


_Found = Source | Skipped


def _name_of(item: _Found) -> str:
    return item.name if isinstance(item, Source) else item.where


def _place(path: Path | None) -> Path | None:
    """One file, one place, however it was spelt; a link is a file of its own."""
    return path and path.parent.resolve() / path.name


def _of_input(given: str) -> list[_Found]:
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
    if not found:
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


def _of_file(path: Path) -> _Found:
    if path.suffix.lower() not in ENDINGS:
        reason = (
            f"files ending in {path.suffix or 'nothing'} are not read; "
            f"give {', '.join(ENDINGS)}"
        )
        return Skipped(shown(str(path)), shown(reason))
    return _regular(path)


def _regular(path: Path) -> _Found:
    try:
        if path.is_file():
            return Source(str(path), path)
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); change its permissions"
        return Skipped(shown(str(path)), reason)
    reason = "not a file (a broken link, a pipe or a device); give a regular file"
    return Skipped(shown(str(path)), reason)


def _of_folder(folder: Path) -> Iterator[_Found]:
    """Articles below a folder; links to folders are not followed, nor hidden ones."""
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            if not name.startswith(".") and path.suffix.lower() in ENDINGS:
                yield _regular(path)
    for error in closed:
        reason = f"the folder cannot be read ({error.strerror}); change its permissions"
        yield Skipped(shown(str(error.filename)), reason)


def _of_glob(pattern: str) -> list[_Found]:
    parts = Path(pattern).parts
    first = next(i for i, part in enumerate(parts) if _MAGIC & set(part))
    base = Path(*parts[:first])
    try:
        matches = sorted(base.glob(str(Path(*parts[first:]))))
    except (ValueError, OSError) as error:
        message = f"{shown(pattern)}: not a glob ({error}); check the INPUT"
        raise UsageError(message) from error
    found: list[_Found] = []
    for path in matches:
        if any(p.startswith(".") for p in path.relative_to(base).parts):
            continue
        if path.is_dir():
            found.extend(_of_folder(path))
        elif path.suffix.lower() in ENDINGS:
            found.append(_regular(path))
    return found
