"""How the viewer does beside plain pyvis, on the same made-up graphs in the same run.

For each size: writing the page against pyvis's add_node, add_edge and generate_html,
its bytes against what its data would take, the layout against networkx's spring_layout
of 2,000 nodes, how far one article moves the others' names in news of as many (in % of
the drawing's diagonal), the page against the whole build of as many claims, and, in
headless Chromium, the time until a page is ready and the median frame of dragging it.

Python is measured in processor time, once all that both import is loaded; pages by the
browser's clock. What takes longer than the limit is ended, and its ratio is a lower
bound of how much faster kg is; but pyvis's writing is let run to its end at the size
that has a target for it. A page of pyvis that is not ready in time is dragged without
its physics, at kg's positions, instead. The figures are ratios to compare with their
targets: absolute ones depend on the machine.
"""

import argparse
import gzip
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import bench_browser
import bench_layout
from bench_graphs import made

from kg.model import KnowledgeGraph
from kg.schema import Schema, load_schema
from kg.view import render
from kg.view.data import page_data, pairs
from kg.view.network import drawing
from kg.view.page import encode
from kg.view.style import load_style

CLAIMS = 3
"""Claims for each node."""
SIZES = (1_000, 10_000, 20_000, 50_000)
_ROOM = 1_200_000
_FACTOR = 1.4
_TABLE = "{:9} {:22} {:>13} {:>15} {:>9} {:>9}  {}\n"


