"""KnowledgeGraph -> tidy tables, and the files of other programs."""

from kg.tables.exchange import (
    FORMATS,
    export,
    to_gexf,
    to_graphml,
    to_neo4j,
    to_plover,
)
from kg.tables.rows import COLUMNS, to_csv, to_tables

__all__ = [
    "COLUMNS",
    "FORMATS",
    "export",
    "to_csv",
    "to_gexf",
    "to_graphml",
    "to_neo4j",
    "to_plover",
    "to_tables",
]
