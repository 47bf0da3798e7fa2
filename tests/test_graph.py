"""The network of a graph: which claims are edges, and what they tell."""

import json
from dataclasses import replace

import networkx as nx
import pytest

from kg.graph import pairs_of, to_networkx, to_node_link
from kg.model import KnowledgeGraph
from kg.schema import load_schema
from tests.graphs import ROW, TALKS, Told, diplomacy, empty, sentence, told

SCHEMA = load_schema()
GRAPH = diplomacy()
NETWORK = to_networkx(GRAPH, SCHEMA)

# actors, recipients -> edges
PAIRS = (
    (("a",), ("b",), [("a", "b")]),
    (("a", "b"), ("c", "d"), [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]),
    (("a", "b"), (), [("a", "b")]),
    (("a", "b", "c"), (), [("a", "b"), ("a", "c"), ("b", "c")]),
    (("a",), (), []),
    ((), ("a",), []),
    ((), ("a", "b"), []),
    (("a",), ("a",), []),
    (("a",), ("a", "b"), [("a", "b")]),
    (("a", "b"), ("a",), [("b", "a")]),
)


@pytest.mark.parametrize(("actors", "recipients", "edges"), PAIRS)
def test_an_event_has_an_edge_for_each_pair(
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    edges: list[tuple[str, str]],
) -> None:
    """Actor and recipient, or two actors of a two-sided event; nobody with itself."""
    assert len(PAIRS) >= 10
    event = Told(TALKS, "met Kim").event("Consult", "met", actors, recipients)
    assert list(pairs_of(event)) == edges


def test_a_relation_is_one_edge_with_its_claim_as_key() -> None:
    """Subject and object are the ends, whatever the status."""
    claims = {c.id: (c.subject, c.object) for c in GRAPH.relations}
    edges = {
        key: (source, target)
        for source, target, key, about in NETWORK.edges(keys=True, data=True)
        if about["kind"] == "relation"
    }
    assert edges == claims
    assert len(claims) >= 10


def test_an_events_edges_are_keyed_by_claim_and_pair() -> None:
    """The edge of a two-sided event is found by its claim and its actors."""
    (met,) = (e for e in GRAPH.events if e.place == "panmunjom")
    key = f"{met.id}:kim-jong-un>moon-jae-in"
    about = NETWORK.edges["kim-jong-un", "moon-jae-in", key]
    assert about["claim"] == met.id
    assert about["category"] == "Consult"
    assert about["place"] == "Panmunjom"
    assert about["trigger"] == "met"


def test_an_edge_carries_its_receipt() -> None:
    """Sentence, offsets, article, stance, speaker and date stand on every edge."""
    (claim,) = (e for e in GRAPH.events if e.category == "Agree")
    about = NETWORK.edges[
        "north-korea", "united-states", f"{claim.id}:north-korea>united-states"
    ]
    where = sentence(ROW, "will meet")
    expected = {
        "kind": "event",
        "label": "agree",
        "status": "planned",
        "polarity": "positive",
        "certainty": "certain",
        "tense": "future",
        "sentence": where.cut(ROW.text),
        "offsets": [[where.start, where.end]],
        "article": "sanctions-row",
        "published": "2019-03-22",
        "date": "2019-05",
        "until": "2019-05",
        "speaker": "Moon Jae-in",
        "confidence": 0.9,
        "mode": "meet",
    }
    assert {key: about[key] for key in expected} == expected


def test_an_event_of_one_is_data_of_its_node() -> None:
    """What has no second end is not lost: it stands in the node's list of events."""
    lonely = {
        node: [event["category"] for event in events]
        for node, events in NETWORK.nodes(data="events")
        if events
    }
    assert lonely == {"south-korea": ["Retreat"], "moon-jae-in": ["Consult"]}


def test_no_event_is_lost() -> None:
    """Every claim is an edge, or stands in the list of a node."""
    edges = {about["claim"] for _, _, about in NETWORK.edges(data=True)}
    nodes = {e["claim"] for _, events in NETWORK.nodes(data="events") for e in events}
    assert edges | nodes == {claim.id for claim in GRAPH.claims}
    several = Told(TALKS, "met Kim").event("Consult", "met", (), ("berlin", "kaesong"))
    network = to_networkx(replace(GRAPH, events=(several,)))
    assert network.nodes["berlin"]["events"][0]["claim"] == several.id
    assert network.nodes["kaesong"]["events"][0]["claim"] == several.id


def test_nodes_are_all_entities() -> None:
    """An entity of which nothing is said is a node too."""
    assert list(NETWORK) == [entity.id for entity in GRAPH.entities]
    moon = NETWORK.nodes["moon-jae-in"]
    assert moon["label"] == "Moon Jae-in"
    assert moon["cls"] == "Person"
    assert moon["aliases"] == ["Moon", "문재인"]
    assert moon["mentions"] == 5
    assert moon["articles"] == ["border-talks", "sanctions-row", "메모 1/2"]


def test_without_an_ontology_labels_are_local_names() -> None:
    """The network can be drawn without reading the ontology."""
    about = next(iter(to_networkx(told()).edges(data=True)))[2]
    assert about["label"] == about["relation"] == "leads"


def test_the_network_comes_back_from_json() -> None:
    """Node-link JSON is read by networkx as the same network."""
    data = json.loads(to_node_link(GRAPH, SCHEMA))
    again = nx.node_link_graph(data, edges="edges")
    assert nx.utils.graphs_equal(NETWORK, again)
    assert data["directed"]
    assert data["multigraph"]


def test_json_keeps_hangul_and_ends_its_last_line() -> None:
    """The file is for people too: no escapes, one line feed at the end."""
    text = to_node_link(GRAPH, SCHEMA)
    assert "문재인" in text
    assert text.endswith("}\n")
    assert to_node_link(GRAPH, SCHEMA) == text


def test_no_articles_give_an_empty_network() -> None:
    """An empty graph has neither nodes nor edges."""
    assert len(to_networkx(empty())) == 0
    assert isinstance(empty(), KnowledgeGraph)
