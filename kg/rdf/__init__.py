"""KnowledgeGraph <-> RDF, in the vocabulary that other programs rely on.

`to_nquads` and `from_nquads` are inverses for everything but the articles' text;
`to_turtle`, `export` and `to_dataset` are for people and for other tools.
"""

from kg.rdf.export import FORMATS, export, to_dataset
from kg.rdf.read import from_nquads
from kg.rdf.terms import DEFAULT_BASE, Iris
from kg.rdf.turtle import to_turtle
from kg.rdf.write import to_nquads

__all__ = [
    "DEFAULT_BASE",
    "FORMATS",
    "Iris",
    "export",
    "from_nquads",
    "to_dataset",
    "to_nquads",
    "to_turtle",
]
