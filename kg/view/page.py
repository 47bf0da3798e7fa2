"""The page: template, scripts, styles and data in one HTML document.

Nothing in it is loaded from anywhere. Its security policy allows just the two scripts
that are in it, by their hash: a string of an article that slipped through all escaping
would still not run.
"""

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING

from kg.model import KnowledgeGraph
from kg.schema import Schema
from kg.view.data import page_data
from kg.view.network import drawing, vis_script
from kg.view.style import WEB, load_style

if TYPE_CHECKING:
    from jinja2 import Environment

_SCRIPTS = (
    "dom.js",
    "words.js",
    "data.js",
    "state.js",
    "filters.js",
    "shapes.js",
    "labels.js",
    "canvas.js",
    "cards.js",
    "panel.js",
    "table.js",
    "search.js",
    "main.js",
)
_STYLES = ("page.css", "panel.css", "table.css")
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def render(
    graph: KnowledgeGraph, schema: Schema, *, title: str = "News knowledge graph"
) -> str:
    """A knowledge graph as one HTML page, the same for the same graph.

    Opened from disk it shows the graph, finds entities by any name, and shows the
    sentences behind each node and line, with the words marked, the article, its date,
    and whether they are asserted, reported, denied, planned or possible. A graph
    without entities gives a page that says so.

    Args:
        graph: what to show.
        schema: the ontology that names its terms.
        title: the heading of the page.

    Raises:
        KgError: if a claim names an entity or article that the graph lacks.
    """
    data = page_data(graph, schema, load_style())
    env = _environment()
    own = f"(() => {{\n{_joined(_SCRIPTS)}}})();"
    vis = re.sub(r"\n//# sourceMappingURL=\S+", "", vis_script())
    env.globals |= {
        "title": re.sub("[\ud800-\udfff]", "\ufffd", title),
        "data": data,
        "policy": _policy(vis, own),
        "vis": _script(vis),
        "own": _script(own),
        "css": load_style().css() + _joined(_STYLES),
        "notice": (WEB / "NOTICE").read_text(encoding="utf-8"),
    }
    html: str = drawing(graph, schema, env).generate_html()
    return html


def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # when it is used
    from markupsafe import Markup

    def as_json(value: object) -> Markup:
        return Markup(encode(value))  # noqa: S704 - encode leaves no markup

    def as_is(own: str) -> Markup:
        return Markup(own)  # noqa: S704 - our scripts and styles, and those of pyvis

    env = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(lambda _: _web("page.html.j2")),
        keep_trailing_newline=True,
    )
    env.filters |= {"json": as_json, "raw": as_is}
    return env


def encode(value: object) -> str:
    """JSON that may stand in an HTML script element, whatever its strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _web(name: str) -> str:
    return (WEB / name).read_text(encoding="utf-8")


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join(_web(name) for name in names)


def _script(code: str) -> str:
    """Script text that cannot end its element early."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", code, flags=re.IGNORECASE)


def _policy(*scripts: str) -> str:
    hashes = (hashlib.sha256(_script(code).encode()).digest() for code in scripts)
    names = (f"'sha256-{base64.b64encode(digest).decode()}'" for digest in hashes)
    return _POLICY.format(scripts=" ".join(names))
