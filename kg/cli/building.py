"""kg build, add, remove, demo: articles into a graph, and out of it."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import (
    AsJson,
    Curation,
    Folder,
    Inputs,
    Model,
    Ontology,
    Published,
    Quiet,
    Verbose,
    Workers,
)
from kg.cli.talk import Exit, Progress, Talk, counted, finish, give, give_json

if TYPE_CHECKING:
    from kg.pipeline import Built, Options

_Out = Annotated[
    Path,
    typer.Option(
        "--out", "-o", metavar="DIR", help="The folder to write.", show_default=False
    ),
]


def build(
    inputs: Inputs,
    out: _Out,
    published: Published = None,
    workers: Workers = 1,
    model: Model = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="IRI",
            help="What the IRIs of the graph begin with.",
            show_default=False,
        ),
    ] = None,
    ontology: Ontology = None,
    curation: Curation = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Build a graph of articles, from scratch.

    An INPUT that does not exist is wrong usage, and nothing is built. One that cannot
    be read is skipped and told, and the rest is built. Files of other endings in a
    folder are left aside. What was read before into the same folder is not read again,
    and what a person decided in its curation.toml stays in force: see kg review.
    """
    from kg import pipeline

    talk = Talk(quiet, verbose)
    with talk.progress("reading") as progress:
        options = _options(model, base, ontology, workers, progress, curation)
        built = pipeline.build(
            inputs,
            out,
            published=published,
            stdin=sys.stdin.buffer,
            options=options,
        )
    return _report(built, out, talk, as_json=as_json)


def add(
    folder: Folder,
    inputs: Inputs,
    published: Published = None,
    workers: Workers = 1,
    ontology: Ontology = None,
    curation: Curation = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Add articles to a graph, as if it were built of all of them.

    An article whose id is there already is replaced. The language model is the one
    that the graph was built with, whatever KG_MODEL says.
    """
    from kg import pipeline

    talk = Talk(quiet, verbose)
    with talk.progress("reading") as progress:
        options = as_built(folder, ontology, workers, progress, curation)
        built = pipeline.add(
            folder,
            inputs,
            published=published,
            stdin=sys.stdin.buffer,
            options=options,
        )
    return _report(built, folder, talk, as_json=as_json)


def remove(
    folder: Folder,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE_ID...",
            help="Articles to retract, by their ids in articles.jsonl.",
            show_default=False,
        ),
    ],
    ontology: Ontology = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Retract articles from a graph, as if they had never been read."""
    from kg import pipeline

    talk = Talk(quiet, verbose)
    with talk.progress("reading") as progress:
        options = as_built(folder, ontology, 1, progress)
        built = pipeline.remove(folder, ids, options=options)
    return _report(built, folder, talk, as_json=as_json)


def demo(
    out: _Out = Path("kg-demo"),
    workers: Workers = 1,
    ontology: Ontology = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Build the sample articles, and show a little of what is in them."""
    from kg import pipeline
    from kg.cli.wording import highlights
    from kg.schema import load_schema

    talk = Talk(quiet, verbose)
    with talk.progress("reading the sample articles") as progress:
        options = _options(None, None, ontology, workers, progress)
        samples = str(pipeline.samples_folder())
        built = pipeline.build([samples], out, options=options)
    code = _report(built, out, talk, as_json=as_json)
    if not as_json:
        give(highlights(built.graph, load_schema(ontology)))
        place = shlex.quote(str(out))
        give(f"Look at it:  kg view {place}\nAsk it:      kg query {place} --list\n")
    return code


def _options(
    model: str | None,
    base: str | None,
    ontology: Path | None,
    workers: int,
    progress: Progress | None,
    curation: Path | None = None,
) -> "Options":
    from kg.pipeline import Options
    from kg.rdf import Iris

    usual = Options()
    # refused now, and not when all has been read and is to be written
    Iris(base or usual.base)
    return Options(
        model=model or usual.model,
        base=base or usual.base,
        ontology=ontology,
        curation=curation,
        workers=workers,
        progress=progress,
    )


def as_built(
    folder: Path,
    ontology: Path | None,
    workers: int,
    progress: Progress | None,
    curation: Path | None = None,
) -> "Options":
    """The model and base that a graph was built with."""
    from kg.store import stored_run

    run = stored_run(folder)
    model, base = (str(run[key]) if run.get(key) else None for key in ("model", "base"))
    return _options(model, base, ontology, workers, progress, curation)


def _report(built: "Built", folder: Path, talk: Talk, *, as_json: bool) -> Exit:
    graph = built.graph
    parts = (
        counted(len(graph.articles), "article"),
        counted(len(graph.entities), "entity", "entities"),
        counted(len(graph.relations), "relation"),
        counted(len(graph.events), "event"),
    )
    talk.say(f"{folder}: {', '.join(parts)} in {built.run.get('seconds', '?')} s")
    talk.say(f"the page is {folder / 'graph.html'}")
    talk.detail(*(f"  {key}: {value}" for key, value in _versions(built)))
    if as_json:
        give_json(built.run)
    return finish(built, talk)


def _versions(built: "Built") -> list[tuple[str, str]]:
    versions = built.run.get("versions")
    rows = versions.items() if isinstance(versions, dict) else ()
    return [(str(key), str(value)) for key, value in rows]
