"""The RDF of a graph: what the contract promises to other programs."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import StoreError, UsageError
from kg.model import (
    Article,
    Certainty,
    Entity,
    KnowledgeGraph,
    Polarity,
    RelationClaim,
    Span,
    Stance,
    Status,
    Tense,
)
from kg.rdf import (
    DEFAULT_BASE,
    FORMATS,
    Iris,
    export,
    from_nquads,
    to_dataset,
    to_nquads,
    to_turtle,
)
from kg.schema import KG, load_schema
from tests.graphs import NOTE, TALKS, diplomacy, empty, entity, told

SCHEMA = load_schema()
GRAPH = diplomacy()
PREFIXES = dict(Iris().prefixes)


def store_of(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> ox.Store:
    """A graph's N-Quads in an engine."""
    store = ox.Store()
    text = to_nquads(graph, SCHEMA, base=base)
    store.load(text.encode("utf-8"), format=ox.RdfFormat.N_QUADS)
    return store


STORE = store_of(GRAPH)


def holds(pattern: str, store: ox.Store = STORE) -> bool:
    """Whether a pattern matches in the union of all named graphs."""
    query = f"ASK {{ {pattern} }}"
    answer = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    return bool(answer)


# The contract's RDF section, a promise a line: what must match, and what must not.
PROMISES = (
    'article:border-talks a schema:NewsArticle ; dct:identifier "border-talks" ; '
    'schema:datePublished "2018-10-16"^^xsd:date',
    "article:border-talks schema:headline 'Leaders \"meet\" at the border' ; "
    "schema:url <https://news.example.org/border-talks?a=1&b=2>",
    "GRAPH article:border-talks { article:border-talks a schema:NewsArticle }",
    "<https://w3id.org/newskg/id/article/border-talks#char=10,21> a kg:Mention ; "
    "nif:referenceContext article:border-talks ; nif:beginIndex 10 ; nif:endIndex 21 ; "
    'nif:anchorOf "Moon Jae-in" ; kg:mentionKind kg:name',
    'e:moon-jae-in a kg:Person ; rdfs:label "Moon Jae-in"@en ; '
    'skos:altLabel "Moon"@en, "문재인"@en ; '
    "skos:exactMatch <http://www.wikidata.org/entity/Q21001>",
    "GRAPH <https://w3id.org/newskg/id/graph/entities> { e:moon-jae-in a kg:Person }",
    "GRAPH article:border-talks { e:moon-jae-in gaf:denotedBy "
    "<https://w3id.org/newskg/id/article/border-talks#char=10,21> }",
    "GRAPH <https://w3id.org/newskg/id/graph/ontology> "
    "{ kg:Country rdfs:subClassOf kg:Place ; rdfs:label ?label }",
    "?c a kg:RelationClaim ; rdf:subject e:moon-jae-in ; rdf:predicate kg:leads ; "
    'rdf:object e:south-korea ; kg:title "President" ; kg:evidence ?s ; '
    "kg:polarity kg:positive ; kg:certainty kg:certain ; kg:tense kg:present ; "
    "kg:status kg:asserted ; kg:confidence 0.90 ; "
    "prov:wasGeneratedBy <https://w3id.org/newskg/id/rule/by-hand> . "
    'FILTER(STRSTARTS(STR(?c), "https://w3id.org/newskg/id/claim/"))',
    "?c rdf:subject e:park-geun-hye ; kg:former true ; kg:endDate '2017'",
    "GRAPH article:border-talks { e:moon-jae-in kg:leads e:south-korea }",
    "?c a kg:Sanction ; kg:mode kg:discontinue ; kg:context kg:cbrn, kg:economic ; "
    "kg:actor e:united-states ; kg:recipient e:north-korea ; "
    "kg:beginDate '2019-03-21' ; kg:endDate '2019-03-21' ; gaf:denotedBy ?t ; "
    "kg:evidence ?s ; kg:polarity kg:negative ; kg:status kg:denied . "
    "?t a kg:Span ; nif:anchorOf 'impose sanctions' . ?s a kg:Span",
    "?c a kg:Consult ; kg:actor e:kim-jong-un, e:moon-jae-in ; "
    "sem:hasPlace e:panmunjom FILTER NOT EXISTS { ?c kg:recipient ?r }",
    "?c a kg:Agree ; prov:wasAttributedTo e:moon-jae-in ; kg:status kg:planned",
    "?c a/rdfs:subClassOf kg:Event . kg:Event rdfs:subClassOf kg:Claim, sem:Event",
    "?j a kg:Judgement ; kg:judgedLeft ?l ; kg:judgedRight ?r ; kg:verdict kg:same ; "
    "kg:for 'romanisation' ; kg:score 3.25 . ?l a kg:Mention . ?r a kg:Mention "
    'FILTER(STRSTARTS(STR(?j), "https://w3id.org/newskg/id/judgement/"))',
    "?j kg:verdict kg:different ; kg:against 'sister of' ; kg:score -2.50",
    "GRAPH <https://w3id.org/newskg/id/graph/entities> { ?j a kg:Judgement }",
)
BROKEN_PROMISES = (
    "?c kg:polarity ?one, ?two FILTER(?one != ?two)",
    "?c kg:polarity ?p FILTER NOT EXISTS { ?c kg:evidence ?e }",
    "?c kg:polarity ?p FILTER NOT EXISTS { ?c kg:status ?s ; kg:tense ?t ; "
    "kg:certainty ?k ; kg:confidence ?f ; prov:wasGeneratedBy ?r }",
    "?c a/rdfs:subClassOf kg:Event ; gaf:denotedBy ?one, ?two FILTER(?one != ?two)",
    "?c a/rdfs:subClassOf kg:Event FILTER NOT EXISTS { ?c gaf:denotedBy ?t }",
    "?c kg:evidence ?s FILTER NOT EXISTS { ?s nif:anchorOf ?w ; nif:beginIndex ?b ; "
    "nif:endIndex ?e ; nif:referenceContext ?a }",
    "?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o))",
    "e:united-states ?p e:north-korea",
    "e:park-geun-hye kg:leads e:south-korea",
    "e:ro-jong kg:memberOf ?body",
    "e:kim-yo-jong kg:leads ?body",
    "e:moon-jae-in kg:leads e:berlin",
    "?c kg:former false",
)


