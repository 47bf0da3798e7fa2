"""Learn weights for evidence and write them down: what the train scripts share.

A conditional logit model: the options of a row compete, each by the sum of the weights
of its evidence; of the right ones (any, where several are right) the chance is raised,
against a Gaussian prior. The same rows give the same weights.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# The evidence of each option, whether it is right, and how much the row counts.
Row = tuple[Sequence[Collection[str]], Sequence[bool], float]
Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Choices:
    """Rows as arrays: `at` and `column` have an item for each piece of evidence.

    `at` is its option, `column` its name; `owner` and `right` are by option, `mass` by
    row; `reach` is how many pieces of evidence an option has at most.
    """

    names: tuple[str, ...]
    at: Indices
    column: Indices
    owner: Indices
    right: Floats
    mass: Floats
    reach: int

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Choices":
        """Lay out rows; names are sorted."""
        names = sorted({name for row in rows for o in row[0] for name in o})
        index = {name: n for n, name in enumerate(names)}
        options = [
            (n, option, ok)
            for n, (evidence, right, _) in enumerate(rows)
            for option, ok in zip(evidence, right, strict=True)
        ]
        return cls(
            tuple(names),
            np.array([k for k, (_, o, _) in enumerate(options) for _ in o]),
            np.array([index[name] for _, o, _ in options for name in o]),
            np.array([n for n, _, _ in options]),
            np.array([ok for _, _, ok in options], dtype=float),
            np.array([mass for _, _, mass in rows]),
            max(len(o) for _, o, _ in options),
        )

    def fit(
        self, prior: float, curvature: Floats, steps: int, mean: Floats | None = None
    ) -> dict[str, float]:
        """The weights that make the right options likeliest, by Nesterov's ascent.

        Args:
            prior: the strength of the prior.
            curvature: by name, a bound on that of the likelihood.
            steps: how often to climb.
            mean: by name, what the prior expects; 0 where it is not given.

        Returns:
            The weights by name, to two decimals.
        """
        rows, options, size = len(self.mass), len(self.owner), len(self.names)
        rate = 1 / (prior + curvature)
        mean = np.zeros(size) if mean is None else mean
        weights = ahead = mean
        for step in range(steps):
            sums = np.bincount(self.at, ahead[self.column], options)
            top = np.full(rows, -np.inf)
            np.maximum.at(top, self.owner, sums)
            parts = np.exp(sums - top[self.owner])
            all_of = np.bincount(self.owner, parts, rows)[self.owner]
            good = np.bincount(self.owner, parts * self.right, rows)
            good = np.maximum(good, 1e-300)[self.owner]
            pull = self.mass[self.owner] * parts * (self.right / good - 1 / all_of)
            held = prior * (ahead - mean)
            slope = np.bincount(self.column, pull[self.at], size) - held
            before, weights = weights, ahead + rate * slope
            ahead = weights + step / (step + 3) * (weights - before)
        found = zip(self.names, weights, strict=True)
        return {name: round(float(weight), 2) for name, weight in found}


def write(target: Path, head: str, weights: Mapping[str, float]) -> None:
    """Write weights as the values of the last property of `head`, sorted by name."""
    lines = [
        f'        "{weight:.2f} {name}"' for name, weight in sorted(weights.items())
    ]
    target.write_text(head + ",\n".join(lines) + " .\n", encoding="utf-8")
