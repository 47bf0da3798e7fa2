"""The words that time expressions are made of: filled from the ontology, never here."""

from collections.abc import Iterable
from dataclasses import dataclass

Row = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All time words, as rows of kind, value and spellings.

    `rows` are sorted, spellings are lower case; the value is a number or a short
    code ("1", "week", "12-25", "") whose meaning the kind fixes.
    """

    rows: tuple[Row, ...]

    def __hash__(self) -> int:
        """Of the number of rows alone: all words are never hashed for a look-up."""
        return len(self.rows)

    @classmethod
    def from_rows(cls, rows: Iterable[Row]) -> "TimeWords":
        """Take rows in any order, spellings in any case, each as often as it comes."""
        plain = {
            (kind, value, tuple(sorted({word.casefold() for word in words})))
            for kind, value, words in rows
        }
        return cls(tuple(sorted(plain)))

    def of_kind(self, kind: str) -> dict[str, str]:
        """Spelling -> value of the words of one kind; none if there is no such kind."""
        return {
            word: value
            for row_kind, value, words in self.rows
            if row_kind == kind
            for word in words
        }
