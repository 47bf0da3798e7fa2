"""The named questions: files of SPARQL in `ontology/queries`.

The first line of a file says what it answers; lines that begin with "# param:" name
what it asks for, and what that must be:

    # What happened between two entities, in order of time
    # param: a entity
    # param: since text
    SELECT ?a ... WHERE { ... }

A parameter is a variable of the query's projection; its value is given to the engine
as a term, never pasted into the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from kg.errors import OntologyError, QueryError
from kg.schema import Schema

KINDS: Final = ("entity", "text")

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_PARAMETER = re.compile(r"# param: ([a-z][a-z0-9]*) ([a-z]+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question asks for: "entity" (an id, IRI or any alias) or "text"."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Question:
    """One named question: its name, what it answers, what it needs, and its SPARQL."""

    name: str
    answers: str
    parameters: tuple[Parameter, ...]
    sparql: str


def questions(schema: Schema, extra: Path | None = None) -> tuple[Question, ...]:
    """All named questions, sorted by name.

    Args:
        schema: the ontology, whose folder has a folder `queries`.
        extra: a folder with questions of one's own; one of the same name replaces the
            built-in one.

    Raises:
        OntologyError: naming the file, if a question does not say what it answers.
    """
    folders = [schema.folder / "queries", *([extra] if extra else [])]
    found = {
        path.stem: _question(path)
        for folder in folders
        for path in sorted(folder.glob("*.rq"))
    }
    return tuple(found[name] for name in sorted(found))


def find_question(name: str, known: Iterable[Question]) -> Question:
    """The question of a name.

    Raises:
        QueryError: if there is none; the message has the nearest names.
    """
    by_name = {question.name: question for question in known}
    if name not in by_name:
        near = get_close_matches(name, by_name, n=3)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        message = (
            f"no question is named {name!r}; {hint}kg query DIR --list shows all "
            f"{len(by_name)}"
        )
        raise QueryError(message)
    return by_name[name]


def is_name(text: str) -> bool:
    """Whether a text can only be the name of a question, not SPARQL."""
    return _NAME.fullmatch(text) is not None


def parse_arguments(words: Iterable[str]) -> dict[str, str]:
    """Take "name=value" apart, as a command line gives arguments to a question.

    >>> parse_arguments(["a=North Korea", "b=x=y"])
    {'a': 'North Korea', 'b': 'x=y'}

    Raises:
        QueryError: if a word has no "=".
    """
    arguments = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not value:
            message = f"{word!r}: give an argument as name=value"
            raise QueryError(message)
        arguments[name] = value
    return arguments


def _question(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    first, *rest = text.split("\n")
    if not first.startswith("# ") or not _NAME.fullmatch(path.stem):
        message = f"{path}: the first line must be '# ' and what the question answers"
        raise OntologyError(message)
    head = [line for line in rest if line.startswith("# param:")]
    return Question(
        path.stem,
        first.removeprefix("# ").strip(),
        tuple(_parameter(path, line) for line in head),
        text,
    )


def _parameter(path: Path, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line.strip())
    if found is None or found[2] not in KINDS:
        message = f"{path}: {line!r} must be '# param: NAME entity' or '... text'"
        raise OntologyError(message)
    return Parameter(found[1], found[2])
