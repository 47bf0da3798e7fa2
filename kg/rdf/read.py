"""N-Quads in the contract's vocabulary -> KnowledgeGraph, the inverse of `write`.

What the graph says of itself is believed: nothing is derived anew, so that the
difference between a file and what is written from it shows what somebody changed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import (
    Article,
    Certainty,
    Dispute,
    Entity,
    EventClaim,
    Happening,
    Interval,
    Judgement,
    Kind,
    KnowledgeGraph,
    Located,
    Mention,
    Polarity,
    RelationClaim,
    Side,
    Span,
    Stance,
    Tense,
    Verdict,
)
from kg.rdf.happened import point_of
from kg.rdf.terms import (
    DEFAULT_BASE,
    GAF,
    NIF,
    OWL,
    PROV,
    RDF,
    RDFS,
    SEM,
    SKOS,
    Iris,
    local,
)
from kg.schema import KG

_TYPE = f"{RDF}type"
_DENOTED = f"{GAF}denotedBy"
_POLARITY = f"{KG}polarity"
_IN_THE_IRI = frozenset(
    f"{NIF}{name}" for name in ("referenceContext", "beginIndex", "endIndex")
)


@dataclass(frozen=True, slots=True)
class _Node:
    """What the graph says of one IRI: values by predicate, and in which named graph."""

    iri: str
    graph: str
    values: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def all(self, predicate: str) -> list[str]:
        return sorted(set(self.values.get(predicate, ())))

    def one(self, predicate: str) -> str:
        found = self.all(predicate)
        if len(found) != 1:
            message = (
                f"<{self.iri}> has {len(found)} values of <{predicate}>, not one; "
                "build the graph again"
            )
            raise StoreError(message)
        return found[0]

    def maybe(self, predicate: str) -> str | None:
        return self.one(predicate) if predicate in self.values else None


@dataclass(frozen=True, slots=True)
class _Quads:
    """All nodes of a file, apart from the ontology's."""

    iris: Iris
    nodes: dict[str, _Node]
    symmetric: frozenset[str]

    def entity(self, iri: str) -> str:
        return self._id("e", iri)

    def claim(self, iri: str) -> str:
        return self._id("claim", iri)

    def article(self, node: _Node) -> str:
        return self._id("article", node.graph)

    def _id(self, space: str, iri: str) -> str:
        name = self.iris.name(space, iri)
        if name is None:
            message = f"<{iri}> does not lie under {self.iris.base}{space}/; check base"
            raise StoreError(message)
        return name

    def span(self, iri: str) -> tuple[str, Span]:
        found = self.iris.cut(iri)
        if found is None:
            message = f"<{iri}> is not the IRI of a span; build the graph again"
            raise StoreError(message)
        return found

    def located(self, iri: str) -> Located:
        article, span = self.span(iri)
        node = self.nodes.get(iri)
        if node is None:
            message = f"<{iri}> is not described; build the graph again"
            raise StoreError(message)
        words = node.one(f"{NIF}anchorOf")
        kind = Kind(local(node.one(f"{KG}mentionKind")))
        cls = local(node.one(f"{KG}mentionClass"))
        return Located(article, Mention(span, words, kind, cls))


def from_nquads(
    text: str, articles: Sequence[Article] = (), *, base: str = DEFAULT_BASE
) -> KnowledgeGraph:
    """Read a graph back: the inverse of `to_nquads`.

    Args:
        text: N-Quads as `to_nquads` wrote them, in any order.
        articles: the articles themselves, whose text no RDF holds.
        base: what the IRIs of the graph begin with.

    Returns:
        The graph with every tuple in canonical order: by id; mentions and evidence by
        article and span; judgements by left, right, rule.

    Raises:
        StoreError: if the text is no N-Quads or lacks what a node must have.
        UsageError: if `base` is no IRI to put others under.
    """
    quads = _gather(text, Iris(base))
    try:
        events = tuple(sorted(_events(quads), key=lambda c: c.id))
        return KnowledgeGraph(
            tuple(sorted(articles, key=lambda a: a.id)),
            tuple(sorted(_entities(quads), key=lambda e: e.id)),
            tuple(sorted(_relations(quads), key=lambda c: c.id)),
            events,
            tuple(sorted(_judgements(quads), key=_judgement_order)),
            tuple(sorted(_happenings(quads, events), key=lambda h: h.id)),
            tuple(sorted(_disputes(quads), key=lambda d: d.id)),
        )
    except ValueError as error:
        message = f"the graph holds a value that kg never writes: {error}"
        raise StoreError(message) from error


