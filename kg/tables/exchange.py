"""KnowledgeGraph -> the files of other programs.

GraphML and GEXF for graph viewers, CSV for Neo4j's importer, PLOVER records for
political scientists. The shapes are theirs; nothing here decides about content.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import networkx as nx

from kg.errors import UsageError
from kg.graph import Describer, to_networkx
from kg.model import Article, EventClaim, KnowledgeGraph
from kg.schema import Schema
from kg.tables.rows import COLUMNS, JOINT, Row, to_csv, to_tables

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


def to_plover(graph: KnowledgeGraph, schema: Schema) -> str:
    """Write the events as PLOVER 2.0 records, one JSON object a line.

    The fields are the manual's, with kg's `status`, `polarity`, `certainty` and `tense`
    added; category, quad class and scale are the ontology's. `date` is the event's own
    (as fine as known), else null: the article's is in `cite_info`.
    """
    describer = Describer(graph, schema)
    articles = {article.id: article for article in graph.articles}
    records = (
        _plover(event, describer, schema, articles[event.article])
        for event in graph.events
    )
    return "".join(
        json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"
        for record in records
    )


def export(graph: KnowledgeGraph, schema: Schema, form: str) -> Files:
    """Write a graph in one of `FORMATS`, as contents by file name.

    Raises:
        UsageError: if there is no such format.
    """
    if form not in _WRITERS:
        message = f"{form!r} is no table format of kg; one of {', '.join(FORMATS)}"
        raise UsageError(message)
    return _WRITERS[form](graph, schema)


def _csv(graph: KnowledgeGraph, schema: Schema) -> Files:
    tables = to_tables(graph, schema)
    return {f"{name}.csv": to_csv(tables[name], COLUMNS[name]) for name in COLUMNS}


_WRITERS: Final[Mapping[str, Callable[[KnowledgeGraph, Schema], Files]]] = {
    "csv": _csv,
    "gexf": lambda graph, schema: {"graph.gexf": to_gexf(graph, schema)},
    "graphml": lambda graph, schema: {"graph.graphml": to_graphml(graph, schema)},
    "neo4j": to_neo4j,
    "plover-jsonl": lambda graph, schema: {"events.jsonl": to_plover(graph, schema)},
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


def _scalars(about: Mapping[str, object]) -> Row:
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


def _typed(about: Mapping[str, object]) -> Row:
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


def _ragged(rows: Iterable[Row]) -> str:
    """CSV of rows that do not all have the same keys."""
    found = list(rows)
    keys = dict.fromkeys(key for row in found for key in row)
    return to_csv([{key: row.get(key) for key in keys} for row in found])


def _plover(
    event: EventClaim, describer: Describer, schema: Schema, article: Article
) -> Row:
    about = describer.about(event)
    category = schema.categories.get(event.category)
    notation = category.one("notation") if category else None
    score = category.one("score") if category else None
    return {
        "id": event.id,
        "date": about["date"],
        "enddate": about["until"],
        "actor": [describer.label(name) for name in event.actors],
        "recipient": [describer.label(name) for name in event.recipients],
        "event": notation or event.category.upper(),
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "event_loc": about["place"],
        "event_text": [about["trigger"]],
        "quad_code": category.one("quad") if category else None,
        "event_scale": float(score) if score else None,
        "text": about["sentence"],
        "text_info": {"start": event.trigger.start, "end": event.trigger.end},
        "cite_info": _citation(article),
        "coder": "kg",
        **{k: about[k] for k in ("status", "polarity", "certainty", "tense")},
    }


def _citation(article: Article) -> Row:
    return {
        "citation": article.id,
        "title": article.title,
        "publication": article.source,
        "published": article.published,
        "url": article.url,
        "language": article.language,
    }
