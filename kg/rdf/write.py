"""KnowledgeGraph -> N-Quads, in the vocabulary of the contract.

One named graph per article holds all that it says (its mentions, claims and plain
facts), so that retracting an article is dropping its graph; one holds the entities and
the judgements that made them, one the ontology. There are no blank nodes, and lines
are sorted, so that equal graphs are equal bytes.
"""

from collections.abc import Iterable, Iterator

from kg.model import (
    Article,
    Claim,
    Entity,
    EventClaim,
    Judgement,
    KnowledgeGraph,
    Mention,
    RelationClaim,
    Span,
    digest,
)
from kg.rdf.terms import (
    DCT,
    DEFAULT_BASE,
    GAF,
    NIF,
    PROV,
    RDF,
    RDFS,
    SCHEMA_ORG,
    SEM,
    SKOS,
    XSD,
    Iris,
    decimal,
    integer,
    literal,
    reference,
)
from kg.rdf.vocabulary import Vocabulary, vocabulary
from kg.schema import KG, Schema

Pairs = Iterator[tuple[str, str]]

_TYPE = f"{RDF}type"


def to_nquads(
    graph: KnowledgeGraph, schema: Schema, *, base: str = DEFAULT_BASE
) -> str:
    """Write everything that a graph holds, but the articles' text, as N-Quads.

    Args:
        graph: what to write; the order of its tuples does not matter.
        schema: the ontology, which goes into a named graph of its own.
        base: what all IRIs of the graph begin with; ends in "/".

    Returns:
        Sorted, unique lines, each ended by a line feed; an empty graph still holds the
        ontology. Confidences and scores are rounded to two decimals.

    Raises:
        UsageError: if `base` is no such IRI.
    """
    iris, terms = Iris(base), vocabulary(schema)
    lines = set(_ontology(schema, iris))
    for article in graph.articles:
        lines.update(_article(article, iris))
    for entity in graph.entities:
        lines.update(_entity(entity, iris, terms))
    for relation in graph.relations:
        lines.update(_relation(relation, iris, terms))
    for event in graph.events:
        lines.update(_event(event, iris, terms))
    for judgement in graph.judgements:
        lines.update(_judgement(judgement, iris))
    lines.update(_spans(graph, iris, terms))
    return "".join(f"{line}\n" for line in sorted(lines))


