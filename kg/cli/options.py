"""Arguments and options that several commands share, with one meaning."""

from pathlib import Path
from typing import Annotated

import typer

from kg.model import Status

Folder = Annotated[
    Path,
    typer.Argument(metavar="DIR", help="The folder of a graph.", show_default=False),
]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders, globs, or - for JSON Lines on standard input; all must "
        "exist.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="The date of articles that give none themselves, as 2019-03-25.",
        show_default=False,
    ),
]
Workers = Annotated[
    int,
    typer.Option(
        "--workers", min=1, metavar="N", help="Processes that read; same result."
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        envvar="KG_MODEL",
        help="An installed English spaCy pipeline instead of kg's own.",
        show_default=False,
    ),
]
Ontology = Annotated[
    Path | None,
    typer.Option(
        "--ontology",
        metavar="DIR",
        help="A folder of Turtle that adds to the built-in ontology.",
        show_default=False,
    ),
]
Curation = Annotated[
    Path | None,
    typer.Option(
        "--curation",
        metavar="FILE",
        help="Decisions of who is who, put into the folder as its curation.toml.",
        show_default=False,
    ),
]
Statuses = Annotated[
    list[Status] | None,
    typer.Option(
        "--status",
        help="Only claims of this status; may be given several times.",
        show_default=False,
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        metavar="P",
        help="Only claims of at least this confidence.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON for a program to read.")]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Only errors and skipped inputs.")
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="More detail.")]