def _gather(text: str, iris: Iris) -> _Quads:
    nodes: dict[str, _Node] = {}
    symmetric: list[str] = []
    ontology = iris.ontology
    try:
        for quad in ox.parse(text.encode("utf-8"), format=ox.RdfFormat.N_QUADS):
            subject, graph = str(quad.subject.value), _graph_of(quad)
            predicate, value = quad.predicate.value, str(quad.object.value)
            if graph == ontology:
                if value == f"{OWL}SymmetricProperty":
                    symmetric.append(subject)
                continue
            if predicate in _IN_THE_IRI:
                continue
            node = nodes.get(subject)
            if node is None:
                node = nodes[subject] = _Node(subject, graph)
            node.values[predicate].append(value)
    except (SyntaxError, UnicodeEncodeError, AttributeError) as error:
        message = f"not the N-Quads of a graph: {error}; build the graph again"
        raise StoreError(message) from error
    return _Quads(iris, nodes, frozenset(symmetric))


def _graph_of(quad: ox.Quad) -> str:
    name = quad.graph_name
    return name.value if isinstance(name, ox.NamedNode) else ""


def _entities(quads: _Quads) -> Iterator[Entity]:
    for node in quads.nodes.values():
        name = quads.iris.name("e", node.iri)
        if name is None or _TYPE not in node.values:
            continue
        located = [quads.located(iri) for iri in node.all(_DENOTED)]
        yield Entity(
            name,
            local(node.one(_TYPE)),
            node.one(f"{RDFS}label"),
            tuple(node.all(f"{SKOS}altLabel")),
            tuple(sorted(located, key=lambda m: (m.article, m.mention.span))),
            node.maybe(f"{KG}entry"),
            tuple(node.all(f"{SKOS}exactMatch")),
        )


def _claims(quads: _Quads) -> Iterator[tuple[str, _Node]]:
    for node in quads.nodes.values():
        name = quads.iris.name("claim", node.iri)
        if name is not None:
            yield name, node


def _relations(quads: _Quads) -> Iterator[RelationClaim]:
    for name, node in _claims(quads):
        if f"{RDF}predicate" not in node.values:
            continue
        relation, said = node.one(f"{RDF}predicate"), _chain(quads, node)
        subject = quads.entity(node.one(f"{RDF}subject"))
        target = quads.entity(node.one(f"{RDF}object"))
        if relation in quads.symmetric:
            # the IRIs are in order, but percent-encoding may reverse that of the ids
            subject, target = sorted((subject, target))
        yield RelationClaim(
            id=name,
            article=quads.article(node),
            relation=local(relation),
            subject=subject,
            object=target,
            evidence=_evidence(quads, node),
            rules=_rules(quads, node),
            stance=_stance(node),
            titles=tuple(node.all(f"{KG}title")),
            former=node.maybe(f"{KG}former") == "true",
            speaker=_speaker(quads, node),
            when=_when(node),
            confidence=float(node.one(f"{KG}confidence")),
            relayed_by=tuple(filter(None, said[1:])),
            unnamed=said[:1] == (None,),
        )


def _events(quads: _Quads) -> Iterator[EventClaim]:
    for name, node in _claims(quads):
        if f"{RDF}predicate" in node.values:
            continue
        mode, place = node.maybe(f"{KG}mode"), node.maybe(f"{SEM}hasPlace")
        said = _chain(quads, node)
        yield EventClaim(
            id=name,
            article=quads.article(node),
            category=local(node.one(_TYPE)),
            trigger=quads.span(node.one(_DENOTED))[1],
            actors=tuple(sorted(map(quads.entity, node.all(f"{KG}actor")))),
            recipients=tuple(sorted(map(quads.entity, node.all(f"{KG}recipient")))),
            evidence=_evidence(quads, node),
            rules=_rules(quads, node),
            stance=_stance(node),
            mode=local(mode) if mode else None,
            contexts=tuple(sorted(map(local, node.all(f"{KG}context")))),
            place=quads.entity(place) if place else None,
            speaker=_speaker(quads, node),
            when=_when(node),
            confidence=float(node.one(f"{KG}confidence")),
            relayed_by=tuple(filter(None, said[1:])),
            unnamed=said[:1] == (None,),
            verb=node.maybe(f"{KG}verb"),
        )


