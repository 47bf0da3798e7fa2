"""The folder of a graph: which one is ours, what is in it, and reading it back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, cast

from kg.curation import FILE as CURATION
from kg.errors import ForeignFolder, StoreError
from kg.graph import to_node_link
from kg.model import Article, KnowledgeGraph
from kg.rdf import DEFAULT_BASE, from_nquads, to_nquads, to_turtle
from kg.schema import Schema
from kg.store.codec import decode, encode
from kg.store.files import write_all, write_atomically

FORMAT: Final = "newskg graph 1"
READINGS: Final = "readings"

# https://bford.info/cachedir/: backup programs leave a folder with this file out.
_TAG: Final = "CACHEDIR.TAG"
_TAG_TEXT: Final = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# Cached readings of newskg. It is safe to delete this folder: the next build\n"
    "# reads the articles again.\n"
)


def check_folder(folder: Path) -> None:
    """Refuse a folder that may not be written to; make and change nothing.

    One that holds a person's curation alone may: the graph was taken away to be made
    anew.

    Raises:
        ForeignFolder: if it holds something and kg did not write it.
        StoreError: if it cannot be read.
    """
    if folder.exists() and not is_ours(folder) and not _is_empty(folder):
        message = (
            f"{folder}: holds something that kg did not write; choose a new or empty "
            "folder with -o, or empty this one"
        )
        raise ForeignFolder(message)


def claim_folder(folder: Path) -> Path:
    """Make a folder ready to be written to, or refuse it.

    Returns:
        The folder, which exists and can be written to.

    Raises:
        ForeignFolder: if it holds something and kg did not write it.
        StoreError: if it cannot be made or written to.
    """
    check_folder(folder)
    try:
        (folder / READINGS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{folder}: cannot be made ({reason}); choose another with -o"
        raise StoreError(message) from error
    write_atomically(folder / READINGS / _TAG, _TAG_TEXT)
    return folder


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Claim a folder for some work; if that fails, take away what claiming made.

    What the work has written by then (readings that are worth keeping) stays, and so
    does a folder that was ours before.

    Raises:
        ForeignFolder, StoreError: as `claim_folder`.
    """
    tag = folder / READINGS / _TAG
    made = [path for path in tag.parents if not path.exists()]
    fresh, done = not tag.exists(), False
    try:
        claim_folder(folder)
        yield
        done = True
    finally:
        if fresh and not done:
            _release(tag, made)


def _release(tag: Path, made: Sequence[Path]) -> None:
    """Remove the mark of a folder that got nothing else, then what is empty."""
    # a failure here would hide the one that led here
    with suppress(OSError):
        if {path.name for path in tag.parent.iterdir()} <= {_TAG}:
            tag.unlink(missing_ok=True)
        for path in made:
            path.rmdir()


def is_ours(folder: Path) -> bool:
    """Whether kg wrote a folder: by its run.json, or the mark of its readings."""
    try:
        run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        run = None
    if isinstance(run, dict) and run.get("format") == FORMAT:
        return True
    try:
        tag = (folder / READINGS / _TAG).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    return tag == _TAG_TEXT


def save(
    graph: KnowledgeGraph,
    folder: Path,
    schema: Schema,
    *,
    base: str = DEFAULT_BASE,
    run: Mapping[str, object],
    page: str | None = None,
) -> None:
    """Write a graph's folder: graph.nq, .ttl, .json, articles.jsonl and run.json.

    All of them or none: when one cannot be written, the old ones stay.

    Args:
        graph: what to write.
        folder: where; made if it does not exist.
        schema: the ontology that the graph was built with.
        base: what the IRIs of the graph begin with; remembered in run.json.
        run: what run.json says beside (versions, times, counts, skipped inputs); the
            only file in which a clock may be told.
        page: what graph.html says; None leaves that file as it is.

    Raises:
        ForeignFolder: if the folder holds something and kg did not write it.
        StoreError: if a file cannot be written.
    """
    record = {**run, "base": base, "format": FORMAT}
    contents = {
        "graph.nq": to_nquads(graph, schema, base=base),
        "graph.ttl": to_turtle(graph, schema, base=base),
        "graph.json": to_node_link(graph, schema),
        "articles.jsonl": articles_to_jsonl(graph.articles),
        "run.json": f"{json.dumps(record, ensure_ascii=False, indent=2)}\n",
    }
    if page is not None:
        contents["graph.html"] = page
    claim_folder(folder)
    write_all({folder / name: text for name, text in contents.items()})


def open_graph(folder: Path) -> KnowledgeGraph:
    """Read the graph of a folder back.

    Raises:
        StoreError: if the folder is none of kg's, or a file is missing or broken.
    """
    base, articles = stored_base(folder), stored_articles(folder)
    try:
        return from_nquads(stored_quads(folder), articles, base=base)
    except StoreError as error:
        message = f"{folder / 'graph.nq'}: {error}"
        raise StoreError(message) from error


def stored_run(folder: Path) -> Mapping[str, object]:
    """What run.json says: versions, times, counts, skipped inputs, the base.

    Raises:
        StoreError: if there is none, or it is not kg's.
    """
    path = folder / "run.json"
    try:
        run = json.loads(read_text(path))
    except ValueError as error:
        message = f"{path}: {error}; build the graph again"
        raise StoreError(message) from error
    if not isinstance(run, dict) or run.get("format") != FORMAT:
        message = f"{path}: was not written by kg; give the folder of a graph"
        raise StoreError(message)
    return run


def stored_base(folder: Path) -> str:
    """What the IRIs of a folder's graph begin with.

    Raises:
        StoreError: as `stored_run`.
    """
    return str(stored_run(folder).get("base", DEFAULT_BASE))


def stored_quads(folder: Path) -> str:
    """The text of graph.nq.

    Raises:
        StoreError: if it cannot be read.
    """
    return read_text(folder / "graph.nq")


def stored_articles(folder: Path) -> tuple[Article, ...]:
    """The articles of articles.jsonl, in its order.

    Raises:
        StoreError: naming the line, if one is no article.
    """
    path = folder / "articles.jsonl"
    articles = []
    # not splitlines: it also splits at characters that JSON leaves as they are
    for number, line in enumerate(read_text(path).split("\n"), 1):
        try:
            if line:
                articles.append(decode(Article, json.loads(line)))
        except ValueError as error:
            message = f"{path}:{number}: {error}; build the graph again"
            raise StoreError(message) from error
    return tuple(articles)


def articles_to_jsonl(articles: Sequence[Article]) -> str:
    """Write articles one a line, sorted by id, without the fields that are empty."""
    lines = []
    for article in sorted(articles, key=lambda a: a.id):
        values = cast("Mapping[str, object]", encode(article))
        known = {k: v for k, v in values.items() if v not in (None, [])}
        lines.append(json.dumps(known, ensure_ascii=False) + "\n")
    return "".join(lines)


def read_text(path: Path) -> str:
    """The text of a file of a graph's folder, with the line ends it has.

    Raises:
        StoreError: if it cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        message = (
            f"{path}: no such file; give the folder of a graph, which "
            "`kg build INPUT -o DIR` writes"
        )
        raise StoreError(message) from error
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read ({error}); build the graph again"
        raise StoreError(message) from error


def _is_empty(folder: Path) -> bool:
    try:
        return folder.is_dir() and {p.name for p in folder.iterdir()} <= {CURATION}
    except OSError as error:
        message = f"{folder}: cannot be read ({error.strerror}); choose another with -o"
        raise StoreError(message) from error
