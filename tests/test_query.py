"""Questions: SPARQL and named ones, who is meant, and what is left out."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import NotFound, OntologyError, QueryError, UsageError
from kg.model import Status
from kg.query import ask, find_entity, load, parse_arguments, questions, restrict
from kg.rdf import Iris
from kg.schema import load_schema
from kg.store import save
from tests.graphs import diplomacy, empty, entity, told

SCHEMA = load_schema()
GRAPH = diplomacy()
STORE = load(GRAPH, SCHEMA)
LEADERS = "SELECT ?who ?what { ?who kg:leads ?what }"


# ------------------------------------------------------------ the named questions

MEETING = "President Moon Jae-in of South Korea met Kim Jong-un in Panmunjom on Monday."
SISTER = "Kim Yo-jong, the younger sister of Kim Jong-un, works for the Workers' Party."
IMPOSED = "The United States did not impose sanctions on North Korea on Thursday."
OFFICE = "The Liaison Office lies in Kaesong."
NO_OFFICE = "The Liaison Office is no longer in Kaesong."
MAY = "Moon said that Washington will meet Pyongyang in May."
COMMITTEE = "South Korea and North Korea belong to the Joint Committee."
VISIT = "Moon (문재인) may visit Berlin."
QUOTE = "“Kim Yo-jong leads the Workers' Party,”"
RO_JONG = "Ro Jong, a Kim Jong Un confidant, is not a member of the Workers' Party."
PARK = "Park Geun-hye, a former president, led South Korea until 2017."
CRITICISED = "Seoul criticised Pyongyang."
SIGNED = "Seoul signed the Panmunjom Declaration, and Kim thanked Moon."
BELARUS = "In 2019 the European Union sanctioned Belarus."
TALKS, ROW, NOTE = "border-talks", "sanctions-row", "메모 1/2"

# question -> arguments, how many rows, and one of them
ROWS: dict[str, tuple[dict[str, str], int, tuple[str | None, ...]]] = {
    "about": (
        {"e": "Kim Yo Jong"},
        3,
        (
            "object",
            "is a sibling of",
            "Kim Jong-un",
            "asserted",
            None,
            "2018-10-16",
            SISTER,
            TALKS,
        ),
    ),
    "agreements": (
        {},
        1,
        ("Panmunjom Declaration", "South Korea", "asserted", SIGNED, TALKS),
    ),
    "aliases": (
        {},
        27,
        ("Kim Jong-un", "Kim Jong Un", "Kim Jong-un", "same-key", "romanisation"),
    ),
    "articles": (
        {},
        3,
        (TALKS, "2018-10-16", "Example Wire", 'Leaders "meet" at the border', "9"),
    ),
    "balance": ({}, 3, ("Kim Jong-un", "Moon Jae-in", "2", "0")),
    "between": (
        {"a": "Seoul", "b": "north-korea"},
        1,
        (
            None,
            "2019-04-02",
            "accuse",
            "actor",
            "recipient",
            "asserted",
            CRITICISED,
            NOTE,
        ),
    ),
    "dyads": ({}, 5, ("European Union", "Belarus", "", "1", "0", "1", "-6")),
    "denied": (
        {},
        3,
        ("sanction", "United States", "North Korea", "2019-03-21", None, IMPOSED, ROW),
    ),
    "disputes": (
        {},
        1,
        (
            "polarity",
            "is located in",
            "negative",
            NO_OFFICE,
            NOTE,
            "positive",
            OFFICE,
            TALKS,
        ),
    ),
    "family": (
        {},
        1,
        ("Kim Jong-un", "is a sibling of", "Kim Yo-jong", "asserted", SISTER, TALKS),
    ),
    "former": (
        {},
        1,
        ("Park Geun-hye", "leads", "South Korea", "president", None, "2017", PARK, ROW),
    ),
    "kept-apart": (
        {},
        2,
        ("Kim Jong-un", "Kim Yo-jong", "different", "given-name", "sister of"),
    ),
    "meetings": (
        {},
        2,
        (
            "Kim Jong-un",
            "Moon Jae-in",
            "2018-10-15",
            "2018-10-16",
            "Panmunjom",
            None,
            "asserted",
            MEETING,
            TALKS,
        ),
    ),
    "members": (
        {},
        3,
        ("Joint Committee", "North Korea", "asserted", "false", COMMITTEE, TALKS),
    ),
    "most-connected": ({}, 16, ("South Korea", "7", "6")),
    "planned": (
        {},
        1,
        (
            "agree",
            "North Korea, United States",
            None,
            "2019-05",
            "Moon Jae-in",
            MAY,
            ROW,
        ),
    ),
    "possible": ({}, 2, ("consult", "Moon Jae-in", None, None, None, VISIT, NOTE)),
    "sanctions": (
        {},
        2,
        ("European Union", "Belarus", "2019", None, "asserted", BELARUS, ROW),
    ),
    "timeline": (
        {},
        8,
        (
            "2018-10-15",
            "2018-10-16",
            "consult",
            "Kim Jong-un, Moon Jae-in",
            None,
            "Panmunjom",
            "asserted",
            "1",
            "1",
            MEETING,
            TALKS,
        ),
    ),
    "where": (
        {},
        2,
        ("Liaison Office", "organization", "Kaesong", "asserted", OFFICE, TALKS),
    ),
    "who-leads-what": (
        {},
        4,
        (
            "Moon Jae-in",
            "President",
            "South Korea",
            "asserted",
            "false",
            MEETING,
            TALKS,
        ),
    ),
    "who-said": (
        {},
        2,
        (
            "Park Geun-hye",
            None,
            "leads",
            "Kim Yo-jong",
            "Workers' Party",
            "reported",
            QUOTE,
            NOTE,
        ),
    ),
    "works-for": (
        {},
        1,
        ("Kim Yo-jong", None, "Workers' Party", "asserted", "false", SISTER, TALKS),
    ),
}
NAMED = {question.name: question for question in questions(SCHEMA)}


def test_every_question_is_asked_here() -> None:
    """There are at least fourteen, and none without rows that it must give."""
    assert set(NAMED) == set(ROWS)
    assert len(ROWS) >= 22


@pytest.mark.parametrize("name", ROWS)
def test_a_named_question_is_answered(name: str) -> None:
    """It gives as many rows as it should, and a row known by hand."""
    arguments, count, row = ROWS[name]
    answer = ask(STORE, name, SCHEMA, arguments=arguments)
    assert row in answer.values
    assert len(answer.rows) == count
    assert all(len(found) == len(answer.variables) for found in answer.rows)


@pytest.mark.parametrize("name", ROWS)
def test_a_named_question_takes_an_empty_graph(name: str) -> None:
    """Without articles there is no answer, and no error but an unknown name."""
    store = load(empty(), SCHEMA)
    arguments = ROWS[name][0]
    if arguments:
        with pytest.raises(NotFound):
            ask(store, name, SCHEMA, arguments=arguments)
    else:
        assert ask(store, name, SCHEMA).rows == ()


@pytest.mark.parametrize("name", NAMED)
def test_a_question_says_what_it_answers(name: str) -> None:
    """The first line is for people; the rows come in one order only."""
    question = NAMED[name]
    assert question.answers
    assert question.sparql.startswith(f"# {question.answers}\n")
    assert "ORDER BY" in question.sparql


def test_facts_come_with_sentence_and_article() -> None:
    """All questions but those that count or explain names show their receipts.

    Disputes show two, one for each side.
    """
    bare = {
        name
        for name, question in NAMED.items()
        if "?sentence ?article WHERE" not in question.sparql
    }
    assert bare == {
        *("aliases", "articles", "balance", "disputes", "dyads", "kept-apart"),
        "most-connected",
    }


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("between", {"a": "Seoul"}, "between asks for a=ENTITY b=ENTITY"),
        ("between", {}, "a=ENTITY"),
        ("about", {"e": "Seoul", "x": "y"}, "about asks for e=ENTITY"),
        ("articles", {"e": "Seoul"}, "articles asks for no arguments"),
        ("abot", {}, "'abot'; did you mean about. kg query DIR --list shows all"),
        ("nothing-like-it", {}, "named 'nothing-like-it'; kg query DIR --list shows"),
        (LEADERS, {"e": "Seoul"}, "only named questions take arguments"),
    ],
)
def test_wrong_arguments_are_told(
    name: str, arguments: dict[str, str], message: str
) -> None:
    """The message names what the question asks for, or which there are."""
    with pytest.raises(QueryError, match=message):
        ask(STORE, name, SCHEMA, arguments=arguments)


def test_an_argument_is_never_pasted_into_the_query() -> None:
    """What would end a string is only a name that nothing has."""
    with pytest.raises(NotFound):
        ask(STORE, "about", SCHEMA, arguments={"e": '" } INSERT DATA { <a:b>'})


def test_arguments_are_given_as_on_a_command_line() -> None:
    """An argument is name=value, and a value may hold the sign."""
    assert parse_arguments(["a=North Korea", "b=x=y"]) == {
        "a": "North Korea",
        "b": "x=y",
    }
    with pytest.raises(QueryError, match="name=value"):
        parse_arguments(["Seoul"])


def test_questions_of_ones_own_are_added(tmp_path: Path) -> None:
    """A folder may add questions, with text for a parameter, and replace one."""
    own = "# Who is called so\n# param: name text\nSELECT ?name ?e { ?e rdfs:label ?l "
    (tmp_path / "called.rq").write_text(
        own + "FILTER(STR(?l) = ?name) } ORDER BY ?e", encoding="utf-8"
    )
    (tmp_path / "about.rq").write_text("# Mine\nASK {}", encoding="utf-8")
    answer = ask(STORE, "called", SCHEMA, arguments={"name": "Kaesong"}, extra=tmp_path)
    assert answer.variables == ("e",)
    assert answer.values == ((Iris().entity("kaesong"),),)
    assert ask(STORE, "about", SCHEMA, extra=tmp_path).boolean is True


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("silent.rq", "SELECT * { ?s ?p ?o }"),
        ("kind.rq", "# Asks\n# param: e number\nASK {}"),
        ("form.rq", "# Asks\n# param: e\nASK {}"),
        ("Bad Name.rq", "# Asks\nASK {}"),
    ],
)
def test_a_malformed_question_is_told(tmp_path: Path, name: str, text: str) -> None:
    """A file that does not say what it answers or asks for is named."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=name.split(" ", maxsplit=1)[0]):
        questions(SCHEMA, tmp_path)


