"""What a query may not do: change the graph, call another server, break the engine."""

import socket
import threading
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import ask, load
from kg.query.guard import MAX_DEPTH, MAX_LENGTH, MAX_TOKENS
from kg.schema import load_schema
from tests.graphs import diplomacy

SCHEMA = load_schema()
STORE = load(diplomacy(), SCHEMA)

UPDATES = (
    "INSERT DATA { <a:b> <a:b> <a:b> }",
    "PREFIX a: <http://a#> # DROP\nDELETE WHERE { ?s ?p ?o }",
    "BASE <http://x/> LOAD <http://127.0.0.1/>",
    "clear all",
    "DROP GRAPH <a:b>",
    "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "CREATE GRAPH <a:b>",
    "ADD <a:b> TO <a:c>",
    "COPY <a:b> TO <a:c>",
    "MOVE <a:b> TO <a:c>",
)


@pytest.mark.parametrize("query", UPDATES)
def test_an_update_is_refused(query: str) -> None:
    """Queries only read, and the message says so."""
    assert len(UPDATES) >= 10
    with pytest.raises(QueryError, match="queries only read"):
        ask(STORE, query, SCHEMA)


# A query that reaches for another server, however it is written; %s is the server.
SERVICES = (
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { service silent <%s> { ?s ?p ?o } }",
    "SELECT * { SERVICE\n#\n<%s>{?s ?p ?o} }",
    "PREFIX : <%s> SELECT * { SERVICE:{ ?s ?p ?o } }",
    "PREFIX x: <%s> SELECT * { ?s ?p 1SERVICE x:{ ?a ?b ?c } }",
    "SELECT * { ?s ?p trueSERVICE<%s>{ ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o } ORDER BY EXISTS { SERVICE<%s> { ?a ?b ?c } }",
    "SELECT * { VALUES ?x { <%s> } SERVICE ?x { ?a ?b ?c } }",
    "SELECT * { FILTER(?a<?b)SERVICE<%s>{ ?c ?d ?e } }",
    "SELECT * { BIND(1<2 AS ?x)#>\n SERVICE<%s>{ ?c ?d ?e } }",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<?a#>'''\n)SERVICE<%s>{ ?c ?d ?e }#'''\n}",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<?a='>'||1)SERVICE<%s>{ ?c ?d ?e }#'\n}",
    "SELECT * { ?s ?p 'a' # '''\n SERVICE<%s>{ ?c ?d ?e } # '''\n}",
    "SELECT * { ?s ?p 'a' # '''\r SERVICE<%s>{ ?c ?d ?e } # '''\r}",
    'SELECT * { ?s ?p "\\"" . SERVICE<%s>{ ?c ?d ?e } # "\n}',
    "SELECT * { ?s ?p <http://x#> . SERVICE<%s>{ ?c ?d ?e } }",
    "PREFIX x: <%s> SELECT * { ?s ?p x:a\\#b . SERVICE x:{ ?c ?d ?e } }",
)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and who called there."""
    calls: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, address = listener.accept()
                except TimeoutError:
                    continue
                calls.append(str(address))
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", calls
        done.set()
        thread.join()


def test_no_query_reaches_another_server(server: tuple[str, list[str]]) -> None:
    """SERVICE is refused in every disguise, before the engine sees it."""
    address, calls = server
    assert len(SERVICES) >= 17
    for query in SERVICES:
        with pytest.raises(QueryError):
            ask(STORE, query.replace("%s", address), SCHEMA)
    # FROM names graphs of ours only; it is not fetched
    ask(STORE, "SELECT * FROM <%s> { ?s ?p ?o }".replace("%s", address), SCHEMA)
    assert calls == []


def test_the_server_would_have_heard(server: tuple[str, list[str]]) -> None:
    """Without the guard the engine calls: the test above can fail."""
    address, calls = server
    with pytest.raises(OSError, match=r"."):
        list(ox.Store().query(SERVICES[0].replace("%s", address)))
    assert len(calls) >= 1


HARMLESS = (
    "# SERVICE <http://x>\nSELECT * { ?s ?p ?o } LIMIT 1",
    "SELECT ?service { ?service kg:leads ?o }",
    "SELECT * { ?s ?p 'SERVICE <x> { }' }",
    'SELECT * { ?s ?p """SERVICE\n<x> { }""" }',
    "SELECT * { ?s ?p 'x'@en-service }",
    "SELECT * { ?s kg:service <http://service.example.org/SERVICE> }",
    "SELECT * { ?s ?p ?o FILTER(1 < 2 && 3 > 2) } LIMIT 1",
    "SELECT * { ?s <http://example.org/insert> 'DROP ALL' }",
    "SELECT (1 AS ?delete) {} # INSERT",
)


@pytest.mark.parametrize("query", HARMLESS)
def test_a_word_in_a_string_or_name_is_harmless(query: str) -> None:
    """Comments, strings, IRIs, variables and local names may say what they like."""
    assert len(HARMLESS) >= 9
    assert ask(STORE, query, SCHEMA).variables


TOO_MUCH = (
    "SELECT * " + "{" * 5000 + "}" * 5000,
    "SELECT * { ?s ?p ?o FILTER(" + "(" * 200 + "1" + ")" * 200 + ") }",
    "SELECT * { ?s ?p ?o FILTER(" + "!" * 20_000 + "true) }",
    "SELECT * { ?s <a:p>" + "/<a:p>" * 9_000 + " ?o }",
    "SELECT * { ?s ?p ?o " + "OPTIONAL{}" * 6_000 + "}",
    "SELECT * { ?s ?p " + "[<a:b> " * 1000 + "1" + "]" * 1000 + " }",
    "SELECT * { ?s ?p '" + "x" * 70_000 + "' }",
)


@pytest.mark.parametrize("query", TOO_MUCH, ids=range(len(TOO_MUCH)))
def test_what_would_break_the_engine_is_refused(query: str) -> None:
    """The engine's parser ends the process on these; here they are an error."""
    assert len(TOO_MUCH) >= 7
    with pytest.raises(QueryError, match=r"at most|nested deeper"):
        ask(STORE, query, SCHEMA)


def test_what_the_guard_lets_through_does_not_break_the_engine() -> None:
    """Queries just below the limits are answered."""
    deep = "SELECT * " + "{" * MAX_DEPTH + "}" * MAX_DEPTH
    assert ask(STORE, deep, SCHEMA).rows == ((),)
    long = "!" * (MAX_TOKENS - 12)
    assert ask(STORE, f"SELECT * {{ FILTER({long}true) }}", SCHEMA).rows == ((),)
    wide = f"SELECT ('{'x' * (MAX_LENGTH - 30)}' AS ?x) {{}}"
    assert len(ask(STORE, wide, SCHEMA).rows) == 1
