"""Whether a folder still holds what it says: receipts, claims, shapes and files.

Decides nothing about the world. It cuts every quotation from the articles again, asks
of every claim that it has evidence and of every plain fact that a claim stands behind
it, holds the graph against the SHACL shapes of the ontology, and writes every file anew
to see whether it is the one that lies there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import KgError, OntologyError, StoreError
from kg.graph import to_node_link
from kg.model import Article, Span
from kg.rdf import Iris, from_nquads, to_nquads, to_turtle
from kg.rdf.export import rdflib_triple
from kg.rdf.terms import GAF, NIF, PROV, RDF
from kg.schema import KG, Schema
from kg.store import (
    articles_to_jsonl,
    read_text,
    stored_articles,
    stored_base,
    stored_quads,
)
from kg.view import render

if TYPE_CHECKING:
    import rdflib

_ANCHOR: Final = f"{NIF}anchorOf"
_DENOTED: Final = f"{GAF}denotedBy"
_SHACL: Final = "http://www.w3.org/ns/shacl#"
_TRIPLE: Final = (f"{RDF}subject", f"{RDF}predicate", f"{RDF}object")
_TO_SPANS: Final = (
    _DENOTED,
    f"{KG}evidence",
    f"{KG}judgedLeft",
    f"{KG}judgedRight",
    f"{KG}leftWords",
    f"{KG}rightWords",
)

Values = Mapping[str, list[str]]
Nodes = Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class _Quad:
    """One line of graph.nq in bare strings."""

    subject: str
    predicate: str
    target: str
    graph: str


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is not as it should be.

    `check` is what was checked ("blank", "evidence", "file", "order", "plain",
    "shape", "span", "syntax"), `where` the IRI or file, `problem` what is wrong.
    """

    check: str
    where: str
    problem: str


