"""Sentences to binary facts: patterns of an anchor word and the slots around it.

The patterns are data (ontology/patterns/relations.ttl). This module finds their
anchors (titles, kinship nouns, class nouns, verbs, names), fills the slots, prunes by
domain and range, and says whether the fact is stated (then negation, modality and
speaker count) or presupposed, as a title or an apposition is.
"""

from kg.arguments import Scene
from kg.model import RelationFact, Span
from kg.relations.known import from_bodies, from_offices
from kg.relations.patterns import RelationPatterns
from kg.relations.words import Words

__all__ = ["RelationPatterns", "find_relations"]


def find_relations(
    scene: Scene, patterns: RelationPatterns
) -> tuple[RelationFact, ...]:
    """Every binary fact of one article, in the order of the text, each told once."""
    facts = [
        *Words(scene, patterns).facts(),
        *from_offices(scene),
        *from_bodies(scene, patterns),
    ]
    unique = {_key(f): f for f in sorted(facts, key=lambda f: f.confidence)}
    return tuple(sorted(unique.values(), key=_order))


def _key(fact: RelationFact) -> tuple[object, ...]:
    return (
        fact.relation,
        fact.subject,
        fact.object,
        fact.sentence,
        fact.title,
        fact.rule,
    )


def _order(fact: RelationFact) -> tuple[Span, Span, Span, str, str, str]:
    spans = fact.sentence, fact.subject, fact.object
    return *spans, fact.relation, fact.title or "", fact.rule
