"""KnowledgeGraph -> the files of other programs.

GraphML and GEXF for graph viewers, CSV for Neo4j's importer; what political scientists
load is in `plover` and `polecat`. The shapes are theirs; nothing here decides about
content.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

import networkx as nx

from kg.errors import UsageError
from kg.graph import Facts, to_networkx
from kg.grasp import SETTLED
from kg.model import KnowledgeGraph, Status
from kg.schema import Schema
from kg.tables.plover import to_plover
from kg.tables.polecat import to_polecat
from kg.tables.rows import COLUMNS, JOINT, to_csv, to_tables

Files = dict[str, str]

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')
_KEYS: Final = {int: ":int", float: ":float", bool: ":boolean", list: ":string[]"}


def to_graphml(graph: KnowledgeGraph, schema: Schema | None = None) -> str:
    """Write the network as GraphML, for Gephi, yEd, Cytoscape and igraph.

    Lists are joined by " | ", None is left out, and what XML cannot hold is replaced by
    U+FFFD. networkx reads it back with `read_graphml(..., force_multigraph=True)`.
    """
    return "".join(f"{line}\n" for line in nx.generate_graphml(_flat(graph, schema)))


def to_gexf(graph: KnowledgeGraph, schema: Schema | None = None) -> str:
    """Write the network as GEXF 1.2, for Gephi and its kin; as `to_graphml`."""
    lines = nx.generate_gexf(_flat(graph, schema))
    # networkx writes the day there; the same graph is the same bytes on any day
    return _MODIFIED.sub("", "".join(f"{line}\n" for line in lines), count=1)


def to_neo4j(graph: KnowledgeGraph, schema: Schema | None = None) -> Files:
    """Write "nodes.csv" and "relationships.csv" for `neo4j-admin database import`.

    The label of a node is its class, the type of a relationship its relation or
    category in capitals. Arrays are joined by ";", as Neo4j expects; a semicolon inside
    an item becomes a comma.
    """
    network = to_networkx(graph, schema)
    nodes = [
        {"id:ID": node, ":LABEL": about["cls"], **_typed(about)}
        for node, about in network.nodes(data=True)
    ]
    edges = [
        {":START_ID": source, ":END_ID": target, ":TYPE": _kind(about), **_typed(about)}
        for source, target, about in network.edges(data=True)
    ]
    return {"nodes.csv": _ragged(nodes), "relationships.csv": _ragged(edges)}


def export(
    graph: KnowledgeGraph,
    schema: Schema,
    form: str,
    *,
    statuses: Collection[Status] = SETTLED,
) -> Files:
    """Write a graph in one of `FORMATS`, as contents by file name.

    Args:
        graph: the graph.
        schema: its ontology.
        form: the format.
        statuses: of the events that are counted and handed on where a format has no
            room for stance: the dyads of "csv", and "polecat".

    Raises:
        UsageError: if there is no such format.
    """
    if form not in _WRITERS:
        message = f"{form!r} is no table format of kg; one of {', '.join(FORMATS)}"
        raise UsageError(message)
    return _WRITERS[form](graph, schema, statuses)


def _csv(graph: KnowledgeGraph, schema: Schema, statuses: Collection[Status]) -> Files:
    tables = to_tables(graph, schema, statuses=statuses)
    return {f"{name}.csv": to_csv(tables[name], COLUMNS[name]) for name in COLUMNS}


_WRITERS: Final[
    Mapping[str, Callable[[KnowledgeGraph, Schema, Collection[Status]], Files]]
] = {
    "csv": _csv,
    "gexf": lambda graph, schema, _: {"graph.gexf": to_gexf(graph, schema)},
    "graphml": lambda graph, schema, _: {"graph.graphml": to_graphml(graph, schema)},
    "neo4j": lambda graph, schema, _: to_neo4j(graph, schema),
    "plover-jsonl": lambda graph, schema, _: {"events.jsonl": to_plover(graph, schema)},
    "polecat": lambda graph, schema, statuses: {
        "polecat.tsv": to_polecat(graph, schema, statuses=statuses)
    },
}
FORMATS: Final = tuple(sorted(_WRITERS))


def _flat(graph: KnowledgeGraph, schema: Schema | None) -> nx.MultiDiGraph:
    """The network with scalar attributes only, fit for XML."""
    network = to_networkx(graph, schema)
    flat = nx.MultiDiGraph()
    for node, about in network.nodes(data=True):
        flat.add_node(_legal(node), **_scalars(about))
    for source, target, key, about in network.edges(data=True, keys=True):
        flat.add_edge(_legal(source), _legal(target), _legal(key), **_scalars(about))
    return flat


def _scalars(about: Mapping[str, object]) -> Facts:
    return {k: _scalar(v) for k, v in about.items() if v is not None}


def _scalar(value: object) -> object:
    if isinstance(value, list):
        return JOINT.join(_legal(_item(item)) for item in value)
    return _legal(value) if isinstance(value, str) else value


def _item(item: object) -> str:
    """One item of a list in words: an event of one participant, a pair of offsets."""
    if isinstance(item, dict):
        return f"{item['label']} ({item['status']}): {item['sentence']}"
    return "-".join(map(str, item)) if isinstance(item, list) else str(item)


def _legal(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _kind(about: Mapping[str, object]) -> str:
    name = str(about.get("relation") or about.get("category"))
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", name).upper()


def _typed(about: Mapping[str, object]) -> Facts:
    """Attributes under Neo4j's names, which carry the type."""
    return {
        f"{key}{_KEYS.get(type(value), '')}": _neo4j(value)
        for key, value in about.items()
        if value is not None
    }


def _neo4j(value: object) -> object:
    if isinstance(value, list):
        return ";".join(_item(item).replace(";", ",") for item in value)
    return str(value).lower() if isinstance(value, bool) else value


def _ragged(rows: Iterable[Facts]) -> str:
    """CSV of rows that do not all have the same keys."""
    found = list(rows)
    keys = dict.fromkeys(key for row in found for key in row)
    return to_csv([{key: row.get(key) for key in keys} for row in found])
