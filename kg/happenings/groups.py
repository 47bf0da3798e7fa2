"""Claims to groups that each report one happening."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.happenings.tellings import PREFIX, Telling
from kg.happenings.weigh import ENOUGH, World, contradict, evidence

_WEEK = 7  # days
_SPAN = 14  # days: what takes longer has no day to be found by


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one happening, and what made them one (sorted; none for a single)."""

    members: tuple[Telling, ...]
    reasons: tuple[str, ...] = ()


def groups(
    told: Sequence[Telling], pairs: Sequence[tuple[int, int]], world: World
) -> list[Group]:
    """Part all claims into groups; who has no fellow is a group of one.

    The strongest pair comes first, then the next, ties by their ids; two groups become
    one unless some member of the one contradicts some member of the other.

    Args:
        told: claims in the order of their ids.
        pairs: those of them that may be one, by index: see `candidates`.
        world: what is known beside them.
    """
    home = list(range(len(told)))
    found = {index: Group((telling,)) for index, telling in enumerate(told)}
    members = {index: [index] for index in home}
    for _, i, j, reasons in sorted(_edges(told, pairs, world)):
        left, right = home[i], home[j]
        if left == right or _clash(found[left], found[right], world):
            continue
        found[left] = _joined(found[left], found.pop(right), reasons)
        for index in members[right]:
            home[index] = left
        members[left] += members.pop(right)
    return list(found.values())


def _joined(left: Group, right: Group, reasons: tuple[str, ...]) -> Group:
    why = {*left.reasons, *right.reasons, *reasons}
    return Group((*left.members, *right.members), tuple(sorted(why)))


def _clash(left: Group, right: Group, world: World) -> bool:
    pairs = product(left.members, right.members)
    return any(contradict(a, b, world) for a, b in pairs)


def _edges(
    told: Sequence[Telling], pairs: Sequence[tuple[int, int]], world: World
) -> Iterator[tuple[int, int, int, tuple[str, ...]]]:
    """Pairs that have enough for them, the strength negative so that it sorts first."""
    for i, j in pairs:
        left, right = told[i], told[j]
        if contradict(left, right, world):
            continue
        found = evidence(left, right, world)
        strength = sum(found.values())
        if strength >= ENOUGH:
            reasons = sorted(name for name, weight in found.items() if weight > 0)
            yield -strength, i, j, tuple(reasons)


def candidates(told: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs, by index, that may have enough in common.

    In one article or on one day they share a participant; in one week also the word,
    or a second participant.
    """
    blocks: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, telling in enumerate(told):
        for key in set(_keys(telling)):
            blocks[telling.family, telling.planned, *key].append(index)
    return sorted({p for block in blocks.values() for p in combinations(block, 2)})


def _keys(telling: Telling) -> Iterator[tuple[object, ...]]:
    everyone = sorted(telling.everyone)
    yield from product(everyone, _close(telling))
    words = {("word", lemma[:PREFIX]) for lemma in telling.lemmas}
    fellows = {("with", other) for other in everyone}
    for who, week in product(everyone, _weeks(telling)):
        yield from ((who, week, *key) for key in words)
        yield from ((who, week, *key) for key in fellows if key[1] > who)


def _close(telling: Telling) -> Iterator[tuple[str, object]]:
    """The article, and the days if there are not too many."""
    yield "article", telling.claim.article
    if telling.days is not None and telling.days[1] - telling.days[0] <= _SPAN:
        first, last = telling.days
        yield from (("day", day) for day in range(first, last + 1))


def _weeks(telling: Telling) -> tuple[int | None, ...]:
    """Two weeks side by side, so that near days share one; None if nothing is known."""
    if telling.around is None:
        return (None,)
    week = telling.around[0] // _WEEK
    return week, week + 1
