"""KnowledgeGraph -> networkx: entities as nodes, claims as edges.

Decides how a claim of many roles becomes edges of two ends: a relation is one edge; an
event one edge from each actor to each recipient; an event of several actors and no
recipient one edge for each pair of actors. What has not two ends (an event with one
participant, or with none but recipients) is data of its nodes.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

import networkx as nx

from kg.model import (
    Article,
    Claim,
    Entity,
    EventClaim,
    KnowledgeGraph,
    Located,
    RelationClaim,
)
from kg.schema import Schema

Facts = dict[str, object]


def to_networkx(graph: KnowledgeGraph, schema: Schema | None = None) -> nx.MultiDiGraph:
    """Draw a knowledge graph as a directed multigraph.

    Nodes are entity ids, with `label`, `cls`, `aliases`, `entry`, `matches`, `mentions`
    (how many), `articles` (ids) and `events` (of one participant, each with the keys of
    an edge). Edges have the key `CLAIM:FROM>TO` for events and `CLAIM` for relations,
    and `claim`, `kind` ("relation", "event"), `label`, `status`, `polarity`,
    `certainty`, `tense`, `sentence` (the first), `sentences`, `offsets` (of the
    sentences, code points), `article`, `published`, `date`, `until`, `speaker` (its
    label), `relayed_by` (labels), `unnamed`, `confidence`, `rules`; relations also
    `relation`, `titles`, `former`; events `category`, `trigger`, `mode`, `contexts`,
    `place` (its label).

    Args:
        graph: the graph to draw.
        schema: for the labels of relations and categories; without it, `label` is
            their local name.

    Returns:
        Nodes in the order of their ids, edges in that of the claims; values are plain
        scalars, None, or lists of them. An empty graph gives an empty network.
    """
    claims = Describer(graph, schema)
    network = nx.MultiDiGraph()
    for entity in graph.entities:
        network.add_node(entity.id, **_about_entity(entity))
    for relation in graph.relations:
        facts = claims.about(relation)
        network.add_edge(relation.subject, relation.object, relation.id, **facts)
    for event in graph.events:
        pairs = list(pairs_of(event))
        for source, target in pairs:
            key = f"{event.id}:{source}>{target}"
            network.add_edge(source, target, key, **claims.about(event))
        for lonely in () if pairs else sorted({*event.actors, *event.recipients}):
            network.nodes[lonely]["events"].append(claims.about(event))
    return network


def pairs_of(event: EventClaim) -> Iterator[tuple[str, str]]:
    """The edges of an event: actor and recipient, or two actors of a two-sided one.

    Nobody is paired with itself; an event with one participant has no pair.
    """
    if event.recipients:
        pairs = product(sorted(set(event.actors)), sorted(set(event.recipients)))
        return (pair for pair in pairs if pair[0] != pair[1])
    return combinations(sorted(set(event.actors)), 2)


def to_node_link(graph: KnowledgeGraph, schema: Schema | None = None) -> str:
    """Write the network as node-link JSON, the form that networkx and D3 read.

    `networkx.node_link_graph(json.loads(text), edges="edges")` gives it back. Keys are
    sorted; same graph, same bytes.
    """
    data = nx.node_link_data(to_networkx(graph, schema), edges="edges")
    text = json.dumps(
        data, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False
    )
    return f"{text}\n"


def _about_entity(entity: Entity) -> Facts:
    return {
        "label": entity.label,
        "cls": entity.cls,
        "aliases": list(entity.aliases),
        "entry": entity.entry,
        "matches": list(entity.matches),
        "mentions": len(entity.mentions),
        "articles": _articles_of(entity.mentions),
        "events": [],
    }


def _articles_of(mentions: tuple[Located, ...]) -> list[str]:
    return sorted({located.article for located in mentions})


@dataclass(frozen=True)
class Describer:
    """Describes claims of a graph in plain values: labels for ids, words for spans."""

    graph: KnowledgeGraph
    schema: Schema | None = None

    @cached_property
    def _articles(self) -> Mapping[str, Article]:
        return {article.id: article for article in self.graph.articles}

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {entity.id: entity.label for entity in self.graph.entities}

    def about(self, claim: Claim) -> Facts:
        """The data of a claim's edge; its keys are those of `to_networkx`."""
        if isinstance(claim, EventClaim):
            return self._shared(claim, claim.category) | self._event(claim)
        return self._shared(claim, claim.relation) | _relation(claim)

    def _event(self, claim: EventClaim) -> Facts:
        return {
            "kind": "event",
            "category": claim.category,
            "label": claim.verb or self._term(claim.category),
            "verb": claim.verb,
            "trigger": claim.trigger.cut(self._articles[claim.article].text),
            "mode": claim.mode,
            "contexts": list(claim.contexts),
            "place": self.label(claim.place),
        }

    def _term(self, name: str) -> str:
        return self.schema.label(name) if self.schema else name

    def _shared(self, claim: Claim, name: str) -> Facts:
        article = self._articles[claim.article]
        sentences = [span.cut(article.text) for span in claim.evidence]
        stance, when = claim.stance, claim.when
        return {
            "claim": claim.id,
            "label": self._term(name),
            "status": claim.status.value,
            "polarity": stance.polarity.value,
            "certainty": stance.certainty.value,
            "tense": stance.tense.value,
            "sentence": sentences[0] if sentences else "",
            "sentences": sentences,
            "offsets": [[span.start, span.end] for span in claim.evidence],
            "article": article.id,
            "published": article.published,
            "date": when.begin if when else None,
            "until": when.end if when else None,
            "speaker": self.label(claim.speaker),
            "relayed_by": [self._labels[entity] for entity in claim.relayed_by],
            "unnamed": claim.unnamed,
            "confidence": round(claim.confidence, 2),
            "rules": list(claim.rules),
        }

    def label(self, name: str | None) -> str | None:
        """The label of an entity."""
        return None if name is None else self._labels[name]


def _relation(claim: RelationClaim) -> Facts:
    return {
        "kind": "relation",
        "relation": claim.relation,
        "titles": list(claim.titles),
        "former": claim.former,
    }
