"""Connected parts: each in one piece, or, if it is large, community by community."""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.apart import apart
from kg.view.layout.groups import grouped
from kg.view.layout.lines import Lines, joined, side_by_side
from kg.view.layout.runs import Runs, one
from kg.view.layout.start import even, hubs_amid
from kg.view.layout.stress import stressed

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index

_WHOLE = 300
"""Nodes up to which a part is laid out in one piece: it costs n * n."""
_PIECE = 150
"""The same for a community."""
_BATCH = 60_000
"""Distances that are wanted at once: so many stay in a processor's cache."""
_STEPS = 40
"""Of the unfolding, with either weight; half for what is one piece of many."""
_ROOM = 1.5
"""How much room boxes have before they are pushed apart."""
_LINE = 0.7
"""How long a line is at least, by the room and in sides of a box."""
_TIGHT = 0.6
"""The same for communities: they press upon each other, and no gaps are left."""
_FILLED = 1.9
"""How much more room a community takes than its boxes. What sticks out of that has to
find its place between the nodes of others."""
_LONG = 1.7
"""How much longer than wide a part may be, to begin with."""
_STRETCH = 1.6
"""How much it is widened for that at most: a chain remains a chain."""
_WIDE = 1.25
"""How much wider than high it is then made: labels are wide."""


@dataclass(frozen=True)
class _Piece:
    """Some nodes, in rising order: laid out as they are, or cut into pieces."""

    nodes: "Index"
    lines: Lines
    cut: tuple["_Piece", ...] = ()

    def leaves(self) -> Iterator["_Piece"]:
        """The pieces that are not cut any more."""
        if not self.cut:
            yield self
        for piece in self.cut:
            yield from piece.leaves()


def laid(
    start: "Grid",
    size: "Grid",
    lines: Lines,
    parts: Sequence["Index"],
    group: "Index",
    room: float = _ROOM,
) -> "Grid":
    """Positions of all nodes in pixels, each part around (0, 0).

    Args:
        start: where the nodes begin, 2 x n.
        size: widths and heights of their boxes, 2 x n.
        lines: what joins them.
        parts: the nodes of each connected part.
        group: the community of each node.
        room: how much room boxes have before they are pushed apart.
    """
    pieces = [_piece(part, lines.within(part), group[part], _WHOLE) for part in parts]
    leaves = [leaf for piece in pieces for leaf in piece.leaves()]
    order = np.concatenate([leaf.nodes for leaf in leaves])
    runs = Runs(np.array([len(leaf.nodes) for leaf in leaves]))
    xy = _unfolded(start, pieces, group)
    xy[:, order] = _fitted(xy[:, order], size[:, order], runs, room)
    for piece in pieces:
        _assemble(piece, xy, start, size)
    return xy


def _piece(nodes: "Index", lines: Lines, group: "Index", whole: int) -> _Piece:
    """A piece, cut by communities if it is large, and those again, if they can be."""
    if lines.n > whole and _alike(group):
        group = _again(lines)
    if lines.n <= whole or _alike(group):
        return _Piece(nodes, lines)
    number, held = np.unique(group, return_inverse=True, return_counts=True)[1:]
    members = np.split(np.argsort(number, kind="stable"), np.cumsum(held)[:-1])
    cut = (_piece(nodes[m], lines.within(m), group[m], _PIECE) for m in members)
    return _Piece(nodes, lines, tuple(cut))


def _alike(group: "Index") -> bool:
    return bool((group == group[0]).all())


