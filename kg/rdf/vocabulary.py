"""The IRIs of the ontology's terms, by the local names that the graph uses.

A term of an added ontology may live in a namespace of its own; one that the ontology
does not know is put into kg's, so that nothing is lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import RelationClaim
from kg.rdf.terms import Iris, quoted
from kg.schema import KG, Schema


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """IRIs by local name, for each kind of term that the graph refers to."""

    classes: Mapping[str, str]
    relations: Mapping[str, str]
    modes: Mapping[str, str]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]
    symmetric: frozenset[str]

    def cls(self, name: str) -> str:
        """The IRI of an entity class or event category."""
        return _iri(self.classes, name)

    def relation(self, name: str) -> str:
        """The IRI of a relation."""
        return _iri(self.relations, name)

    def mode(self, name: str) -> str:
        """The IRI of an event's mode."""
        return _iri(self.modes, name)

    def context(self, name: str) -> str:
        """The IRI of an event's context."""
        return _iri(self.contexts, name)

    def sector(self, name: str) -> str:
        """The IRI of an actor's sector."""
        return _iri(self.sectors, name)

    def ends(self, claim: RelationClaim, iris: Iris) -> tuple[str, str]:
        """IRIs of subject and object; of a symmetric relation the smaller one first."""
        pair = iris.entity(claim.subject), iris.entity(claim.object)
        if claim.relation in self.symmetric:
            return min(pair), max(pair)
        return pair


def vocabulary(schema: Schema) -> Vocabulary:
    """Gather the IRIs of an ontology's terms that a graph refers to."""
    return Vocabulary(
        {name: term.iri for name, term in schema.classes.items()},
        {name: term.iri for name, term in schema.relations.items()},
        {mode.id: mode.iri for mode in schema.of("Mode")},
        {context.id: context.iri for context in schema.of("Context")},
        {sector.id: sector.iri for sector in schema.of("Sector")},
        frozenset(name for name in schema.relations if schema.symmetric(name)),
    )


def _iri(terms: Mapping[str, str], name: str) -> str:
    return terms.get(name) or KG + quoted(name)
