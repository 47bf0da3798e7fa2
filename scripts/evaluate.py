"""Scores: of annotated articles, with and without what is known by name; public sets.

Started by scripts/evaluate, which says what it prints.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.entities import combine
from kg.errors import KgError, UsageError
from kg.evaluate import evaluate
from kg.evaluate.emptied import emptied
from kg.evaluate.figures import Figures, table
from kg.evaluate.public import (
    MEASURES,
    PublicSet,
    find_sets,
    has_graph,
    score_public,
    score_times,
)
from kg.pipeline import build, furniture_cues, samples_folder, usual_model
from kg.rdf import to_nquads
from kg.read import read_articles
from kg.reader import Reader
from kg.schema import Schema, load_schema
from kg.store import articles_to_jsonl

Table = dict[str, Figures]
_OWN = Path(__file__).resolve().parent.parent / "tests" / "gold"
_SHARES = "f", "accuracy", "r", "p"


def main() -> int:
    """Measure and print; 1 when it failed, 2 when it was asked wrongly."""
    wanted = _arguments()
    try:
        if wanted.public is not None:
            _public(wanted.public, wanted.set, as_json=wanted.json)
        else:
            _without(wanted.without, wanted.articles, as_json=wanted.json)
    except KgError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2 if isinstance(error, UsageError) else 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/evaluate",
        description=__doc__.split("\n", 1)[0],
        epilog="\n".join(f"{name:22} {meaning}" for name, meaning in MEASURES.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--public", type=Path, metavar="FOLDER")
    what.add_argument("--without", metavar="CLASS")
    parser.add_argument("--set", action="append", default=[], metavar="NAME")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("articles", nargs="*", metavar="GOLD DOCS")
    wanted = parser.parse_args()
    if wanted.public is not None and wanted.articles:
        parser.error("--public takes its annotation from the folder alone")
    if len(wanted.articles) not in (0, 2):
        parser.error("GOLD needs DOCS")
    return wanted


# --------------------------------------------------------------------- public sets


def _public(folder: Path, names: Sequence[str], *, as_json: bool) -> None:
    found, absent = find_sets(folder, names)
    measured: dict[str, Table] = {}
    for public in found:
        measured[public.name] = _measured(public)
        if not as_json:
            _write(table(measured[public.name], width=max(map(len, MEASURES))))
    if as_json:
        _write(json.dumps({"sets": measured, "not_measured": absent}, indent=2))
    elif absent:
        _write(f"not measured, for they are not in {folder}: {', '.join(absent)}")


def _measured(public: PublicSet) -> Table:
    """Build the articles of a set in a folder of its own, and score the graph."""
    rows = public.rows()
    times: Table = {}
    if "times" in public.terms:
        reader = Reader.load(usual_model(), load_schema())
        times = score_times(public, rows, reader.times)
    if not has_graph(public):
        return times
    with TemporaryDirectory() as folder:
        docs, graph = Path(folder, f"{public.name}.jsonl"), Path(folder, "graph")
        docs.write_text(public.articles(rows), encoding="utf-8", newline="\n")
        built = build([str(docs)], graph)
        for skipped in built.skipped:
            sys.stderr.write(f"skipped: {skipped.where}: {skipped.reason}\n")
        return score_public(public, rows, graph / "graph.nq") | times


# ------------------------------------------------------- the share of the gazetteer


def _without(cls: str, articles: Sequence[str], *, as_json: bool) -> None:
    gold, docs = articles or (str(_OWN), str(samples_folder()))
    schema = load_schema()
    whole, less = (
        _scored(known, Path(gold), docs) for known in (schema, emptied(schema, cls))
    )
    if as_json:
        _write(json.dumps({"with": whole, "without": less}, indent=2))
    else:
        _write("\n".join(_columns(whole, less, cls)))


def _scored(schema: Schema, gold: Path, docs: str) -> Table:
    """The scores of a graph that is built with an ontology that lies in no folder."""
    articles = read_articles([docs], cues=furniture_cues(schema)).articles
    reader = Reader.load(usual_model(), schema)
    graph = combine(reader.read(articles), schema)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        nquads = to_nquads(graph, schema)
        (place / "graph.nq").write_text(nquads, encoding="utf-8", newline="\n")
        (place / "articles.jsonl").write_text(
            articles_to_jsonl(articles), encoding="utf-8", newline="\n"
        )
        return evaluate(place, gold, place / "articles.jsonl").figures


def _columns(whole: Table, less: Table, cls: str) -> Iterator[str]:
    """One line for each measure that is a share: with all names, and without those."""
    yield f"{'':32} {'with':>5}  without {cls}"
    for name, figures in whole.items():
        if key := next((k for k in _SHARES if k in figures), None):
            value = less.get(name, {}).get(key, 0)
            yield f"{name + '.' + key:32} {figures[key]:<5.3f}  {value:<.3f}"


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