@pytest.mark.parametrize("pattern", PROMISES)
def test_the_contract_is_kept(pattern: str) -> None:
    """What the contract shows of a graph is in ours."""
    assert holds(pattern)


@pytest.mark.parametrize("pattern", BROKEN_PROMISES)
def test_the_contract_is_not_broken(pattern: str) -> None:
    """What the contract forbids is nowhere in the graph."""
    assert not holds(pattern)


def test_the_contract_is_checked_widely() -> None:
    """The two tables of promises cannot shrink unseen."""
    assert len(PROMISES) >= 18
    assert len(BROKEN_PROMISES) >= 13


NEGATIVE, POSITIVE = Polarity.NEGATIVE, Polarity.POSITIVE
CERTAIN, PROBABLE = Certainty.CERTAIN, Certainty.PROBABLE
PAST, PRESENT, FUTURE = Tense.PAST, Tense.PRESENT, Tense.FUTURE

# stance, former, speaker -> status, and whether it is a plain fact
RULES = (
    (Stance(POSITIVE, CERTAIN, PRESENT), False, False, Status.ASSERTED, True),
    (Stance(POSITIVE, CERTAIN, PAST), False, False, Status.ASSERTED, True),
    (Stance(POSITIVE, CERTAIN, PAST), True, False, Status.ASSERTED, False),
    (Stance(POSITIVE, CERTAIN, PRESENT), False, True, Status.REPORTED, False),
    (Stance(POSITIVE, CERTAIN, FUTURE), False, False, Status.PLANNED, False),
    (Stance(POSITIVE, CERTAIN, FUTURE), False, True, Status.PLANNED, False),
    (Stance(POSITIVE, PROBABLE, PRESENT), False, False, Status.POSSIBLE, False),
    (
        Stance(POSITIVE, Certainty.POSSIBLE, FUTURE),
        False,
        False,
        Status.POSSIBLE,
        False,
    ),
    (Stance(NEGATIVE, CERTAIN, PRESENT), False, False, Status.DENIED, False),
    (Stance(NEGATIVE, PROBABLE, FUTURE), True, True, Status.DENIED, False),
)


