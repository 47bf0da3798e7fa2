"""Atoms to clusters: the strongest ties first, and no tie across a veto.

Two names that are each like a third are not thereby one: "George Bush" is like George
W. Bush and like George H. W. Bush. So a pair that something heavy speaks against is
never in one cluster, by whatever road; what fits two such things equally well joins
neither; and a name in part joins a whole name only if it is the only one that fits.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.entities.blocks import Pair, firm_pairs, partial_pairs
from kg.entities.profiles import Atom
from kg.entities.weigh import context, weigh
from kg.model import Verdict
from kg.names import NameEvidence, NameKeys, Reason, evidence

_TORN = Reason("fits others as well", -1.0)
_AGAINST_MEMBER = Reason("at odds with others of the same", -1.0)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two atoms that were compared, and what came of it."""

    left: int
    right: int
    reasons: NameEvidence


@dataclass
class Clustering:
    """The clusters while they grow: which atom is in which, and the ties that hold."""

    atoms: list[Atom]
    keys: NameKeys
    home: list[int] = field(default_factory=list)
    members: dict[int, list[int]] = field(default_factory=dict)
    held: list[Tie] = field(default_factory=list)
    refused: list[Tie] = field(default_factory=list)
    _vetoes: dict[Pair, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Every atom begins alone."""
        self.home = list(range(len(self.atoms)))
        self.members = {i: [i] for i in self.home}

    def join(self, tie: Tie) -> None:
        """Put two clusters together."""
        keep, drop = sorted((self.home[tie.left], self.home[tie.right]))
        if keep != drop:
            self.members[keep] += self.members[drop]
            for i in self.members.pop(drop):
                self.home[i] = keep
            self.held.append(tie)

    def refuse(self, tie: Tie, why: Reason | None = None) -> None:
        """Keep a pair apart, with one reason more."""
        extra = (*tie.reasons.reasons, why) if why else tie.reasons.reasons
        self.refused.append(Tie(tie.left, tie.right, evidence(*extra)))

    def at_odds(self, left: int, right: int) -> bool:
        """Whether any member of one cluster may not be one with a member of the other.

        Names in part have no say: they are compared with whole names alone.
        """
        one, other = self.home[left], self.home[right]
        return one != other and any(
            self._vetoed(min(i, j), max(i, j))
            for i in self._firm(one)
            for j in self._firm(other)
        )

    def _firm(self, home: int) -> list[int]:
        return [i for i in self.members[home] if not self.atoms[i].partial]

    def _vetoed(self, i: int, j: int) -> bool:
        """Another alias of a gazetteer entry is no other name of the thing."""
        if (i, j) not in self._vetoes:
            left, right = self.atoms[i], self.atoms[j]
            if (left.entry is None) == (right.entry is None):
                found = weigh(left, right, self.keys)
            else:
                found = evidence(*context(left, right, self.keys))
            self._vetoes[i, j] = found.vetoed
        return self._vetoes[i, j]


def cluster(atoms: list[Atom], keys: NameKeys) -> Clustering:
    """Cluster atoms; the result depends only on the atoms and their order."""
    clustering = Clustering(atoms, keys)
    pairs = firm_pairs(atoms, keys)
    ties = [Tie(i, j, weigh(atoms[i], atoms[j], keys)) for i, j in pairs]
    limits = _limits(ties)
    for tie in sorted(ties, key=lambda t: (-t.reasons.score, t.left, t.right)):
        _decide(clustering, tie, limits)
    for i, candidates in partial_pairs(atoms).items():
        _place(clustering, i, candidates)
    return clustering


def _decide(clustering: Clustering, tie: Tie, limits: dict[int, float]) -> None:
    score = tie.reasons.score
    torn = max(limits.get(tie.left, 0.0), limits.get(tie.right, 0.0))
    if tie.reasons.vetoed or tie.reasons.verdict is not Verdict.SAME:
        clustering.refuse(tie)
    elif score <= torn:
        clustering.refuse(tie, _TORN)
    elif clustering.at_odds(tie.left, tie.right):
        clustering.refuse(tie, _AGAINST_MEMBER)
    else:
        clustering.join(tie)


def _limits(ties: list[Tie]) -> dict[int, float]:
    """For what fits two things that may not be one: how well it fits the second best.

    Only a tie stronger than that says which of the two it is.
    """
    near: dict[int, dict[int, float]] = {}
    for tie in ties:
        if tie.reasons.verdict is Verdict.SAME and not tie.reasons.vetoed:
            near.setdefault(tie.left, {})[tie.right] = tie.reasons.score
            near.setdefault(tie.right, {})[tie.left] = tie.reasons.score
    limits: dict[int, float] = {}
    for tie in ties:
        if tie.reasons.vetoed:
            left, right = near.get(tie.left, {}), near.get(tie.right, {})
            for i in left.keys() & right.keys():
                limits[i] = max(limits.get(i, 0.0), min(left[i], right[i]))
    return limits


def _place(clustering: Clustering, part: int, candidates: list[int]) -> None:
    """Give a name in part ("President Moon") to the only whole name that fits."""
    ties = list(_part_ties(clustering, part, candidates))
    fits = [t for t in ties if t.reasons.verdict is Verdict.SAME]
    homes = {clustering.home[t.right] for t in fits}
    for tie in ties:
        if tie not in fits:
            clustering.refuse(tie)
        elif len(homes) > 1:
            clustering.refuse(tie, _TORN)
        else:
            clustering.join(tie)


def _part_ties(
    clustering: Clustering, part: int, candidates: list[int]
) -> Iterator[Tie]:
    atoms = clustering.atoms
    for other in candidates:
        yield Tie(part, other, weigh(atoms[part], atoms[other], clustering.keys))