# ------------------------------------------------------------------- who is meant

MEANT = {
    "kim-yo-jong": "kim-yo-jong",
    Iris().entity("kim-yo-jong"): "kim-yo-jong",
    "Kim Yo-jong": "kim-yo-jong",
    "KIM YO JONG": "kim-yo-jong",
    "kimyojong": "kim-yo-jong",
    "문재인": "moon-jae-in",
    "Moon": "moon-jae-in",
    "Seoul": "south-korea",
    "south korean": "south-korea",
    "the younger sister": "kim-yo-jong",
    "workers party": "workers-party",
}


@pytest.mark.parametrize("name", MEANT)
def test_an_entity_is_found_by_any_name(name: str) -> None:
    """IRI, id, label, alias or the words of a mention, in any case."""
    assert len(MEANT) >= 11
    assert find_entity(STORE, name) == Iris().entity(MEANT[name])


def test_an_unknown_name_has_near_ones_told() -> None:
    """A slip of the pen is not guessed, but shown."""
    with pytest.raises(NotFound, match=r"near: .*Kim Yo-jong"):
        find_entity(STORE, "Kim Yo-jang")
    with pytest.raises(NotFound, match="nothing in the graph is named 'country'"):
        find_entity(STORE, "country")


def test_a_name_of_two_is_told() -> None:
    """Two entities of one label are not mixed up: both ids are named."""
    twins = tuple(entity(i, "Person", "Cam") for i in ("cam-france", "cam-peru"))
    both = replace(empty(), entities=twins)
    with pytest.raises(QueryError, match="may be cam-france, cam-peru; give the id"):
        find_entity(load(both, SCHEMA), "cam")
    assert find_entity(load(both, SCHEMA), "cam-peru") == Iris().entity("cam-peru")