@dataclass(frozen=True)
class Figure:
    """One comparison: ours over theirs, and what it should be at most.

    `bounded` when theirs was ended before it was done: the ratio is at most this.
    """

    nodes: int
    what: str
    ours: float | None
    theirs: float | None
    unit: str
    target: float | None = None
    bounded: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours over theirs, if both are known."""
        if self.ours is None or not self.theirs:
            return None
        return self.ours / self.theirs

    @property
    def verdict(self) -> str:
        """Whether the target is met; nothing without a target."""
        if self.target is None:
            return ""
        if self.ratio is None:
            return "not measured"
        return "met" if self.ratio <= self.target else "MISSED"

    def line(self) -> str:
        """A line of the table."""
        ratio, mark = self.ratio, "<" if self.bounded else ""
        return _TABLE.format(
            f"{self.nodes:,}",
            self.what,
            _amount(self.ours, self.unit),
            (">" if self.bounded else "") + _amount(self.theirs, self.unit),
            "-" if ratio is None else f"{mark}{ratio:.3f}",
            "-" if self.target is None else f"{self.target:.3f}",
            self.verdict,
        )


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return "not ready"
    return f"{value:,.0f} {unit}" if unit in ("bytes", "ms") else f"{value:,.2f} {unit}"


def main() -> None:
    """Measure and print."""
    wanted = _arguments()
    schema, bench = load_schema(), _Bench(wanted)
    few = made(9, 9, schema)
    render(few, schema)  # loads what both need, pyvis among it
    _pyvis(few, wanted.limit)
    sys.stdout.write(
        _TABLE.format("nodes", "what", "kg", "beside", "ratio", "at most", "")
    )
    for nodes in wanted.sizes:
        for figure in bench.figures(nodes, schema):
            sys.stdout.write(figure.line())
            sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/bench view", description=__doc__.split("\n", 1)[0]
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="NODES")
    parser.add_argument(
        "--limit", type=float, default=120.0, metavar="SECONDS",
        help="after which pyvis, or a page that is not ready, is given up",
    )  # fmt: skip
    parser.add_argument(
        "--spring", type=int, default=2_000, metavar="NODES",
        help="that networkx lays out, to compare with",
    )  # fmt: skip
    parser.add_argument(
        "--no-browser", dest="browser", action="store_false", help="without Chromium"
    )
    parser.add_argument(
        "--no-build", dest="build", action="store_false", help="without the whole build"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the pages here")
    return parser.parse_args()


@dataclass
class _Bench:
    """Measures sizes one after the other; what they share is measured once."""

    wanted: argparse.Namespace
    _once: dict[str, float] = field(default_factory=dict)

    def figures(self, nodes: int, schema: Schema) -> Iterator[Figure]:
        """The comparisons of one size, each as soon as it is made."""
        graph = made(nodes, CLAIMS * nodes, schema)
        target = 1 / 50 if nodes == 20_000 else None
        # pyvis first, in memory that no page has been made in
        plain, beside = _pyvis(graph, math.inf if target else self.wanted.limit)
        late = plain is None
        page, seconds = _timed(lambda: render(graph, schema))
        yield Figure(nodes, "write the page", seconds, beside, "s", target, late)
        yield _size(nodes, page, graph, schema)
        yield self._layout(nodes, graph, schema)
        moved = 100 * bench_layout.moved_by_one(nodes, nodes // 2)
        yield Figure(nodes, "moved by an article", moved, 100, "%")
        if self.wanted.build:
            yield self._share(nodes, seconds, len(graph.claims), schema)
        if self.wanted.browser:
            pages = page, plain or _filled(graph), _filled(graph, schema)
            yield from self._opened(nodes, *pages)

    def _layout(self, nodes: int, graph: KnowledgeGraph, schema: Schema) -> Figure:
        # a drawing is laid out when it is made; its template is not needed for that
        env: Any = None
        _, seconds = _timed(lambda: drawing(graph, schema, env))
        spring = self._known("spring", lambda: _spring(self.wanted.spring, schema))
        target = 1.0 if nodes == 10_000 else None
        what = f"lay out (spring {self.wanted.spring:,})"
        return Figure(nodes, what, seconds, spring, "s", target)

    def _share(self, nodes: int, page: float, claims: int, schema: Schema) -> Figure:
        claim = self._known("claim", lambda: _build(schema))
        target = 0.15 if nodes == 10_000 else None
        whole = page + claim * claims
        return Figure(nodes, "page in whole build", page, whole, "s", target)

    def _known(self, name: str, measure: Callable[[], float]) -> float:
        if name not in self._once:
            self._once[name] = measure()
        return self._once[name]

    def _opened(
        self, nodes: int, page: str, plain: str, still: str
    ) -> Iterator[Figure]:
        with tempfile.TemporaryDirectory(prefix="kg-bench-") as temporary:
            folder = self.wanted.keep or Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            limit = self.wanted.limit
            ours, theirs = (
                bench_browser.opened(_written(folder, f"{name}-{nodes}", html), limit)
                for name, html in (("kg", page), ("pyvis", plain))
            )
            late, frame = theirs.ready is None, theirs.frame
            if frame is None:
                other = _written(folder, f"pyvis-still-{nodes}", still)
                frame = bench_browser.opened(other, limit).frame
        target = {1_000: 1 / 8, 10_000: 1 / 20}.get(nodes)
        ready = limit if late else theirs.ready
        yield Figure(nodes, "ready to use", ours.ready, ready, "s", target, late)
        target = 1 / 4 if nodes == 10_000 else None
        yield Figure(nodes, "frame of dragging", ours.frame, frame, "ms", target)


T = TypeVar("T")


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.process_time()
    return work(), time.process_time() - started


def _written(folder: Path, name: str, html: str) -> Path:
    path = folder / f"{name}.html"
    path.write_text(html, encoding="utf-8", newline="\n")
    return path.resolve()


# ------------------------------------------------------------------ beside what


def _pyvis(graph: KnowledgeGraph, limit: float) -> tuple[str | None, float]:
    """pyvis as it comes: its page, None if that takes longer than the limit; seconds.

    A pair of entities is added for each claim that joins it, as from a list of claims.
    """
    network = _network()
    started = time.process_time()
    for entity in graph.entities:
        network.add_node(entity.id, label=entity.label)
    for number, (one, other) in enumerate(_joined(graph)):
        network.add_edge(one, other)
        if number % 100 == 0 and time.process_time() - started > limit:
            return None, time.process_time() - started
    html: str = network.generate_html(notebook=False)
    return html, time.process_time() - started


def _filled(graph: KnowledgeGraph, schema: Schema | None = None) -> str:
    """What pyvis would write if it were given the time: its lists filled directly.

    With a schema, without physics, and at the positions that kg finds.
    """
    network = _network()
    env: Any = None
    network.add_node("like")
    like = network.nodes.pop()
    network.nodes = [{**like, "id": e.id, "label": e.label} for e in graph.entities]
    network.edges = [{"from": a, "to": b} for a, b in sorted(set(_joined(graph)))]
    network.node_map = {node["id"]: node for node in network.nodes}
    network.node_ids = [node["id"] for node in network.nodes]
    if schema is not None:
        placed = drawing(graph, schema, env)
        for node, known in zip(network.nodes, placed.nodes, strict=True):
            node.update(x=known["x"], y=known["y"])
        network.toggle_physics(status=False)
    html: str = network.generate_html(notebook=False)
    return html


def _network() -> Any:
    make = import_module("pyvis.network").Network
    return make(cdn_resources="in_line")  # else it is blank without the network


def _joined(graph: KnowledgeGraph) -> Iterator[tuple[str, str]]:
    return (pair for claim in graph.claims for pair in pairs(claim))


def _size(nodes: int, page: str, graph: KnowledgeGraph, schema: Schema) -> Figure:
    env: Any = None
    network = drawing(graph, schema, env)
    told = [page_data(graph, schema, load_style()), network.nodes, network.edges]
    data = len(gzip.compress("".join(map(encode, told)).encode("utf-8")))
    allowed = _ROOM + _FACTOR * data
    return Figure(nodes, "size", len(page.encode("utf-8")), allowed, "bytes", 1.0)


def _spring(nodes: int, schema: Schema) -> float:
    """Seconds that networkx needs for a graph of the same kind and another size."""
    import networkx as nx

    small = nx.Graph(_joined(made(nodes, CLAIMS * nodes, schema)))
    return _timed(lambda: nx.spring_layout(small, seed=1))[1]


def _build(schema: Schema) -> float:
    """Seconds of a build for each claim of the samples, the page left out."""
    from kg.entities import combine
    from kg.graph import to_node_link
    from kg.parse import DEFAULT_MODEL
    from kg.pipeline import furniture_cues, samples_folder
    from kg.rdf import to_nquads, to_turtle
    from kg.read import read_articles
    from kg.reader import Reader

    cues = furniture_cues(schema)
    articles = read_articles([str(samples_folder())], cues=cues).articles
    reader = Reader.load(DEFAULT_MODEL, schema)
    list(reader.read(articles[:2]))  # warm

    def build() -> int:
        graph = combine(list(reader.read(articles)), schema)
        for write in (to_nquads, to_turtle, to_node_link):
            write(graph, schema)
        return len(graph.claims)

    claims, seconds = _timed(build)
    return seconds / claims


if __name__ == "__main__":
    main()
