"""Readings kept on disk, so that an article is read once.

The caller names a reading by what it depends on. A file that is missing, damaged or of
another shape is no reading: the article is then read again.
"""

import hashlib
import json
from pathlib import Path

from kg.model import Reading
from kg.rdf.terms import quoted
from kg.store.codec import decode, encode
from kg.store.files import write_atomically
from kg.store.folder import READINGS

_HEAD = '{"digest": "%s", "reading": '
_HEAD_SIZE = len(_HEAD % ("0" * 32))


def save_reading(folder: Path, key: str, reading: Reading) -> None:
    """Keep a reading under a key, in the `readings` of a graph's folder.

    Raises:
        StoreError: if it cannot be written.
    """
    body = json.dumps(encode(reading), ensure_ascii=False)
    write_atomically(_path(folder, key), f"{_HEAD % _digest(body)}{body}}}\n")


def load_reading(folder: Path, key: str) -> Reading | None:
    """The reading kept under a key, or None if there is no whole one."""
    try:
        text = _path(folder, key).read_bytes().decode("utf-8")
        body = text[_HEAD_SIZE:-2]
        if text[:_HEAD_SIZE] != _HEAD % _digest(body):
            return None
        return decode(Reading, json.loads(body))
    except (OSError, ValueError):
        return None


def _path(folder: Path, key: str) -> Path:
    return folder / READINGS / f"{quoted(key)}.json"


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).hexdigest()
