"""kg from Python: what `import kg` offers, and what a `kg.Graph` does."""

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from graphs import diplomacy, empty

import kg
from kg.errors import KgError, NotFound, QueryError, StoreError, UsageError
from kg.graphs import Graph, participants
from kg.model import Status
from kg.rdf import DEFAULT_BASE
from kg.schema import load_schema
from kg.store import save


@pytest.fixture(scope="module")
def graph() -> Graph:
    """A graph made by hand, in memory."""
    return Graph(diplomacy(), load_schema(), DEFAULT_BASE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same graph, saved."""
    place = tmp_path / "graph"
    save(diplomacy(), place, load_schema(), run={})
    return place


# ------------------------------------------------------------------ import kg


def test_every_public_name_is_there() -> None:
    """Each name of kg.__all__ can be had, and dir(kg) lists it."""
    assert 0 < len(kg.__all__) <= 15
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    assert set(kg.__all__) <= set(dir(kg))


def test_an_unknown_name_is_an_attribute_error() -> None:
    """kg.nothing says so as any module would."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing


def test_importing_kg_is_cheap() -> None:
    """`import kg` loads neither spaCy nor any other package."""
    code = (
        "import sys; before = set(sys.modules); import kg; "
        "new = {m.split('.')[0] for m in set(sys.modules) - before}; "
        "print(sorted(new - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "['kg']\n"


# ------------------------------------------------------------------- a graph


NAMES = [
    ("Kim Yo-jong", "kim-yo-jong"),
    ("kim yo jong", "kim-yo-jong"),
    ("KIM YO JONG", "kim-yo-jong"),
    ("kim-yo-jong", "kim-yo-jong"),
    ("https://w3id.org/newskg/id/e/kim-yo-jong", "kim-yo-jong"),
    ("문재인", "moon-jae-in"),
    ("Seoul", "south-korea"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_an_entity_is_found_by_any_name(name: str, expected: str, graph: Graph) -> None:
    """Label, alias, id and IRI all name it; case, hyphens and spaces do not matter."""
    assert len(NAMES) >= 7
    assert graph.entity(name).id == expected


def test_an_unknown_entity_is_not_found(graph: Graph) -> None:
    """A name that nothing has is an error with near names."""
    with pytest.raises(NotFound, match="Kim Yo-jong"):
        graph.entity("Kim Yo-yong")


def test_claims_about_an_entity_name_it(graph: Graph) -> None:
    """Claims about an entity are those in which it has a part, by name or itself."""
    kim = graph.entity("Kim Yo-jong")
    claims = graph.claims_about(kim)
    assert len(claims) == 3
    assert all("kim-yo-jong" in participants(claim) for claim in claims)
    assert graph.claims_about("kim yo jong") == claims


def test_a_speaker_and_a_place_have_a_part(graph: Graph) -> None:
    """Who says something and where it happens are participants too."""
    claims = graph.claims_about("Park Geun-hye")
    assert {claim.status for claim in claims} == {Status.REPORTED, Status.ASSERTED}
    assert len(graph.claims_about("Panmunjom")) == 1


def test_every_claim_shows_its_sentence(graph: Graph) -> None:
    """The sentences of a claim are words of its article."""
    texts = {article.id: article.text for article in graph.articles}
    sentences = [(c, s) for c in graph.claims for s in graph.sentences(c)]
    assert len(sentences) >= len(graph.claims) > 0
    assert all(sentence in texts[claim.article] for claim, sentence in sentences)


def test_judgements_about_an_entity(graph: Graph) -> None:
    """The judgements about an entity are those on one of its mentions."""
    assert len(graph.judgements_about("Kim Jong-un")) == 2
    assert len(graph.judgements_about("Kim Yo-jong")) == 1
    assert graph.judgements_about("Berlin") == ()


def test_sparql_is_answered(graph: Graph) -> None:
    """A query sees the union of all named graphs, with the usual prefixes."""
    answer = graph.query("SELECT ?who { ?who kg:leads e:south-korea }")
    assert answer.values == ((f"{DEFAULT_BASE}e/moon-jae-in",),)


def test_named_questions_are_answered(graph: Graph) -> None:
    """A question is asked by its name, with arguments by any alias."""
    rows = graph.query("about", e="kim yo jong").values
    assert len(rows) >= 2
    with pytest.raises(QueryError, match="no question is named"):
        graph.query("no-such-question")


def test_only_keeps_claims_of_a_status(graph: Graph) -> None:
    """A restricted graph has all entities and only the claims that pass."""
    denied = graph.only(statuses=["denied"])
    assert {claim.status for claim in denied.claims} == {Status.DENIED}
    assert denied.entities == graph.entities
    sure = graph.only(min_confidence=0.9)
    assert 0 < len(sure.claims) < len(graph.claims)
    with pytest.raises(UsageError, match="'maybe' is no status"):
        graph.only(statuses=["maybe"])


def test_other_forms_have_all_entities(graph: Graph) -> None:
    """networkx, rdflib, tables and pyvis hold what the graph holds."""
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert set(network.nodes) == {entity.id for entity in graph.entities}
    dataset = graph.to_rdflib()
    moon = rdflib.URIRef(f"{DEFAULT_BASE}e/moon-jae-in")
    assert (moon, rdflib.RDFS.label, rdflib.Literal("Moon Jae-in", "en")) in dataset
    assert len(graph.to_tables()["entities"]) == len(graph.entities)
    assert len(graph.to_pyvis().nodes) == len(graph.entities)


def test_the_page_is_html(graph: Graph) -> None:
    """html() gives the viewer as one page."""
    page = graph.html()
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "Moon Jae-in" in page


def test_view_opens_the_page(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """view() writes the page of a graph in memory, and opens it in the browser."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    page = graph.view()
    assert opened == [page.as_uri()]
    assert "Moon Jae-in" in page.read_text(encoding="utf-8")


def test_its_repr_says_how_much_there_is(graph: Graph) -> None:
    """A graph shows its size, not its contents."""
    assert repr(graph) == "<kg.Graph: 3 articles, 17 entities, 21 claims>"


def test_an_empty_graph_answers() -> None:
    """A graph of nothing has no claims and no rows, and is no error."""
    graph = Graph(empty(), load_schema(), DEFAULT_BASE)
    assert graph.claims == ()
    assert graph.query("SELECT ?a { ?a kg:leads ?b }").rows == ()
    with pytest.raises(NotFound):
        graph.entity("anybody")


# ---------------------------------------------------------------- load and build


def test_a_saved_graph_is_loaded_as_it_was(folder: Path, graph: Graph) -> None:
    """load(folder) gives the graph that was saved."""
    loaded = kg.load(folder)
    assert loaded.articles == graph.articles
    assert len(loaded.claims) == len(graph.claims)
    assert loaded.folder == folder
    assert kg.load(str(folder)).entities == loaded.entities


def test_a_folder_without_a_graph_is_an_error(tmp_path: Path) -> None:
    """A folder that is not there or holds no graph is told, as a KgError."""
    with pytest.raises(NotFound, match="no such folder"):
        kg.load(tmp_path / "nothing")
    with pytest.raises(StoreError):
        kg.load(tmp_path)
    assert issubclass(StoreError, kg.KgError)
    assert KgError is kg.KgError


@pytest.mark.model
def test_a_graph_is_built_in_memory(tmp_path: Path) -> None:
    """build() without a folder writes nothing, and skips what it cannot read."""
    good = tmp_path / "good.txt"
    text = "President Emmanuel Macron of France met Olaf Scholz in Berlin on Monday. "
    good.write_text(text * 3, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00broken")
    told: list[tuple[int, int]] = []
    graph = kg.build(
        tmp_path, published="2022-01-25", progress=lambda *done: told.append(done)
    )
    assert [article.id for article in graph.articles] == ["good"]
    assert [Path(s.where).name for s in graph.skipped] == ["bad.txt"]
    assert graph.folder is None
    assert told[-1] == (1, 1)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.txt", "good.txt"]


@pytest.mark.model
def test_a_graph_is_built_into_a_folder(tmp_path: Path) -> None:
    """What build() saves, load() opens: the same graph."""
    article = tmp_path / "a.txt"
    text = "President Emmanuel Macron of France met Olaf Scholz in Berlin on Monday. "
    article.write_text(text * 3, encoding="utf-8")
    built = kg.build([article], tmp_path / "graph", base="https://example.org/")
    loaded = kg.load(tmp_path / "graph")
    assert loaded.knowledge == built.knowledge
    assert loaded.base == "https://example.org/"


def test_wrong_inputs_are_told() -> None:
    """An input that does not exist is a UsageError before anything is loaded."""
    with pytest.raises(UsageError, match="no such file"):
        kg.build("no/such/file.txt")
