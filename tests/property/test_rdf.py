"""Properties of the RDF: nothing is lost, and nothing but the content counts."""

from dataclasses import replace
from random import Random

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import KnowledgeGraph
from kg.rdf import FORMATS, export, from_nquads, to_dataset, to_nquads, to_turtle
from tests.property.strategies import SCHEMA, graphs

many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def parsed(text: str, form: ox.RdfFormat) -> list[ox.Quad]:
    """The quads of a text, by a parser that is not ours."""
    return list(ox.parse(text.encode("utf-8"), format=form))


@many
@given(graphs())
def test_a_graph_comes_back_as_it_was(graph: KnowledgeGraph) -> None:
    """Reading what was written gives the same graph, whatever its texts hold."""
    text = to_nquads(graph, SCHEMA)
    assert from_nquads(text, graph.articles) == graph


@many
@given(graphs())
def test_lines_are_sorted_unique_and_each_one_quad(graph: KnowledgeGraph) -> None:
    """No text can end a line or begin another statement."""
    text = to_nquads(graph, SCHEMA)
    lines = text.split("\n")[:-1]
    assert lines == sorted(set(lines))
    assert lines == text.splitlines()
    assert len(set(parsed(text, ox.RdfFormat.N_QUADS))) == len(lines)


@many
@given(graphs())
def test_there_are_no_blank_nodes(graph: KnowledgeGraph) -> None:
    """Every node has a name, and every quad a named graph."""
    for quad in parsed(to_nquads(graph, SCHEMA), ox.RdfFormat.N_QUADS):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.graph_name, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)


@many
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_a_graph_does_not_matter(
    graph: KnowledgeGraph, random: Random
) -> None:
    """Shuffled tuples give the same bytes in every format."""

    def shuffled(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(random.sample(items, len(items)))

    other = replace(
        graph,
        articles=shuffled(graph.articles),
        entities=shuffled(graph.entities),
        relations=shuffled(graph.relations),
        events=shuffled(graph.events),
        judgements=shuffled(graph.judgements),
    )
    assert len(FORMATS) >= 4
    for form in FORMATS:
        assert export(other, SCHEMA, form) == export(graph, SCHEMA, form)


@many
@given(graphs())
def test_turtle_is_a_part_of_the_quads(graph: KnowledgeGraph) -> None:
    """graph.ttl parses, and says nothing that graph.nq does not say."""
    quads = parsed(to_nquads(graph, SCHEMA), ox.RdfFormat.N_QUADS)
    triples = [q.triple for q in parsed(to_turtle(graph, SCHEMA), ox.RdfFormat.TURTLE)]
    assert set(triples) <= {quad.triple for quad in quads}
    assert len(triples) >= 2 * len(graph.entities)


@many
@given(graphs())
def test_every_format_holds_the_same_quads(graph: KnowledgeGraph) -> None:
    """TriG and JSON-LD say what the N-Quads say."""
    quads = set(parsed(to_nquads(graph, SCHEMA), ox.RdfFormat.N_QUADS))
    trig = parsed(export(graph, SCHEMA, "trig"), ox.RdfFormat.TRIG)
    jsonld = parsed(export(graph, SCHEMA, "jsonld"), ox.RdfFormat.JSON_LD)
    assert set(trig) == quads
    assert set(jsonld) == quads


@settings(parent=many, max_examples=10)
@given(graphs())
def test_rdflib_holds_as_many_quads(graph: KnowledgeGraph) -> None:
    """The dataset for rdflib has every quad, none merged by its values."""
    quads = set(parsed(to_nquads(graph, SCHEMA), ox.RdfFormat.N_QUADS))
    dataset = to_dataset(graph, SCHEMA)
    assert sum(len(dataset.graph(name)) for name in _names(quads)) == len(quads)


def _names(quads: set[ox.Quad]) -> set[str]:
    return {str(quad.graph_name.value) for quad in quads}
