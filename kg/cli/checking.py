"""kg verify, evaluate, doctor: is the graph sound, is it right, is kg itself well?"""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AsJson, Folder, Model, Ontology, Quiet, Verbose
from kg.cli.talk import Exit, Talk, counted, give, give_json

_Errors = Annotated[
    int,
    typer.Option(
        "--errors", min=0, metavar="N", help="Also show the first N that are wrong."
    ),
]


def verify(
    folder: Folder,
    ontology: Ontology = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Check a graph: every span is cut again, every file and shape looked at."""
    from kg.schema import load_schema
    from kg.verify import verify as faults_of

    talk = Talk(quiet, verbose)
    faults = faults_of(folder, load_schema(ontology))
    if as_json:
        give_json([asdict(fault) for fault in faults])
    else:
        for fault in faults:
            give(f"{fault.check}: {fault.where}: {fault.problem}")
    found = counted(len(faults), "fault")
    talk.say(f"{folder}: {found}" if faults else f"{folder}: sound")
    return Exit.FAULTS if faults else Exit.DONE


def evaluate(
    folder: Folder,
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="A folder of annotations, one JSON file per article.",
            show_default=False,
        ),
    ],
    docs: Annotated[
        Path,
        typer.Argument(
            metavar="DOCS",
            help="The articles as they were fed in, JSON Lines with id and text.",
            show_default=False,
        ),
    ],
    errors: _Errors = 0,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Score a graph against annotated articles; -v says what each figure means."""
    from kg.evaluate import MEASURES
    from kg.evaluate import evaluate as scores_of

    scores = scores_of(folder, gold, docs)
    if as_json:
        give_json(scores.figures)
    else:
        give(scores.table())
    for row in scores.errors[:errors]:
        give(" | ".join(row))
    talk = Talk(quiet, verbose)
    talk.detail(*(f"  {name}: {meaning}" for name, meaning in MEASURES.items()))
    return Exit.DONE


def doctor(
    model: Model = None,
    ontology: Ontology = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """Check the installation: packages, ontology, model and its checksums."""
    from kg.doctor import examine

    findings = examine(model=model, ontology=ontology)
    if as_json:
        give_json([asdict(finding) for finding in findings])
    else:
        width = max(len(finding.what) for finding in findings)
        for finding in findings:
            mark = "ok   " if finding.ok else "WRONG"
            advice = f"  -> {finding.advice}" if finding.advice else ""
            give(f"{mark}  {finding.what:{width}}  {finding.found}{advice}")
    wrong = sum(not finding.ok for finding in findings)
    talk = Talk(quiet, verbose)
    talk.say(f"{wrong} of {len(findings)} are wrong" if wrong else "all is well")
    return Exit.FAILED if wrong else Exit.DONE
