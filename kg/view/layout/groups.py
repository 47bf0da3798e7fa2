"""Communities: who are joined with each other more than with the rest.

Modularity is raised by moves of single nodes, then of whole communities (Louvain,
Blondel et al. 2008). Half of the nodes move at a time, all at once; which half, an id's
hash says, and of two equal moves that to the community of the lowest number wins. All
sums are of whole numbers: no rounding, the same communities everywhere.
"""

from typing import TYPE_CHECKING

import numpy as np

from kg.view.layout.lines import joined

if TYPE_CHECKING:
    from kg.view.layout.lines import Index, Lines

_ROUNDS = 24
_LEVELS = 12
_BITS = 12
"""How many ways to halve the nodes are taken by turns."""


def grouped(lines: "Lines", halves: "Index") -> "Index":
    """The number of each node's community; 0 is the largest, then by first member.

    Args:
        lines: their weights count as whole numbers.
        halves: a number for each node; its bits say when the node may move.
    """
    start, end = lines.start, lines.end
    weight = lines.weight.astype(np.int64)
    home = np.arange(lines.n)
    for _ in range(_LEVELS):
        moved = _moved(start, end, weight, halves)
        names, found = np.unique(moved, return_inverse=True)
        if len(names) == len(halves):
            break
        home = found[home]
        start, end, weight = joined(found[start], found[end], weight, len(names))
        halves = halves[names]
    return _numbered(_connected(lines, home))


def _moved(start: "Index", end: "Index", weight: "Index", halves: "Index") -> "Index":
    """A community for each node, called by its lowest member."""
    own = _sums(start, weight, len(halves))
    out = start != end
    lines = start[out], end[out], weight[out]
    home = np.arange(len(halves))
    still = 0
    for turn in range(_ROUNDS):
        mine = (halves >> (turn // 2 % _BITS)) & 1 == turn % 2
        moved = np.where(mine, _better(lines, own, home), home)
        still = still + 1 if (moved == home).all() else 0
        home = moved
        if still == 3:  # two of these are the halves of all
            break
    leader = np.full(len(home), len(home), dtype=np.int64)
    np.minimum.at(leader, home, np.arange(len(home)))
    return leader[home]


def _better(
    lines: tuple["Index", "Index", "Index"], own: "Index", home: "Index"
) -> "Index":
    """For each node the community that it fits best, its own where none is better."""
    n = len(home)
    start, end, weight = lines
    total, mass = int(own.sum()), _sums(home, own, n)
    node, there, ties = joined(start, home[end], weight, n)
    stays = there == home[node]
    others = mass[there] - np.where(stays, own[node], 0)
    gain = ties * total - own[node] * others
    now = -own * (mass[home] - own)  # where no line leads into the own community
    now[node[stays]] = gain[stays]
    best = now.copy()
    np.maximum.at(best, node, gain)
    wins = (gain == best[node]) & (gain > now[node])
    found = np.full(n, n, dtype=np.int64)
    np.minimum.at(found, node[wins], there[wins])
    return np.where(found < n, found, home)


def _sums(index: "Index", values: "Index", n: int) -> "Index":
    """Sums of whole numbers by index, exact below 2 ** 53."""
    return np.bincount(index, values, n).astype(np.int64)


def _connected(lines: "Lines", home: "Index") -> "Index":
    """Communities cut into what hangs together: the move of a hub can tear one."""
    inside = lines.kept(home[lines.start] == home[lines.end])
    found = np.empty_like(home)
    for number, part in enumerate(inside.parts()):
        found[part] = number
    return found


def _numbered(home: "Index") -> "Index":
    """Communities numbered by size, the largest first, then by first member."""
    _, first, found, sizes = np.unique(
        home, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -sizes))
    number = np.empty_like(order)
    number[order] = np.arange(len(order))
    return number[found]
