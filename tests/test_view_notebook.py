"""A graph shows itself in notebooks: in a frame, and in words where none shows."""

from html.parser import HTMLParser

import pytest
from browser.graphs import hostile, korea, wide
from IPython.core.formatters import DisplayFormatter

from kg.graphs import Graph
from kg.model import KnowledgeGraph
from kg.rdf import DEFAULT_BASE
from kg.schema import load_schema


class Elements(HTMLParser):
    """The elements of some HTML, with their attributes as a browser reads them."""

    def __init__(self, html: str) -> None:
        """Read HTML."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the text between."""
        self.text += data


def _graph(knowledge: KnowledgeGraph) -> Graph:
    return Graph(knowledge, load_schema(), DEFAULT_BASE)


GRAPHS = [korea(), hostile(), wide(30), KnowledgeGraph((), (), (), ())]


@pytest.mark.parametrize("knowledge", GRAPHS)
def test_the_frame_holds_the_page_and_nothing_else(knowledge: KnowledgeGraph) -> None:
    """One frame, whose document is the page to the letter, whatever names hold."""
    assert len(GRAPHS) == 4
    graph = _graph(knowledge)
    read = Elements(graph._repr_html_())
    ((tag, attributes),) = read.found
    assert (tag, read.text) == ("iframe", "")
    assert attributes["srcdoc"] == graph.html()
    assert "src" not in attributes
    assert attributes["title"] == "News knowledge graph"


def test_the_frame_may_run_scripts_and_reach_nothing() -> None:
    """The frame has no origin: neither the notebook nor its storage is open to it."""
    ((_, attributes),) = Elements(_graph(korea())._repr_html_()).found
    allowed = set(str(attributes["sandbox"]).split())
    assert allowed == {"allow-scripts", "allow-downloads"}


def test_jupyter_is_given_both() -> None:
    """What Jupyter shows is the frame, and, without HTML, words on what to do."""
    graph = _graph(korea())
    bundle, _ = DisplayFormatter().format(graph)
    assert bundle["text/html"] == graph._repr_html_()
    first, then = bundle["text/plain"].split("\n")
    assert first == repr(graph) == "<kg.Graph: 3 articles, 15 entities, 22 claims>"
    assert "trust" in then.lower()
    assert "graph.view()" in then
    assert bundle == graph._repr_mimebundle_(include=None, exclude=["text/html"])
