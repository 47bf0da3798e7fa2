"""Parts that nothing joins, set close around the largest.

Each takes the free place that lies nearest to the middle and on its own side, which
its ids decide: one part more moves few of the others. Free is where no box stands and
no line runs.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.belt import belt
from kg.view.layout.runs import one

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index, Lines, Row, Truth

_MOST = 300
"""So many parts look for a place. Of more, pairs and single nodes go to the belt."""
_SMALL = 2
_CELLS = 260
"""Cells of the map of free places, each way."""
_LEAST = 8.0
"""Pixels of a cell at least."""
_SAMPLES = 64
"""At how many points of a line its cells are marked."""
_WIDE = 1.15
"""Root of how much wider than high the whole should be."""
_SIDE = 0.8
"""How much a part prefers its own side to being near the middle."""


def packed(
    parts: Sequence["Index"],
    placed: Sequence["Grid"],
    size: "Grid",
    seed: "Grid",
    lines: "Lines",
) -> "Grid":
    """Positions of all nodes, 2 x n, around (0, 0); no two parts overlap.

    Args:
        parts: the nodes of each part, the largest first.
        placed: the positions of each part's nodes, around (0, 0).
        size: widths and heights of all nodes.
        seed: the points of all ids.
        lines: what joins the nodes.
    """
    few = len(parts) <= _MOST
    near = sum(few or i == 0 or len(part) > _SMALL for i, part in enumerate(parts))
    near = min(near, _MOST)
    xy = np.zeros_like(size)
    if parts:
        _set(xy, list(zip(parts[:near], placed, strict=False)), size, seed, lines)
    if parts[near:]:
        spans = np.stack([_span(placed[i], size[:, parts[i]])
                          for i in range(near, len(parts))], axis=1)  # fmt: skip
        done = np.concatenate(parts[:near])
        sides = np.stack([seed[:, part[0]] for part in parts[near:]], axis=1)
        centres = belt(xy[:, done], size[:, done], spans, sides)
        for part, at, centre in zip(
            parts[near:], placed[near:], centres.T, strict=True
        ):
            xy[:, part] = at + centre[:, None]
    return xy


def _set(
    xy: "Grid",
    pieces: Sequence[tuple["Index", "Grid"]],
    size: "Grid",
    seed: "Grid",
    lines: "Lines",
) -> None:
    """Find a place for one part after the other."""
    spans = [_span(at, size[:, part]) for part, at in pieces]
    table = _Map(spans)
    for (part, at), span in zip(pieces, spans, strict=True):
        where = table.place(span, seed[:, part].sum(axis=1))
        xy[:, part] = at + where[:, None]
        table.take(xy[:, part], size[:, part])
        table.cross(xy[:, part], lines.within(part))


def _span(at: "Grid", size: "Grid") -> "Row":
    least, most = one(at.shape[1]).frames(at, size)
    span: Row = (most - least)[:, 0]
    return span


class _Map:
    """What is taken and what is free, in square cells around (0, 0)."""

    def __init__(self, spans: Sequence["Row"]) -> None:
        """A map that has room for all parts, given their widths and heights."""
        area = sum(float(span[0] * span[1]) for span in spans)
        longest = sorted((float(span.max()) for span in spans), reverse=True)
        self.half = max(longest[0] / 2 + sum(longest[1:2]), math.sqrt(area)) + _LEAST
        self.cell = max(2 * self.half / _CELLS, _LEAST)
        n = math.ceil(2 * self.half / self.cell)
        self.taken: Truth = np.zeros((n, n), dtype=np.bool_)
        self.reach = longest[0] / 2
        self.right = self.half

    def take(self, at: "Grid", size: "Grid") -> None:
        """Mark the cells under some boxes."""
        low = np.floor((at - size / 2 + self.half) / self.cell).astype(np.int64)
        high = np.ceil((at + size / 2 + self.half) / self.cell).astype(np.int64)
        low = np.maximum(low, 0)
        for left, top, right, bottom in zip(*low, *high, strict=True):
            self.taken[top:bottom, left:right] = True

    def cross(self, at: "Grid", lines: "Lines") -> None:
        """Mark the cells under lines."""
        once = lines.start < lines.end
        start, end = at[:, lines.start[once]], at[:, lines.end[once]]
        last = len(self.taken) - 1
        for i in range(1, _SAMPLES):
            cells = (start + (end - start) * (i / _SAMPLES) + self.half) / self.cell
            x, y = np.clip(cells.astype(np.int64), 0, last)
            self.taken[y, x] = True

    def place(self, span: "Row", side: "Row") -> "Row":
        """The best centre for a rectangle; the middle for the first."""
        if not self.taken.any():
            return np.zeros(2)
        wide, high = (math.ceil(float(s) / self.cell) + 1 for s in span)
        y, x = np.nonzero(_free(self.taken, high, wide))
        if not len(x):
            return self._beyond(span)
        at = np.stack([x + wide / 2, y + high / 2]) * self.cell - self.half
        best: Row = at[:, int(np.argmin(self._cost(at, span, side)))]
        return best

    def _beyond(self, span: "Row") -> "Row":
        """A place to the right of a map that is full."""
        left = self.right
        self.right += float(span[0])
        return np.array([left + float(span[0]) / 2, 0.0])

    def _cost(self, at: "Grid", span: "Row", side: "Row") -> "Row":
        """How far out the farthest corner is, less how well the side fits."""
        x, y = np.abs(at) + span[:, None] / 2
        far = np.sqrt(x * x / (_WIDE * _WIDE) + y * y * (_WIDE * _WIDE))
        length = np.maximum(np.sqrt((at * at).sum(axis=0)), 1e-9)
        own = max(math.sqrt(float((side * side).sum())), 1e-9)
        lean = (at * side[:, None]).sum(axis=0) / (length * own)
        cost: Row = far - _SIDE * self.reach * lean
        return cost


def _free(taken: "Truth", high: int, wide: int) -> "Truth":
    """Which windows of cells are free, by their upper left cells."""
    rows, columns = taken.shape
    sums = np.zeros((rows + 1, columns + 1), dtype=np.int64)
    sums[1:, 1:] = taken.cumsum(axis=0).cumsum(axis=1)
    if high > rows or wide > columns:
        return np.zeros((0, 0), dtype=np.bool_)
    within = (sums[high:, wide:] - sums[:-high, wide:]
              - sums[high:, :-wide] + sums[:-high, :-wide])  # fmt: skip
    free: Truth = within == 0
    return free