@pytest.mark.parametrize(("stance", "former", "speaker", "status", "plain"), RULES)
def test_a_plain_fact_stands_only_when_asserted(
    stance: Stance, former: bool, speaker: bool, status: Status, plain: bool
) -> None:
    """Denied, possible, planned, reported and former claims have no plain triple."""
    store = store_of(told(stance, former=former, speaker=speaker))
    assert holds("GRAPH article:oz { e:ann kg:leads e:oz }", store) is plain
    assert holds(f"?c rdf:subject e:ann ; kg:status kg:{status}", store)


def test_a_chain_of_speakers_is_written_in_its_order() -> None:
    """The nearest says it, the next passes it on; both come back."""
    event = replace(GRAPH.events[0], speaker="kim-jong-un", relayed_by=("moon-jae-in",))
    graph = replace(GRAPH, events=(event, *GRAPH.events[1:]))
    assert holds(
        "?c prov:wasAttributedTo e:kim-jong-un ; prov:qualifiedAttribution ?a, ?b . "
        "?a a prov:Attribution ; kg:order 1 ; prov:agent e:kim-jong-un . "
        "?b a prov:Attribution ; kg:order 2 ; prov:agent e:moon-jae-in",
        store_of(graph),
    )
    assert from_nquads(to_nquads(graph, SCHEMA), graph.articles) == graph


def test_somebody_unnamed_is_an_attribution_without_an_agent() -> None:
    """What nobody named says is reported, and no plain fact."""
    stance = Stance(Polarity.POSITIVE, Certainty.CERTAIN, Tense.PRESENT)
    graph = told(stance)
    claim = replace(graph.relations[0], unnamed=True)
    graph = replace(graph, relations=(claim,))
    store = store_of(graph)
    assert holds(
        "?c kg:status kg:reported ; prov:qualifiedAttribution ?a . ?a kg:order 1 "
        "FILTER NOT EXISTS { ?a prov:agent ?agent }",
        store,
    )
    assert not holds("GRAPH article:oz { e:ann kg:leads e:oz }", store)
    assert from_nquads(to_nquads(graph, SCHEMA), graph.articles) == graph


def test_every_status_has_a_rule() -> None:
    """The table of stances has all five statuses, with and without a speaker."""
    assert len(RULES) >= 10
    assert {rule[3] for rule in RULES} == set(Status)


def test_a_graph_comes_back_without_its_ontology() -> None:
    """The graph with every kind of claim survives being written and read."""
    assert from_nquads(to_nquads(GRAPH, SCHEMA), GRAPH.articles) == GRAPH
    assert from_nquads(to_nquads(empty(), SCHEMA)) == empty()
    assert from_nquads("") == empty()


def test_lines_in_any_order_are_the_same_graph() -> None:
    """Reading depends neither on the order of lines nor on how often they stand."""
    lines = to_nquads(GRAPH, SCHEMA).split("\n")
    assert from_nquads("\n".join(reversed(lines)), GRAPH.articles) == GRAPH
    assert from_nquads("\n".join(lines + lines), GRAPH.articles) == GRAPH


