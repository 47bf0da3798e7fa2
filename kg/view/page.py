"""The page: template, scripts, styles and data in one HTML document.

Nothing in it is loaded from anywhere. Its security policy allows just the scripts that
are in it, by their hash: a string of an article that slipped through all escaping would
still not run. Scripts and styles are those of static/, which `scripts/viewer` builds
from web/.
"""

import base64
import gc
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.model import KnowledgeGraph
from kg.schema import Schema
from kg.view.data import page_data
from kg.view.network import drawing, vis_script
from kg.view.style import STATIC, WEB, load_style

if TYPE_CHECKING:
    from jinja2 import Environment

_WEBGL = 800
"""Entities from which on a page carries the engine that draws with WebGL."""
_PACKED = 350_000
"""Letters of data from which on they are packed."""
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
_UNSAFE = "<>&\u2028\u2029"


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest: it would look for cycles in values that have none.

    It looks again and again through all that is made.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


@uncollected()
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
    env = _environment()
    early = _script(_built("theme.js"))
    scripts = [_script(code) for code in _scripts(len(graph.entities))]
    env.globals |= {
        "title": re.sub("[\ud800-\udfff]", "\ufffd", title),
        "data": page_data(graph, schema, load_style()),
        "policy": _policy([early, *scripts]),
        "early": early,
        "scripts": scripts,
        "css": load_style().css() + _built("viewer.css"),
        "notice": _built("NOTICE"),
    }
    html: str = drawing(graph, schema, env).generate_html()
    return html


def _scripts(entities: int) -> list[str]:
    """The scripts of a page, in the order in which they run."""
    vis = re.sub(r"\n//# sourceMappingURL=\S+", "", vis_script())
    webgl = [_built("webgl.js")] if entities >= _WEBGL else []
    return [vis, *webgl, _built("viewer.js")]


def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # when it is used
    from markupsafe import Markup

    def element(value: object, name: str) -> Markup:
        return Markup(data_element(name, encode(value)))  # noqa: S704 - all is encoded

    def as_is(own: str) -> Markup:
        return Markup(own)  # noqa: S704 - our scripts and styles, and those of pyvis

    env = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(lambda _: (WEB / "page.html.j2").read_text("utf-8")),
        keep_trailing_newline=True,
    )
    env.filters |= {"element": element, "raw": as_is}
    return env


def data_element(name: str, encoded: str) -> str:
    """Encoded JSON as an element of the page: as it is, or packed when it is large.

    Packed is gzip in base64, the same bytes for the same text; the page unpacks it.
    """
    if len(encoded) < _PACKED:
        return f'<script type="application/json" id="{name}">{encoded}</script>'
    packed = gzip.compress(encoded.encode(), compresslevel=6, mtime=0)
    text = base64.b64encode(packed).decode()
    return (
        f'<script type="application/octet-stream" id="{name}" data-packed="gzip">'
        f"{text}</script>"
    )


def encode(value: object) -> str:
    """JSON that may stand in an HTML script element, whatever its strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in _UNSAFE:
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text.encode("utf-8", "backslashreplace").decode()  # single surrogates


def _built(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def _script(code: str) -> str:
    """Script text that cannot end its element early."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", code, flags=re.IGNORECASE)


def _policy(scripts: list[str]) -> str:
    digests = (hashlib.sha256(code.encode()).digest() for code in scripts)
    names = (f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return _POLICY.format(scripts=" ".join(names))
