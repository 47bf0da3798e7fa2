"""Which articles copy one another: near-duplicates, and reports of one agency.

Near-duplicates are found by MinHash over shingles of words (Broder 1997), banded so
that only articles that are likely to share text are compared (Leskovec, Rajaraman and
Ullman, Mining of Massive Datasets, ch. 3), and decided by the shingles themselves. The
hash family is fixed: no chance, so the same articles give the same groups.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from kg.model import Article

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
# Two articles of which one is a third of the other meet in some band at .97.
_BANDS = 32
_ROWS = 2
_PRIME = np.uint64((1 << 31) - 1)
_COPIED = 0.6
"""The share of the shorter article's shingles that a copy of it holds."""


def origins(
    articles: Sequence[Article], agencies: Collection[str] = ()
) -> dict[str, str]:
    """Whose report each article is, by its id: that of the first it copies, or its own.

    Articles have one origin if they have one source, credit one agency in their text,
    or if most of the shorter one stands in the other. Those of different origins are
    independent of one another.

    Args:
        articles: all of a graph, in any order.
        agencies: the names of news agencies. Credited is what stands in brackets:
            "(Yonhap)", "SEOUL (Reuters)".

    Returns:
        For each article the smallest id of those with the same origin.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    leader = {article.id: article.id for article in ordered}

    def find(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    for left, right in _pairs(ordered, agencies):
        low, high = sorted((find(left), find(right)))
        leader[high] = low
    return {name: find(name) for name in leader}


def _pairs(
    articles: Sequence[Article], agencies: Collection[str]
) -> Iterator[tuple[str, str]]:
    for members in _wires(articles, agencies).values():
        yield from ((members[0], other) for other in members[1:])
    yield from _copies({article.id: _shingles(article) for article in articles})


def _wires(
    articles: Sequence[Article], agencies: Collection[str]
) -> Mapping[str, list[str]]:
    """Articles by their source and by the agencies that they credit."""
    names = sorted(agencies, key=lambda name: (-len(name), name))
    credit = (
        re.compile(rf"\((?:{'|'.join(map(re.escape, names))})\)") if names else None
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        credited = set(credit.findall(article.text)) if credit else set()
        words = {name.strip("()").casefold() for name in credited}
        if article.source:
            words.add(article.source.casefold())
        for name in sorted(words):
            found[name].append(article.id)
    return found


def _shingles(article: Article) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """The distinct runs of words of an article, as numbers."""
    words = _WORD.findall(article.text.casefold())
    runs = {
        " ".join(words[at : at + _SHINGLE])
        for at in range(max(1, len(words) - _SHINGLE + 1))
    }
    return np.array(sorted(_number(run) for run in runs), dtype=np.uint64)


def _number(text: str) -> int:
    size = hashlib.blake2b(text.encode("utf-8"), digest_size=4).digest()
    return int.from_bytes(size, "big") % int(_PRIME)


def _copies(
    shingles: Mapping[str, np.ndarray[tuple[int], np.dtype[np.uint64]]],
) -> Iterator[tuple[str, str]]:
    """Pairs of near-duplicates, sorted."""
    bands: defaultdict[tuple[int, bytes], list[str]] = defaultdict(list)
    for name, numbers in shingles.items():
        signature = _signature(numbers)
        for band in range(_BANDS):
            rows = signature[band * _ROWS : (band + 1) * _ROWS]
            bands[band, rows.tobytes()].append(name)
    near = {pair for names in bands.values() for pair in combinations(names, 2)}
    for left, right in sorted(near):
        one, other = shingles[left], shingles[right]
        shared = np.intersect1d(one, other, assume_unique=False).size
        if shared >= _COPIED * min(one.size, other.size):
            yield left, right


def _signature(
    numbers: np.ndarray[tuple[int], np.dtype[np.uint64]],
) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """The least value of each hash function, x -> (ax + b) mod p."""
    least = [
        ((np.uint64(a) * numbers + np.uint64(b)) % _PRIME).min() for a, b in _FAMILY
    ]
    return np.array(least, dtype=np.uint64)


_FAMILY = tuple(
    (1 + _number(f"a{which}"), _number(f"b{which}")) for which in range(_BANDS * _ROWS)
)
