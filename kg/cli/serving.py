"""kg serve: the page of a graph and a SPARQL endpoint on this machine's own address."""

from threading import Thread
from typing import Annotated

import typer

from kg.cli.options import Folder, Ontology, Quiet, Verbose
from kg.cli.talk import Exit, Talk, give
from kg.errors import NotFound

PORT = 8765


def serve(
    folder: Folder,
    port: Annotated[
        int,
        typer.Option(
            "--port", min=0, max=65535, metavar="N", help="Where; 0 for any free port."
        ),
    ] = PORT,
    seconds: Annotated[
        float,
        typer.Option(
            "--timeout", min=0.1, metavar="SECONDS", help="What a query may take."
        ),
    ] = 30.0,
    ontology: Ontology = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Serve the page of a graph, and SPARQL over it, to this machine alone.

    It listens on 127.0.0.1, changes nothing, and runs until Ctrl-C. The page is at /,
    the SPARQL 1.1 endpoint at /sparql.
    """
    from kg.serve import Engine, Serving, Site
    from kg.store import stored_base

    page = folder / "graph.html"
    if not page.is_file():
        message = f"{page}: no such file; build the graph with kg build -o {folder}"
        raise NotFound(message)
    stored_base(folder)  # refuses what is no graph before anybody asks
    talk = Talk(quiet, verbose)
    engine = Engine(folder, ontology, seconds)
    serving = Serving(Site(folder, engine), port, talk.detail)
    Thread(target=engine.warm, daemon=True).start()
    try:
        give(serving.address)
        talk.say(f"SPARQL at {serving.address}sparql; Ctrl-C ends it")
        serving.run()
    finally:
        serving.close()
    return Exit.DONE
