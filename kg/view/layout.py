"""Who stands where: positions for a drawing, from the graph alone.

Parts that are not connected are laid out one by one and set in rows. A part of up to
`_WHOLE` nodes is placed so that distances on paper follow distances in the graph
(stress majorization: Gansner, Koren and North 2004), then boxes are pushed apart until
no two overlap. A larger part is cut into communities (Louvain, Blondel et al. 2008);
each is laid out by itself and then stands as one box in the layout of all.

Only + - * / and square roots are used, in a fixed order, which IEEE 754 rounds alike:
a graph has the same positions on every machine of one architecture. Matrix products
and library layouts promise no such thing.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Grid = npt.NDArray[np.float64]

Point = tuple[float, float]
Box = tuple[float, float]
Line = tuple[int, int]

_WHOLE = 260
"""Nodes up to which a part is laid out in one piece."""
_HUGE = 900
"""Nodes from which an uncuttable part is laid out as a spiral: stress costs n * n."""
_STEPS = 160
_PUSHES = 25
_GROWTHS = 12
_GOLDEN = complex(-0.7373688780783197, 0.6754902942615238)
"""The golden angle, as a turn of the plane: a sine would be rounded by its library."""


def positions(boxes: Sequence[Box], lines: Iterable[Line]) -> list[tuple[int, int]]:
    """Whole coordinates for nodes 0, 1, ... so that their boxes do not overlap.

    Args:
        boxes: width and height of each node with its label, in pixels.
        lines: which nodes are connected; repeats and loops change nothing.

    Returns:
        The centre of each box, in pixels, around (0, 0); empty for no nodes.
    """
    clean = sorted({(min(a, b), max(a, b)) for a, b in lines if a != b})
    points = _arrange(list(range(len(boxes))), clean, boxes)
    return [(round(x), round(y)) for x, y in points]


def _arrange(nodes: list[int], lines: list[Line], boxes: Sequence[Box]) -> list[Point]:
    """Lay out some nodes; the result is in the order of `nodes`."""
    neighbours = _neighbours(nodes, lines)
    parts = _parts(nodes, neighbours)
    placed = [_part(part, neighbours, boxes) for part in parts]
    where: dict[int, Point] = {}
    pieces = list(zip(parts, placed, strict=True))
    shifts = _rows([_extent(points, part, boxes) for part, points in pieces])
    for (part, points), shift in zip(pieces, shifts, strict=True):
        where |= _moved(part, points, shift)
    return [where[n] for n in nodes]


def _moved(part: list[int], points: list[Point], shift: Point) -> dict[int, Point]:
    dx, dy = shift
    return {n: (x + dx, y + dy) for n, (x, y) in zip(part, points, strict=True)}


def _neighbours(nodes: list[int], lines: list[Line]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {node: [] for node in nodes}
    for a, b in lines:
        found[a].append(b)
        found[b].append(a)
    return found


def _parts(nodes: list[int], neighbours: dict[int, list[int]]) -> list[list[int]]:
    """Connected parts, the largest first, then by their first node."""
    seen: set[int] = set()
    parts = []
    for start in nodes:
        if start not in seen:
            part = sorted(_hops(start, neighbours))
            seen.update(part)
            parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _hops(start: int, neighbours: dict[int, list[int]]) -> dict[int, int]:
    """How many lines away each node is that can be reached."""
    hops = {start: 0}
    queue = [start]
    for node in queue:
        for other in neighbours[node]:
            if other not in hops:
                hops[other] = hops[node] + 1
                queue.append(other)
    return hops


# ------------------------------------------------------------------ one part


def _part(
    part: list[int], neighbours: dict[int, list[int]], boxes: Sequence[Box]
) -> list[Point]:
    """A connected part, centred, its longer side lying."""
    if len(part) == 1:
        return [(0.0, 0.0)]
    if len(part) > _WHOLE:
        groups = _communities(part, neighbours)
        if len(groups) > 1:
            return _grouped(part, groups, neighbours, boxes)
        if len(part) > _HUGE:
            return _spiral(part, neighbours, boxes)
    points = _stress([[*_distances(n, part, neighbours)] for n in part])
    degrees = [len(neighbours[n]) for n in part]
    return _apart(_lying(points, degrees), [boxes[n] for n in part])


def _distances(
    node: int, part: list[int], neighbours: dict[int, list[int]]
) -> Iterable[float]:
    """Wanted distances of a node to all: hops, a line of two hubs counting longer."""
    hops = _hops(node, neighbours)
    own = len(neighbours[node])
    for other in part:
        crowd = math.sqrt(min(own, len(neighbours[other]))) - 1
        yield hops[other] + (0.18 * crowd if hops[other] == 1 else 0.0)


def _communities(part: list[int], neighbours: dict[int, list[int]]) -> list[list[int]]:
    import networkx as nx  # 0.1 s that only a large graph needs

    network = nx.Graph()
    network.add_nodes_from(part)
    network.add_edges_from((a, b) for a in part for b in neighbours[a] if a < b)
    groups = nx.community.louvain_communities(network, seed=1)
    return sorted((sorted(group) for group in groups), key=lambda g: (-len(g), g[0]))


def _grouped(
    part: list[int],
    groups: list[list[int]],
    neighbours: dict[int, list[int]],
    boxes: Sequence[Box],
) -> list[Point]:
    """Each community by itself, then the communities like nodes with large boxes."""
    home = {node: i for i, group in enumerate(groups) for node in group}
    inner: list[list[Line]] = [[] for _ in groups]
    outer: set[Line] = set()
    for line in ((a, b) for a in part for b in neighbours[a] if a < b):
        one, other = sorted(home[node] for node in line)
        if one == other:
            inner[one].append(line)
        else:
            outer.add((one, other))
    inside = [_arrange(g, inner[i], boxes) for i, g in enumerate(groups)]
    extents = [_extent(p, g, boxes) for g, p in zip(groups, inside, strict=True)]
    sizes = [(right - left, low - high) for left, high, right, low in extents]
    centres = _arrange(list(range(len(groups))), sorted(outer), sizes)
    where: dict[int, Point] = {}
    for i, (left, high, right, low) in enumerate(extents):
        shift = centres[i][0] - (left + right) / 2, centres[i][1] - (high + low) / 2
        where |= _moved(groups[i], inside[i], shift)
    return [where[n] for n in part]


def _spiral(
    part: list[int], neighbours: dict[int, list[int]], boxes: Sequence[Box]
) -> list[Point]:
    """A sunflower, the best connected in the middle: for a hub with 1,000 leaves."""
    order = sorted(part, key=lambda n: (-len(neighbours[n]), n))
    wide, high = (max(boxes[n][side] for n in part) for side in (0, 1))
    points = [(x * wide, y * high) for x, y in _sunflower(len(order), 1.0)]
    where = dict(zip(order, points, strict=True))
    return [where[n] for n in part]


def _sunflower(n: int, step: float) -> list[Point]:
    """Points on Vogel's spiral (1979), evenly dense; `step` is about their distance."""
    points, turn = [], 1 + 0j
    for i in range(n):
        radius = step * math.sqrt(i + 1) if i else 0.0
        points.append((radius * turn.real, radius * turn.imag))
        turn *= _GOLDEN
    return points


