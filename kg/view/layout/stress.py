"""Up to some hundred nodes: distances on paper follow distances in the graph.

Stress majorization (Gansner, Koren and North 2004) from a start that ids decide. Far
and near are heeded more alike at first (weights 1/d, then 1/d²), so that the whole
unfolds, and the steps are few: with many, graphs that hardly differ drift apart.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index, Lines

_CROWD = 0.3
"""How much longer a line is for each further root of its lesser end's degree."""
_ELSEWHERE = 1.3
"""How much farther apart nodes of two communities stand, so that each can be seen."""
_COARSE, _FINE = 40, 40


def stressed(start: "Grid", lines: "Lines", groups: "Index") -> "Grid":
    """Positions of a part from where its nodes start; a line is about 1 long."""
    wanted = _distances(lines, groups)
    xy: Grid = start * (wanted.sum() / (2 * wanted.size))
    xy = _majorized(xy, wanted, 1 / wanted, _COARSE)
    return _majorized(xy, wanted, 1 / (wanted * wanted), _FINE)


def _majorized(xy: "Grid", wanted: "Grid", weight: "Grid", steps: int) -> "Grid":
    """Some steps in which each node moves to where the others would have it stand."""
    np.fill_diagonal(weight, 0.0)
    total = np.maximum(weight.sum(axis=0), 1e-9)
    pull = weight * wanted
    for _ in range(steps):
        dx = xy[0][:, None] - xy[0][None, :]
        dy = xy[1][:, None] - xy[1][None, :]
        share = pull / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-6)
        # column j: what each of the others says of node j
        x = (weight * xy[0][:, None] - share * dx).sum(axis=0) / total
        y = (weight * xy[1][:, None] - share * dy).sum(axis=0) / total
        xy = np.stack([x, y])
    return xy


def _distances(lines: "Lines", groups: "Index") -> "Grid":
    """Wanted distances: hops, a line of two hubs counting longer."""
    wanted = _hops(lines)
    degree = np.sqrt(lines.degrees().astype(np.float64))
    crowd = np.minimum(degree[:, None], degree[None, :]) - 1
    wanted = np.where(wanted == 1, 1 + _CROWD * crowd, wanted)
    wanted = np.where(groups[:, None] == groups[None, :], wanted, wanted * _ELSEWHERE)
    np.fill_diagonal(wanted, 1.0)
    return wanted


def _hops(lines: "Lines") -> "Grid":
    """How many lines apart all nodes are; what nothing joins, one more than any."""
    hops = np.zeros((lines.n, lines.n))
    reached = rim = np.eye(lines.n, dtype=np.bool_)
    for hop in range(1, lines.n + 1):
        hops[~reached] = hop
        ahead = np.zeros_like(rim)
        np.logical_or.at(ahead, lines.start, rim[lines.end])
        rim = ahead & ~reached
        reached = reached | rim
        if not rim.any():
            break
    return hops
