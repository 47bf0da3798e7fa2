"""The order of the stages: articles to readings to a graph to a folder.

Nothing else knows the order. Readings are made by this process or by supervised workers
and cached in the folder under the hash of all they depend on; combining them does not
depend on their order, so neither workers nor input order change a byte.
"""

import hashlib
import json
import os
import platform
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from kg.curation import FILE as CURATION
from kg.curation import Curation, read_curation
from kg.entities import combine_curated
from kg.errors import NotFound, UsageError
from kg.happenings import gather
from kg.model import Article, KnowledgeGraph, Reading, Skipped
from kg.parse import DEFAULT_MODEL
from kg.rdf import DEFAULT_BASE, Iris
from kg.read import FurnitureCues, Inputs, read_articles
from kg.schema import Schema, load_schema
from kg.store import (
    check_folder,
    claimed,
    load_reading,
    open_graph,
    save,
    save_reading,
    stored_articles,
    stored_base,
    write_atomically,
)
from kg.view import render
from kg.workers import Progress, prepare, read_all

_CODE = Path(__file__).resolve().parent


def usual_model() -> str:
    """The language model where none is named: KG_MODEL's, else kg's own."""
    return os.environ.get("KG_MODEL") or DEFAULT_MODEL


@dataclass(frozen=True)
class Built:
    """What a build gave: the graph, what it could not read, and how it went."""

    graph: KnowledgeGraph
    skipped: tuple[Skipped, ...]
    run: Mapping[str, object]


@dataclass(frozen=True)
class Options:
    """What a build depends on besides its input.

    `curation` is a file of a person's decisions that is put into the folder; None
    leaves those that lie there in force.
    """

    model: str = field(default_factory=usual_model)
    base: str = DEFAULT_BASE
    ontology: Path | None = None
    curation: Path | None = None
    workers: int = 1
    progress: Progress | None = None


def build(
    inputs: Sequence[str],
    folder: Path | None,
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    options: Options | None = None,
) -> Built:
    """Build a graph of all inputs; into a folder, or in memory only when None.

    Inputs, ontology, model and folder are looked at before the work. What fails
    before anything is written leaves no folder that was not there.

    Raises:
        UsageError: if an input does not exist or the folder is not ours; nothing is
            built then, also if other inputs exist.
        ModelError, OntologyError, StoreError: if these cannot be used.
    """
    options = options or Options()
    Iris(options.base)  # an unfit base is told before an hour's work, not after
    schema = load_schema(options.ontology)
    if folder is not None:
        check_folder(folder)
    read = read_articles(
        inputs, cues=furniture_cues(schema), published=published, stdin=stdin
    )
    return _build(read, folder, schema, options)


def add(
    folder: Path,
    inputs: Sequence[str],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    options: Options | None = None,
) -> Built:
    """Add articles to a graph: the same bytes as a fresh build of all of them.

    An article whose id is there already is replaced.
    """
    options = replace(options or Options(), base=stored_base(folder))
    schema = load_schema(options.ontology)
    old = open_graph(folder).articles
    new = read_articles(
        inputs, cues=furniture_cues(schema), published=published, stdin=stdin
    )
    fresh = {a.id for a in new.articles}
    kept = [a for a in old if a.id not in fresh]
    articles = tuple(sorted((*kept, *new.articles), key=lambda a: a.id))
    return _build(replace(new, articles=articles), folder, schema, options)


def rebuild(folder: Path, *, options: Options | None = None) -> Built:
    """Build a graph of its own articles again, its curation as it is now."""
    options = replace(options or Options(), base=stored_base(folder))
    read = Inputs(stored_articles(folder), ())
    return _build(read, folder, load_schema(options.ontology), options)


def remove(
    folder: Path, ids: Sequence[str], *, options: Options | None = None
) -> Built:
    """Retract articles: the graph that would be there without them.

    Raises:
        NotFound: naming the ids that are not in the graph.
    """
    options = replace(options or Options(), base=stored_base(folder))
    old = open_graph(folder).articles
    unknown = sorted(set(ids) - {a.id for a in old})
    if unknown:
        message = f"{folder}: no article {', '.join(unknown)}; see articles.jsonl"
        raise NotFound(message)
    kept = tuple(a for a in old if a.id not in set(ids))
    return _build(Inputs(kept, ()), folder, load_schema(options.ontology), options)


def samples_folder() -> Path:
    """The folder of the sample articles."""
    return _CODE / "samples"


def furniture_cues(schema: Schema) -> FurnitureCues:
    """The cues of page furniture in the ontology."""
    return FurnitureCues.of(
        (cue.need("kind"), cue.all("words")) for cue in schema.of("FurnitureCue")
    )