# -------------------------------------------------------------- the numbers


def _stress(distances: list[list[float]]) -> "Grid":
    """Positions whose distances follow the wanted ones, near ones above all."""
    import numpy as np  # only a page needs it

    wanted = np.array(distances, dtype=np.float64)
    wanted = np.maximum(wanted, wanted.T)
    np.fill_diagonal(wanted, 1.0)
    weight = 1.0 / (wanted * wanted)
    np.fill_diagonal(weight, 0.0)
    total = weight.sum(axis=0)
    xy = _scaling(wanted)
    for _ in range(_STEPS):
        dx = xy[0][:, None] - xy[0][None, :]
        dy = xy[1][:, None] - xy[1][None, :]
        far = np.sqrt(dx * dx + dy * dy)
        np.fill_diagonal(far, 1.0)
        pull = weight * wanted / np.maximum(far, 1e-6)
        # column j: where the others would have node j stand
        new_x = (weight * xy[0][:, None] - pull * dx).sum(axis=0) / total
        new_y = (weight * xy[1][:, None] - pull * dy).sum(axis=0) / total
        xy = np.stack([new_x, new_y])
    return xy


def _scaling(wanted: "Grid") -> "Grid":
    """Classical scaling (Torgerson 1952) by power iteration: a start near the goal."""
    import numpy as np

    n = len(wanted)
    square = wanted * wanted
    np.fill_diagonal(square, 0.0)
    mean = square.sum(axis=0) / n
    inner = -0.5 * (square - mean[:, None] - mean[None, :] + mean.sum() / n)
    first = _eigenvector(inner, None)
    second = _eigenvector(inner, first)
    # no two nodes may start on one point: nothing would ever drive them apart
    nudge = np.array(_sunflower(n, 0.05)).T
    start: Grid = np.stack([_grown(inner, first), _grown(inner, second)]) + nudge
    return start


