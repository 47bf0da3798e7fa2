"""One connected part: in one piece, or, if it is large, community by community."""

import math
from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.apart import apart
from kg.view.layout.groups import grouped
from kg.view.layout.lines import Lines, joined
from kg.view.layout.start import even, hubs_amid
from kg.view.layout.stress import stressed

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index, Row

_WHOLE = 300
"""Nodes up to which a part is laid out in one piece: it costs n * n."""
_PIECE = 150
"""The same for a community."""
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
_PUSHES = 200
"""How often the nodes of different communities are pushed apart."""


def laid(start: "Grid", size: "Grid", lines: Lines, group: "Index") -> "Grid":
    """Positions of a connected part in pixels, around (0, 0).

    Args:
        start: where its nodes begin, 2 x n.
        size: widths and heights of their boxes, 2 x n.
        lines: what joins them.
        group: the community of each.
    """
    if lines.n == 1:
        return np.zeros((2, 1))
    if lines.n <= _WHOLE:
        return _fitted(stressed(start, lines, group), size, _ROOM)
    return _cut(start, size, lines, np.unique(group, return_inverse=True)[1])


def _fitted(xy: "Grid", size: "Grid", room: float) -> "Grid":
    """Brought to pixels, no two boxes overlapping."""
    n, area = size.shape[1], float((size[0] * size[1]).sum())
    # an evenly filled disc whose points have the mean square 1 is 2 pi large
    full = math.sqrt(room * area / (2 * math.pi))
    # a chain fills no disc: there a line of length 1 has to be as long as a box
    line = _LINE * room * math.sqrt(float((xy * xy).sum()) / n * area / n)
    scale = max(full, line)
    shape = np.array([[math.sqrt(_WIDE)], [1 / math.sqrt(_WIDE)]])
    xy = apart(even(xy, _LONG, _STRETCH) * scale * shape, size)
    centred: Grid = xy - frame_of(xy, size).sum(axis=1)[:, None] / 2
    return centred


def _cut(start: "Grid", size: "Grid", lines: Lines, group: "Index") -> "Grid":
    """Each community by itself, then all of them like nodes with large boxes."""
    held = np.bincount(group)
    members = np.split(np.argsort(group, kind="stable"), np.cumsum(held)[:-1])
    inside = [_piece(start[:, m], size[:, m], lines.within(m)) for m in members]
    pieces = list(zip(members, inside, strict=True))
    spans = np.array([_span(xy, size[:, m]) for m, xy in pieces]).T
    middle = np.stack([np.bincount(group, axis) for axis in start]) / held
    centres = _beside(middle, spans, _between(lines, group, len(held)))
    xy = np.empty_like(start)
    for (m, at), centre in zip(pieces, centres.T, strict=True):
        xy[:, m] = at + centre[:, None]
    return apart(xy, size, _PUSHES)


def _piece(start: "Grid", size: "Grid", lines: Lines) -> "Grid":
    """One community; a large one is cut again, if it can be."""
    group = np.zeros(lines.n, dtype=np.int64)
    if lines.n <= _PIECE:
        return _fitted(stressed(start, lines, group), size, _ROOM)
    group = _again(lines)
    if group.any():
        return _cut(start, size, lines, group)
    return _fitted(hubs_amid(start, lines), size, _ROOM)


def _beside(start: "Grid", spans: "Grid", lines: Lines) -> "Grid":
    """Where communities stand, by the lines between them."""
    if lines.n <= _WHOLE:
        alike = np.zeros(lines.n, dtype=np.int64)
        return _fitted(stressed(start, lines, alike), spans, _TIGHT)
    group = _again(lines)
    if group.any():
        return _cut(start, spans, lines, group)
    return _fitted(hubs_amid(start, lines), spans, _TIGHT)


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


def _span(xy: "Grid", size: "Grid") -> "Row":
    """Width and height of a group of boxes, without what sticks out of it."""
    frame = frame_of(xy, size)
    span: Row = frame[:, 1] - frame[:, 0]
    filled = _FILLED * float((size[0] * size[1]).sum())
    return span * min(math.sqrt(filled / float(span[0] * span[1])), 1.0)


def frame_of(xy: "Grid", size: "Grid") -> "Grid":
    """Least and greatest x and y of some boxes: [[left, right], [top, bottom]]."""
    return np.stack([(xy - size / 2).min(axis=1), (xy + size / 2).max(axis=1)], axis=1)