def _unfolded(start: "Grid", pieces: Sequence[_Piece], group: "Index") -> "Grid":
    """Where nodes stand when a line is about 1 long, by the leaves."""
    xy = start.copy()
    for steps, cut in ((_STEPS, False), (_STEPS // 2, True)):
        leaves = [f for p in pieces if bool(p.cut) is cut for f in p.leaves()]
        for some in _batches([leaf for leaf in leaves if leaf.lines.n <= _WHOLE]):
            lines, runs = side_by_side([leaf.lines for leaf in some])
            nodes = np.concatenate([leaf.nodes for leaf in some])
            xy[:, nodes] = stressed(start[:, nodes], lines, group[nodes], runs, steps)
        for leaf in leaves:
            if leaf.lines.n > _WHOLE:
                xy[:, leaf.nodes] = hubs_amid(start[:, leaf.nodes], leaf.lines)
    return xy


def _batches(leaves: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """The leaves, so many at once as can be held at hand."""
    cost = itertools.accumulate(leaf.lines.n**2 for leaf in leaves)
    turns = zip(cost, leaves, strict=True)
    for _, some in itertools.groupby(turns, lambda turn: turn[0] // _BATCH):
        yield [leaf for _, leaf in some]


def _fitted(xy: "Grid", size: "Grid", runs: Runs, room: float) -> "Grid":
    """Brought to pixels, no two boxes of a run overlapping, each run around (0, 0)."""
    area = runs.sums(size[0] * size[1])
    # an evenly filled disc whose points have the mean square 1 is 2 pi large
    full = np.sqrt(room * area / (2 * math.pi))
    # a chain fills no disc: there a line of length 1 has to be as long as a box
    square = runs.sums(xy[0] * xy[0] + xy[1] * xy[1])
    line = _LINE * room * np.sqrt(square / runs.sizes * area / runs.sizes)
    scale = np.maximum(full, line)[runs.of]
    shape = np.array([[math.sqrt(_WIDE)], [1 / math.sqrt(_WIDE)]])
    xy = apart(even(xy, runs, _LONG, _STRETCH) * scale * shape, size, runs)
    least, most = runs.frames(xy, size)
    return xy - ((least + most) / 2)[:, runs.of]


def _assemble(piece: _Piece, xy: "Grid", start: "Grid", size: "Grid") -> None:
    """Set what a piece was cut into beside each other, like nodes with large boxes."""
    if not piece.cut:
        return
    for part in piece.cut:
        _assemble(part, xy, start, size)
    nodes = np.concatenate([part.nodes for part in piece.cut])
    runs = Runs(np.array([len(part.nodes) for part in piece.cut]))
    middle = np.stack([runs.sums(axis) for axis in start[:, nodes]]) / runs.sizes
    spans = _spans(xy[:, nodes], size[:, nodes], runs)
    home = np.empty(len(nodes), dtype=np.int64)
    home[np.searchsorted(piece.nodes, nodes)] = runs.of
    alike = np.zeros(runs.count, dtype=np.int64)
    lines = _between(piece.lines, home, runs.count)
    centres = laid(middle, spans, lines, [np.arange(runs.count)], alike, _TIGHT)
    at = xy[:, nodes] + centres[:, runs.of]
    xy[:, nodes] = apart(at, size[:, nodes], one(len(nodes)))


def _again(lines: Lines) -> "Index":
    """Communities of nodes without ids: their numbers, scattered, decide instead."""
    return grouped(lines, np.arange(lines.n) * 7919 % 104729)


def _between(lines: Lines, group: "Index", count: int) -> Lines:
    """The lines between communities, as heavy as there are lines."""
    start, end = group[lines.start], group[lines.end]
    out = start != end
    weight = lines.weight[out].astype(np.int64)
    one, other, sums = joined(start[out], end[out], weight, count)
    return Lines(count, one, other, sums.astype(np.float64))


def _spans(xy: "Grid", size: "Grid", runs: Runs) -> "Grid":
    """Width and height of groups of boxes, without what sticks out of them."""
    least, most = runs.frames(xy, size)
    span = most - least
    filled = _FILLED * runs.sums(size[0] * size[1])
    trimmed: Grid = span * np.minimum(np.sqrt(filled / (span[0] * span[1])), 1.0)
    return trimmed
