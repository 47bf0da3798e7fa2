"""What a person decided of who is who: the file `curation.toml` of a graph's folder.

A person's word stands above all evidence. Here the file is read and checked; which
mentions an entry means, and what it changes, is for `kg.entities` to say.

    [[merge]]
    names = ["Kim Yo Jong", { article = "a2", words = "Kim", nth = 1 }]
    reason = "a2 writes of the sister throughout"

    [[split]]
    names = ["George Bush", { article = "a7", words = "George Bush" }]
    label = "George H. W. Bush"

    [[rename]]
    name = "Kim Yo Jong"
    label = "Kim Yo-jong"

A name is an IRI or id of an entity, its label, an alias, or the words of a mention; a
table means mentions of one article (all that are worded so, or the nth).
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.errors import CurationError

FILE: Final = "curation.toml"
MERGE: Final = "merge"
SPLIT: Final = "split"
RENAME: Final = "rename"
_LISTS: Final = (MERGE, SPLIT)
_KEYS: Final = {
    MERGE: {"names", "label", "reason"},
    SPLIT: {"names", "label", "reason"},
    RENAME: {"name", "label", "reason"},
}
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Pointer:
    """What an entry names: mentions of one article, or, without one, an entity.

    `nth` counts mentions with these words in their article from 1; 0 is all of them.
    """

    words: str
    article: str | None = None
    nth: int = 0

    def __str__(self) -> str:
        """As the file words it."""
        if self.article is None:
            return quoted(self.words)
        nth = f", nth = {self.nth}" if self.nth else ""
        where = f"article = {quoted(self.article)}, words = {quoted(self.words)}"
        return f"{{ {where}{nth} }}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision: the names are one thing, or are different things, or its label.

    `where` is the file with kind and number of the entry ("curation.toml: merge 2").
    """

    where: str
    kind: str
    names: tuple[Pointer, ...]
    label: str | None = None
    reason: str = ""

    def toml(self) -> str:
        """The entry as a person would write it."""
        names = ", ".join(map(str, self.names))
        if self.kind == RENAME:
            lines = [f"[[{self.kind}]]", f"name = {names}"]
        else:
            lines = [f"[[{self.kind}]]", f"names = [{names}]"]
        if self.label is not None:
            lines.append(f"label = {quoted(self.label)}")
        return "\n".join([*lines, f"reason = {quoted(self.reason)}", ""])


@dataclass(frozen=True, slots=True)
class Curation:
    """All entries of one file, in its order; none decides nothing.

    `digest` names the file by its content; it is empty where there is no file.
    """

    entries: tuple[Entry, ...] = ()
    digest: str = ""


def read_curation(path: Path) -> Curation:
    """Read a file of curation; one that does not exist decides nothing.

    Raises:
        CurationError: naming file, entry and the cure, if it is no TOML or an entry
            lacks something or has too much.
    """
    try:
        data = path.read_bytes()
        found = tomllib.loads(data.decode("utf-8"))
    except FileNotFoundError:
        return Curation()
    except (OSError, ValueError) as error:
        message = f"{path}: {error}; mend the file or take it away"
        raise CurationError(message) from error
    entries = tuple(_entries(path, found))
    return Curation(entries, hashlib.blake2b(data, digest_size=16).hexdigest())


def quoted(text: str) -> str:
    r"""A string as TOML writes it.

    >>> print(quoted('say "no"\n'))
    "say \"no\"\U0000000A"
    """
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    marks = (c if c.isprintable() else f"\\U{ord(c):08X}" for c in plain)
    return f'"{"".join(marks)}"'


def _entries(path: Path, found: Mapping[str, object]) -> Iterator[Entry]:
    for kind, rows in found.items():
        where = f"{path}: {kind}"
        if kind not in _KEYS:
            known = ", ".join(f"[[{name}]]" for name in _KEYS)
            raise _fault(where, f"is no kind of entry; use {known}")
        if not isinstance(rows, list):
            raise _fault(where, f"must stand in two pairs of brackets: [[{kind}]]")
        for number, row in enumerate(rows, 1):
            yield _entry(f"{path}: {kind} {number}", kind, row)


def _entry(where: str, kind: str, row: object) -> Entry:
    if not isinstance(row, dict):
        raise _fault(where, f"is no table; write [[{kind}]] and its keys below")
    unknown = sorted(row.keys() - _KEYS[kind])
    if unknown:
        known = ", ".join(sorted(_KEYS[kind]))
        raise _fault(where, f"has the key {unknown[0]!r}; it may have {known}")
    entry = Entry(where, kind, (), _text(where, row, "label") or None)
    entry = replace(entry, reason=_text(where, row, "reason"))
    if kind in _LISTS:
        return replace(entry, names=_names(where, row.get("names")))
    if entry.label is None:
        raise _fault(where, 'has no label; add label = "..."')
    return replace(entry, names=(_pointer(where, row.get("name")),))


def _names(where: str, value: object) -> tuple[Pointer, ...]:
    if not isinstance(value, list) or len(value) < _TWO:
        raise _fault(where, 'needs two names or more: names = ["...", "..."]')
    names = tuple(_pointer(where, item) for item in value)
    if len(set(names)) < len(names):
        raise _fault(where, "names the same twice; name two different things")
    return names


def _pointer(where: str, value: object) -> Pointer:
    if isinstance(value, str) and value.strip():
        return Pointer(value)
    if isinstance(value, dict) and value.keys() <= {"article", "words", "nth"}:
        nth = value.get("nth", 0)
        row = {key: _text(where, value, key) for key in ("article", "words")}
        if all(row.values()) and type(nth) is int and nth >= ("nth" in value):
            return Pointer(row["words"], row["article"], nth)
    message = (
        f'has {value!r} for a name; write "Jane Doe" (an id, a label, an alias) or '
        '{ article = "ID", words = "Doe", nth = 1 } (nth from 1, or left out)'
    )
    raise _fault(where, message)


def _text(where: str, row: Mapping[str, object], key: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str) or (key in row and not value.strip()):
        if key == "reason" and value == "":
            return ""
        raise _fault(where, f'has no text for {key}; write {key} = "..."')
    return value


def _fault(where: str, problem: str) -> CurationError:
    return CurationError(f"{where} {problem}")
