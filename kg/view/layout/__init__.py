"""Who stands where: positions for a drawing, from the graph alone.

    start     a point for each id, drawn towards those that it is joined with
    groups    communities
    stress    up to some hundred nodes: distances as in the graph
    nested    more nodes: communities stand like large boxes, each laid out by itself
    apart     no two boxes overlap
    pack      parts that nothing joins, close around the largest; belt: the very many
    lines     what is joined, as arrays; runs: which pieces are laid out together

An article more moves little: the start is from ids, steps are few and none is random,
and what decides between equals is an id, never a number in a list. Nodes are put in
the order of their ids first, so their order changes nothing.

Only + - * / and square roots are used, in a fixed order, which IEEE 754 rounds alike:
a graph has the same positions on every machine of one architecture. Matrix products,
sines and library layouts promise no such thing.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.view.layout.lines import Index, Lines

Box = tuple[float, float]
Line = tuple[int, int]


def communities(ids: Sequence[str], lines: Iterable[Line]) -> list[int]:
    """The number of the community of nodes 0, 1, ...: 0 is the largest.

    Of communities as large as each other, that of the lowest id comes first. Whoever
    nothing joins is one alone.

    Args:
        ids: a name for each node, which says nothing but decides between equals.
        lines: which nodes are joined; repeats and loops change nothing.
    """
    from kg.view.layout.groups import grouped
    from kg.view.layout.start import halves

    order, back, web = _sorted(ids, lines)
    found = grouped(web, halves([ids[i] for i in order]))
    return [int(number) for number in found[back]]


def positions(
    ids: Sequence[str],
    boxes: Sequence[Box],
    lines: Iterable[Line],
    groups: Sequence[int] | None = None,
) -> list[tuple[int, int]]:
    """Whole coordinates for nodes 0, 1, ... so that their boxes do not overlap.

    Args:
        ids: a name for each node; a node of that name begins at the same place always.
        boxes: width and height of each node with its label, in pixels.
        lines: which nodes are joined; repeats and loops change nothing.
        groups: the community of each node; None for those that `communities` finds.

    Returns:
        The centre of each box, in pixels, around (0, 0); empty for no nodes.
    """
    import numpy as np  # 0.1 s that only a page needs

    from kg.view.layout.nested import laid
    from kg.view.layout.pack import packed
    from kg.view.layout.start import seeds, smoothed

    if not ids:
        return []
    pairs = list(lines)
    order, back, web = _sorted(ids, pairs)
    group = np.array(communities(ids, pairs) if groups is None else groups)[order]
    size = np.array(boxes, dtype=np.float64).reshape(-1, 2).T[:, order]
    seed = seeds([ids[i] for i in order])
    parts = web.parts()
    start = np.empty_like(seed)
    for part in parts:
        start[:, part] = smoothed(seed[:, part], web.within(part))
    at = laid(start, size, web, parts, group)
    xy = packed(parts, [at[:, part] for part in parts], size, seed, web)
    return [(round(float(x)), round(float(y))) for x, y in xy[:, back].T]


def _sorted(
    ids: Sequence[str], lines: Iterable[Line]
) -> tuple["Index", "Index", "Lines"]:
    """The nodes in the order of their ids, the way back, and the lines among them."""
    import numpy as np

    from kg.view.layout.lines import lines_of

    order = np.array(sorted(range(len(ids)), key=lambda i: (ids[i], i)), dtype=np.int64)
    back = np.empty_like(order)
    back[order] = np.arange(len(ids))
    return order, back, lines_of(back, lines)
