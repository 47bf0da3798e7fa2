"""kg view and export: a graph to a browser, and to other programs."""

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Folder, MinConfidence, Ontology, Quiet, Statuses, Verbose
from kg.cli.talk import Exit, Talk, give
from kg.errors import NotFound, UsageError
from kg.grasp import SETTLED

if TYPE_CHECKING:
    from kg.graphs import Graph
    from kg.model import Status

FORMATS = (
    *("csv", "gexf", "graphml", "json", "jsonld", "neo4j", "nquads"),
    *("plover-jsonl", "polecat", "trig", "turtle"),
)


def view(
    folder: Folder,
    browser: Annotated[
        bool,
        typer.Option("--browser/--no-browser", help="Open it, or only say where."),
    ] = True,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Open the page of a graph in the browser, and say where it lies.

    The page is one file and asks nothing of any network.
    """
    page = folder / "graph.html"
    if not page.is_file():
        message = f"{page}: no such file; build the graph with kg build -o {folder}"
        raise NotFound(message)
    give(str(page))
    talk = Talk(quiet, verbose)
    if browser and not webbrowser.open(page.resolve().as_uri()):
        talk.say("no browser was found; open the file yourself")
    return Exit.DONE


def export(
    folder: Folder,
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.", show_default=False
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="Where to write; a folder for csv and neo4j. Else standard output.",
            show_default=False,
        ),
    ] = None,
    statuses: Statuses = None,
    min_confidence: MinConfidence = None,
    ontology: Ontology = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Write a graph in the format of other programs.

    polecat, and the dyads of csv, hold what is asserted or reported; --status decides.
    """
    from kg.graphs import load

    if form not in FORMATS:
        message = f"{form!r} is no format of kg; one of {', '.join(FORMATS)}"
        raise UsageError(message)
    graph = load(folder, ontology=ontology)
    kept = graph.only(statuses=statuses or None, min_confidence=min_confidence)
    files = _files(kept, form, statuses or None)
    if out is not None:
        for path in _written(files, out):
            Talk(quiet, verbose).say(f"wrote {path}")
    elif len(files) == 1:
        give(next(iter(files.values())))
    else:
        message = f"{form} is {len(files)} files; give a folder for them with -o"
        raise UsageError(message)
    return Exit.DONE


def _files(
    graph: "Graph", form: str, statuses: "list[Status] | None"
) -> dict[str, str]:
    """What is to be written, by the name it has when a folder is given."""
    from kg import rdf, tables
    from kg.graph import to_node_link

    knowledge, schema = graph.knowledge, graph.schema
    if form == "json":
        return {"graph.json": to_node_link(knowledge, schema)}
    if form in rdf.FORMATS:
        text = rdf.export(knowledge, schema, form, base=graph.base)
        return {f"graph.{form}": text}
    chosen = statuses or SETTLED
    return tables.export(knowledge, schema, form, statuses=chosen)


def _written(files: dict[str, str], out: Path) -> list[Path]:
    """Write one file to the path itself, several into a folder of that name."""
    from kg.store import write_all

    if len(files) > 1:
        if out.exists() and not out.is_dir():
            message = f"{out}: is a file; give a folder for {len(files)} files"
            raise UsageError(message)
        out.mkdir(parents=True, exist_ok=True)
        placed = {out / name: text for name, text in files.items()}
    else:
        placed = {out: next(iter(files.values()))}
    write_all(placed)
    return sorted(placed)
