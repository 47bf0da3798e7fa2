"""Room for every box: those that overlap are pushed apart until none do."""

from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.lines import ranges

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index, Row
    from kg.view.layout.runs import Runs

_PUSHES = 1000
"""At most: some may overlap a little after that."""
_SHARE = 0.4
"""How much of an overlap each of two boxes moves away."""
_GROWTH = 1.01
"""By how much all distances grow with each tenth push: what is wedged gets room."""
_SLACK = 0.5
"""Pixels of overlap that are none."""
_MARGIN = 30.0
"""Pixels between boxes that are near: who may overlap after the next pushes."""


def apart(xy: "Grid", size: "Grid", runs: "Runs") -> "Grid":
    """Move overlapping boxes, each pair along the axis on which it overlaps least.

    Args:
        xy: the centres, 2 x n.
        size: widths and heights, 2 x n.
        runs: only boxes of one run are pushed apart.
    """
    n = xy.shape[1]
    margin = 0.0
    for push in range(1, _PUSHES + 1):
        if margin <= 0:
            left, right = _near(xy, size, runs)
            reach = (size[:, left] + size[:, right]) / 2
            margin = _MARGIN
        gap = xy[:, left] - xy[:, right]
        over = reach - np.abs(gap)
        hit = np.flatnonzero(np.minimum(*over) > _SLACK)
        if not len(hit):
            break
        one, other = left[hit], right[hit]
        moves = _moves(gap[:, hit], over[:, hit], reach[:, hit])
        step = np.stack([np.bincount(one, m, n) - np.bincount(other, m, n)
                         for m in moves])  # fmt: skip
        xy = xy + step
        margin -= 2 * float(np.abs(step).max())
        if push % 10 == 0:
            busy = np.bincount(runs.of[one], minlength=runs.count) > 0
            xy = xy * np.where(busy, _GROWTH, 1.0)[runs.of]
    return xy


def _moves(gap: "Grid", over: "Grid", reach: "Grid") -> "Grid":
    """How the first of each pair moves; of two on one point it goes left or up."""
    share = over / reach
    sideways = share[0] < share[1]
    moves: Grid = np.where(gap > 0, _SHARE, -_SHARE) * over
    moves[0] *= sideways
    moves[1] *= ~sideways
    return moves


def _near(xy: "Grid", size: "Grid", runs: "Runs") -> tuple["Index", "Index"]:
    """The pairs of one run whose boxes are less than the margin apart, both ways."""
    left, right = near(xy, size.max(axis=1) + _MARGIN, runs.of)
    for at, half in zip(xy, (size + _MARGIN) / 2, strict=True):
        keep = np.abs(at[left] - at[right]) < half[left] + half[right]
        left, right = left[keep], right[keep]
    return left, right


def near(xy: "Grid", cell: "Row", run: "Index") -> tuple["Index", "Index"]:
    """All pairs of points less than a cell apart both ways, and some farther, once.

    Args:
        xy: the points, 2 x n.
        cell: width and height of the cells that they are sorted into.
        run: the number of each point's run: pairs are of one run.
    """
    column, row = (
        np.floor((axis - axis.min()) / side).astype(np.int64) + 1
        for axis, side in zip(xy, cell, strict=True)
    )
    across, down = int(column.max()) + 2, int(row.max()) + 2
    key = (run * down + row) * across + column
    order = np.argsort(key, kind="stable")
    key = key[order]
    # the rest of the own cell and the one to the right; the three below
    beside = ranges(np.arange(1, len(key) + 1), np.searchsorted(key, key + 2))
    below = ranges(*np.searchsorted(key, [key + across - 1, key + across + 2]))
    here, there = (
        order[np.concatenate(both)] for both in zip(beside, below, strict=True)
    )
    return np.minimum(here, there), np.maximum(here, there)
