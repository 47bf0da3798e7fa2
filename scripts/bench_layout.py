"""How far one article more moves a drawing that is not of its making.

Graphs are made up like news: some topics of about sixty names, each article tells of
one of them, and some names recur in most.
"""

import random
import zlib
from collections.abc import Sequence

import numpy as np

from kg.view.layout import Box, Line, positions

_TOPIC = 60
_PAIRS = 6

Pair = tuple[str, str]
Places = dict[str, tuple[int, int]]


def news(names: int, articles: int, seed: int) -> list[list[Pair]]:
    """Articles of six pairs each, about a few topics, some of whose names recur."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    ids = [f"e{i:05}" for i in range(names)]
    count = max(3, names // _TOPIC)
    topics = [ids[i::count] for i in range(count)]
    told = []
    for _ in range(articles):
        topic = chance.choice(topics)
        hubs = [min(int(chance.paretovariate(0.9)), len(topic)) - 1
                for _ in range(_PAIRS)]  # fmt: skip
        others = [chance.choice(topic if chance.random() < 0.85 else ids)
                  for _ in range(_PAIRS)]  # fmt: skip
        told.append([(topic[h], o) for h, o in zip(hubs, others, strict=True)])
    return told


def drawn(told: Sequence[Sequence[Pair]]) -> tuple[list[str], list[Box], list[Line]]:
    """Names, boxes and lines of articles."""
    pairs = {pair for article in told for pair in article}
    names = sorted({name for pair in pairs for name in pair})
    index = {name: i for i, name in enumerate(names)}
    boxes = [(70.0 + zlib.crc32(name.encode()) % 130, 48.0) for name in names]
    return names, boxes, sorted((index[a], index[b]) for a, b in pairs)


def placed(told: Sequence[Sequence[Pair]]) -> Places:
    """Where the names of articles stand."""
    names, boxes, lines = drawn(told)
    return dict(zip(names, positions(names, boxes, lines), strict=True))


def moved(one: Places, other: Places) -> float:
    """Mean way of the common names after the best translation, in diagonals of one."""
    common = sorted(one.keys() & other.keys())
    ways = np.array([other[name] for name in common]) - [one[name] for name in common]
    corners = np.ptp(np.array(list(one.values())), axis=0)
    rest = ways - ways.mean(axis=0)
    return float(np.hypot(*rest.T).mean() / np.hypot(*corners))


def moved_by_one(names: int, articles: int, seeds: int = 4) -> float:
    """How far the last article moves the names of the others: the mean of some graphs.

    A share of the drawing's diagonal.
    """
    ways = []
    for seed in range(seeds):
        told = news(names, articles, seed)
        ways.append(moved(placed(told), placed(told[:-1])))
    return sum(ways) / len(ways)
