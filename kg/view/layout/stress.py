"""Up to some hundred nodes: distances on paper follow distances in the graph.

Stress majorization (Gansner, Koren and North 2004) from a start that ids decide. Far
and near are heeded more alike at first (weights 1/d, then 1/d²), so that the whole
unfolds, and the steps are few: with many, graphs that hardly differ drift apart. Many
pieces are laid out at once, each as if it were alone.
"""

from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.lines import ranges

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index, Lines, Row
    from kg.view.layout.runs import Runs

_CROWD = 0.3
"""How much longer a line is for each further root of its lesser end's degree."""
_ELSEWHERE = 1.3
"""How much farther apart nodes of two communities stand, so that each can be seen."""


def stressed(
    start: "Grid", lines: "Lines", groups: "Index", runs: "Runs", steps: int
) -> "Grid":
    """Positions of pieces from where their nodes start; a line is about 1 long.

    Args:
        start: where the nodes begin, 2 x n.
        lines: what joins them; no line leads from one piece to another.
        groups: the community of each.
        runs: the pieces.
        steps: how many with either weight.
    """
    left, right = ranges(np.arange(1, lines.n + 1), runs.end[runs.of])
    wanted = _distances(lines, groups, runs, left, right)
    # the mean over all pairs, each counted twice, and each node with itself as 1
    mean = 2 * np.bincount(runs.of[left], wanted, runs.count) + runs.sizes
    xy: Grid = start * (mean / (2 * runs.sizes * runs.sizes))[runs.of]
    for weight in (1 / wanted, 1 / (wanted * wanted)):
        xy = _majorized(xy, left, right, wanted, weight, steps)
    return xy


def _majorized(
    xy: "Grid",
    left: "Index",
    right: "Index",
    wanted: "Row",
    weight: "Row",
    steps: int,
) -> "Grid":
    """Some steps in which each node moves to where the others would have it stand."""
    n = xy.shape[1]
    total = np.bincount(left, weight, n) + np.bincount(right, weight, n)
    share = 1 / np.maximum(total, 1e-9)
    pull = weight * wanted
    for _ in range(steps):
        x, y = (axis[left] - axis[right] for axis in xy)
        force = weight - pull / np.maximum(np.sqrt(x * x + y * y), 1e-6)
        xy = np.stack([
            axis + (np.bincount(right, by, n) - np.bincount(left, by, n)) * share
            for axis, by in zip(xy, (force * x, force * y), strict=True)
        ])  # fmt: skip
    return xy


def _distances(
    lines: "Lines", groups: "Index", runs: "Runs", left: "Index", right: "Index"
) -> "Row":
    """Wanted distances: hops, a line of two hubs counting longer."""
    wanted = _hops(lines, runs, left, right)
    degree = np.sqrt(lines.degrees().astype(np.float64))
    crowd = np.minimum(degree[left], degree[right]) - 1
    wanted = np.where(wanted == 1, 1 + _CROWD * crowd, wanted)
    return np.where(groups[left] == groups[right], wanted, wanted * _ELSEWHERE)


def _hops(lines: "Lines", runs: "Runs", left: "Index", right: "Index") -> "Row":
    """How many lines apart pairs are; what nothing joins, one more than any."""
    hops = np.zeros(len(left))
    place = np.arange(lines.n) - runs.begin[runs.of]
    bit = np.left_shift(1, place % 8).astype(np.uint8)
    reached = np.zeros((lines.n, int(runs.sizes.max()) // 8 + 1), dtype=np.uint8)
    reached[np.arange(lines.n), place // 8] = bit
    at, bit = left * reached.shape[1] + place[right] // 8, bit[right]
    while True:
        hops += reached.ravel()[at] & bit == 0
        ahead = reached | lines.any(reached)
        if (ahead == reached).all():
            return hops
        reached = ahead
