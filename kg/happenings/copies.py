"""Which articles copy one another: near-duplicates, and reports of one agency.

Near-duplicates are articles that share most of their shingles, which are runs of words
(Broder 1997). All shingles of all articles are sorted once; only articles that stand
side by side in many of them are compared, by the shingles themselves. So the work grows
with the text, not with its square, and without chance: the same articles give the same
groups.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from kg.model import Article

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words
_COPIED = 0.6
"""The share of the shorter article's shingles that a copy of it holds."""
_LIKELY = 0.1
"""The share of shingles side by side from which on two articles are compared."""
_RADIX = np.uint64(0x9E3779B97F4A7C15)

Numbers = np.ndarray[tuple[int], np.dtype[np.uint64]]


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
    ordered = _by_id(articles)
    return _leaders(ordered, (*_credited(ordered, agencies), *_copies(ordered)))


def copies(articles: Sequence[Article]) -> dict[str, str]:
    """Which article each copy is a copy of, by their ids; none of what is no copy.

    Of articles that share most of their text, the one published first is the original,
    of several the one of the smallest id, an undated one last. A common source or
    agency makes no copy.
    """
    ordered = sorted(articles, key=lambda a: (a.published or "~", a.id))
    leader = _leaders(ordered, _copies(_by_id(articles)))
    return {name: first for name, first in leader.items() if name != first}


def _leaders(
    ordered: Sequence[Article], pairs: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """For each article the first of those that pairs join it with, at any remove."""
    leader = {article.id: article.id for article in ordered}
    rank = {name: i for i, name in enumerate(leader)}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for left, right in pairs:
        low, high = sorted((find(left), find(right)), key=rank.__getitem__)
        leader[high] = low
    return {name: find(name) for name in leader}


def _by_id(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda article: article.id))


def _credited(
    articles: Sequence[Article], agencies: Collection[str]
) -> Iterator[tuple[str, str]]:
    for members in _wires(articles, agencies).values():
        yield from ((members[0], other) for other in members[1:])


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


@lru_cache(maxsize=1)
def _copies(articles: tuple[Article, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of near-duplicates: enough to join all of them.

    Kept for the last graph: its happenings and its page both ask, and all of its text
    is read for the answer.
    """
    return tuple(_pairs(articles))


def _pairs(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    known: dict[str, int] = {}
    rows = [_shingles(article, known) for article in articles]
    for left, right in _likely(rows):
        one, other = rows[left], rows[right]
        shared = np.intersect1d(one, other, assume_unique=True).size
        if shared >= _COPIED * min(one.size, other.size):
            yield articles[left].id, articles[right].id


def _likely(rows: Sequence[Numbers]) -> Iterator[tuple[int, int]]:
    """Which rows are worth comparing, by their numbers, sorted.

    Of many rows with one shingle each is paired with the next alone: copies of one
    report stand side by side in all that they share.
    """
    if not rows:
        return
    sizes = np.array([row.size for row in rows])
    numbers = np.concatenate(rows)
    order = np.argsort(numbers, kind="stable")
    numbers, owners = numbers[order], np.repeat(np.arange(len(rows)), sizes)[order]
    met = numbers[1:] == numbers[:-1]
    pairs, times = np.unique(
        owners[:-1][met] * len(rows) + owners[1:][met], return_counts=True
    )
    left, right = np.divmod(pairs, len(rows))
    enough = times >= _LIKELY * np.minimum(sizes[left], sizes[right])
    yield from zip(left[enough].tolist(), right[enough].tolist(), strict=True)


def _shingles(article: Article, known: dict[str, int]) -> Numbers:
    """The distinct runs of words of an article, as sorted numbers."""
    words = _WORD.findall(article.text.casefold()) or [""]
    for word in set(words).difference(known):
        known[word] = _number(word)
    numbers = np.array([known[word] for word in words], dtype=np.uint64)
    size = max(1, len(words) - _SHINGLE + 1)
    runs = np.zeros(size, dtype=np.uint64)
    for at in range(min(_SHINGLE, len(words))):
        runs = runs * _RADIX + numbers[at : at + size]  # modulo 2 ** 64
    return np.unique(runs)


def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=8).digest(), "big")