def _evidence(quads: _Quads, node: _Node) -> tuple[Span, ...]:
    return tuple(sorted(quads.span(iri)[1] for iri in node.all(f"{KG}evidence")))


def _rules(quads: _Quads, node: _Node) -> tuple[str, ...]:
    found = (quads.iris.name("rule", r) for r in node.all(f"{PROV}wasGeneratedBy"))
    return tuple(sorted(rule for rule in found if rule is not None))


def _stance(node: _Node) -> Stance:
    return Stance(
        Polarity(local(node.one(_POLARITY))),
        Certainty(local(node.one(f"{KG}certainty"))),
        Tense(local(node.one(f"{KG}tense"))),
    )


def _speaker(quads: _Quads, node: _Node) -> str | None:
    speaker = node.maybe(f"{PROV}wasAttributedTo")
    return quads.entity(speaker) if speaker else None


def _chain(quads: _Quads, node: _Node) -> tuple[str | None, ...]:
    """Who says it and who passes it on, None for whom nobody names."""
    levels = []
    for iri in node.all(f"{PROV}qualifiedAttribution"):
        level = quads.nodes.get(iri)
        if level is None:
            message = f"<{iri}> is not described; build the graph again"
            raise StoreError(message)
        levels.append((int(level.one(f"{KG}order")), level.maybe(f"{PROV}agent")))
    levels.sort(key=itemgetter(0))
    return tuple(quads.entity(agent) if agent else None for _, agent in levels)


def _when(node: _Node) -> Interval | None:
    begin, end = node.maybe(f"{KG}beginDate"), node.maybe(f"{KG}endDate")
    return Interval(begin, end) if begin or end else None


def _judgements(quads: _Quads) -> Iterator[Judgement]:
    for node in quads.nodes.values():
        if quads.iris.name("judgement", node.iri) is None:
            continue
        yield Judgement(
            left=quads.located(node.one(f"{KG}judgedLeft")),
            right=quads.located(node.one(f"{KG}judgedRight")),
            verdict=Verdict(local(node.one(f"{KG}verdict"))),
            rule=_rules(quads, node)[0],
            evidence_for=tuple(node.all(f"{KG}for")),
            evidence_against=tuple(node.all(f"{KG}against")),
            score=float(node.one(f"{KG}score")),
        )


def _happenings(quads: _Quads, events: Sequence[EventClaim]) -> Iterator[Happening]:
    told = {claim.id: claim for claim in events}
    for node in quads.nodes.values():
        name = quads.iris.name("happening", node.iri)
        if name is None:
            continue
        first = quads.claim(node.one(f"{KG}firstReport"))
        names = sorted(map(quads.claim, node.all(f"{KG}report")))
        if not told.keys() >= {first, *names}:
            message = (
                f"<{node.iri}> has a report that is no event; build the graph again"
            )
            raise StoreError(message)
        reports = [told[report] for report in names]
        actors = {who for report in reports for who in report.actors}
        everyone = set(map(quads.entity, node.all(f"{SEM}hasActor")))
        place = node.maybe(f"{SEM}hasPlace")
        yield Happening(
            id=name,
            category=local(node.one(f"{KG}category")),
            reports=tuple(names),
            first=first,
            actors=tuple(sorted(everyone & actors)),
            recipients=tuple(sorted(everyone - actors)),
            status=told[first].status,
            place=quads.entity(place) if place else None,
            when=_when(node),
            independent=int(node.one(f"{KG}independentArticles")),
            reasons=tuple(node.all(f"{KG}for")),
        )


def _disputes(quads: _Quads) -> Iterator[Dispute]:
    for node in quads.nodes.values():
        name = quads.iris.name("dispute", node.iri)
        if name is not None:
            left, right = (_side(quads, node, which) for which in ("left", "right"))
            yield Dispute(name, point_of(local(node.one(f"{KG}about"))), left, right)


def _side(quads: _Quads, node: _Node, which: str) -> Side:
    return Side(
        quads.claim(node.one(f"{KG}{which}Claim")),
        node.one(f"{KG}{which}Value"),
        quads.span(node.one(f"{KG}{which}Words"))[1],
    )


def _judgement_order(judgement: Judgement) -> tuple[object, ...]:
    left, right = judgement.left, judgement.right
    return (
        (left.article, left.mention.span, right.article, right.mention.span),
        (judgement.rule, judgement.verdict, judgement.score),
        (judgement.evidence_for, judgement.evidence_against),
    )
