"""KnowledgeGraph -> tidy tables, and the files of other programs."""

from kg.tables.dyads import DYADS, to_dyads
from kg.tables.exchange import FORMATS, export, to_gexf, to_graphml, to_neo4j
from kg.tables.plover import to_plover
from kg.tables.polecat import POLECAT, to_polecat
from kg.tables.rows import COLUMNS, to_csv, to_tables

__all__ = [
    "COLUMNS",
    "DYADS",
    "FORMATS",
    "POLECAT",
    "export",
    "to_csv",
    "to_dyads",
    "to_gexf",
    "to_graphml",
    "to_neo4j",
    "to_plover",
    "to_polecat",
    "to_tables",
]
