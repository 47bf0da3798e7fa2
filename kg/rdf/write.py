"""KnowledgeGraph -> N-Quads, in the vocabulary of the contract.

One named graph per article holds all that it says (its mentions, claims and plain
facts), so that retracting an article is dropping its graph; one holds the entities and
the judgements that made them, one the ontology. There are no blank nodes, and lines
are sorted, so that equal graphs are equal bytes.
"""

from collections import defaultdict
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
from kg.rdf.happened import about_dispute, about_happening, about_time
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
from kg.sectors import standings

# What is said of a node: predicates, and objects as they are written.
Pairs = Iterator[tuple[str, str]]
# By subject, the rest of each of its lines.
Nodes = defaultdict[str, list[str]]

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
    nodes: Nodes = defaultdict(list)
    for article in graph.articles:
        iri = iris.article(article.id)
        _add(nodes, iri, iri, _about_article(article))
    standing = standings(graph, schema)
    for entity in graph.entities:
        _add_entity(nodes, entity, iris, terms)
        sectors = (terms.sector(name) for name in standing[entity.id].sectors)
        pairs = [(f"{KG}sector", f"<{sector}>") for sector in sectors]
        _add(nodes, iris.entity(entity.id), iris.entities, pairs)
    for relation in graph.relations:
        _add_relation(nodes, relation, iris, terms)
    for event in graph.events:
        _add_event(nodes, event, iris, terms)
    for judgement in graph.judgements:
        _add_judgement(nodes, judgement, iris)
    for happening in graph.happenings:
        iri = iris.happening(happening.id)
        _add(nodes, iri, iris.entities, about_happening(happening, iris, terms))
    homes = {claim.id: claim.article for claim in graph.claims}
    for dispute in graph.disputes:
        iri = iris.dispute(dispute.id)
        _add(nodes, iri, iris.entities, about_dispute(dispute, homes, iris))
    _add_spans(nodes, graph, iris, terms)
    _add_rules(nodes, graph, iris)
    _add_ontology(nodes, schema, iris)
    return "".join(_sorted(nodes))


def _sorted(nodes: Nodes) -> Iterator[str]:
    """All lines in the order of their bytes.

    No IRI holds ">", so that lines are in order when nodes are, and the lines of each;
    many short sorts are far faster than one of long lines that begin alike.
    """
    for subject in sorted(nodes):
        for rest in sorted(set(nodes[subject])):
            yield f"{subject} {rest}\n"


def _add(
    nodes: Nodes, subject: str, graph: str, pairs: Iterable[tuple[str, str]]
) -> None:
    nodes[f"<{subject}>"] += [f"<{p}> {target} <{graph}> ." for p, target in pairs]


def _add_rules(nodes: Nodes, graph: KnowledgeGraph, iris: Iris) -> None:
    """Rules by their name: an IRI alone may be hard to read."""
    names = {rule for claim in graph.claims for rule in claim.rules}
    for name in names | {judgement.rule for judgement in graph.judgements}:
        _add(nodes, iris.rule(name), iris.entities, _about_rule(name))


def _about_rule(name: str) -> Pairs:
    yield _TYPE, f"<{PROV}Activity>"
    yield f"{RDFS}label", literal(name, language="en")


def _add_ontology(nodes: Nodes, schema: Schema, iris: Iris) -> None:
    for line in schema.vocabulary:
        subject, _, rest = line.removesuffix(" .").partition(" ")
        nodes[subject].append(f"{rest} <{iris.ontology}> .")


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


def _add_entity(nodes: Nodes, entity: Entity, iris: Iris, terms: Vocabulary) -> None:
    iri = iris.entity(entity.id)
    _add(nodes, iri, iris.entities, _about_entity(entity, terms))
    for located in entity.mentions:
        span = iris.span(located.article, located.mention.span)
        home = iris.article(located.article)
        _add(nodes, iri, home, [(f"{GAF}denotedBy", f"<{span}>")])


def _about_entity(entity: Entity, terms: Vocabulary) -> Pairs:
    yield _TYPE, f"<{terms.cls(entity.cls)}>"
    yield f"{RDFS}label", literal(entity.label, language="en")
    for alias in entity.aliases:
        yield f"{SKOS}altLabel", literal(alias, language="en")
    for match in entity.matches:
        yield f"{SKOS}exactMatch", reference(match)
    if entity.entry is not None:
        yield f"{KG}entry", literal(entity.entry)


