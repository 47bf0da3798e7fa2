"""Sentences to binary facts: patterns of an anchor word and the slots around it.

The patterns are data (ontology/patterns/relations.ttl). This module finds their
anchors (titles, kinship nouns, class nouns, verbs, names), fills the slots, prunes by
domain and range, and says whether the fact is stated (then negation, modality and
speaker count) or presupposed, as a title or an apposition is.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.model import Polarity, RelationFact, Span
from kg.relations.known import from_known, from_offices
from kg.relations.patterns import RelationPatterns
from kg.relations.words import Words

if TYPE_CHECKING:
    from kg.events.when import Calendar

__all__ = ["RelationPatterns", "find_relations"]


def find_relations(
    scene: Scene, patterns: RelationPatterns, calendar: "Calendar"
) -> tuple[RelationFact, ...]:
    """Every binary fact of one article, in the order of the text, each told once."""
    told = [
        *Words(scene, patterns, calendar).facts(),
        *from_offices(scene),
        *from_known(scene, patterns),
    ]
    facts = _prevailing(scene, told, patterns)
    unique = {_key(f): f for f in sorted(facts, key=lambda f: f.confidence)}
    return tuple(sorted(unique.values(), key=_order))


def _prevailing(
    scene: Scene, facts: Sequence[RelationFact], patterns: RelationPatterns
) -> Iterator[RelationFact]:
    """Without what another relation of the same two, or the same by title, tells.

    Who leads a country, or works for it, is not told to be of it as well; "Peruvian
    writer Ana Silva" is of Peru as a writer.
    """
    ends = {
        m.span: i for t, i in scene.linked.at.items() if (m := scene.linked.mention(t))
    }
    told: set[tuple[object, ...]] = set()
    for fact in facts:
        pair = ends[fact.subject], ends[fact.object]
        if fact.stance.polarity is Polarity.POSITIVE:
            told.add((fact.relation, *pair))
        if fact.title:
            told.add((fact.relation, *pair, fact.sentence))
    for fact in facts:
        pair = ends[fact.subject], ends[fact.object]
        weaker = any((r, *pair) in told for r in patterns.stronger(fact.relation))
        titled = (fact.relation, *pair, fact.sentence) in told
        if not weaker and (fact.title or not titled):
            yield fact


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