# ------------------------------------------------------------------------- SPARQL


def test_a_fact_of_two_articles_is_one_fact() -> None:
    """The default graph is the merge of all: a triple is in it once."""
    one = told()
    again = replace(one.articles[0], id="zo")
    moved = replace(one.relations[0], id="other", article="zo")
    graph = replace(
        one, articles=(*one.articles, again), relations=(*one.relations, moved)
    )
    assert len(ask(graph, LEADERS, SCHEMA).rows) == 1
    named = "SELECT ?g { GRAPH ?g { ?who kg:leads ?what } }"
    assert len(ask(graph, named, SCHEMA).rows) == 2


def test_a_folder_is_asked_as_its_graph_is(tmp_path: Path) -> None:
    """A path, a graph and a loaded graph give the same answer, under any base."""
    base = "https://example.org/x/"
    save(GRAPH, tmp_path, SCHEMA, base=base, run={})
    answer = ask(tmp_path, "SELECT ?l { e:kaesong rdfs:label ?l }", SCHEMA)
    assert answer.values == (("Kaesong",),)
    found = ask(tmp_path, "about", SCHEMA, arguments={"e": "Berlin"})
    assert found == ask(GRAPH, "about", SCHEMA, arguments={"e": "Berlin"})
    assert len(found.rows) == 2


