"""How a score is counted: precision, recall, F, B-cubed, as rounded figures."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import TypeVar

Figures = dict[str, float | int]
"""Figures of one measure by name: shares are 0 to 1, with three decimals."""

_Key = TypeVar("_Key", bound=Hashable)


def table(measures: Mapping[str, Figures], width: int = 22) -> str:
    """One line for each measure, its name filled up to a width; empty without any."""
    lines = (
        f"{name:{width}} " + "  ".join(f"{key} {value}" for key, value in row.items())
        for name, row in measures.items()
    )
    return "\n".join(lines)


def share(part: float, whole: float) -> float:
    """A share, rounded to three decimals; 0 of nothing is 0."""
    return round(part / max(1, whole), 3)


def hits(hit: int, predicted: int, gold: int) -> Figures:
    """Precision, recall and F of what was found, with the counts behind them."""
    precision = hit / predicted if predicted else 0.0
    recall = hit / gold if gold else 0.0
    counts: Figures = {"hit": hit, "predicted": predicted, "gold": gold}
    return {**prf(precision, recall), **counts}


def b_cubed(
    gold: Mapping[_Key, str], system: Mapping[_Key, Hashable | None]
) -> Figures:
    """B-cubed precision, recall and F of a clustering (Bagga and Baldwin 1998).

    Args:
        gold: the cluster of each annotated mention.
        system: the cluster that the system gave it, or None where it found none: that
            counts as 0 in recall and not at all in precision.
    """
    found = {m: cluster for m, cluster in system.items() if cluster is not None}
    theirs, ours = _sizes(gold), _sizes(found)
    both = Counter((gold[m], cluster) for m, cluster in found.items())
    recall = sum(both[gold[m], c] / theirs[gold[m]] for m, c in found.items())
    precision = sum(both[gold[m], c] / ours[c] for m, c in found.items())
    return prf(precision / max(1, len(found)), recall / max(1, len(gold)))


def _sizes(clusters: Mapping[_Key, Hashable]) -> dict[Hashable, int]:
    sizes: defaultdict[Hashable, int] = defaultdict(int)
    for cluster in clusters.values():
        sizes[cluster] += 1
    return sizes


def prf(precision: float, recall: float) -> Figures:
    """Precision, recall and their harmonic mean, as shares of one."""
    both = precision + recall
    balanced = 2 * precision * recall / both if both else 0.0
    return {
        "p": round(precision, 3),
        "r": round(recall, 3),
        "f": round(balanced, 3),
    }