def _build(
    read: Inputs, folder: Path | None, schema: Schema, options: Options
) -> Built:
    started = time.monotonic()
    curation = _curation(folder, options.curation)
    keys, cached, todo = _known(read.articles, folder, schema, options)
    if todo:
        prepare(options.model, options.ontology)
    with claimed(folder) if folder is not None else nullcontext():
        made, lost = read_all(
            todo, options.model, options.ontology, options.workers, options.progress
        )
        if folder is not None:
            for reading in made:
                save_reading(folder, keys[reading.article.id], reading)
        combined = combine_curated([*cached, *made], schema, curation)
        graph, unheeded = gather(combined.graph, schema), combined.unheeded
        told = replace(read, skipped=(*read.skipped, *lost, *unheeded))
        run = {
            **_run(graph, told, options, schema, time.monotonic() - started),
            "curation": _decisions(curation, unheeded),
        }
        if folder is not None:
            page = render(graph, schema)
            save(graph, folder, schema, base=options.base, run=run, page=page)
            if options.curation is not None:
                write_atomically(folder / CURATION, options.curation.read_bytes())
    return Built(graph, told.skipped, run)


# ----------------------------------------------------------------- curation


def _curation(folder: Path | None, given: Path | None) -> Curation:
    """The decisions in force: of the file that is given, else of the folder.

    Raises:
        NotFound: if there is no such file.
        UsageError: if the folder has others; a person's work is not written over.
        CurationError: if the file cannot be understood.
    """
    own = folder / CURATION if folder is not None else None
    if given is None:
        return read_curation(own) if own is not None else Curation()
    if not given.is_file():
        message = f"{given}: no such file; give a file of curation, or leave it out"
        raise NotFound(message)
    found = read_curation(given)
    there = read_curation(own).digest if own is not None else ""
    if there not in ("", found.digest):
        message = f"{own}: says other than {given}; put the two together, or remove one"
        raise UsageError(message)
    return found


def _decisions(curation: Curation, unheeded: Sequence[Skipped]) -> dict[str, object]:
    """The entries, and why some are not in force, for run.json."""
    problems = {skipped.where: skipped.reason for skipped in unheeded}
    entries = [
        {
            "entry": entry.where.rpartition(": ")[2],
            "toml": entry.toml(),
            "problem": problems.get(entry.where),
        }
        for entry in curation.entries
    ]
    return {"digest": curation.digest, "entries": entries}


# ----------------------------------------------------------------- readings


def _known(
    articles: Sequence[Article],
    folder: Path | None,
    schema: Schema,
    options: Options,
) -> tuple[dict[str, str], list[Reading], list[Article]]:
    """Keys of all readings, those that are cached, and the articles left to read."""
    stamp = _stamp(schema, options.model)
    keys = {a.id: _key(a, stamp) for a in articles}
    cached: list[Reading] = []
    todo: list[Article] = []
    for article in articles:
        found = load_reading(folder, keys[article.id]) if folder else None
        if found is not None:
            cached.append(found)
        else:
            todo.append(article)
    return keys, cached, todo


def _stamp(schema: Schema, model: str) -> str:
    """What a reading depends on besides its article: ontology, model and code."""
    state = hashlib.blake2b(digest_size=16)
    for part in (schema.digest, model, version("spacy"), _model_version(model)):
        state.update(part.encode() + b"\0")
    for path in sorted(_CODE.rglob("*.py")):
        state.update(path.read_bytes() + b"\0")
    return state.hexdigest()


def _model_version(model: str) -> str:
    from importlib.metadata import PackageNotFoundError

    try:
        return version(model.replace("_", "-"))
    except PackageNotFoundError:
        return "unknown"


def _key(article: Article, stamp: str) -> str:
    """The name of an article's cached reading: the hash of all it depends on."""
    text = json.dumps(asdict(article), sort_keys=True, ensure_ascii=True)
    return hashlib.blake2b(f"{stamp}\0{text}".encode(), digest_size=16).hexdigest()


# ----------------------------------------------------------------- the report


def _run(
    graph: KnowledgeGraph,
    read: Inputs,
    options: Options,
    schema: Schema,
    seconds: float,
) -> dict[str, object]:
    """What goes to run.json: versions, counts, times, what was left out or skipped."""
    return {
        "versions": {
            "python": platform.python_version(),
            "spacy": version("spacy"),
            "model": f"{options.model} {_model_version(options.model)}",
            "ontology": schema.digest,
        },
        "counts": counts(graph),
        "seconds": round(seconds, 2),
        "finished": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "base": options.base,
        "model": options.model,
        "furniture": [
            {
                "article": a.id,
                "reason": f.reason,
                "characters": f.span.end - f.span.start,
            }
            for a in graph.articles
            for f in a.furniture
        ],
        "left_aside": list(read.left_aside),
        "skipped": [asdict(s) for s in read.skipped],
    }


def counts(graph: KnowledgeGraph) -> dict[str, object]:
    """How much a graph holds, by class, relation, category and status."""
    return {
        "articles": len(graph.articles),
        "entities": len(graph.entities),
        "relations": len(graph.relations),
        "events": len(graph.events),
        "judgements": len(graph.judgements),
        "happenings": len(graph.happenings),
        "disputes": len(graph.disputes),
        "by_class": _tally(e.cls for e in graph.entities),
        "by_relation": _tally(r.relation for r in graph.relations),
        "by_category": _tally(e.category for e in graph.events),
        "by_status": _tally(c.status.value for c in graph.claims),
    }


def _tally(values: Iterator[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