def test_an_article_is_dropped_with_its_graph() -> None:
    """Without its named graph, only judgements and disputes speak of an article."""
    store = store_of(replace(GRAPH, judgements=(), disputes=()))
    home = ox.NamedNode(Iris().article(NOTE.id))
    store.remove_graph(home)
    assert not any(home.value in str(quad) for quad in store)
    assert any(Iris().article(TALKS.id) in str(quad) for quad in store)


def test_ids_are_percent_encoded() -> None:
    """An id may hold anything: it is one step of an IRI."""
    assert Iris().article("메모 1/2>") == (
        "https://w3id.org/newskg/id/article/%EB%A9%94%EB%AA%A8%201%2F2%3E"
    )
    assert Iris().name("article", Iris().article("메모 1/2>")) == "메모 1/2>"
    assert Iris().cut(Iris().span("a#char=1,2", Span(3, 9))) == (
        "a#char=1,2",
        Span(3, 9),
    )


def test_a_span_may_be_mention_and_evidence_at_once() -> None:
    """One stretch of text is one node, with both types."""
    graph = told()
    claim = replace(graph.relations[0], evidence=(Span(0, 3),))
    store = store_of(replace(graph, relations=(claim,)))
    span = Iris().span("oz", Span(0, 3))
    assert holds(f"<{span}> a kg:Mention, kg:Span ; nif:anchorOf 'Ann'", store)
    assert from_nquads(
        to_nquads(replace(graph, relations=(claim,)), SCHEMA), graph.articles
    ) == replace(graph, relations=(claim,))


def test_a_symmetric_relation_has_the_smaller_iri_first() -> None:
    """Percent-encoding puts an accent before the letters: the IRIs decide."""
    article = Article("a", "Zoe and Éva are sisters.")
    people = (entity("z", "Person", "Zoe"), entity("é", "Person", "Éva"))
    claim = RelationClaim(
        "c", "a", "siblingOf", "z", "é", (Span(0, 24),), ("r",), Stance(tense=PRESENT)
    )
    graph = KnowledgeGraph((article,), people, (claim,), ())
    text = to_nquads(graph, SCHEMA)
    assert f"<{Iris().entity('é')}> <{KG}siblingOf> <{Iris().entity('z')}>" in text
    assert f"<{Iris().entity('z')}> <{KG}siblingOf> <{Iris().entity('é')}>" not in text
    assert from_nquads(text, (article,)) == graph


def test_confidence_is_rounded_to_two_decimals() -> None:
    """Figures that are written are rounded, and never below zero by a hair."""
    graph = told()
    claim = replace(graph.relations[0], confidence=0.123456)
    text = to_nquads(replace(graph, relations=(claim,)), SCHEMA)
    assert '"0.12"^^<http://www.w3.org/2001/XMLSchema#decimal>' in text
    tiny = replace(graph.relations[0], confidence=-0.0001)
    assert '"0.00"^^' in to_nquads(replace(graph, relations=(tiny,)), SCHEMA)


def test_an_address_that_is_no_iri_is_kept_as_text() -> None:
    """What a file gives as its URL need not be one."""
    article = Article("a", "Text.", url="see <the> page")
    store = store_of(KnowledgeGraph((article,), (), (), ()))
    assert holds('?a schema:url "see <the> page"^^xsd:anyURI', store)


def test_a_base_of_ones_own_is_used_everywhere() -> None:
    """No IRI of the default base is left when another is given."""
    base = "https://graph.example.org/x/"
    text = to_nquads(GRAPH, SCHEMA, base=base)
    assert DEFAULT_BASE not in text
    assert from_nquads(text, GRAPH.articles, base=base) == GRAPH
    assert f"@prefix e: <{base}e/> ." in to_turtle(GRAPH, SCHEMA, base=base)


BASES = ("no-iri", "https://example.org/x", "https://example.org/#x/", "a b/", "")


@pytest.mark.parametrize("base", BASES)
def test_an_unfit_base_is_refused(base: str) -> None:
    """A base must be an absolute IRI that ends in a slash, without fragment."""
    assert len(BASES) >= 5
    with pytest.raises(UsageError, match="--base"):
        to_nquads(GRAPH, SCHEMA, base=base)


