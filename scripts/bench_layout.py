"""How long a layout takes beside networkx's springs, and how little one article moves.

    python scripts/bench_layout.py

Graphs are made up: groups of sixty names, each article tells of one of them. All
times are of the processor, in one run. The way that a name moves is the mean over all
names, after the best translation, as a share of the drawing's diagonal.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence

import networkx as nx
import numpy as np

from kg.view.layout import Box, Line, positions

_GROUP = 60
_SPRINGS = 2_000
_SIZES = (1_000, 2_000, 10_000, 50_000)
_PER_ARTICLE = 6


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seeds", type=int, default=5, help="graphs of each size")
    options = parser.parse_args(arguments)
    _say(f"{'nodes':>8} {'lines':>8} {'seconds':>8}")
    springs = nx.Graph(_lines(_SPRINGS))
    begin = time.process_time()
    nx.spring_layout(springs, seed=1)
    _row(springs, time.process_time() - begin, "networkx.spring_layout")
    for size in _SIZES:
        lines = _lines(size)
        begin = time.process_time()
        positions([f"e{i}" for i in range(size)], _boxes(size), lines)
        _row(nx.Graph(lines), time.process_time() - begin, "kg")
    _say(f"{'names':>8} {'articles':>8} {'moved by one more':>18}")
    for size in (50, 150, 600, 2_000):
        moved = [_moved(size, size // 2, seed) for seed in range(options.seeds)]
        _say(f"{size:>8} {size // 2:>8} {sum(moved) / len(moved):>18.3f}")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _row(network: nx.Graph, seconds: float, what: str) -> None:
    nodes, lines = network.number_of_nodes(), network.number_of_edges()
    _say(f"{nodes:>8} {lines:>8} {seconds:>8.2f}  {what}")


def _boxes(size: int) -> list[Box]:
    return [(70.0 + 7 * (i % 15), 45.0 + i % 20) for i in range(size)]


def _lines(size: int) -> list[Line]:
    """Three lines for each node, four fifths within its group, some to hubs."""
    chance = random.Random(1)  # noqa: S311 - no secret
    found: set[Line] = set()
    while len(found) < 3 * size:
        a = chance.randrange(size)
        near = a - a % _GROUP + chance.randrange(_GROUP)
        b = near if chance.random() < 0.8 else int(size * chance.random() ** 2)
        if a != b and b < size:
            found.add((min(a, b), max(a, b)))
    return sorted(found)


def _moved(size: int, articles: int, seed: int) -> float:
    """How far the last of some articles moves the names of the others."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    told = [_article(size, chance) for _ in range(articles)]
    one, other = _placed(told), _placed(told[:-1])
    common = sorted(one.keys() & other.keys())
    ways = np.array([other[name] for name in common]) - [one[name] for name in common]
    corners = np.ptp(np.array(list(one.values())), axis=0)
    rest = ways - ways.mean(axis=0)
    return float(np.hypot(*rest.T).mean() / np.hypot(*corners))


def _article(size: int, chance: random.Random) -> list[tuple[str, str]]:
    """Pairs of names of one group, some of which are in most of its articles."""
    groups = max(3, size // _GROUP)
    group = chance.randrange(groups)
    members = range(group, size, groups)
    pairs = []
    for _ in range(_PER_ARTICLE):
        hub = members[min(int(chance.paretovariate(0.9)), len(members)) - 1]
        inside = chance.random() < 0.85
        other = chance.choice(members) if inside else chance.randrange(size)
        pairs.append((f"e{hub}", f"e{other}"))
    return pairs


def _placed(told: list[list[tuple[str, str]]]) -> dict[str, tuple[int, int]]:
    pairs = {pair for article in told for pair in article}
    names = sorted({name for pair in pairs for name in pair})
    index = {name: i for i, name in enumerate(names)}
    lines = [(index[a], index[b]) for a, b in sorted(pairs)]
    return dict(zip(names, positions(names, _boxes(len(names)), lines), strict=True))


if __name__ == "__main__":
    sys.exit(main())
