"""Where each entity would stand if nothing were known of it: a point from its id.

A point depends on no other entity, so that a new one moves none. Points are smoothed
along the lines: who are joined, directly or by others, begin near each other. That
start changes little when a graph changes little, unlike eigenvectors, which turn and
change places.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.runs import one

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index, Lines
    from kg.view.layout.runs import Runs

_STEPS, _MOST = 24, 600
_OWN = 0.15
"""How much of a node's place comes from its id, the rest from its neighbours."""
_NEAR = 6
"""Hops from the best connected node from which on a part is smoothed for longer."""
_THIN = 0.01
"""The least width of what is stretched, as a share of its length."""


def seeds(ids: Sequence[str]) -> "Grid":
    """A point in the unit disc for each id, evenly strewn; 2 x n.

    It is the first point within the disc among those that the hashes of the id with
    0, 1, 2, ... spell.
    """
    xy = np.zeros((2, len(ids)))
    todo, salt = np.arange(len(ids)), 0
    while len(todo):
        keys = (f"{salt}:{ids[i]}".encode("utf-8", "surrogatepass")
                for i in todo.tolist())  # fmt: skip
        bits = b"".join(blake2b(key, digest_size=8).digest() for key in keys)
        at = np.frombuffer(bits, dtype=">u4").reshape(-1, 2).T / 2**31 - 1
        xy[:, todo] = at
        todo, salt = todo[(at * at).sum(axis=0) > 1], salt + 1
    return xy


def halves(ids: Sequence[str]) -> "Index":
    """A whole number below 2 ** 20 for each id, all its bits as good as tossed."""
    found: Index = np.floor((seeds(ids)[0] + 1) * 2**19).astype(np.int64)
    return found


def smoothed(points: "Grid", lines: "Lines") -> "Grid":
    """Points drawn towards those that they are joined with, as wide as long."""
    if lines.n == 1:
        return points
    total = np.maximum(lines.total(), 1e-9)
    deeper = max(_depth(lines) / _NEAR, 1.0)
    longer = deeper * deeper
    own = _OWN / longer
    xy = points
    for _ in range(min(int(_STEPS * longer), _MOST)):
        near = np.stack([lines.gathered(axis) / total for axis in xy])
        xy = own * points + (1 - own) * near
    return even(xy, one(lines.n), 1.0)


def hubs_amid(xy: "Grid", lines: "Lines") -> "Grid":
    """Points of which hubs come close to the middle of their neighbours."""
    total = np.maximum(lines.total(), 1e-9)
    own = 1 / np.maximum(lines.degrees(), 1)
    near = np.stack([lines.gathered(axis) / total for axis in xy])
    return own * xy + (1 - own) * near


def _depth(lines: "Lines") -> int:
    """How many hops it takes to get everywhere from the best connected node."""
    reached = np.zeros(lines.n)
    reached[int(np.argmax(lines.degrees()))] = 1.0
    count, hops = 1, 0
    while True:
        reached = np.minimum(reached + lines.gathered(reached), 1.0)
        now = int(np.count_nonzero(reached))
        if now == count:
            return hops
        count, hops = now, hops + 1


def even(xy: "Grid", runs: "Runs", most: float, limit: float = 1e9) -> "Grid":
    """Centred points, of mean square 1, at most `most` times as long as wide.

    Each run by itself. The short axis is stretched `limit` times at most, which may
    leave them longer. They are stretched along their own axes, not turned: where a
    drawing is about as high as wide, little would decide how far.
    """
    xy = runs.centred(xy)
    a, b, c = (
        runs.sums(xy[i] * xy[j]) / runs.sizes for i, j in ((0, 0), (0, 1), (1, 1))
    )
    half = np.maximum((a + c) / 2, 1e-18)
    gap = np.sqrt((a - c) * (a - c) / 4 + b * b)
    wide = np.sqrt(np.maximum(half - gap, _THIN * _THIN * half))
    more = np.clip(np.sqrt(half + gap) / (most * wide), 1.0, limit)
    # the matrix with the eigenvectors of [[a, b], [b, c]] that leaves the long axis
    # as it is and stretches the other `more` times
    factor = np.where(
        gap > 1e-12 * half, (more - 1) / (2 * np.maximum(gap, 1e-30)), 0.0
    )
    rows = (
        1 + factor * (half + gap - a),
        -factor * b,
        1 + factor * (half + gap - c),
        -factor * b,
    )
    p, q, r, s = (row[runs.of] for row in rows)
    xy = np.stack([p * xy[0] + q * xy[1], r * xy[1] + s * xy[0]])
    square = runs.sums(xy[0] * xy[0] + xy[1] * xy[1]) / runs.sizes
    return xy / np.sqrt(np.maximum(square, 1e-18))[runs.of]
