"""Room for every box: those that overlap are pushed apart until none do."""

from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.lines import ranges

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index, Row

_PUSHES = 600
_SHARE = 0.4
"""How much of an overlap each of two boxes moves away."""
_GROWTH = 1.01
"""By how much all distances grow with each tenth push: what is wedged gets room."""
_SLACK = 0.5
"""Pixels of overlap that are none."""


def apart(xy: "Grid", size: "Grid", most: int = _PUSHES) -> "Grid":
    """Move overlapping boxes, each pair along the axis on which it overlaps least.

    Args:
        xy: the centres, 2 x n.
        size: widths and heights, 2 x n.
        most: how often to push at most; some may overlap a little after that.
    """
    n = xy.shape[1]
    for push in range(1, most + 1 if n > 1 else 0):
        left, right = near(xy, size.max(axis=1))
        gap = xy[:, left] - xy[:, right]
        reach = (size[:, left] + size[:, right]) / 2
        over = reach - np.abs(gap)
        hit = (over > _SLACK).all(axis=0)
        if not hit.any():
            break
        moves = _moves(gap[:, hit], over[:, hit], reach[:, hit])
        left, right = left[hit], right[hit]
        there = [np.bincount(left, move, n) for move in moves]
        back = [np.bincount(right, move, n) for move in moves]
        xy = (xy + np.stack(there) - np.stack(back)) * (1 if push % 10 else _GROWTH)
    return xy


def _moves(gap: "Grid", over: "Grid", reach: "Grid") -> "Grid":
    """How the first of each pair moves; of two on one point it goes left or up."""
    share = over / reach
    sideways = share[0] < share[1]
    side = np.where(gap > 0, _SHARE, -_SHARE)
    moves: Grid = np.where(np.stack([sideways, ~sideways]), side * over, 0.0)
    return moves


def near(xy: "Grid", cell: "Row") -> tuple["Index", "Index"]:
    """All pairs of points less than a cell apart both ways, and some farther, once.

    Args:
        xy: the points, 2 x n.
        cell: width and height of the cells that they are sorted into.
    """
    column, row = (
        np.floor((axis - axis.min()) / side).astype(np.int64) + 1
        for axis, side in zip(xy, cell, strict=True)
    )
    across = int(column.max()) + 2
    key = row * across + column
    order = np.argsort(key, kind="stable")
    key = key[order]
    # the rest of the own cell and the one to the right; the three below
    beside = ranges(np.arange(1, len(key) + 1), np.searchsorted(key, key + 2))
    below = ranges(*np.searchsorted(key, [key + across - 1, key + across + 2]))
    here, there = (
        order[np.concatenate(both)] for both in zip(beside, below, strict=True)
    )
    return np.minimum(here, there), np.maximum(here, there)
