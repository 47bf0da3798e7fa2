"""kg query and show: questions to a graph, and one entity on a card."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kg.cli.options import (
    AsJson,
    Folder,
    MinConfidence,
    Ontology,
    Quiet,
    Statuses,
    Verbose,
)
from kg.cli.talk import Exit, Talk, counted, give, give_json
from kg.errors import KgError, NotFound, QueryError, UsageError

if TYPE_CHECKING:
    from kg.query import Question
    from kg.schema import Schema


T = TypeVar("T")

_POLL = 0.1
"""Seconds between two looks at whether an answer is there."""

_Question = Annotated[
    str | None,
    typer.Argument(
        metavar="QUESTION",
        help="SPARQL, @FILE that holds some, or the name of a question.",
        show_default=False,
    ),
]
_Arguments = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME=VALUE]...",
        help="What a named question asks for; entities by any name.",
        show_default=False,
    ),
]
_Form = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORM", help="table, json, csv, tsv, xml or turtle."
    ),
]
_Listed = Annotated[bool, typer.Option("--list", help="List the named questions.")]
_Why = Annotated[
    bool, typer.Option("--why", help="Why its mentions are taken for one thing.")
]
_Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="Any name that it goes by.", show_default=False
    ),
]


def query(
    folder: Folder,
    question: _Question = None,
    arguments: _Arguments = None,
    form: _Form = "table",
    listed: _Listed = False,
    statuses: Statuses = None,
    min_confidence: MinConfidence = None,
    ontology: Ontology = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Ask a graph: SPARQL 1.1, or a named question.

    The default graph is the union of all; the usual prefixes are declared.
    """
    from kg.query import ask, format_answer, parse_arguments
    from kg.schema import load_schema
    from kg.store import stored_base

    schema, own = load_schema(ontology), _own_questions(ontology)
    if listed:
        return _list(schema, own, as_json=as_json)
    if question is None:
        message = "no QUESTION; give SPARQL, @FILE or a name of kg query DIR --list"
        raise UsageError(message)
    base = stored_base(folder)
    asked = partial(
        ask,
        folder,
        _text(question),
        schema,
        arguments=parse_arguments(arguments or ()),
        statuses=statuses or None,
        min_confidence=min_confidence,
        base=base,
        extra=own,
    )
    answer = _interruptible(asked)
    give(format_answer(answer, "json" if as_json else form, base=base))
    Talk(quiet, verbose).detail(counted(len(answer.rows), "row"))
    return Exit.DONE


def _interruptible(work: Callable[[], T]) -> T:
    """Do something that Ctrl-C may end: the engine itself does not listen to it."""
    results: list[T] = []
    errors: list[KgError] = []

    def run() -> None:
        try:
            results.append(work())
        except KgError as error:
            errors.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_POLL)
    for error in errors:
        raise error
    if not results:
        message = "the engine broke off, see above; ask in another way"
        raise QueryError(message)
    return results[0]


def _own_questions(ontology: Path | None) -> Path | None:
    """The folder `queries` of an ontology that the user adds, if it has one."""
    own = ontology / "queries" if ontology else None
    return own if own is not None and own.is_dir() else None


def _list(schema: "Schema", own: Path | None, *, as_json: bool) -> Exit:
    from kg.query import questions

    known = questions(schema, own)
    if as_json:
        rows = [
            {"name": q.name, "answers": q.answers, "arguments": _parameters(q)}
            for q in known
        ]
        give_json(rows)
        return Exit.DONE
    width = max((len(q.name) for q in known), default=0)
    for q in known:
        needs = "".join(f"  {name}={kind.upper()}" for name, kind in _parameters(q))
        give(f"{q.name:{width}}  {q.answers}{needs}")
    return Exit.DONE


def _parameters(question: "Question") -> list[tuple[str, str]]:
    return [(p.name, p.kind) for p in question.parameters]


def _text(question: str) -> str:
    """The query itself: of @FILE what the file holds, of @- standard input."""
    if not question.startswith("@"):
        return question
    if question == "@-":
        return sys.stdin.read()
    path = Path(question[1:])
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message = f"{path}: no such file; give SPARQL itself, or @FILE"
        raise NotFound(message) from error
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: {error}; give a readable file in UTF-8"
        raise UsageError(message) from error


def show(
    folder: Folder,
    name: _Name,
    why: _Why = False,
    statuses: Statuses = None,
    min_confidence: MinConfidence = None,
    ontology: Ontology = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Show one entity: its names, and what is said of it, with the sentences.

    Case, accents, hyphens and spaces of the name do not matter.
    """
    from kg.cli.wording import Card
    from kg.graphs import load

    graph = load(folder, ontology=ontology)
    kept = graph.only(statuses=statuses or None, min_confidence=min_confidence)
    card = Card(kept, kept.entity(name), why=why)
    if as_json:
        give_json(card.record())
    else:
        give(card.text())
    Talk(quiet, verbose).detail(counted(len(card.claims), "claim"))
    return Exit.DONE
