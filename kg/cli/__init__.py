"""The command line: arguments, printing, exit codes. It decides nothing about text.

    building   build, add, remove, demo        asking     query, show, and its cards
    handing    export, view                    checking   verify, evaluate, doctor
    reviewing  review                      serving    serve

Stages are imported inside the commands, so that `kg --help` does not load a language
model. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were skipped,
4 verification found faults, 130 interrupted.
"""

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from kg import __version__
from kg.cli import asking, building, checking, handing, reviewing, serving
from kg.cli.talk import Exit, ReaderGone, give, tell
from kg.errors import KgError, UsageError

__all__ = ["app", "main", "run"]

app = typer.Typer(
    name="kg",
    help="News articles in, a knowledge graph out in which every edge carries its "
    "receipt: the article, the sentence, who said it, and whether it is so.",
    epilog="The environment variable KG_MODEL names the English spaCy pipeline "
    "to read with instead of kg's own; --model wins over it, and add and remove keep "
    "the model that the graph was built with.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

for command in (
    *(building.build, building.add, building.remove, building.demo),
    *(asking.query, asking.show, reviewing.review),
    *(handing.view, serving.serve, handing.export),
    *(checking.verify, checking.evaluate, checking.doctor),
):
    app.command()(command)


def _version(value: bool) -> None:
    if value:
        give(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def main() -> None:
    """Run the command of this process and end it with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments (those of the process, if None) ask for.

    Returns:
        The exit code. No error that kg or typer raise on purpose comes out of here.
    """
    try:
        code = app(arguments, standalone_mode=False)
    except UsageError as error:
        return _fail(error, Exit.USAGE)
    except KgError as error:
        return _fail(error, Exit.FAILED)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "kg"
        tell(f"error: {error.format_message().rstrip('.')}; see {command} --help")
        return error.exit_code
    except ReaderGone:
        _close_stdout()
        return Exit.DONE
    if code == Exit.INTERRUPTED:
        tell("interrupted")
    return code if isinstance(code, int) else Exit.DONE


def _fail(error: KgError, code: Exit) -> Exit:
    tell(f"error: {error}")
    return code


def _close_stdout() -> None:
    """The reader has seen enough: say no more, not even when Python flushes."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
