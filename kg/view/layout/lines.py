"""Lines between numbered nodes as arrays: what the steps of a layout sum over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.runs import Runs

if TYPE_CHECKING:
    import numpy.typing as npt

    Grid = npt.NDArray[np.float64]
    Row = npt.NDArray[np.float64]
    Index = npt.NDArray[np.int64]
    Truth = npt.NDArray[np.bool_]
    Bits = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Lines:
    """Weighted lines among n nodes, each from both of its ends, sorted by these."""

    n: int
    start: "Index"
    end: "Index"
    weight: "Row"

    def total(self) -> "Row":
        """The weight of all lines at each node."""
        return np.bincount(self.start, self.weight, self.n).astype(np.float64)

    def gathered(self, values: "Row") -> "Row":
        """For each node, the weighted sum of its neighbours' values."""
        sums = np.bincount(self.start, self.weight * values[self.end], self.n)
        return sums.astype(np.float64)

    def any(self, bits: "Bits") -> "Bits":
        """For each node, the bits that any of its neighbours has; n rows."""
        found = np.zeros_like(bits)
        joined = np.flatnonzero(self.degrees())
        if len(joined):
            first = np.searchsorted(self.start, joined)
            found[joined] = np.bitwise_or.reduceat(bits[self.end], first, axis=0)
        return found

    def degrees(self) -> "Index":
        """How many lines each node has."""
        return np.bincount(self.start, minlength=self.n)

    def kept(self, which: "Truth") -> "Lines":
        """Some of the lines, among all nodes."""
        ends = self.start[which], self.end[which]
        return Lines(self.n, *ends, self.weight[which])

    def within(self, nodes: "Index") -> "Lines":
        """The lines among some nodes, given in rising order and numbered anew."""
        first, last = np.searchsorted(self.start, [nodes, nodes + 1])
        mine = ranges(first, last)[1]
        end = self.end[mine]
        place = np.searchsorted(nodes, end)
        keep = nodes[np.minimum(place, len(nodes) - 1)] == end
        start = np.repeat(np.arange(len(nodes)), last - first)
        return Lines(len(nodes), start[keep], place[keep], self.weight[mine][keep])

    def parts(self) -> list["Index"]:
        """Connected parts, the largest first, then by their first node."""
        name = self._names()
        order = np.argsort(name, kind="stable")
        cuts = np.flatnonzero(np.diff(name[order])) + 1
        found = np.split(order, cuts) if self.n else []
        return sorted(found, key=lambda part: (-len(part), int(part[0])))

    def _names(self) -> "Index":
        """For each node the lowest node of its part."""
        name = np.arange(self.n)
        while True:
            least = name.copy()
            np.minimum.at(least, self.start, name[self.end])
            np.minimum.at(least, name, least.copy())
            least = least[least[name]]
            if (least == name).all():
                return name
            name = least


def lines_of(numbers: "Index", pairs: Iterable[tuple[int, int]]) -> Lines:
    """Lines of weight 1, once each, without loops, among nodes that get new numbers."""
    n = len(numbers)
    both = numbers[np.array(list(pairs), dtype=np.int64).reshape(-1, 2)]
    both = both[both[:, 0] != both[:, 1]]
    there, back = both[:, 0] * n + both[:, 1], both[:, 1] * n + both[:, 0]
    keys = np.unique(np.concatenate([there, back]))
    return Lines(n, keys // max(n, 1), keys % max(n, 1), np.ones(len(keys)))


def side_by_side(pieces: Sequence[Lines]) -> tuple[Lines, Runs]:
    """The lines of several pieces, whose nodes are numbered one piece after another."""
    runs = Runs(np.array([piece.n for piece in pieces]))
    first = runs.begin
    start = np.concatenate([p.start + f for p, f in zip(pieces, first, strict=True)])
    end = np.concatenate([p.end + f for p, f in zip(pieces, first, strict=True)])
    weight = np.concatenate([piece.weight for piece in pieces])
    return Lines(int(runs.sizes.sum()), start, end, weight), runs


def joined(
    start: "Index", end: "Index", weight: "Index", n: int
) -> tuple["Index", "Index", "Index"]:
    """Lines with the same ends as one of their weights' sum, sorted."""
    keys = start * n + end
    order = np.argsort(keys, kind="stable")
    keys, weight = keys[order], weight[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    sums = np.add.reduceat(weight, first) if len(first) else weight[:0]
    return keys[first] // n, keys[first] % n, sums


def ranges(begin: "Index", end: "Index") -> tuple["Index", "Index"]:
    """Each number i with each number from begin[i] up to end[i]."""
    count = np.maximum(end - begin, 0)
    owner = np.repeat(np.arange(len(count)), count)
    before = np.cumsum(count) - count
    return owner, begin[owner] + np.arange(len(owner)) - before[owner]
