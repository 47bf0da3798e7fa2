"""kg serve: the page and the endpoint, as programs and browsers meet them."""

import hashlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from graphs import diplomacy, empty
from interrupts import heed_interrupts

from kg.errors import KgError
from kg.schema import load_schema
from kg.serve import Engine, Serving, Site
from kg.serve.accept import ROWS, TRIPLES, choose
from kg.serve.answers import Answers
from kg.serve.protocol import FORM, QUERY, Refused, query_of
from kg.store import save, write_atomically
from kg.view import render

LEADERS = "SELECT ?who ?what { ?who kg:leads|kg:siblingOf|kg:worksFor ?what }"
SISTERS = "CONSTRUCT WHERE { ?s kg:siblingOf ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass(frozen=True)
class Got:
    """A reply as urllib gives it."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class Client:
    """Asks a server, by urllib alone."""

    address: str

    def get(self, path: str, method: str = "GET", **headers: str) -> Got:
        """Ask for a path; names of headers with underscores."""
        return self._send(path, None, method, headers)

    def post(self, path: str, body: bytes, media: str, **headers: str) -> Got:
        """Send a body."""
        return self._send(path, body, "POST", {"Content_Type": media, **headers})

    def ask(self, query: str, **headers: str) -> Got:
        """Ask SPARQL by GET."""
        return self.get(f"sparql?{urlencode({'query': query})}", **headers)

    def _send(
        self, path: str, body: bytes | None, method: str, headers: Mapping[str, str]
    ) -> Got:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(  # noqa: S310 - to our own server
            self.address + path, body, named, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:  # noqa: S310
                return Got(reply.status, dict(reply.headers), reply.read())
        except urllib.error.HTTPError as error:
            with error:
                return Got(error.code, dict(error.headers), error.read())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph made by hand, with its page."""
    place = tmp_path_factory.mktemp("served") / "graph"
    schema, graph = load_schema(), diplomacy()
    save(graph, place, schema, run={}, page=render(graph, schema))
    return place


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Client]:
    """A server on a free port."""
    yield from _served(Engine(folder))


def _served(engine: Engine) -> Iterator[Client]:
    serving = Serving(Site(engine.folder, engine), 0)
    thread = threading.Thread(target=serving.run)
    thread.start()
    yield Client(serving.address)
    serving.stop()
    thread.join()
    serving.close()


# ------------------------------------------------------------------------ the page


def test_the_page_is_the_file(client: Client, folder: Path) -> None:
    """GET / gives the bytes of graph.html, as HTML in UTF-8."""
    got = client.get("")
    assert got.status == 200
    assert got.body == (folder / "graph.html").read_bytes()
    assert got.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_page_that_is_known_is_not_sent_again(client: Client) -> None:
    """The ETag of the page, sent back, saves the page; another does not."""
    tag = client.get("").headers["ETag"]
    for known in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        again = client.get("", If_None_Match=known)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["ETag"] == tag
    assert client.get("", If_None_Match='"other"').status == 200


def test_the_head_of_the_page_has_no_body(client: Client, folder: Path) -> None:
    """HEAD tells how long the page is and no more."""
    got = client.get("", method="HEAD")
    size = (folder / "graph.html").stat().st_size
    assert (got.status, got.body) == (200, b"")
    assert got.headers["Content-Length"] == str(size)


