"""The best pairing of two lists: each member at most once, the total at its largest.

Shortest augmenting paths (Jonker and Volgenant 1987, in the rectangular form of Crouse
2016), in cubic time. Of several pairings that are equally good, always the same one is
given.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

_FREE = -1


def best_pairs(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns so that the sum of the gains is as large as can be.

    Args:
        gains: what each row gains by each column; every row has the same length.

    Returns:
        Pairs of row and column, sorted: as many as the shorter side has, those that
        gain nothing included. Empty when either side is.

    >>> best_pairs([[3, 2], [3, 0]])
    [(0, 1), (1, 0)]
    """
    if not gains or not gains[0]:
        return []
    if len(gains) > len(gains[0]):
        turned = [list(column) for column in zip(*gains, strict=True)]
        return sorted((row, column) for column, row in best_pairs(turned))
    search = _Search([[-gain for gain in row] for row in gains])
    for row in range(len(gains)):
        search.augment(row)
    return list(enumerate(search.column_of))


@dataclass
class _Search:
    """A partial pairing of least cost, with the prices that prove it least."""

    costs: list[list[float]]
    row_price: list[float] = field(init=False)
    column_price: list[float] = field(init=False)
    column_of: list[int] = field(init=False)
    row_of: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nobody paired."""
        rows, columns = len(self.costs), len(self.costs[0])
        self.row_price, self.column_price = [0.0] * rows, [0.0] * columns
        self.column_of, self.row_of = [_FREE] * rows, [_FREE] * columns

    def augment(self, start: int) -> None:
        """Pair one more row, moving others over where that costs least."""
        distance: dict[int, float] = {}
        before: dict[int, int] = {}
        # the last column first: among equals, a column to the left wins
        remaining = list(reversed(range(len(self.row_of))))
        reached: list[int] = []
        row, least = start, 0.0
        while True:
            for column in remaining:
                length = self._length(least, row, column)
                if column not in distance or length < distance[column]:
                    distance[column], before[column] = length, row
            place = self._nearest(remaining, distance)
            column = remaining[place]
            least = distance[column]
            remaining[place] = remaining[-1]
            remaining.pop()
            if self.row_of[column] == _FREE:
                break
            reached.append(column)
            row = self.row_of[column]
        self._reprice(start, reached, distance, least)
        self._turn(start, column, before)

    def _length(self, least: float, row: int, column: int) -> float:
        prices = self.row_price[row], self.column_price[column]
        return least + self.costs[row][column] - prices[0] - prices[1]

    def _nearest(self, remaining: Sequence[int], distance: dict[int, float]) -> int:
        """The place of the nearest column; of equally near ones, the last free one."""
        best = 0
        for place, column in enumerate(remaining):
            difference = distance[column] - distance[remaining[best]]
            free = self.row_of[column] == _FREE
            if difference < 0 or (difference == 0 and free):
                best = place
        return best

    def _reprice(
        self,
        start: int,
        reached: Sequence[int],
        distance: dict[int, float],
        least: float,
    ) -> None:
        self.row_price[start] += least
        for column in reached:
            self.row_price[self.row_of[column]] += least - distance[column]
            self.column_price[column] -= least - distance[column]

    def _turn(self, start: int, column: int, before: dict[int, int]) -> None:
        """Turn the path around: every row on it takes the column it came to."""
        row = _FREE
        while row != start:
            row = before[column]
            self.row_of[column] = row
            self.column_of[row], column = column, self.column_of[row]
