"""Files to drafts: what `.txt`, `.md`, `.html` and `.jsonl` mean.

Decides how bytes become the fields of an article. Bytes are UTF-8 or nothing; a
byte-order mark is dropped, line ends stay. What the fields may hold is decided in
`drafts`.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.model import Skipped
from kg.read.drafts import FIELDS, BadInput, Draft
from kg.read.pages import page_fields
from kg.read.sources import Source, shown

_BOM = b"\xef\xbb\xbf"
_FRONT = re.compile(
    r"---[ \t]*\r?\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_UNCLOSED = re.compile(r"---[ \t]*\r?\n((?:[\w-]+[ \t]*:[^\n]*(?:\n|\Z))+)")
_FIELD = re.compile(rf"^(?:{'|'.join(FIELDS)})[ \t]*:", re.MULTILINE)
_NULLS = ("", "~", "null")


def read_drafts(source: Source, stdin: BinaryIO | None) -> Iterator[Draft | Skipped]:
    """Read what one source holds, in its order; never raises for what it holds.

    A record or file that cannot be read is a `Skipped` in its place.
    """
    name = shown(source.name) if source.path else "stdin"
    try:
        if source.path is None:
            yield from _records(name, stdin or sys.stdin.buffer)
        elif source.path.suffix.lower() == ".jsonl":
            with source.path.open("rb") as lines:
                yield from _records(name, lines)
        else:
            yield Draft(name, _document(source.path))
    except BadInput as error:
        yield Skipped(name, str(error))
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); check the file and permissions"
        yield Skipped(name, reason)


def _document(path: Path) -> dict[str, object]:
    """The fields of a file that is one article; its stem is its id if it has none."""
    text = _decode(path.read_bytes())
    if not text.strip():
        message = "empty; give a file with the article's text"
        raise BadInput(message)
    is_page = path.suffix.lower() in (".htm", ".html")
    fields = page_fields(text) if is_page else _text_fields(text)
    return {**fields, "id": fields.get("id") or path.stem}


def _decode(data: bytes, place: str = "") -> str:
    """UTF-8 to text, without a byte-order mark.

    Raises:
        BadInput: naming the byte, counted from 0, that is no UTF-8 or is NUL.
    """
    if (nul := data.find(b"\0")) >= 0:
        message = f"binary (NUL byte at {nul}{place}); give plain text as UTF-8"
        raise BadInput(message)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = (
            f"not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}{place}); "
            "save it as UTF-8"
        )
        raise BadInput(message) from error
    return text.removeprefix("\ufeff")


# ---------------------------------------------------------------- JSON Lines


def _records(name: str, lines: Iterable[bytes]) -> Iterator[Draft | Skipped]:
    empty = True
    for number, line in enumerate(lines, start=1):
        if number == 1 and b"\0" in line and line.lstrip(_BOM + b" ")[:1] != b"{":
            # one record for a file that is no JSON Lines at all
            _decode(line)
        if not line.removeprefix(_BOM).strip():
            continue
        empty = False
        where = f"{name}:{number}"
        try:
            yield Draft(where, _record(line.rstrip(b"\r\n")))
        except BadInput as error:
            yield Skipped(where, str(error))
    if empty:
        message = "empty; give one JSON object a line"
        raise BadInput(message)


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(_decode(line, " of the line"))
    except json.JSONDecodeError as error:
        message = (
            f"not JSON ({error.msg}, column {error.colno}); "
            "write one JSON object on one line"
        )
        raise BadInput(message) from error
    except RecursionError as error:
        message = "JSON nested too deep; write one flat object on one line"
        raise BadInput(message) from error
    except BadInput:
        raise
    except ValueError as error:
        # the digits of a number are limited
        message = f"not JSON ({error}); write one JSON object on one line"
        raise BadInput(message) from error
    if not isinstance(record, dict):
        message = 'not a JSON object; write {"id": ..., "text": ...} on one line'
        raise BadInput(message)
    return record


# -------------------------------------------------------------- front matter


def _text_fields(text: str) -> dict[str, object]:
    """Text, and the YAML front matter above it, if there is one.

    A block between rules that names none of our fields is text: "---" is also how a
    thematic break is written.

    Raises:
        BadInput: if lines of our fields follow a rule, and no rule follows them.
    """
    match = _FRONT.match(text)
    opened = _UNCLOSED.match(text)
    if match is None and opened and _FIELD.search(opened.group(1)):
        message = "front matter is not closed; write --- below its last field"
        raise BadInput(message)
    if match is None or _FIELD.search(match.group(1)) is None:
        return {"text": text}
    fields = _front_matter(match.group(1))
    known = {name: fields[name] for name in FIELDS if name in fields}
    return {**known, "text": text[match.end() :]}


def _front_matter(block: str) -> dict[str, object]:
    """YAML as words: an unquoted 2019-03-25, 007 or no stays as it is written.

    Raises:
        BadInput: if it is no YAML, or no mapping.
    """
    # imported here because it is slow to import and few files need it
    from srsly.ruamel_yaml import YAML
    from srsly.ruamel_yaml.error import YAMLError, YAMLFutureWarning

    try:
        loaded = YAML(typ="base", pure=True).load(block)
    except (YAMLError, YAMLFutureWarning, RecursionError, ValueError) as error:
        problem = str(getattr(error, "problem", None) or "nested too deep")
        message = f"front matter is no YAML ({problem}); mend it or quote the values"
        raise BadInput(message) from error
    if not isinstance(loaded, dict):
        message = "front matter is no mapping; write lines such as 'title: ...'"
        raise BadInput(message)
    return {
        str(key): None if value in _NULLS else value for key, value in loaded.items()
    }
