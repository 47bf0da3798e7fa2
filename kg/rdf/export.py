"""The graph in the RDF formats of others: TriG, JSON-LD, and rdflib's own objects."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.model import KnowledgeGraph
from kg.rdf.terms import DEFAULT_BASE, Iris
from kg.rdf.turtle import to_turtle
from kg.rdf.write import to_nquads
from kg.schema import Schema

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_ENGINE: Final = {"jsonld": ox.RdfFormat.JSON_LD, "trig": ox.RdfFormat.TRIG}
_OWN: Final[dict[str, Callable[..., str]]] = {
    "nquads": to_nquads,
    "turtle": to_turtle,
}

FORMATS: Final = tuple(sorted((*_ENGINE, *_OWN)))


def export(
    graph: KnowledgeGraph, schema: Schema, form: str, *, base: str = DEFAULT_BASE
) -> str:
    """Write a graph in one of `FORMATS`.

    "nquads", "trig" and "jsonld" hold everything but the articles' text; "turtle", as
    in graph.ttl, the entities and plain facts. Same graph, same bytes.

    Raises:
        UsageError: if there is no such format, or `base` is unfit.
    """
    if form in _OWN:
        return _OWN[form](graph, schema, base=base)
    if form not in _ENGINE:
        message = f"{form!r} is no RDF format of kg; one of {', '.join(FORMATS)}"
        raise UsageError(message)
    nquads = to_nquads(graph, schema, base=base).encode("utf-8")
    quads = ox.parse(nquads, format=ox.RdfFormat.N_QUADS)
    prefixes = dict(Iris(base).prefixes)
    buffer = BytesIO()
    ox.serialize(quads, buffer, _ENGINE[form], prefixes=prefixes)
    return buffer.getvalue().decode("utf-8").rstrip("\n") + "\n"


def to_dataset(
    graph: KnowledgeGraph, schema: Schema, *, base: str = DEFAULT_BASE
) -> "rdflib.Dataset":
    """Everything but the articles' text as an rdflib Dataset.

    Its default graph is the union of all named graphs; prefixes are bound.

    Raises:
        UsageError: if `base` is no IRI to put others under.
    """
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    for prefix, space in Iris(base).prefixes.items():
        dataset.bind(prefix, space, replace=True)
    nquads = to_nquads(graph, schema, base=base).encode("utf-8")
    for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS):
        named = dataset.graph(rdflib.URIRef(str(quad.graph_name.value)))
        named.add(rdflib_triple(quad))
    return dataset


def rdflib_triple(quad: ox.Quad) -> "tuple[Node, Node, Node]":
    """Turn a line of ours into rdflib's terms, their text untouched.

    Raises:
        TypeError: for blank nodes and quoted triples, which no graph of kg has.
    """
    return _node(quad.subject), _node(quad.predicate), _node(quad.object)


def _node(term: object) -> "Node":
    import rdflib

    if isinstance(term, ox.Literal):
        language, datatype = term.language, rdflib.URIRef(term.datatype.value)
        kind = None if language or datatype == rdflib.XSD.string else datatype
        # without normalize=False, rdflib would write 1.00 as 1.0
        return rdflib.Literal(term.value, lang=language, datatype=kind, normalize=False)
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    message = f"{term}: the graph has neither blank nodes nor quoted triples"
    raise TypeError(message)