SAFE = {
    "Cache-Control": "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.mark.parametrize("path", ["", "sparql", "nothing", "sparql?query=ASK%7B%7D"])
def test_every_reply_is_guarded(path: str, client: Client) -> None:
    """Whatever is asked for, the reply may not be framed, sniffed or embedded."""
    got = client.get(path)
    assert len(SAFE) == 6
    assert {name: got.headers[name] for name in SAFE} == SAFE
    assert "frame-ancestors 'none'" in got.headers["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in got.headers


def test_the_server_changes_nothing(client: Client, folder: Path) -> None:
    """After questions of every kind the folder is as it was."""

    def state() -> dict[str, str]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
        }

    before = state()
    client.get("")
    client.ask(LEADERS)
    client.ask("INSERT DATA { <x:a> <x:b> <x:c> }")
    client.post("sparql", b"update=CLEAR+ALL", FORM)
    assert state() == before
    assert len(before) >= 5


# ------------------------------------------------------------------------ answers


def test_rows_come_by_get_form_and_body(client: Client) -> None:
    """The three ways of the protocol give one answer, JSON by default."""
    replies = [
        client.ask(LEADERS),
        client.post("sparql", urlencode({"query": LEADERS}).encode(), FORM),
        client.post("sparql", LEADERS.encode(), f"{QUERY}; charset=utf-8"),
    ]
    assert [got.status for got in replies] == [200, 200, 200]
    assert len({got.body for got in replies}) == 1
    found = json.loads(replies[0].body)
    assert found["head"]["vars"] == ["who", "what"]
    assert len(found["results"]["bindings"]) >= 2
    media = "application/sparql-results+json; charset=utf-8"
    assert replies[0].headers["Content-Type"] == media
    assert replies[0].headers["Vary"] == "Accept"


@pytest.mark.parametrize("media", [media for media, _ in ROWS])
def test_rows_come_in_every_form(media: str, client: Client) -> None:
    """Each offered type of rows is given when it is asked for, and reads back."""
    assert len(ROWS) == 7
    got = client.ask(LEADERS, Accept=media)
    assert got.status == 200
    assert got.headers["Content-Type"].startswith(media)
    if media.endswith("xml"):
        ElementTree.fromstring(got.body)  # noqa: S314 - our own
    elif media.endswith("json"):
        json.loads(got.body)
    else:
        assert got.text.splitlines()[0].lstrip("?").startswith("who")
        assert len(got.text.splitlines()) >= 3


@pytest.mark.parametrize(("media", "form"), TRIPLES)
def test_triples_come_in_every_form(media: str, form: str, client: Client) -> None:
    """Each offered type of triples is given when asked for, and holds the same."""
    assert len(TRIPLES) == 7
    reader = {
        "turtle": ox.RdfFormat.TURTLE,
        "ntriples": ox.RdfFormat.N_TRIPLES,
        "rdfxml": ox.RdfFormat.RDF_XML,
        "jsonld": ox.RdfFormat.JSON_LD,
        "trig": ox.RdfFormat.TRIG,
        "nquads": ox.RdfFormat.N_QUADS,
    }[form]
    got = client.ask(SISTERS, Accept=media)
    assert got.status == 200
    assert got.headers["Content-Type"].startswith(media)
    triples = {str(quad.triple) for quad in ox.parse(got.body, format=reader)}
    plain = client.ask(SISTERS)
    assert plain.headers["Content-Type"].startswith("text/turtle")
    known = {str(q.triple) for q in ox.parse(plain.body, format=ox.RdfFormat.TURTLE)}
    assert triples == known
    assert len(triples) >= 1


def test_describe_and_ask_are_answered(client: Client) -> None:
    """DESCRIBE gives triples, ASK yes or no."""
    assert "rdfs:label" in client.ask("DESCRIBE e:moon-jae-in").text
    assert json.loads(client.ask("ASK { ?s kg:leads ?o }").body)["boolean"] is True


def test_letters_of_any_script_pass(client: Client) -> None:
    """A question and its answer keep letters of other scripts."""
    query = 'SELECT ?e { ?e skos:altLabel|rdfs:label "문재인"@en }'
    assert "moon-jae-in" in client.ask(query, Accept="text/csv").text


ACCEPTS = [
    (None, "json"),
    ("", "json"),
    ("*/*", "json"),
    ("text/csv", "csv"),
    ("text/*", "csv"),
    ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "xml"),
    ("TEXT/CSV ; Q=1.0", "csv"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "xml"),
    ("application/json;q=0, */*;q=0.1", "json"),
    ("application/*;q=0, text/tab-separated-values", "tsv"),
    ("image/png", None),
    ("text/csv;q=0", None),
    ("text/csv;q=much", None),
    ("application/sparql-results+json, */*;q=0", "json"),
]


@pytest.mark.parametrize(("accept", "form"), ACCEPTS)
def test_the_form_is_the_one_that_is_liked_best(
    accept: str | None, form: str | None
) -> None:
    """The heaviest range wins, of ranges the closest, of equals the first offer."""
    assert len(ACCEPTS) == 14
    chosen = choose(accept, ROWS)
    assert (chosen and chosen[1]) == form


# ----------------------------------------------------------------------- refusals