def _add_relation(
    nodes: Nodes, claim: RelationClaim, iris: Iris, terms: Vocabulary
) -> None:
    iri, home = iris.claim(claim.id), iris.article(claim.article)
    subject, target = terms.ends(claim, iris)
    relation = terms.relation(claim.relation)
    _add(nodes, iri, home, _about_relation(claim, subject, relation, target))
    _add(nodes, iri, home, _about_claim(claim, iris))
    _add_attributions(nodes, claim, iris)
    if claim.plain:
        _add(nodes, subject, home, [(relation, f"<{target}>")])


def _about_relation(
    claim: RelationClaim, subject: str, relation: str, target: str
) -> Pairs:
    yield _TYPE, f"<{KG}RelationClaim>"
    yield f"{RDF}subject", f"<{subject}>"
    yield f"{RDF}predicate", f"<{relation}>"
    yield f"{RDF}object", f"<{target}>"
    for title in claim.titles:
        yield f"{KG}title", literal(title)
    if claim.former:
        yield f"{KG}former", literal("true", datatype=f"{XSD}boolean")


def _add_event(nodes: Nodes, claim: EventClaim, iris: Iris, terms: Vocabulary) -> None:
    iri, home = iris.claim(claim.id), iris.article(claim.article)
    _add(nodes, iri, home, _about_event(claim, iris, terms))
    _add(nodes, iri, home, _about_claim(claim, iris))
    _add_attributions(nodes, claim, iris)


def _about_event(claim: EventClaim, iris: Iris, terms: Vocabulary) -> Pairs:
    yield _TYPE, f"<{terms.cls(claim.category)}>"
    yield f"{GAF}denotedBy", f"<{iris.span(claim.article, claim.trigger)}>"
    if claim.verb is not None:
        yield f"{KG}verb", literal(claim.verb)
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
    yield from about_time(claim.when)


def _add_attributions(nodes: Nodes, claim: Claim, iris: Iris) -> None:
    """The chain of a claim's speakers, where prov:wasAttributedTo does not tell all.

    Its first is the speaker; who is not named has no agent.
    """
    if not claim.unnamed and not claim.relayed_by:
        return
    home = iris.article(claim.article)
    for order, agent in enumerate((claim.speaker, *claim.relayed_by), 1):
        iri = iris.attribution(claim.id, order)
        link = [(f"{PROV}qualifiedAttribution", f"<{iri}>")]
        _add(nodes, iris.claim(claim.id), home, link)
        about = [(_TYPE, f"<{PROV}Attribution>"), (f"{KG}order", integer(order))]
        about += [(f"{PROV}agent", f"<{iris.entity(agent)}>")] if agent else []
        _add(nodes, iri, home, about)


def _add_judgement(nodes: Nodes, judgement: Judgement, iris: Iris) -> None:
    about = list(_about_judgement(judgement, iris))
    name = digest(*(part for pair in about for part in pair))
    _add(nodes, iris.judgement(name), iris.entities, about)


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


def _add_spans(
    nodes: Nodes, graph: KnowledgeGraph, iris: Iris, terms: Vocabulary
) -> None:
    """Nodes of the text: mentions, and the spans of sentences and triggers."""
    for article, mention in _mentions(graph):
        iri, home = iris.span(article, mention.span), iris.article(article)
        _add(nodes, iri, home, _about_mention(mention, terms))
        _add(nodes, iri, home, _about_span(home, mention.span, mention.words))
    texts = {article.id: article.text for article in graph.articles}
    receipts = {(c.article, s) for c in graph.claims for s in _receipts(c)}
    homes = {claim.id: claim.article for claim in graph.claims}
    sides = (side for d in graph.disputes for side in (d.left, d.right))
    for name, span in receipts | {(homes[s.claim], s.words) for s in sides}:
        iri, home = iris.span(name, span), iris.article(name)
        _add(nodes, iri, home, [(_TYPE, f"<{KG}Span>")])
        _add(nodes, iri, home, _about_span(home, span, span.cut(texts[name])))


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