def _eigenvector(inner: "Grid", without: "Grid | None") -> "Grid":
    import numpy as np

    vector: Grid = np.array(
        [((i * 7919) % 104729) / 104729 - 0.5 for i in range(len(inner))]
    )
    for _ in range(60):
        if without is not None:
            vector = vector - without * (without * vector).sum()
        vector = (inner * vector[:, None]).sum(axis=0)
        length = math.sqrt(float((vector * vector).sum()))
        vector = vector / max(length, 1e-9)
    return vector


def _grown(inner: "Grid", vector: "Grid") -> "Grid":
    """An eigenvector at the length that its share of the distances gives it."""
    value = float(((inner * vector[:, None]).sum(axis=0) * vector).sum())
    grown: Grid = vector * math.sqrt(max(value, 0.0))
    return grown


def _lying(xy: "Grid", degrees: list[int]) -> "Grid":
    """Centred, turned so that the longest direction is the horizontal.

    The well connected stand left and above rather than right and below: a graph and
    most of the same graph then do not mirror each other.
    """
    import numpy as np

    x, y = (axis - axis.sum() / len(axis) for axis in xy)
    a, b, c = float((x * x).sum()), float((x * y).sum()), float((y * y).sum())
    spread = math.sqrt((a - c) * (a - c) / 4 + b * b)
    # the first eigenvector of [[a, b], [b, c]], written out
    ex, ey = (a - c) / 2 + spread, b
    length = math.sqrt(ex * ex + ey * ey)
    if length < 1e-9:
        ex, ey, length = 0.0 if c > a else 1.0, 1.0 if c > a else 0.0, 1.0
    ex, ey = ex / length, ey / length
    turned = np.stack([x * ex + y * ey, y * ex - x * ey])
    lean = (turned * np.array(degrees, dtype=np.float64)).sum(axis=1)
    lying: Grid = np.where(lean > 0, -1.0, 1.0)[:, None] * turned
    return lying


def _apart(xy: "Grid", boxes: list[Box]) -> list[Point]:
    """Scale to pixels, push overlapping boxes apart, and grow where it is tight."""
    import numpy as np

    size = np.array(boxes, dtype=np.float64).T
    area = float((size[0] * size[1]).sum()) / len(boxes)
    # labels are wide: a little more room sideways than up and down
    xy = xy * np.array([[1.3], [0.9]]) * (1.1 * math.sqrt(area))
    reach = (size[:, :, None] + size[:, None, :]) / 2
    for _ in range(_GROWTHS):
        xy, free = _pushed(xy, reach)
        if free:
            break
        xy = xy * 1.12
    return [(float(x), float(y)) for x, y in xy.T]


def _pushed(xy: "Grid", reach: "Grid") -> tuple["Grid", bool]:
    """Move overlapping boxes along the axis on which they overlap least.

    Returns the positions, and whether none overlap any more.
    """
    import numpy as np

    order = np.arange(xy.shape[1])
    # of two on one point, the earlier goes left or up
    others = order[:, None] != order[None, :]
    tie = np.where(order[:, None] < order[None, :], -1.0, 1.0)
    for _ in range(_PUSHES):
        apart = xy[:, :, None] - xy[:, None, :]
        over = reach - np.abs(apart)
        hit = (over[0] > 0.5) & (over[1] > 0.5) & others
        if not hit.any():
            return xy, True
        share = over / reach
        sideways = share[0] < share[1]
        axis = np.stack([sideways, ~sideways])
        side = np.where(apart == 0, tie, np.where(apart > 0, 1.0, -1.0))
        xy = xy + np.where(hit & axis, side * over * 0.35, 0.0).sum(axis=2)
    return xy, False


# ---------------------------------------------------------------- many parts


def _extent(
    points: list[Point], part: list[int], boxes: Sequence[Box]
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of some boxes."""
    sides = [(x, y, *boxes[n]) for n, (x, y) in zip(part, points, strict=True)]
    return (
        min(x - w / 2 for x, _, w, _ in sides),
        min(y - h / 2 for _, y, _, h in sides),
        max(x + w / 2 for x, _, w, _ in sides),
        max(y + h / 2 for _, y, _, h in sides),
    )


def _rows(extents: list[tuple[float, float, float, float]]) -> list[Point]:
    """Shifts that set parts in rows, the first (largest) above, all around (0, 0)."""
    if not extents:
        return []
    area = sum((r - le) * (lo - hi) for le, hi, r, lo in extents)
    width = max(extents[0][2] - extents[0][0], math.sqrt(area) * 1.2)
    shifts: list[Point] = []
    x = y = height = 0.0
    for left, high, right, low in extents:
        if x > 0 and x + right - left > width:
            x, y, height = 0.0, y + height, 0.0
        shifts.append((x - left, y - high))
        x, height = x + right - left, max(height, low - high)
    bottom = y + height
    return [(dx - width / 2, dy - bottom / 2) for dx, dy in shifts]