def verify(folder: Path, schema: Schema) -> tuple[Fault, ...]:
    """Check the graph of a folder against its articles, its rules and its own files.

    Args:
        folder: the folder of a graph.
        schema: the ontology that the graph was built with; another one gives faults
            of the kinds "file" and "shape".

    Returns:
        All faults, sorted; none when all is well.

    Raises:
        StoreError: if the folder is none of kg's, or its graph or articles are gone.
        OntologyError: if the ontology has lost its shapes.
    """
    iris, articles = Iris(stored_base(folder)), stored_articles(folder)
    text = stored_quads(folder)
    try:
        parsed = list(ox.parse(text.encode("utf-8"), format=ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        return (Fault("syntax", "graph.nq", str(error)),)
    quads = list(dict.fromkeys(_named(parsed)))
    nodes = _nodes(quads)
    faults = {
        *_order(text),
        *_blank(parsed),
        *_spans(nodes, articles, iris),
        *_evidence(nodes, quads, iris),
        *_plain(nodes, quads, iris),
        *_files(folder, text, articles, iris, schema),
        *_shapes(parsed, schema),
    }
    return tuple(sorted(faults))


def _named(quads: Iterable[ox.Quad]) -> Iterator[_Quad]:
    """The lines in which every node has a name; the others are faults."""
    for quad in quads:
        subject, target, graph = quad.subject, quad.object, quad.graph_name
        if (
            isinstance(subject, ox.NamedNode)
            and isinstance(target, ox.NamedNode | ox.Literal)
            and isinstance(graph, ox.NamedNode)
        ):
            predicate = quad.predicate.value
            yield _Quad(subject.value, predicate, target.value, graph.value)


def _blank(quads: Iterable[ox.Quad]) -> Iterator[Fault]:
    for quad in quads:
        if not any(_named((quad,))):
            problem = "has a blank node, a quoted triple, or no named graph"
            yield Fault("blank", str(quad), problem)


def _nodes(quads: Iterable[_Quad]) -> Nodes:
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        nodes[quad.subject][quad.predicate].append(quad.target)
    return nodes


def _order(text: str) -> Iterator[Fault]:
    """Lines ascend by their bytes, which is the order of their code points."""
    lines = text.split("\n")
    if lines.pop() != "":
        yield Fault("order", "graph.nq", "does not end with a line feed")
    for number, (one, two) in enumerate(pairwise(lines), 2):
        if one >= two:
            yield Fault("order", f"graph.nq:{number}", "is not after the line above")


# ------------------------------------------------------------------- receipts


def _spans(nodes: Nodes, articles: Iterable[Article], iris: Iris) -> Iterator[Fault]:
    texts = {article.id: article.text for article in articles}
    for iri, values in nodes.items():
        if _ANCHOR in values or f"{NIF}beginIndex" in values:
            problem = _misquoted(iri, values, texts, iris)
            if problem:
                yield Fault("span", iri, problem)


def _misquoted(
    iri: str, values: Values, texts: Mapping[str, str], iris: Iris
) -> str | None:
    """What is wrong with a span, if the article does not say there what it quotes."""
    cut = iris.cut(iri)
    if cut is None:
        return "is not the IRI of a span of an article"
    article, span = cut
    if article not in texts:
        return f"lies in {article!r}, which is not in articles.jsonl"
    if values.get(f"{NIF}referenceContext") != [iris.article(article)]:
        return "names another article than its IRI"
    offsets = [values.get(f"{NIF}{name}") for name in ("beginIndex", "endIndex")]
    if offsets != [[str(span.start)], [str(span.end)]]:
        return f"has the offsets {offsets}, not those of its IRI"
    return _misread(span, values.get(_ANCHOR, []), texts[article])


def _misread(span: Span, quoted: list[str], text: str) -> str | None:
    if span.end > len(text):
        return f"ends after the article, which has {len(text)} code points"
    if quoted != [span.cut(text)]:
        return f"quotes {quoted}, but the article says {span.cut(text)!r}"
    return None


def _evidence(nodes: Nodes, quads: Iterable[_Quad], iris: Iris) -> Iterator[Fault]:
    for iri, values in nodes.items():
        claim = iris.name("claim", iri) is not None
        if claim and not values.get(f"{KG}evidence"):
            yield Fault("evidence", iri, "has no evidence: no sentence says so")
    for quad in quads:
        if quad.predicate not in _TO_SPANS:
            continue
        if _ANCHOR not in nodes.get(quad.target, {}):
            problem = f"points to <{quad.target}>, which is no span of the graph"
            yield Fault("evidence", quad.subject, problem)
        elif quad.graph not in (iris.entities, quad.target.partition("#")[0]):
            problem = f"points to <{quad.target}>, which is of another article"
            yield Fault("evidence", quad.subject, problem)


def _plain(nodes: Nodes, quads: Iterable[_Quad], iris: Iris) -> Iterator[Fault]:
    """Plain facts stand in articles' graphs, each with a claim that asserts it."""
    backed = set(_asserted(nodes, quads, iris))
    for quad in quads:
        if iris.name("article", quad.graph) is None or quad.predicate == _DENOTED:
            continue
        fact = (quad.graph, quad.subject, quad.predicate, quad.target)
        if iris.name("e", quad.subject) is not None and fact not in backed:
            fact_of_it = f"<{quad.predicate}> <{quad.target}>"
            problem = f"{fact_of_it} is said of it, but no claim asserts it"
            yield Fault("plain", quad.subject, problem)


def _asserted(
    nodes: Nodes, quads: Iterable[_Quad], iris: Iris
) -> Iterator[tuple[str, str, str, str]]:
    """Graph and triple of the claims that a plain fact may stand on."""
    homes = {quad.subject: quad.graph for quad in quads}
    for iri, values in nodes.items():
        if iris.name("claim", iri) is None or not all(p in values for p in _TRIPLE):
            continue
        subject, predicate, target = (values[p][0] for p in _TRIPLE)
        if (
            values.get(f"{KG}polarity") == [f"{KG}positive"]
            and values.get(f"{KG}certainty") == [f"{KG}certain"]
            and values.get(f"{KG}tense") in ([f"{KG}past"], [f"{KG}present"])
            and f"{KG}former" not in values
            and f"{PROV}wasAttributedTo" not in values
            and f"{PROV}qualifiedAttribution" not in values
        ):
            yield homes[iri], subject, predicate, target


# ---------------------------------------------------------------------- files


def _files(
    folder: Path,
    text: str,
    articles: tuple[Article, ...],
    iris: Iris,
    schema: Schema,
) -> Iterator[Fault]:
    """Every file is what would be written of the graph now."""
    try:
        graph = from_nquads(text, articles, base=iris.base)
        again = to_nquads(graph, schema, base=iris.base)
    except (KgError, KeyError) as error:
        yield Fault("file", "graph.nq", f"cannot be read back: {error}")
        return
    yield from _changed(_said(text, iris), _said(again, iris))
    files = [
        ("articles.jsonl", articles_to_jsonl(articles)),
        ("graph.json", to_node_link(graph, schema)),
        ("graph.ttl", to_turtle(graph, schema, base=iris.base)),
    ]
    try:
        files.append(("graph.html", render(graph, schema)))
    except KgError as error:
        yield Fault("file", "graph.html", f"cannot be made of graph.nq: {error}")
    for name, contents in files:
        try:
            if read_text(folder / name) != contents:
                problem = "does not say what graph.nq says; build the graph again"
                yield Fault("file", name, problem)
        except StoreError as error:
            yield Fault("file", name, str(error))


def _said(text: str, iris: Iris) -> set[str]:
    """The lines that are about the articles; the ontology may have grown since."""
    ontology = f" <{iris.ontology}> ."
    return {x for x in text.split("\n") if x and not x.endswith(ontology)}


def _changed(old: set[str], new: set[str]) -> Iterator[Fault]:
    for line in sorted(old - new):
        yield Fault("file", "graph.nq", f"kg would not write: {line}")
    for line in sorted(new - old):
        yield Fault("file", "graph.nq", f"kg would also write: {line}")


# --------------------------------------------------------------------- shapes


def _shapes(quads: Iterable[ox.Quad], schema: Schema) -> Iterator[Fault]:
    """What SHACL finds, the ontology's triples among the data for its subclasses."""
    import pyshacl
    import rdflib

    path = schema.folder / "shapes" / "graph.ttl"
    if not path.is_file():
        message = f"{path}: the shapes are missing; reinstall the package"
        raise OntologyError(message)
    data = rdflib.Graph()
    for quad in quads:
        if any(_named((quad,))):
            data.add(rdflib_triple(quad))
    _, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(path))
    if not isinstance(report, rdflib.Graph):
        message = f"{path}: the shapes cannot be used: {report}"
        raise OntologyError(message)
    for result in report.subjects(rdflib.RDF.type, _term("ValidationResult")):
        focus = str(report.value(result, _term("focusNode")))
        yield Fault("shape", focus, str(report.value(result, _term("resultMessage"))))


def _term(name: str) -> "rdflib.URIRef":
    import rdflib

    return rdflib.URIRef(f"{_SHACL}{name}")
