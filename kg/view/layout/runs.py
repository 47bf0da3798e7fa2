"""Pieces that are laid out by themselves, many at once: runs of numbered nodes."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from kg.view.layout.lines import Grid, Index, Row


@dataclass(frozen=True)
class Runs:
    """Nodes 0, 1, ... in runs; none is empty."""

    sizes: "Index"

    @property
    def count(self) -> int:
        """How many runs there are."""
        return len(self.sizes)

    @cached_property
    def end(self) -> "Index":
        """Behind the last node of each run."""
        return np.cumsum(self.sizes)

    @cached_property
    def begin(self) -> "Index":
        """The first node of each run."""
        return self.end - self.sizes

    @cached_property
    def of(self) -> "Index":
        """The run of each node."""
        return np.repeat(np.arange(self.count), self.sizes)

    def sums(self, values: "Row") -> "Row":
        """The sum of each run."""
        found: Row = np.add.reduceat(values, self.begin)
        return found

    def centred(self, xy: "Grid") -> "Grid":
        """Points moved so that the mean of each run is (0, 0)."""
        middle = np.stack([self.sums(axis) for axis in xy]) / self.sizes
        return xy - middle[:, self.of]

    def frames(self, xy: "Grid", size: "Grid") -> tuple["Grid", "Grid"]:
        """The upper left and lower right corners of each run's boxes, 2 x count."""
        least = np.minimum.reduceat(xy - size / 2, self.begin, axis=1)
        most = np.maximum.reduceat(xy + size / 2, self.begin, axis=1)
        return least, most


def one(n: int) -> Runs:
    """All n nodes as one run."""
    return Runs(np.array([n]))
