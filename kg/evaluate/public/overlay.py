"""Which entity of a graph stands at an annotated mention, and for which things."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from kg.evaluate.public.sets import Row, Terms
from kg.evaluate.system import Place, System

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True)
class Overlay:
    """A graph's mentions, to be looked up by where they stand."""

    system: System

    def at(
        self, place: Place, *, slack: int | None = None, core: Place | None = None
    ) -> str | None:
        """The entity whose mention overlaps a place most; of several, the shortest.

        Args:
            place: the annotated mention.
            slack: how much longer or shorter than it the mention may be.
            core: what the mention must hold, as the head of the annotated phrase.
        """
        near = [
            # in the order of the N-Quads form, in which <a-b> comes before <a>
            (-place.overlap(other), length(other), f"<{entity}>", entity)
            for other, entity in self.system.written.get(place.article, ())
            if place.overlap(other)
            and (slack is None or abs(length(other) - length(place)) <= slack)
            and (core is None or core.overlap(other) == length(core))
        ]
        return min(near)[-1] if near else None


def marked(row: Row, tag: str) -> Iterator[tuple[str, Place, Row]]:
    """The marks of MEANTIME with a tag: the key, the place and the mark of each."""
    for key, mark in row["marks"].items():
        if mark["tag"] == tag:
            yield key, Place(row["id"], mark["start"], mark["end"]), mark


def is_name(mark: Row, terms: Terms) -> bool:
    """Whether a mark of MEANTIME is a name by its syntax."""
    return terms["name"] in (mark.get("syntactic_type") or "")


def length(place: Place) -> int:
    """How many code points a place has."""
    return place.end - place.start


def stands_for(pairs: Iterable[tuple[str, Thing]]) -> dict[str, Thing]:
    """For each entity, the one thing that it is found at most often.

    Args:
        pairs: an entity and the annotated thing, once for each mention they share.
            Of things found as often, the first by its own order is taken.
    """
    votes: defaultdict[str, Counter[Thing]] = defaultdict(Counter)
    for entity, thing in pairs:
        votes[entity][thing] += 1
    return {
        entity: min((-count, thing) for thing, count in found.items())[1]
        for entity, found in votes.items()
    }
