"""KnowledgeGraph -> Turtle for people: who there is, and what is so.

Only entities and plain facts, grouped by entity, with prefixes; who said it, where and
how surely is in the N-Quads.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Entity, KnowledgeGraph
from kg.rdf.terms import DEFAULT_BASE, Iris, literal, reference, shorten
from kg.rdf.vocabulary import Vocabulary, vocabulary
from kg.schema import Schema

_USED = ("e", "kg", "rdfs", "skos")
_HEADER = (
    "# Entities, and the facts that articles state in their own voice.\n"
    "# Claims with their sentences, sources and stance are in graph.nq.\n"
)

Facts = Mapping[str, set[tuple[str, str]]]


def to_turtle(
    graph: KnowledgeGraph, schema: Schema, *, base: str = DEFAULT_BASE
) -> str:
    """Write the entities and the asserted plain facts as Turtle, sorted by entity.

    Raises:
        UsageError: if `base` is no IRI to put others under.
    """
    iris, terms = Iris(base), vocabulary(schema)
    prefixes = {name: iris.prefixes[name] for name in _USED}
    facts = _facts(graph, iris, terms)
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    blocks = (
        _block(iris.entity(entity.id), _about(entity, terms, facts, iris), prefixes)
        for entity in sorted(graph.entities, key=lambda e: e.id)
    )
    return "\n".join((_HEADER + head, *blocks))


def _facts(graph: KnowledgeGraph, iris: Iris, terms: Vocabulary) -> Facts:
    facts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in graph.relations:
        if claim.plain:
            subject, target = terms.ends(claim, iris)
            facts[subject].add((terms.relation(claim.relation), target))
    return facts


def _about(
    entity: Entity, terms: Vocabulary, facts: Facts, iris: Iris
) -> Iterator[tuple[str, str]]:
    """Predicates (short) and objects (IRIs whole) of one entity, in reading order."""
    yield "a", f"<{terms.cls(entity.cls)}>"
    yield "rdfs:label", literal(entity.label, language="en")
    for alias in sorted(entity.aliases):
        yield "skos:altLabel", literal(alias, language="en")
    for match in sorted(entity.matches):
        yield "skos:exactMatch", reference(match)
    for relation, target in sorted(facts.get(iris.entity(entity.id), ())):
        yield f"<{relation}>", f"<{target}>"


def _block(
    subject: str, pairs: Iterable[tuple[str, str]], prefixes: Mapping[str, str]
) -> str:
    grouped: dict[str, list[str]] = {}
    for predicate, target in pairs:
        short = _short(target, prefixes)
        grouped.setdefault(_short(predicate, prefixes), []).append(short)
    lines = (f"{name} {', '.join(values)}" for name, values in grouped.items())
    return f"{shorten(subject, prefixes)} " + " ;\n    ".join(lines) + " .\n"


def _short(term: str, prefixes: Mapping[str, str]) -> str:
    return shorten(term[1:-1], prefixes) if term.startswith("<") else term
