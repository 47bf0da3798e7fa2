"""Who else an article tells of: evidence where a name alone says too little.

"Rossi" in one article and "Carla Rossi" in another are one if both tell of the same
affair: of the same other persons, bodies and places, in the same days.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from kg.entities.profiles import Profile
from kg.names import PersonName, ThingName

_NEAREST = 20  # articles by date that one is compared with, so that work stays linear
_SHARED = 2  # who is in both, at least


@dataclass(frozen=True)
class Company:
    """What each article names in full, and how much it tells to share it.

    `named` are gazetteer ids and keys of whole names by article, `days` the articles'
    dates (empty if unknown), `weights` of each name: the more articles have it, the
    less.
    """

    named: Mapping[str, frozenset[str]]
    days: Mapping[str, str]
    weights: Mapping[str, float]

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> "Company":
        """The company of all articles."""
        named: dict[str, set[str]] = {}
        days: dict[str, str] = {}
        for profile in profiles:
            days[profile.article] = profile.published or ""
            row = named.setdefault(profile.article, set())
            row.update({_anchor(profile)} - {""})
        often = Counter(name for row in named.values() for name in row)
        return cls(
            {article: frozenset(row) for article, row in named.items()},
            days,
            {name: 1 / (1 + log(times)) for name, times in often.items()},
        )

    def by_day(self, articles: Iterable[str]) -> list[tuple[str, str]]:
        """Articles in the order of time, each with its day."""
        return sorted((self.days[article], article) for article in articles)

    def nearest(
        self, article: str, others: Sequence[tuple[str, str]]
    ) -> tuple[float, str]:
        """The likest of other articles, and how much of its company it shares.

        The overlap coefficient, weighted: 0.0 to 1.0. Only those nearest in time are
        looked at, `others` being in the order of time. For no other: 0.0 and "".
        """
        at = bisect_left(others, (self.days[article], article))
        near = others[max(0, at - _NEAREST // 2) : at + _NEAREST // 2]
        rivals = [other for _, other in near if other != article]
        found = [(-self._overlap(article, other), other) for other in rivals]
        best, other = min(found, default=(0.0, ""))
        return -best, other

    def _overlap(self, one: str, other: str) -> float:
        left, right = self.named[one], self.named[other]
        if len(left & right) < _SHARED:
            return 0.0
        return self._sum(left & right) / min(self._sum(left), self._sum(right))

    def _sum(self, names: Iterable[str]) -> float:
        return sum(self.weights[name] for name in sorted(names))


def _anchor(profile: Profile) -> str:
    """What it is called wherever it is told of; empty where that says too little."""
    name = profile.name
    if profile.chain.entry is not None:
        return profile.chain.entry
    if profile.described or name is None:
        return ""
    if isinstance(name, PersonName):
        return name.key if name.whole else ""
    whole = isinstance(name, ThingName) and len(name.words) > 1 and not name.generic
    return name.key if whole else ""