def _lines(subject: str, graph: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for predicate, target in pairs:
        yield f"<{subject}> <{predicate}> {target} <{graph}> ."


def _ontology(schema: Schema, iris: Iris) -> Iterator[str]:
    for line in schema.vocabulary:
        yield f"{line.removesuffix(' .')} <{iris.ontology}> ."


def _article(article: Article, iris: Iris) -> Iterator[str]:
    iri = iris.article(article.id)
    return _lines(iri, iri, _about_article(article))


def _about_article(article: Article) -> Pairs:
    yield _TYPE, f"<{SCHEMA_ORG}NewsArticle>"
    yield f"{DCT}identifier", literal(article.id)
    if article.published is not None:
        day = literal(article.published, datatype=f"{XSD}date")
        yield f"{SCHEMA_ORG}datePublished", day
    if article.url is not None:
        yield f"{SCHEMA_ORG}url", reference(article.url)
    for name, value in (
        ("headline", article.title),
        ("publisher", article.source),
        ("author", article.author),
        ("inLanguage", article.language),
    ):
        if value is not None:
            yield f"{SCHEMA_ORG}{name}", literal(value)


def _entity(entity: Entity, iris: Iris, terms: Vocabulary) -> Iterator[str]:
    iri = iris.entity(entity.id)
    yield from _lines(iri, iris.entities, _about_entity(entity, terms))
    for located in entity.mentions:
        span = iris.span(located.article, located.mention.span)
        graph = iris.article(located.article)
        yield f"<{iri}> <{GAF}denotedBy> <{span}> <{graph}> ."


def _about_entity(entity: Entity, terms: Vocabulary) -> Pairs:
    yield _TYPE, f"<{terms.cls(entity.cls)}>"
    yield f"{RDFS}label", literal(entity.label, language="en")
    for alias in entity.aliases:
        yield f"{SKOS}altLabel", literal(alias, language="en")
    for match in entity.matches:
        yield f"{SKOS}exactMatch", reference(match)
    if entity.entry is not None:
        yield f"{KG}entry", literal(entity.entry)


def _relation(claim: RelationClaim, iris: Iris, terms: Vocabulary) -> Iterator[str]:
    graph = iris.article(claim.article)
    subject, target = terms.ends(claim, iris)
    predicate = f"<{terms.relation(claim.relation)}>"
    about = _about_relation(claim, subject, predicate, target)
    yield from _lines(iris.claim(claim.id), graph, about)
    yield from _lines(iris.claim(claim.id), graph, _about_claim(claim, iris))
    if claim.plain:
        yield f"<{subject}> {predicate} <{target}> <{graph}> ."


def _about_relation(
    claim: RelationClaim, subject: str, predicate: str, target: str
) -> Pairs:
    yield _TYPE, f"<{KG}RelationClaim>"
    yield f"{RDF}subject", f"<{subject}>"
    yield f"{RDF}predicate", predicate
    yield f"{RDF}object", f"<{target}>"
    for title in claim.titles:
        yield f"{KG}title", literal(title)
    if claim.former:
        yield f"{KG}former", literal("true", datatype=f"{XSD}boolean")


def _event(claim: EventClaim, iris: Iris, terms: Vocabulary) -> Iterator[str]:
    iri, graph = iris.claim(claim.id), iris.article(claim.article)
    yield from _lines(iri, graph, _about_event(claim, iris, terms))
    yield from _lines(iri, graph, _about_claim(claim, iris))


def _about_event(claim: EventClaim, iris: Iris, terms: Vocabulary) -> Pairs:
    yield _TYPE, f"<{terms.cls(claim.category)}>"
    yield f"{GAF}denotedBy", f"<{iris.span(claim.article, claim.trigger)}>"
    for actor in claim.actors:
        yield f"{KG}actor", f"<{iris.entity(actor)}>"
    for recipient in claim.recipients:
        yield f"{KG}recipient", f"<{iris.entity(recipient)}>"
    if claim.mode is not None:
        yield f"{KG}mode", f"<{terms.mode(claim.mode)}>"
    for context in claim.contexts:
        yield f"{KG}context", f"<{terms.context(context)}>"
    if claim.place is not None:
        yield f"{SEM}hasPlace", f"<{iris.entity(claim.place)}>"


def _about_claim(claim: Claim, iris: Iris) -> Pairs:
    stance = claim.stance
    yield f"{KG}polarity", f"<{KG}{stance.polarity}>"
    yield f"{KG}certainty", f"<{KG}{stance.certainty}>"
    yield f"{KG}tense", f"<{KG}{stance.tense}>"
    yield f"{KG}status", f"<{KG}{claim.status}>"
    yield f"{KG}confidence", decimal(claim.confidence)
    for span in claim.evidence:
        yield f"{KG}evidence", f"<{iris.span(claim.article, span)}>"
    for rule in claim.rules:
        yield f"{PROV}wasGeneratedBy", f"<{iris.rule(rule)}>"
    if claim.speaker is not None:
        yield f"{PROV}wasAttributedTo", f"<{iris.entity(claim.speaker)}>"
    if claim.when is not None and claim.when.begin is not None:
        yield f"{KG}beginDate", literal(claim.when.begin)
    if claim.when is not None and claim.when.end is not None:
        yield f"{KG}endDate", literal(claim.when.end)


def _judgement(judgement: Judgement, iris: Iris) -> Iterator[str]:
    about = list(_about_judgement(judgement, iris))
    iri = iris.judgement(digest(*(part for pair in about for part in pair)))
    return _lines(iri, iris.entities, about)


def _about_judgement(judgement: Judgement, iris: Iris) -> Pairs:
    left, right = judgement.left, judgement.right
    yield _TYPE, f"<{KG}Judgement>"
    yield f"{KG}judgedLeft", f"<{iris.span(left.article, left.mention.span)}>"
    yield f"{KG}judgedRight", f"<{iris.span(right.article, right.mention.span)}>"
    yield f"{KG}verdict", f"<{KG}{judgement.verdict}>"
    yield f"{KG}score", decimal(judgement.score)
    yield f"{PROV}wasGeneratedBy", f"<{iris.rule(judgement.rule)}>"
    for reason in sorted(judgement.evidence_for):
        yield f"{KG}for", literal(reason)
    for reason in sorted(judgement.evidence_against):
        yield f"{KG}against", literal(reason)


def _spans(graph: KnowledgeGraph, iris: Iris, terms: Vocabulary) -> Iterator[str]:
    """Nodes of the text: mentions, and the spans of sentences and triggers."""
    for article, mention in _mentions(graph):
        iri, home = iris.span(article, mention.span), iris.article(article)
        yield from _lines(iri, home, _about_mention(mention, terms))
        yield from _lines(iri, home, _about_span(home, mention.span, mention.words))
    texts = {article.id: article.text for article in graph.articles}
    for name, span in {(c.article, s) for c in graph.claims for s in _receipts(c)}:
        iri, home = iris.span(name, span), iris.article(name)
        words = span.cut(texts[name])
        yield f"<{iri}> <{_TYPE}> <{KG}Span> <{home}> ."
        yield from _lines(iri, home, _about_span(home, span, words))


def _mentions(graph: KnowledgeGraph) -> Iterator[tuple[str, Mention]]:
    for entity in graph.entities:
        for located in entity.mentions:
            yield located.article, located.mention
    for judgement in graph.judgements:
        for located in (judgement.left, judgement.right):
            yield located.article, located.mention


def _receipts(claim: Claim) -> tuple[Span, ...]:
    if isinstance(claim, EventClaim):
        return (claim.trigger, *claim.evidence)
    return claim.evidence


def _about_mention(mention: Mention, terms: Vocabulary) -> Pairs:
    yield _TYPE, f"<{KG}Mention>"
    yield f"{KG}mentionKind", f"<{KG}{mention.kind}>"
    yield f"{KG}mentionClass", f"<{terms.cls(mention.cls)}>"


def _about_span(article: str, span: Span, words: str) -> Pairs:
    yield f"{NIF}referenceContext", f"<{article}>"
    yield f"{NIF}beginIndex", integer(span.start)
    yield f"{NIF}endIndex", integer(span.end)
    yield f"{NIF}anchorOf", literal(words)
