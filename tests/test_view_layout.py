"""Who stands where: nothing covers anything, and an article more moves little."""

import math
import os
import random
import subprocess
import sys
import time

import networkx as nx
import numpy as np
import pytest

from kg.view.layout import Box, Line, communities, positions
from scripts.bench_layout import drawn, moved_by_one, news


def _ids(size: int) -> list[str]:
    return [f"e{i:05}" for i in range(size)]


def _boxes(size: int) -> list[Box]:
    return [(60.0 + 7 * (i % 12), 40.0 + i % 5) for i in range(size)]


def _overlaps(boxes: list[Box], at: list[tuple[int, int]]) -> int:
    """How many pairs of boxes share more than 2 pixels both ways."""
    size = np.array(boxes, dtype=np.float64).reshape(-1, 2)
    where = np.array(at, dtype=np.float64).reshape(-1, 2)
    found = 0
    for i in range(len(at)):
        reach = (size[i] + size[:i]) / 2 - 2
        found += int((np.abs(where[i] - where[:i]) < reach).all(axis=1).sum())
    return found


def _star(size: int) -> list[Line]:
    return [(0, i) for i in range(1, size)]


def _full(size: int) -> list[Line]:
    return [(i, j) for i in range(size) for j in range(i)]


LAYOUTS: dict[str, tuple[int, list[Line]]] = {
    "none": (0, []),
    "one": (1, []),
    "one with a loop": (1, [(0, 0)]),
    "two": (2, [(0, 1)]),
    "two alone": (2, []),
    "loop and repeat": (3, [(0, 0), (0, 1), (1, 0), (1, 2), (1, 2)]),
    "path": (40, [(i, i + 1) for i in range(39)]),
    "long path": (700, [(i, i + 1) for i in range(699)]),
    "star": (60, _star(60)),
    "star of 500": (500, _star(500)),
    "great star": (1000, _star(1000)),
    "full": (25, _full(25)),
    "clique": (90, _full(90)),
    "great clique": (320, _full(320)),
    "grid": (100, [(i, i + 1) for i in range(99) if i % 10 < 9]
             + [(i, i + 10) for i in range(90)]),
    "alone": (70, []),
    "very many alone": (900, []),
    "pairs": (400, [(i, i + 1) for i in range(0, 400, 2)]),
    "pairs and a star": (1000, _star(300)
                         + [(i, i + 1) for i in range(300, 999, 2)]),
    "parts": (120, [(i, i // 10 * 10) for i in range(120)]),
    "communities": (400, [(i, i // 20 * 20) for i in range(400)]
                    + [(i, i + 20) for i in range(0, 380, 20)]),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_lets_no_two_overlap(name: str) -> None:
    """Whatever a graph's shape, each node and label have a place of their own."""
    size, lines = LAYOUTS[name]
    assert len(LAYOUTS) >= 21
    boxes = _boxes(size)
    at = positions(_ids(size), boxes, lines)
    assert len(at) == size
    assert _overlaps(boxes, at) == 0


def test_equal_names_stand_apart() -> None:
    """Even nodes of one name, which would begin on one point, get two places."""
    boxes = [(80.0, 40.0)] * 3
    for lines in ([], [(0, 1)], [(0, 2), (1, 2)]):
        assert _overlaps(boxes, positions(["a", "a", "b"], boxes, lines)) == 0


def test_wide_and_high_boxes_stand_apart() -> None:
    """Boxes of very different sizes do not overlap either."""
    boxes = [(20.0 + 300 * (i % 7 == 0), 20.0 + 200 * (i % 5 == 0)) for i in range(80)]
    assert _overlaps(boxes, positions(_ids(80), boxes, _star(80))) == 0


def test_layout_keeps_neighbours_near() -> None:
    """In a long path, the ends are farther apart than any two neighbours."""
    at = positions(_ids(30), [(80.0, 40.0)] * 30, [(i, i + 1) for i in range(29)])
    steps = [math.dist(at[i], at[i + 1]) for i in range(29)]
    assert math.dist(at[0], at[29]) > 10 * max(steps)


@pytest.mark.parametrize(
    "name", ["grid", "parts", "clique", "star of 500", "pairs and a star"]
)
def test_drawing_is_compact(name: str) -> None:
    """Boxes fill a fair share of the drawing, which is not much longer than wide."""
    size, lines = LAYOUTS[name]
    boxes = _boxes(size)
    at = positions(_ids(size), boxes, lines)
    wide, high = (max(p[i] for p in at) - min(p[i] for p in at) for i in (0, 1))
    assert sum(a * b for a, b in boxes) > 0.12 * wide * high
    assert 1 / 2 < wide / high < 3


# -------------------------------------------------------------- one and the same


NEWS = {"small": (80, 30, 0.08), "first screen": (180, 80, 0.08),
        "large": (600, 300, 0.12), "very large": (2000, 1000, 0.12)}  # fmt: skip


@pytest.mark.parametrize("name", NEWS)
def test_an_article_more_moves_little(name: str) -> None:
    """After a further article, entities stand a few hundredths of the drawing away."""
    size, articles, most = NEWS[name]
    assert len(NEWS) == 4
    assert moved_by_one(size, articles) < most


def test_order_changes_no_position() -> None:
    """Entities and lines may come in any order and direction, lines repeatedly."""
    names, boxes, lines = drawn(news(500, 250, 1))
    chance = random.Random(2)  # noqa: S311 - no secret
    order = chance.sample(range(len(names)), len(names))
    back = {old: new for new, old in enumerate(order)}
    turned = [(back[b], back[a]) for a, b in chance.sample(lines, len(lines))]
    turned += [*turned[:50], (3, 3)]
    ids = [names[i] for i in order]
    at = positions(ids, [boxes[i] for i in order], turned)
    want = positions(names, boxes, lines)
    assert at == [want[i] for i in order]
    number = communities(names, lines)
    assert communities(ids, turned) == [number[i] for i in order]


def test_processes_agree() -> None:
    """Two processes with different hash seeds find the same positions."""
    code = (
        ""
        "from scripts.bench_layout import news, placed\n"
        "print(placed(news(500, 250, 1)))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert len(said.pop()) > 1000


# -------------------------------------------------------------------- communities


def _cliques(count: int, size: int) -> list[Line]:
    """Cliques in a ring, each joined with the next by one line."""
    within = [
        (c * size + a, c * size + b) for c in range(count) for a, b in _full(size)
    ]
    total = count * size
    return within + [(c * size, (c * size + size) % total) for c in range(count)]


def test_cliques_are_communities() -> None:
    """Cliques joined by single lines are found, and numbered from 0."""
    lines = _cliques(8, 6)
    number = communities(_ids(48), lines)
    assert [number[i] == number[i // 6 * 6] for i in range(48)] == [True] * 48
    assert number[::6] == list(range(8))


def test_the_largest_community_is_number_0() -> None:
    """Communities are numbered by size; whoever stands alone is one of their own."""
    lines = [(5, i) for i in range(6, 12)] + [(0, 1)]
    assert communities(_ids(13), lines) == [1, 1, 2, 3, 4, *[0] * 7, 5]
    assert communities([], []) == []


@pytest.mark.parametrize("count", [8, 40])
def test_communities_can_be_seen(count: int) -> None:
    """Members of a community stand nearer to its middle than to most other middles."""
    size = 10
    n = count * size
    number = communities(_ids(n), _cliques(count, size))
    at = np.array(positions(_ids(n), _boxes(n), _cliques(count, size), number))
    middles = at.reshape(count, size, 2).mean(axis=1)
    away = np.hypot(*(at[:, None, :] - middles[None, :, :]).transpose(2, 0, 1))
    assert (away.argmin(axis=1) == np.arange(n) // size).mean() > 0.9


def test_communities_hang_together() -> None:
    """No community consists of parts that no line within it joins."""
    names, _, lines = drawn(news(900, 300, 5))
    number = communities(names, lines)
    network = nx.Graph((a, b) for a, b in lines if number[a] == number[b])
    network.add_nodes_from(range(len(names)))
    assert nx.number_connected_components(network) == len(set(number))


def test_communities_are_as_good_as_those_of_networkx() -> None:
    """Modularity is within a few hundredths of what networkx reaches."""
    names, _, lines = drawn(news(900, 300, 5))
    network = nx.Graph(lines)
    number = communities(names, lines)
    ours = [{i for i, c in enumerate(number) if c == k} for k in set(number)]
    theirs = nx.community.louvain_communities(network, seed=1)
    reached = nx.community.modularity(network, ours)
    assert reached > nx.community.modularity(network, theirs) - 0.04


# --------------------------------------------------------------------------- speed


def _large(size: int, lines: int) -> tuple[list[str], list[Box], list[Line]]:
    """A graph of groups of sixty with some lines between them."""
    chance = random.Random(1)  # noqa: S311 - no secret
    found: set[Line] = set()
    while len(found) < lines:
        a = chance.randrange(size)
        near = a - a % 60 + chance.randrange(60)
        b = near if chance.random() < 0.8 else int(size * chance.random() ** 2)
        if a != b and b < size:
            found.add((min(a, b), max(a, b)))
    return _ids(size), _boxes(size), sorted(found)


def test_ten_thousand_take_less_time_than_two_thousand_by_springs() -> None:
    """10,000 nodes need less than half of networkx's time for 2,000 with springs."""
    names, boxes, lines = _large(10_000, 30_000)
    begin = time.process_time()
    positions(names, boxes, lines)
    ours = time.process_time() - begin
    network = nx.Graph(_large(2_000, 6_000)[2])
    begin = time.process_time()
    nx.spring_layout(network, seed=1, iterations=25)  # of the usual 50
    assert ours < time.process_time() - begin
