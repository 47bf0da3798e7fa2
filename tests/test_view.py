"""The page as text: what it holds, what it loads, and that it is always the same."""

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from browser.graphs import EVIL, LONG, hostile, korea, wide

from kg.errors import KgError
from kg.model import (
    EventClaim,
    KnowledgeGraph,
    RelationClaim,
    Span,
    Stance,
)
from kg.schema import Schema, load_schema
from kg.view import render, to_pyvis
from kg.view.data import pairs
from kg.view.page import data_element, encode
from kg.view.style import STATIC, WEB, load_style


@pytest.fixture(scope="module")
def schema() -> Schema:
    """The built-in ontology."""
    return load_schema()


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._inside: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element; begin a script or style."""
        self.elements.append((tag, dict(attrs)))
        self._inside = {"script": self.scripts, "style": self.styles}.get(tag)
        if self._inside is not None:
            self._inside.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - HTMLParser calls it
        """End a script or style."""
        self._inside = None

    def handle_data(self, data: str) -> None:
        """Keep what stands in a script or style."""
        if self._inside is not None:
            self._inside[-1] += data

    def data(self, name: str) -> Any:
        """The JSON of a data element."""
        scripts = [a for tag, a in self.elements if tag == "script"]
        index = next(i for i, a in enumerate(scripts) if a.get("id") == name)
        return json.loads(self.scripts[index])


@pytest.fixture(scope="module")
def page(schema: Schema) -> Page:
    """The page of the two Koreas."""
    return Page(render(korea(), schema, title="Two Koreas"))


# ------------------------------------------------------------------- offline


@pytest.mark.parametrize("graph", [korea(), hostile(), wide(40)])
def test_page_refers_to_nothing_outside(graph: KnowledgeGraph, schema: Schema) -> None:
    """No element of the page has an address but the jumps to its own parts."""
    page = Page(render(graph, schema))
    names = ("src", "href", "srcset", "action", "data", "poster", "background")
    found = [a[name] for _, a in page.elements for name in names if name in a]
    assert found == ["#panel", "#tabs", "#filters", "#search"]
    assert not any(
        tag in ("link", "iframe", "object", "img") for tag, _ in page.elements
    )
    assert len(page.styles) == 1
    assert not re.search(r"url\(|@import", page.styles[0])


def test_policy_allows_its_own_scripts_alone(page: Page) -> None:
    """The policy names the hash of each script that runs, and forbids the rest."""
    policies = [a["content"] for _, a in page.elements if "http-equiv" in a]
    running = [
        script
        for (_, attributes), script in zip(
            [e for e in page.elements if e[0] == "script"], page.scripts, strict=True
        )
        if "type" not in attributes
    ]
    assert len(policies) == 1
    assert len(running) == 3
    policy = str(policies[0])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    allowed = policy.split("script-src ")[1].split(";")[0].split()
    digests = [hashlib.sha256(s.encode()).digest() for s in running]
    assert allowed == [f"'sha256-{base64.b64encode(d).decode()}'" for d in digests]


def test_scripts_build_no_markup_from_strings() -> None:
    """Our scripts never let a string become markup or code."""
    sources = sorted((WEB / "src").rglob("*.ts"))
    assert len(sources) >= 30
    banned = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
        r"|srcdoc|fetch\(|XMLHttpRequest|importScripts|WebSocket|DOMParser"
    )
    for path in sources:
        assert banned.findall(path.read_text(encoding="utf-8")) == [], path.name


def test_built_files_are_all_there_is() -> None:
    """What the page is made of lies built beside its source, and nothing else does."""
    names = ["NOTICE", "theme.js", "viewer.css", "viewer.js", "webgl.js"]
    assert sorted(path.name for path in STATIC.iterdir()) == names


def test_engine_for_large_graphs_is_in_their_pages_alone(schema: Schema) -> None:
    """A page of 800 entities carries the WebGL engine, one of 799 does not."""
    engine = (STATIC / "webgl.js").read_text(encoding="utf-8")
    start = engine[:200]
    assert "<" not in start
    assert start in render(wide(800), schema)
    assert start not in render(wide(799), schema)


def test_page_stays_small(schema: Schema) -> None:
    """A small graph makes a page under 760 kB, most of it vis-network.

    1.2 MB beside the data are allowed; a large graph's page also carries WebGL.
    """
    assert len(render(korea(), schema).encode()) < 760_000


def test_page_carries_the_licences(schema: Schema) -> None:
    """The page names the code of others that is in it, with its licence."""
    html = render(korea(), schema)
    notice = (STATIC / "NOTICE").read_text(encoding="utf-8")
    assert notice in html
    assert "--" not in notice
    assert "visjs contributors" in html
    for name in ("graphology", "sigma"):
        assert re.search(rf"^{name} \d[\d.]+ \(MIT\)$", notice, re.MULTILINE)


# --------------------------------------------------------------------- data


def test_page_holds_all_of_the_graph(page: Page) -> None:
    """Every article, entity and claim is in the page, with every offset."""
    data, graph = page.data("kg-data"), korea()
    assert [a["text"] for a in data["articles"]] == [a.text for a in graph.articles]
    assert [e["id"] for e in data["entities"]] == [e.id for e in graph.entities]
    assert [c["id"] for c in data["claims"]] == [c.id for c in graph.claims]
    for told, claim in zip(data["claims"], graph.claims, strict=True):
        assert told["status"] == claim.status
        assert [Span(*span) for span in told["evidence"]] == list(claim.evidence)
    words = [
        data["articles"][article]["text"][start:end]
        for entity in data["entities"]
        for article, start, end in entity["mentions"]
    ]
    assert words == [m.mention.words for e in graph.entities for m in e.mentions]
    assert len(words) >= 40


def test_every_drawn_line_has_a_sentence(page: Page) -> None:
    """Each edge drawn stands for a claim with evidence, and each pair is drawn."""
    data, drawing = page.data("kg-data"), page.data("kg-drawing")
    reached = {
        tuple(sorted(pair))
        for claim in data["claims"]
        for pair in claim["pairs"]
        if claim["evidence"]
    }
    drawn = [(e["from"], e["to"]) for e in drawing["edges"]]
    assert len(drawn) >= 14
    assert sorted(reached) == drawn


def test_terms_come_with_labels_and_looks(page: Page) -> None:
    """Classes and claims bring the ontology's label and a look of the palette."""
    terms = page.data("kg-data")["terms"]
    assert terms["claim"]["leads"] == {
        "label": "leads",
        "kind": "relation",
        "family": "structure",
    }
    assert terms["claim"]["Accuse"] == {
        "label": "accuse",
        "kind": "event",
        "family": "conflict",
        "quad": "verbal-conflict",
        "score": -3.0,
    }
    assert terms["claim"]["Consult"]["family"] == "cooperation"
    assert terms["mode"]["explosives"]["label"] == "explosives"
    assert terms["class"]["Country"]["look"] == "Country"


