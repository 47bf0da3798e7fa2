"""Writing files so that they are whole or were never touched.

A file is written beside its place, flushed to the disk, and renamed over the old one;
several are all written before the first is renamed. Whatever fails, the old files
stay, and nothing else is left behind.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError


def write_atomically(path: Path, data: str | bytes) -> None:
    """Write one file: as UTF-8 with the line ends it has, whole or not at all.

    Raises:
        StoreError: if it cannot be written; the old file is then as it was.
    """
    write_all({path: data})


def write_all(files: Mapping[Path, str | bytes]) -> None:
    """Write several files, none of them if one cannot be written.

    Raises:
        StoreError: naming the file that could not be written.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            # the process number keeps two writers from one another's files
            staged[path] = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            _write(staged[path], _bytes(path, data))
        for path, temporary in staged.items():
            temporary.replace(path)
        for folder in sorted({path.parent for path in files}):
            _flush_folder(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        message = (
            f"{path}: cannot be written ({reason}); make room or choose another "
            "folder with -o"
        )
        raise StoreError(message) from error
    finally:
        _remove(staged.values())


def _bytes(path: Path, data: str | bytes) -> bytes:
    if isinstance(data, bytes):
        return data
    try:
        return data.encode("utf-8")
    except UnicodeEncodeError as error:
        message = (
            f"{path.name}: holds half a surrogate pair (U+{ord(data[error.start]):04X} "
            f"after {data[max(0, error.start - 30) : error.start]!r}), which is no "
            "text; mend the article that it comes from"
        )
        raise StoreError(message) from error


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make renames outlive a power cut, on systems that can flush a folder."""
    # the files are in place: that a folder cannot be flushed is no failure
    with suppress(OSError):
        handle = os.open(folder, getattr(os, "O_DIRECTORY", os.O_RDONLY))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        # a failure here would hide the one that led here
        with suppress(OSError):
            path.unlink(missing_ok=True)
