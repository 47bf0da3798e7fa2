"""A knowledge graph as the plain values that the page reads.

Spans stay what they are everywhere in kg: half-open, in code points of the article's
text; the page itself counts in code points. Nothing is left out and nothing is added
but labels: terms of the ontology come with their label, so that the page's scripts
know no class and no relation.
"""

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.errors import KgError
from kg.model import (
    Article,
    Claim,
    Dispute,
    Entity,
    EventClaim,
    Happening,
    KnowledgeGraph,
    RelationClaim,
    Side,
    Span,
)
from kg.schema import Schema
from kg.view.identity import Identities
from kg.view.style import Style
from kg.view.terms import terms

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
    """Refuse a graph whose parts name what it does not hold.

    Raises:
        KgError: naming the claim, entity, happening, dispute or judgement, and the id
            that is missing.
    """
    known = {
        "article": {article.id for article in graph.articles},
        "entity": {entity.id for entity in graph.entities},
        "claim": {claim.id for claim in graph.claims},
    }
    for one, name, kind, wanted in _naming(graph):
        if not known[kind].issuperset(wanted):
            missing = next(w for w in wanted if w not in known[kind])
            message = (
                f"{one} {name} names the {kind} {missing!r}, which the graph does not "
                "hold; build the graph again, or look with `kg verify`"
            )
            raise KgError(message)


def _naming(graph: KnowledgeGraph) -> Iterator[tuple[str, str, str, Sequence[str]]]:
    """What names something, by kind and name, and the kind and ids of what it names."""
    for claim in graph.claims:
        yield "claim", claim.id, "article", (claim.article,)
        yield "claim", claim.id, "entity", _named_by(claim)
    for entity in graph.entities:
        yield "entity", entity.id, "article", [m.article for m in entity.mentions]
    for happening in graph.happenings:
        yield "happening", happening.id, "claim", happening.reports
    for dispute in graph.disputes:
        sides = (dispute.left.claim, dispute.right.claim)
        yield "dispute", dispute.id, "claim", sides
    for judgement in graph.judgements:
        left, right = judgement.left, judgement.right
        words = repr(left.mention.words)
        yield "the judgement on", words, "article", (left.article, right.article)


def _named_by(claim: Claim) -> Sequence[str]:
    doers, others = participants(claim)
    place = claim.place if isinstance(claim, EventClaim) else None
    said = (claim.speaker, *claim.relayed_by)
    return [i for i in (*doers, *others, *said, place) if i is not None]


def page_data(graph: KnowledgeGraph, schema: Schema, style: Style) -> Json:
    """All that the page knows, in the order of the graph.

    The fields are those of web/src/model/types.ts.

    Raises:
        KgError: if a part of the graph names what the graph lacks.
    """
    check(graph)
    return _Telling(graph, schema).page(style)


@dataclass(frozen=True)
class _Telling:
    """The parts of one graph as values, with the look-ups that they share."""

    graph: KnowledgeGraph
    schema: Schema

    def page(self, style: Style) -> Json:
        graph = self.graph
        return {
            "articles": self.articles(),
            "entities": self.entities(),
            "claims": [self.claim(claim) for claim in graph.claims],
            "happenings": [_happening(happening) for happening in graph.happenings],
            "disputes": [_dispute(dispute) for dispute in graph.disputes],
            "terms": terms(graph, self.schema, style),
            "classes": [vars(look) for look in style.classes],
            "families": [vars(family) for family in style.families],
        }

    def articles(self) -> Sequence[Json]:
        """Articles; `copyOf` is the index of the one whose text most of it is."""
        from kg.happenings.copies import copies  # brings numpy: when a page is made

        first = copies(self.graph.articles)
        at = self._index
        return [
            _article(article, at[first[article.id]] if article.id in first else None)
            for article in self.graph.articles
        ]

    def entities(self) -> Sequence[Json]:
        known = Identities(self.graph, self.schema, self._index)
        return [
            {
                "id": entity.id,
                "class": entity.cls,
                "label": entity.label,
                "read": known.read(entity),
                "aliases": known.aliases(entity),
                "matches": entity.matches,
                "mentions": self._mentions(entity),
                "offices": known.offices(entity),
                "held": known.held(entity),
                "merges": known.merges(entity),
            }
            for entity in self.graph.entities
        ]

    def _mentions(self, entity: Entity) -> Sequence[tuple[int, int, int]]:
        at = self._index
        return [
            (at[m.article], m.mention.span.start, m.mention.span.end)
            for m in entity.mentions
        ]

    def claim(self, claim: Claim) -> Json:
        doers, others = participants(claim)
        return {
            "id": claim.id,
            "article": self._index[claim.article],
            "from": doers,
            "to": others,
            "oneWay": one_way(claim, self.schema),
            "pairs": pairs(claim),
            "status": claim.status,
            "polarity": claim.stance.polarity,
            "certainty": claim.stance.certainty,
            "tense": claim.stance.tense,
            "speaker": claim.speaker,
            "relayedBy": claim.relayed_by,
            "unnamed": claim.unnamed,
            "when": claim.when and (claim.when.begin, claim.when.end),
            "evidence": [_span(span) for span in claim.evidence],
            "rules": claim.rules,
            "confidence": round(claim.confidence, 3),
            **(
                _of_relation(claim)
                if isinstance(claim, RelationClaim)
                else self._of_event(claim)
            ),
        }

    def _of_event(self, claim: EventClaim) -> Json:
        return {
            "term": claim.category,
            "mode": claim.mode,
            "contexts": claim.contexts,
            "place": claim.place,
            **({"verb": claim.verb} if claim.verb else {}),
            "trigger": _span(claim.trigger),
            "happening": self._happening_of.get(claim.id),
            "disputes": self._disputes_of.get(claim.id, ()),
        }

    @cached_property
    def _index(self) -> Mapping[str, int]:
        return {article.id: i for i, article in enumerate(self.graph.articles)}

    @cached_property
    def _happening_of(self) -> Mapping[str, str]:
        return {name: h.id for h in self.graph.happenings for name in h.reports}

    @cached_property
    def _disputes_of(self) -> Mapping[str, Collection[int]]:
        """The numbers of the disputes that a claim is a side of."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, dispute in enumerate(self.graph.disputes):
            for name in dict.fromkeys((dispute.left.claim, dispute.right.claim)):
                found[name].append(i)
        return found


def _article(article: Article, copy_of: int | None) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "source": article.source,
        "author": article.author,
        "text": article.text,
        "copyOf": copy_of,
    }


def _of_relation(claim: RelationClaim) -> Json:
    return {"term": claim.relation, "titles": claim.titles, "former": claim.former}


def _happening(happening: Happening) -> Json:
    return {
        "id": happening.id,
        "reports": happening.reports,
        "independent": happening.independent,
        "status": happening.status,
        "reasons": happening.reasons,
    }


def _dispute(dispute: Dispute) -> Json:
    return {
        "id": dispute.id,
        "about": dispute.about,
        "left": _side(dispute.left),
        "right": _side(dispute.right),
    }


def _side(side: Side) -> Json:
    return {"claim": side.claim, "value": side.value, "words": _span(side.words)}


def _span(span: Span) -> tuple[int, int]:
    return span.start, span.end