SO = Stance()


def _event(actors: str, recipients: str) -> EventClaim:
    return EventClaim(
        "c", "a", "Consult", Span(0, 1), tuple(actors.split()),
        tuple(recipients.split()), (Span(0, 2),), ("r",), SO,
    )  # fmt: skip


PAIRS = [
    (_event("a b", ""), [("a", "b")]),
    (_event("c a b", ""), [("a", "b"), ("a", "c"), ("b", "c")]),
    (_event("b a", "c d"), [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]),
    (_event("a", ""), []),
    (_event("", "a"), []),
    (_event("", "a b"), []),
    (_event("a", "a"), []),
    (_event("a b", "a"), [("b", "a")]),
    (RelationClaim("c", "a", "leads", "a", "b", (Span(0, 2),), ("r",), SO),
     [("a", "b")]),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "expected"), PAIRS)
def test_pairs_of_a_claim(
    claim: EventClaim | RelationClaim, expected: list[tuple[str, str]]
) -> None:
    """A claim joins actors with recipients, or equal actors, no one with itself."""
    assert len(PAIRS) >= 9
    assert list(pairs(claim)) == expected


# -------------------------------------------------------------- determinism

_PRINT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from browser.graphs import korea, wide
from kg.schema import load_schema
from kg.view import render
for graph in (korea(), wide(700)):
    print(hashlib.sha256(render(graph, load_schema()).encode()).hexdigest())