@pytest.mark.parametrize("prefix", sorted(Iris().prefixes))
def test_the_contracts_prefixes_are_declared(prefix: str) -> None:
    """They need no PREFIX, but may have one that says otherwise."""
    assert len(Iris().prefixes) >= 14
    assert ask(
        STORE,
        f"ASK {{ FILTER(BOUND(?x) || true) OPTIONAL {{ ?x {prefix}:a 1 }} }}",
        SCHEMA,
    ).boolean
    other = f"PREFIX {prefix}: <http://other/> SELECT (STR({prefix}:a) AS ?iri) {{}}"
    assert ask(STORE, other, SCHEMA).values == (("http://other/a",),)


def test_a_syntax_error_has_its_place() -> None:
    """Line and column are those of the query as it was written."""
    with pytest.raises(QueryError) as caught:
        ask(STORE, "SELECT ?x {\n  ?x kg:leads ?y", SCHEMA)
    assert "line 2, column 17: expected" in str(caught.value)
    assert str(caught.value).endswith("\n  ?x kg:leads ?y\n                ^")


LONG = [
    "SELECT ?x { ?x",
    "SELECT ?x ?x foo",
    "SELEC",
    "SELECT * { ?a ?b }",
    'ASK { ?a "[" ?b }',
]


@pytest.mark.parametrize("query", LONG)
def test_a_syntax_error_is_short(query: str) -> None:
    """One line with the place, the line that it means, and a mark; no grammar."""
    assert len(LONG) >= 5
    with pytest.raises(QueryError) as caught:
        ask(STORE, query, SCHEMA)
    first, shown, mark = str(caught.value).split("\n")
    assert re.search(r"does not parse: line 1, column \d+: \S+", first)
    assert "u{" not in first
    assert not first.endswith(("expected", "one of", ",", " "))
    assert (shown, mark.strip()) == (query, "^")


def test_an_undeclared_prefix_is_told() -> None:
    """The message names the prefixes that there are."""
    with pytest.raises(QueryError, match=r"prefix is not declared; .*kg:, nif:"):
        ask(STORE, "SELECT ?x { ?x foaf:name ?y }", SCHEMA)


def test_construct_and_describe_give_triples() -> None:
    """Triples are sorted and unique."""
    answer = ask(STORE, "CONSTRUCT { ?o kg:isLedBy ?s } { ?s kg:leads ?o }", SCHEMA)
    assert answer.triples is not None
    assert len(answer.triples) == 1
    described = ask(STORE, "DESCRIBE e:kaesong", SCHEMA).triples or ()
    assert len(described) >= 4
    assert list(described) == sorted(described, key=str)


# --------------------------------------------------------------------- the filters


def test_only_claims_that_pass_are_asked() -> None:
    """Restricting drops claims with their plain facts; entities stay."""
    low = ask(GRAPH, "SELECT * { e:ro-jong kg:nationality ?x }", SCHEMA)
    assert len(low.rows) == 1
    sure = ask(
        GRAPH,
        "SELECT * { e:ro-jong kg:nationality ?x }",
        SCHEMA,
        min_confidence=0.5,
    )
    assert sure.rows == ()
    query = "SELECT DISTINCT ?s { ?c kg:status ?s }"
    denied = ask(GRAPH, query, SCHEMA, statuses=[Status.DENIED])
    assert [row[0] for row in denied.values] == [
        "https://w3id.org/newskg/ontology#denied"
    ]
    assert len(ask(GRAPH, "aliases", SCHEMA, statuses=[]).rows) == 27


def test_a_folder_can_be_restricted(tmp_path: Path) -> None:
    """The limits hold for a folder as for a graph."""
    save(GRAPH, tmp_path, SCHEMA, run={})
    count = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c kg:status ?s }"
    for statuses in ([Status.ASSERTED], [Status.PLANNED, Status.DENIED], None):
        limited = restrict(GRAPH, statuses=statuses, min_confidence=0.8)
        (row,) = ask(
            tmp_path, count, SCHEMA, statuses=statuses, min_confidence=0.8
        ).values
        assert row == (str(len(limited.claims)),)
    assert restrict(GRAPH) == GRAPH


def test_a_loaded_graph_cannot_be_restricted() -> None:
    """The limits must be given when it is loaded."""
    with pytest.raises(UsageError, match="load it with the limits"):
        ask(STORE, LEADERS, SCHEMA, min_confidence=0.5)
