"""The very many small parts, strewn in a belt around the rest."""

import math
from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.apart import apart
from kg.view.layout.runs import one

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid

_WIDE = 1.15
"""Root of how much wider than high the belt is."""
_ROOM = 2.4
"""How much room each box has in it."""


def belt(xy: "Grid", size: "Grid", spans: "Grid", sides: "Grid") -> "Grid":
    """Centres for boxes around others.

    Args:
        xy: the centres of what stands already, 2 x n, around (0, 0).
        size: widths and heights of that.
        spans: widths and heights of what is to be placed, 2 x m.
        sides: a point of the unit disc for each of these: on which side it stands,
            and how far out in the belt.
    """
    shape = np.array([[_WIDE], [1 / _WIDE]])
    corner = (np.abs(xy) + size / 2) / shape
    begin = math.sqrt(float((corner * corner).sum(axis=0).max())) + float(spans.max())
    area = _ROOM * float((spans[0] * spans[1]).sum()) / math.pi
    depth = (sides * sides).sum(axis=0)
    toward = sides / np.maximum(np.sqrt(depth), 1e-9)
    return apart(
        toward * np.sqrt(begin * begin + area * depth) * shape,
        spans,
        one(spans.shape[1]),
    )