"""


def test_page_is_the_same_in_every_process(schema: Schema) -> None:
    """Two processes that hash strings differently write the same bytes."""
    tests = str(Path(__file__).parent)
    outputs = [
        subprocess.run(
            [sys.executable, "-c", _PRINT, tests],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(tests).parent)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0].split()) == 2
    own = hashlib.sha256(render(korea(), schema).encode()).hexdigest()
    assert outputs[0].split()[0] == own


# ----------------------------------------------------------------- ill will


def test_hostile_strings_open_no_element(schema: Schema) -> None:
    """Names with markup add no element and no attribute to the page."""
    plain = Page(render(korea(), schema))
    evil = Page(render(hostile(), schema, title=EVIL))
    assert [t for t, _ in evil.elements] == [t for t, _ in plain.elements]
    assert [sorted(a) for _, a in evil.elements] == [
        sorted(a) for _, a in plain.elements
    ]
    assert evil.data("kg-data")["articles"][0]["title"] == EVIL
    assert LONG in {e["label"] for e in evil.data("kg-data")["entities"]}


@pytest.mark.parametrize(
    "text",
    [
        EVIL,
        "<!--<script>",
        "a & b",
        "\u2028\u2029",
        "\ud800",
        "{{ 7 * 7 }}",
        "\x00 \u202e",
    ],
)
def test_encoded_text_is_inert_and_whole(text: str) -> None:
    """Encoded text holds nothing that HTML takes for markup, and reads back whole."""
    encoded = encode({"a": text})
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", encoded)
    assert json.loads(encoded) == {"a": text}


@pytest.mark.parametrize(("size", "packed"), [(349_990, False), (350_000, True)])
def test_large_data_are_packed(size: int, packed: bool) -> None:
    """From 350,000 letters on, data stand in the page as gzip in base64."""
    encoded = encode("\u00e9" + "x" * size)
    element = Page(data_element("kg-data", encoded))
    attributes = element.elements[0][1]
    assert attributes["id"] == "kg-data"
    assert attributes.get("data-packed") == ("gzip" if packed else None)
    text = element.scripts[0]
    if packed:
        assert len(text) < 10_000
        assert data_element("kg-data", encoded) == data_element("kg-data", encoded)
        text = gzip.decompress(base64.b64decode(text)).decode()
    assert text == encoded


def test_labels_of_the_drawing_are_short(schema: Schema) -> None:
    """No label of the drawing is longer than 26 code points."""
    drawing = Page(render(hostile(), schema)).data("kg-drawing")
    assert len(drawing["nodes"]) >= 4
    assert all(len(node["label"]) <= 26 for node in drawing["nodes"])


# ------------------------------------------------------------------ edge cases


def test_empty_graph_gives_a_page(schema: Schema) -> None:
    """A graph without anything is a page without anything, not an error."""
    page = Page(render(KnowledgeGraph((), (), (), ()), schema))
    assert page.data("kg-drawing") == {"nodes": [], "edges": []}


def test_claim_on_an_unknown_entity_is_refused(schema: Schema) -> None:
    """A graph whose claim names a missing entity is refused, naming both."""
    graph = korea()
    torn = KnowledgeGraph(
        graph.articles, graph.entities[1:], graph.relations, graph.events
    )
    for use in (render, to_pyvis):
        with pytest.raises(
            KgError, match=r"claim c\d+ names the entity 'donald-trump'"
        ):
            use(torn, schema)


# -------------------------------------------------------------------- palette


def _luminance(colour: str) -> float:
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_palette_can_be_read(scheme: str) -> None:
    """Text stands out by 4.5 to 1 from each of its grounds, signs and lines by 3."""
    colours: dict[str, str] = getattr(load_style(), scheme)
    assert len(colours) >= 35
    for name, colour in colours.items():
        if name in ("ink", "soft", "link") or name.startswith(("text-", "status-")):
            for ground in ("paper", "card", "wash"):
                assert _contrast(colour, colours[ground]) >= 4.5, (name, ground)
        if name.startswith(("class-", "family-")) or name == "edge-of-control":
            assert _contrast(colour, colours["paper"]) >= 3, name
    for ground in ("mark", "mark-trigger"):
        assert _contrast(colours["on-mark"], colours[ground]) >= 4.5
    assert _contrast(colours["on-accent"], colours["accent"]) >= 4.5


def test_every_term_of_the_ontology_has_a_look(schema: Schema) -> None:
    """Each entity class has a colour and shape, each event category a family."""
    style = load_style()
    ends = {
        c for p in schema.relations.values() for c in p.all("domain") + p.all("range")
    }
    assert len(ends) >= 6
    assert {style.look(cls, schema).name for cls in ends}.isdisjoint(
        {style.classes[-1].name}
    )
    assert len(schema.categories) >= 16
    families = {style.family(category, schema) for category in schema.categories}
    assert families == {"cooperation", "conflict"}
    for colours in (style.light, style.dark):
        assert {f"class-{look.name}" for look in style.classes} <= set(colours)
        assert {f"family-{f.name}" for f in style.families} <= set(colours)
    assert set(style.light) == set(style.dark)


# ---------------------------------------------------------------------- pyvis


def test_plain_pyvis_has_one_edge_for_each_claim_and_pair(schema: Schema) -> None:
    """`to_pyvis` gives all entities, and an edge for each claim and pair."""
    graph = korea()
    network = to_pyvis(graph, schema)
    assert network.directed
    assert network.num_nodes() == len(graph.entities) == 15
    assert network.num_edges() == sum(len(pairs(c)) for c in graph.claims) == 22
    edge = next(e for e in network.edges if e["label"] == "threaten")
    assert edge["status"] == "denied"
    assert edge["title"] == "Washington denied that it had threatened Pyongyang."
    assert network.neighbors("kim-yo-jong") == {"workers-party", "united-states"}


def test_plain_pyvis_shows_titles_as_text(schema: Schema) -> None:
    """No node's title holds the letters that make pyvis take titles for HTML."""
    network = to_pyvis(hostile(), schema)
    assert len(network.nodes) >= 4
    assert not any("href" in node["title"] for node in network.nodes)


def test_import_brings_nothing_heavy() -> None:
    """`import kg.view` loads neither pyvis nor what comes with it."""
    code = (
        "import sys, kg.view; "
        "print([m for m in ('pyvis', 'IPython', 'numpy', 'networkx', 'jinja2') "
        "if m in sys.modules])"
    )
    root = str(Path(__file__).parent.parent)
    result = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": root},
        capture_output=True,
        check=True,
        text=True,
    )
    assert result.stdout.strip() == "[]"