QUERIED = f"sparql?query={quote(LEADERS)}"
REFUSED = [
    ("GET", "nothing", {}, 404, "the page is at /"),
    ("GET", "graph.nq", {}, 404, "the graph at /sparql"),
    ("GET", "..%2f..%2fetc/passwd", {}, 404, "nothing is here"),
    ("POST", "", {}, 405, "/ takes GET and HEAD"),
    ("PUT", "sparql", {}, 405, "/sparql takes GET and POST, and changes nothing"),
    ("DELETE", "", {}, 405, "changes nothing"),
    ("PATCH", "sparql", {}, 405, "changes nothing"),
    ("OPTIONS", "sparql", {"Origin": "http://localhost"}, 405, "GET and POST"),
    ("GET", "sparql", {}, 400, "no query came"),
    ("GET", "sparql?query=", {}, 400, "no query came"),
    ("GET", "sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, 400, "more than one"),
    ("GET", "sparql?update=CLEAR+ALL", {}, 403, "read-only"),
    ("GET", f"{QUERIED}&default-graph-uri=x:y", {}, 400, "union of all"),
    ("GET", f"{QUERIED}&named-graph-uri=x:y", {}, 400, "GRAPH"),
    ("GET", QUERIED, {"Accept": "image/png"}, 406, "text/csv"),
    ("GET", QUERIED, {"Accept": "text/turtle"}, 406, "sparql-results+json"),
    ("GET", "", {"Host": "evil.example"}, 403, "not to 'evil.example'"),
    ("GET", QUERIED, {"Host": "kg.evil.example:80"}, 403, "127.0.0.1 and localhost"),
    ("GET", "", {"Host": "127.0.0.1.evil.example"}, 403, "only"),
    ("GET", "", {"Host": "192.168.1.7"}, 403, "only"),
    ("GET", "", {"Host": "user@evil.example"}, 403, "only"),
    ("GET", QUERIED, {"Origin": "https://evil.example"}, 403, "pages of other places"),
    ("GET", QUERIED, {"Origin": "null"}, 403, "pages of other places"),
]


@pytest.mark.parametrize(("method", "path", "headers", "status", "words"), REFUSED)
def test_what_is_refused_is_told_why(
    method: str,
    path: str,
    headers: dict[str, str],
    status: int,
    words: str,
    client: Client,
) -> None:
    """Each refusal has its status, and says in plain words what would be right."""
    assert len(REFUSED) == 23
    got = client.get(path, method=method, **headers)
    assert got.status == status
    assert words in got.text
    assert got.headers["Content-Type"] == "text/plain; charset=utf-8"
    if status == 405:
        assert "GET" in got.headers["Allow"]


BAD_QUERIES = [
    ("SELECT * { ?s kg:leads", "does not parse: line 1"),
    ("SELECT * {\n  ?s nope:leads ?o }", "the prefix is not declared"),
    ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "kg asks nobody"),
    ("LOAD <http://127.0.0.1:1/>", "LOAD would change the graph"),
    ("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT would change the graph"),
    ("ASK " + "{" * 500 + "}" * 500, "nested deeper"),
    ("no-such-question", "no-such-question"),
]


@pytest.mark.parametrize(("query", "words"), BAD_QUERIES)
def test_a_bad_query_gets_the_words_of_the_parser(
    query: str, words: str, client: Client
) -> None:
    """What kg query says of a wrong query, the endpoint says with status 400."""
    assert len(BAD_QUERIES) == 7
    got = client.ask(query)
    assert got.status == 400
    assert words in got.text


BODIES = [
    (b"query=ASK%7B%7D", "text/plain", 415),
    (b"ASK {}", "", 415),
    (b"CLEAR ALL", "application/sparql-update", 403),
    (b"\xff\xfe", QUERY, 400),
    (b"update=CLEAR+ALL", FORM, 403),
    (b"q=ASK", FORM, 400),
]


@pytest.mark.parametrize(("body", "media", "status"), BODIES)
def test_bodies_that_are_no_query_are_refused(
    body: bytes, media: str, status: int, client: Client
) -> None:
    """Only a form with a query and a query itself are taken by POST."""
    assert len(BODIES) == 6
    assert client.post("sparql", body, media).status == status
    with pytest.raises(Refused) as refused:
        query_of("", media, body)
    assert refused.value.status == status


