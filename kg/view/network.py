"""pyvis: the drawing of the page, and a plain network for people's own styling.

pyvis (0.3.2) is used as the model of the drawing and for its `generate_html`, with a
template of ours: its own pages load scripts from the network in every mode. Its lists
are filled directly, since `add_node` and `add_edge` compare with all that is there.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model import Claim, Entity, EventClaim, KnowledgeGraph, RelationClaim
from kg.schema import Schema
from kg.view.data import check, one_way, pairs
from kg.view.layout import Box, communities, positions
from kg.view.style import Style, load_style

if TYPE_CHECKING:
    from jinja2 import Environment
    from pyvis.network import Network

_FIRST = 150
"""How many entities the page draws at first: more cannot be read at once."""
_LABEL = 26
"""Code points of a label on the drawing."""
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 250,
    },
    "nodes": {"borderWidth": 1.5},
    "edges": {"smooth": False, "arrowStrikethrough": False},
}

_PLAIN = ("id", "label", "title", "group", "shape", "x", "y")
_OF_PYVIS = ("title", "group")  # nodes of the page have their class from its data

Record = dict[str, object]


def short(label: str) -> str:
    """A label for the drawing: one line of at most 26 code points."""
    line = " ".join(label.split())
    return line if len(line) <= _LABEL else line[: _LABEL - 1].rstrip() + "…"


def drawing(graph: KnowledgeGraph, schema: Schema, env: "Environment") -> "Network":
    """The page's network: entities with positions, one edge for each joined pair.

    Its `generate_html()` fills our template, which `env` must hold as "page".
    A node's `rank` is its place among the best connected, `first` its position on the
    first screen, if it is drawn there.
    """
    lines = _lines(graph)
    nodes = _placed(graph, lines, schema, load_style())
    told = [{k: v for k, v in n.items() if k not in _OF_PYVIS} for n in nodes]
    edges: list[Record] = [{"from": a, "to": b} for a, b in lines]
    network = _filled(told, edges)
    network.options = _OPTIONS
    network.templateEnv = env
    network.path = "page"
    return network


def to_pyvis(graph: KnowledgeGraph, schema: Schema) -> "Network":
    """A plain pyvis network to style by hand, directed, without physics.

    Nodes are entities (`group` is the class), with positions; edges are one for each
    claim and pair that it joins, with `claim`, `status`, `article` and, as `title`,
    the sentences. What pyvis writes from it loads scripts from the network; the page
    of `render` does not.

    Raises:
        KgError: if a claim names an entity or article that the graph lacks.
    """
    check(graph)
    lines = _lines(graph)
    style = load_style()
    nodes: list[Record] = []
    for node in _placed(graph, lines, schema, style):
        colour = style.light[f"class-{node['look']}"]
        nodes.append({**{k: node[k] for k in _PLAIN}, "color": colour})
    texts = {article.id: article.text for article in graph.articles}
    edges = [
        _edge(claim, pair, texts[claim.article], schema)
        for claim in graph.claims
        for pair in pairs(claim)
    ]
    network = _filled(nodes, edges)
    network.toggle_physics(status=False)
    return network


def _filled(nodes: Sequence[Record], edges: Sequence[Record]) -> "Network":
    make: Callable[..., Any] = import_module("pyvis.network").Network
    network = make(height="800px", directed=True, cdn_resources="in_line")
    network.nodes = list(nodes)
    network.edges = list(edges)
    network.node_ids = [node["id"] for node in nodes]
    network.node_map = {node["id"]: node for node in nodes}
    return network


def vis_script() -> str:
    """The vis-network script that pyvis carries."""
    folder = Path(import_module("pyvis").__file__ or "").parent
    found = folder / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return found.read_text(encoding="utf-8")


def _edge(claim: Claim, pair: tuple[str, str], text: str, schema: Schema) -> Record:
    term = claim.relation if isinstance(claim, RelationClaim) else claim.category
    verb = claim.verb if isinstance(claim, EventClaim) else None
    return {
        "from": pair[0],
        "to": pair[1],
        "label": verb or schema.label(term),
        "title": "\n".join(span.cut(text) for span in claim.evidence),
        "arrows": "to" if one_way(claim, schema) else "",
        "dashes": claim.status.value not in ("asserted", "reported"),
        "claim": claim.id,
        "status": claim.status.value,
        "article": claim.article,
    }


# ------------------------------------------------------------------ positions


def _lines(graph: KnowledgeGraph) -> list[tuple[str, str]]:
    """Each pair that some claim joins, once, sorted."""
    found = {pair for claim in graph.claims for pair in pairs(claim)}
    return sorted({(min(pair), max(pair)) for pair in found})


def _placed(
    graph: KnowledgeGraph,
    lines: Sequence[tuple[str, str]],
    schema: Schema,
    style: Style,
) -> list[Record]:
    degree = _degrees(graph, lines)
    ranked = sorted(
        graph.entities, key=lambda e: (-degree[e.id], -len(e.mentions), e.id)
    )
    drawn = [e for e in ranked if degree[e.id]][:_FIRST] or ranked[:_FIRST]
    community = _communities(graph.entities, lines)
    first = _positions(drawn, lines, degree, community)
    everywhere = _positions(graph.entities, lines, degree, community)
    rank = {entity.id: i for i, entity in enumerate(ranked)}
    looks = {cls: style.look(cls, schema) for cls in {e.cls for e in graph.entities}}
    nodes: list[Record] = []
    for entity in graph.entities:
        look = looks[entity.cls]
        x, y = everywhere[entity.id]
        nodes.append(
            {
                "id": entity.id,
                "label": short(entity.label),
                "title": schema.label(entity.cls),
                "group": entity.cls,
                "look": look.name,
                "shape": look.shape,
                "size": _size(degree[entity.id]),
                "degree": degree[entity.id],
                "rank": rank[entity.id],
                "community": community[entity.id],
                "x": x,
                "y": y,
                "first": first.get(entity.id),
            }
        )
    return nodes


def _degrees(
    graph: KnowledgeGraph, lines: Sequence[tuple[str, str]]
) -> Mapping[str, int]:
    """How many others each entity is joined with."""
    degree = {entity.id: 0 for entity in graph.entities}
    for a, b in lines:
        degree[a] += 1
        degree[b] += 1
    return degree


def _size(degree: int) -> float:
    """Half a node's width in pixels: its area grows with the degree."""
    return round(min(6 + 3.2 * math.sqrt(degree), 26), 1)


def _communities(
    entities: Sequence[Entity], lines: Sequence[tuple[str, str]]
) -> dict[str, int]:
    """The number of each entity's community."""
    index = {entity.id: i for i, entity in enumerate(entities)}
    inside = [(index[a], index[b]) for a, b in lines]
    return dict(zip(index, communities(list(index), inside), strict=True))


def _positions(
    entities: Sequence[Entity],
    lines: Sequence[tuple[str, str]],
    degree: Mapping[str, int],
    community: Mapping[str, int],
) -> dict[str, tuple[int, int]]:
    index = {entity.id: i for i, entity in enumerate(entities)}
    boxes = [_box(entity, _size(degree[entity.id])) for entity in entities]
    inside = [(index[a], index[b]) for a, b in lines if a in index and b in index]
    groups = [community[name] for name in index]
    places = positions(list(index), boxes, inside, groups)
    return dict(zip(index, places, strict=True))


def _box(entity: Entity, size: float) -> Box:
    """Room for a node and the label below it: 7 pixels a letter, 18 a line."""
    return max(2 * size, 7.0 * len(short(entity.label))) + 14, 2 * size + 18 + 12
