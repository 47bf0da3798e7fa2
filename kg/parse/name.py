"""A name as tokens of a passage, before and after the passages are joined."""

from dataclasses import dataclass

from kg.model import Kind


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tokens `[start, end)` of one passage.

    `entries` are the gazetteer ids that the words may mean (a capital: the city and,
    for its government, the country), `weight` the evidence for the span.
    """

    start: int
    end: int
    cls: str
    kind: Kind
    words: str
    entries: tuple[str, ...] = ()
    weight: float = 0.0