def test_a_great_or_chunked_body_is_refused(client: Client) -> None:
    """A body too long for any query is not read, nor one of unknown length."""
    host = urlsplit(client.address).netloc
    for headers, status in (
        ({"Content-Length": str(10**9)}, 413),
        ({"Content-Length": "-1"}, 413),
        ({"Transfer-Encoding": "chunked"}, 411),
    ):
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.putrequest("POST", "/sparql")
        for name, value in {"Content-Type": QUERY, **headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        reply = connection.getresponse()
        assert reply.status == status
        assert reply.read()
        connection.close()


def test_a_request_without_a_host_is_refused(client: Client) -> None:
    """HTTP/1.0 without Host tells not whom it means."""
    host, port = urlsplit(client.address).netloc.split(":")
    with socket.create_connection((host, int(port)), timeout=20) as sock:
        sock.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert b" 403 " in sock.makefile("rb").readline()


def test_other_addresses_of_the_machine_are_not_listened_on(client: Client) -> None:
    """Only 127.0.0.1 is bound: the next address of the same machine refuses."""
    port = int(client.address.rstrip("/").rpartition(":")[2])
    with pytest.raises(OSError, match=r"refused|unreachable|assign"):
        socket.create_connection(("127.0.0.2", port), timeout=5)


# -------------------------------------------------------------------- the engine


def test_an_endless_query_is_ended_and_the_next_answered(folder: Path) -> None:
    """What takes too long gets 503, and the server goes on."""
    for client in _served(Engine(folder, seconds=1.5)):
        assert client.ask("ASK {}").status == 200
        started = time.monotonic()
        got = client.ask(ENDLESS)
        assert (got.status, "1.5 seconds" in got.text) == (503, True)
        assert time.monotonic() - started < 15
        assert client.ask(LEADERS).status == 200


def test_the_page_is_given_while_a_query_runs(folder: Path) -> None:
    """A long query holds up other queries only."""
    for client in _served(Engine(folder, seconds=3)):
        assert client.ask("ASK {}").status == 200
        asking = threading.Thread(target=client.ask, args=(ENDLESS,))
        asking.start()
        started = time.monotonic()
        assert client.get("").status == 200
        assert time.monotonic() - started < 2.5
        asking.join()


def test_answers_have_at_most_so_many_rows(folder: Path) -> None:
    """A longer answer is refused with words, one of just that length is given."""
    answers = Answers.of(folder, None, 3)
    few, many = (f"SELECT * {{ ?s ?p ?o }} LIMIT {n}" for n in (3, 4))
    assert answers.reply(few, None)[0] == 200
    assert answers.reply(many, None)[0] == 400
    status, _, body = answers.reply("CONSTRUCT WHERE { ?s ?p ?o }", None)
    assert (status, b"more than 3 rows; add LIMIT 3" in body) == (400, True)


def test_a_graph_that_is_built_again_is_seen(tmp_path: Path) -> None:
    """The endpoint answers from the graph as it now lies there."""
    schema, place = load_schema(), tmp_path / "graph"
    save(diplomacy(), place, schema, run={}, page="<p>one")
    query = "ASK { ?s kg:leads ?o }"
    for client in _served(Engine(place)):
        assert json.loads(client.ask(query).body)["boolean"] is True
        save(empty(), place, schema, run={}, page="<p>two")
        assert json.loads(client.ask(query).body)["boolean"] is False
        assert client.get("").text == "<p>two"


def test_a_graph_that_breaks_is_told(tmp_path: Path) -> None:
    """When the files go wrong, the server says so and stays."""
    place = tmp_path / "graph"
    save(diplomacy(), place, load_schema(), run={}, page="<p>one")
    for client in _served(Engine(place)):
        write_atomically(place / "graph.nq", "no quads\n")
        got = client.ask("ASK {}")
        assert got.status == 500
        assert "build the graph again" in got.text
        (place / "graph.html").unlink()
        assert client.get("").status == 404


# -------------------------------------------------------------------- the command


def _command(folder: Path, *more: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", str(folder), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=heed_interrupts,
    )


def test_the_command_serves_until_it_is_interrupted(folder: Path) -> None:
    """Kg serve prints the address, answers there, and ends with 130 on Ctrl-C."""
    with _command(folder, "--port", "0") as running:
        assert running.stdout is not None
        client = Client(running.stdout.readline().strip())
        assert client.address.startswith("http://127.0.0.1:")
        assert client.get("").body == (folder / "graph.html").read_bytes()
        assert client.ask("ASK {}").status == 200
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert f"SPARQL at {client.address}sparql; Ctrl-C ends it" in told
    assert "Traceback" not in told
    with pytest.raises(urllib.error.URLError):
        client.get("")


def test_a_port_in_use_is_told_with_the_cure(folder: Path, tmp_path: Path) -> None:
    """Two servers cannot share a port: the second says which option mends it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with _command(folder, "--port", str(port)) as running:
            out, told = running.communicate(timeout=60)
        with pytest.raises(KgError, match="--port"):
            Serving(Site(folder, Engine(folder)), port)
    assert (running.returncode, out) == (1, "")
    assert f"error: port {port} is in use" in told
    assert "--port 0" in told
    with _command(tmp_path) as running:
        _, told = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "build the graph with kg build" in told