# What is cut out of, or put into, the lines of a good graph.
DAMAGE = {
    "no quads": lambda text: f"say: {text}",
    "half a line": lambda text: text[: len(text) // 2],
    "no polarity": lambda text: drop(text, f"<{KG}polarity>"),
    "no evidence type": lambda text: text.replace(f"{KG}present>", f"{KG}gift>"),
    "no words": lambda text: drop(text, "#anchorOf>"),
    "another base": lambda text: text.replace(f"{DEFAULT_BASE}e/", "http://x/e/"),
    "two labels": lambda text: text + line("e/oz", "label", '"Two"@en'),
    "a label that is a triple": lambda text: (
        text + "<a:b> <a:b> <<( <a:b> <a:b> 1 )>> ."
    ),
    "a confidence in words": lambda text: text.replace('"0.90"', '"high"'),
    "a span that ends first": lambda text: text.replace("#char=0,3>", "#char=3,0>"),
}


def drop(text: str, part: str) -> str:
    """The text without the lines that hold a part."""
    return "\n".join(line for line in text.split("\n") if part not in line)


def line(subject: str, predicate: str, target: str) -> str:
    """One quad about a node of the default base."""
    where = "http://www.w3.org/2000/01/rdf-schema#"
    home = f"{DEFAULT_BASE}graph/entities"
    return f"<{DEFAULT_BASE}{subject}> <{where}{predicate}> {target} <{home}> .\n"


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_graph_is_told(damage: str) -> None:
    """A file that is not a graph of kg raises an error of kg, and no other."""
    assert len(DAMAGE) >= 10
    graph = told()
    with pytest.raises(StoreError):
        from_nquads(DAMAGE[damage](to_nquads(graph, SCHEMA)), graph.articles)


def test_turtle_groups_what_people_ask_first() -> None:
    """graph.ttl has an entity's class, names and plain facts, and no claim."""
    text = to_turtle(GRAPH, SCHEMA)
    assert (
        "e:moon-jae-in a kg:Person ;\n"
        '    rdfs:label "Moon Jae-in"@en ;\n'
        '    skos:altLabel "Moon"@en, "문재인"@en ;\n'
        "    skos:exactMatch <http://www.wikidata.org/entity/Q21001> ;\n"
        "    kg:leads e:south-korea .\n"
    ) in text
    assert "claim" not in text.partition("@prefix")[2]
    assert "kg:former" not in text


def test_an_entity_that_cannot_be_abbreviated_is_written_whole() -> None:
    """An id that Turtle's short names do not allow stands in full."""
    graph = KnowledgeGraph((), (Entity("a.b~c", "Person", "A", (), ()),), (), ())
    text = to_turtle(graph, SCHEMA)
    assert f"<{DEFAULT_BASE}e/a.b~c> a kg:Person" in text


def test_rdflib_sees_the_union_of_all_graphs() -> None:
    """SPARQL in rdflib needs no GRAPH to find entities, mentions and classes."""
    dataset = to_dataset(GRAPH, SCHEMA)
    rows = dataset.query(
        "SELECT ?label ?words WHERE { ?e kg:leads e:south-korea ; rdfs:label ?label ; "
        "gaf:denotedBy/nif:anchorOf ?words ; a/rdfs:subClassOf kg:Actor }"
    )
    assert {(str(r.label), str(r.words)) for r in rows} == {
        ("Moon Jae-in", "Moon Jae-in"),
        ("Moon Jae-in", "Moon"),
        ("Moon Jae-in", "문재인"),
    }


def test_an_unknown_format_is_refused() -> None:
    """The message names the formats there are."""
    with pytest.raises(UsageError, match="jsonld, nquads, trig, turtle"):
        export(GRAPH, SCHEMA, "rdfxml")
    assert all(export(GRAPH, SCHEMA, form).endswith("\n") for form in FORMATS)
