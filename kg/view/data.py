"""A knowledge graph as the plain values that the page reads.

Spans stay what they are everywhere in kg: half-open, in code points of the article's
text; the page itself counts in code points. Nothing is left out and nothing is added
but labels: terms of the ontology come with their label, so that the page's scripts
know no class and no relation.
"""

import itertools
from collections.abc import Iterable, Mapping

from kg.errors import KgError
from kg.model import (
    Article,
    Claim,
    Entity,
    EventClaim,
    KnowledgeGraph,
    RelationClaim,
    Span,
)
from kg.schema import Schema
from kg.view.style import Style

Json = Mapping[str, object]


def pairs(claim: Claim) -> tuple[tuple[str, str], ...]:
    """Between which entities a claim is drawn as a line, sorted.

    A relation joins its two ends; an event each actor and each recipient; an event of
    several actors and no recipient each two of them. Empty when a claim has but one
    participant: then it is told with its entity alone.
    """
    match claim:
        case RelationClaim():
            found = [(claim.subject, claim.object)]
        case EventClaim(recipients=()):
            found = list(itertools.combinations(sorted(claim.actors), 2))
        case EventClaim():
            found = list(itertools.product(claim.actors, claim.recipients))
    return tuple(sorted({(a, b) for a, b in found if a != b}))


def participants(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it (subject, actors) and to whom (object, recipients): entity ids."""
    if isinstance(claim, RelationClaim):
        return (claim.subject,), (claim.object,)
    return claim.actors, claim.recipients


def one_way(claim: Claim, schema: Schema) -> bool:
    """Whether a claim runs from one to the other: not a meeting, not siblings."""
    if isinstance(claim, RelationClaim):
        known = claim.relation in schema.relations
        return not (known and schema.symmetric(claim.relation))
    return bool(claim.recipients)


def check(graph: KnowledgeGraph) -> None:
    """Refuse a graph whose claims name what it does not hold.

    Raises:
        KgError: naming the claim or entity, and the id that is missing.
    """
    articles = {article.id for article in graph.articles}
    entities = {entity.id for entity in graph.entities}
    for claim in graph.claims:
        _need(claim.article, articles, f"claim {claim.id}", "article")
        for entity in _named_by(claim):
            _need(entity, entities, f"claim {claim.id}", "entity")
    for entity_ in graph.entities:
        for located in entity_.mentions:
            _need(located.article, articles, f"entity {entity_.id}", "article")


def _need(wanted: str, known: Iterable[str], by: str, kind: str) -> None:
    if wanted not in known:
        message = (
            f"{by} names the {kind} {wanted!r}, which the graph does not hold; "
            "build the graph again, or look with `kg verify`"
        )
        raise KgError(message)


def _named_by(claim: Claim) -> Iterable[str]:
    doers, others = participants(claim)
    place = claim.place if isinstance(claim, EventClaim) else None
    said = (claim.speaker, *claim.relayed_by)
    return (i for i in (*doers, *others, *said, place) if i is not None)


def page_data(graph: KnowledgeGraph, schema: Schema, style: Style) -> Json:
    """All that the page knows, in the order of the graph.

    Raises:
        KgError: if a claim names an entity or article that the graph lacks.
    """
    check(graph)
    index = {article.id: i for i, article in enumerate(graph.articles)}
    return {
        "articles": [_article(article) for article in graph.articles],
        "entities": [_entity(entity, index) for entity in graph.entities],
        "claims": [_claim(claim, index, schema) for claim in graph.claims],
        "terms": _terms(graph, schema, style),
        "classes": [vars(look) for look in style.classes],
        "families": [vars(family) for family in style.families],
    }


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "source": article.source,
        "author": article.author,
        "text": article.text,
    }


def _entity(entity: Entity, index: Mapping[str, int]) -> Json:
    return {
        "id": entity.id,
        "class": entity.cls,
        "label": entity.label,
        "aliases": entity.aliases,
        "matches": entity.matches,
        "mentions": [
            (index[m.article], m.mention.span.start, m.mention.span.end)
            for m in entity.mentions
        ],
    }


def _claim(claim: Claim, index: Mapping[str, int], schema: Schema) -> Json:
    doers, others = participants(claim)
    shared = {
        "id": claim.id,
        "article": index[claim.article],
        "from": doers,
        "to": others,
        "oneWay": one_way(claim, schema),
        "pairs": pairs(claim),
        "status": claim.status.value,
        "certainty": claim.stance.certainty.value,
        "speaker": claim.speaker,
        "relayedBy": claim.relayed_by,
        "unnamed": claim.unnamed,
        "when": claim.when and (claim.when.begin, claim.when.end),
        "evidence": [_span(span) for span in claim.evidence],
        "rules": claim.rules,
        "confidence": round(claim.confidence, 3),
    }
    return {**shared, **_own(claim)}


def _own(claim: Claim) -> Json:
    """What only relations, or only events, have."""
    if isinstance(claim, RelationClaim):
        return {"term": claim.relation, "titles": claim.titles, "former": claim.former}
    return {
        "term": claim.category,
        "mode": claim.mode,
        "contexts": claim.contexts,
        "place": claim.place,
        **({"verb": claim.verb} if claim.verb else {}),
        "trigger": _span(claim.trigger),
    }


def _span(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _terms(graph: KnowledgeGraph, schema: Schema, style: Style) -> Json:
    """The terms that the graph uses, by kind: label, and how each is to be drawn."""
    events = sorted({claim.category for claim in graph.events})
    relations = sorted({claim.relation for claim in graph.relations})
    modes = {claim.mode for claim in graph.events if claim.mode}
    contexts = {context for claim in graph.events for context in claim.contexts}
    return {
        "class": {
            cls: {"label": schema.label(cls), "look": style.look(cls, schema).name}
            for cls in sorted({entity.cls for entity in graph.entities})
        },
        "claim": {
            **{term: _event_term(term, schema, style) for term in events},
            **{term: _relation_term(term, schema, style) for term in relations},
        },
        "mode": _labels("Mode", modes, schema),
        "context": _labels("Context", contexts, schema),
    }


def _event_term(term: str, schema: Schema, style: Style) -> Json:
    return {
        "label": schema.label(term),
        "kind": "event",
        "family": style.family(term, schema),
    }


def _relation_term(term: str, schema: Schema, style: Style) -> Json:
    return {
        "label": schema.label(term),
        "kind": "relation",
        "family": style.relations,
    }


def _labels(kind: str, used: Iterable[str], schema: Schema) -> dict[str, str]:
    known = {term.id: term.one("label") for term in schema.of(kind)}
    return {term: known.get(term) or term for term in sorted(used)}
