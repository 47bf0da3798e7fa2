"""Which entity of a graph stands for which annotated thing.

A graph's entity is found by its mentions: one that shares at least half of the longer
span with an annotated mention stands for it. From there, every entity stands for the
thing that it overlaps most, so that claims can be compared by who takes part in them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.evaluate.gold import GoldArticle, GoldMention
from kg.evaluate.system import Place, System

_Near = tuple[int, int]


@dataclass(frozen=True)
class Identity:
    """A graph's entities laid over the annotation."""

    gold: Sequence[GoldArticle]
    system: System

    @cached_property
    def annotated(self) -> Mapping[Place, GoldMention]:
        """All annotated mentions."""
        return {
            Place(article.id, span.start, span.end): mention
            for article in self.gold
            for span, mention in article.mentions.items()
        }

    @cached_property
    def names(self) -> tuple[Place, ...]:
        """Where names and demonyms are annotated."""
        return tuple(place for place, m in self.annotated.items() if m.name)

    @cached_property
    def found(self) -> Mapping[Place, str | None]:
        """The graph's entity at each annotated mention, or None."""
        return {place: self._entity_at(place) for place in self.annotated}

    def _entity_at(self, place: Place) -> str | None:
        near: dict[Place, str] = {}
        for other, entity in self.system.written.get(place.article, ()):
            if place.overlap(other):
                near.setdefault(other, entity)
        if place in near:
            return near[place]
        best = max(near, key=lambda other: _nearness(place, other), default=None)
        return near[best] if best is not None and best.matches(place) else None

    @cached_property
    def _marks(self) -> Mapping[str, Sequence[Place]]:
        spans: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self.annotated:
            spans[place.article].append(place)
        return spans

    def marked(self, place: Place) -> str | None:
        """The annotated thing at a written mention, or None."""
        near = (q for q in self._marks.get(place.article, ()) if q.matches(place))
        best = max(near, key=lambda q: _nearness(place, q), default=None)
        return None if best is None else self.annotated[best].entity

    def right(self) -> tuple[int, int]:
        """How many written mentions are annotated too, and how many there are."""
        mine = [p for a in self.gold for p, _ in self.system.written.get(a.id, ())]
        # a second entity on the same span is one too many
        known = {p for p in mine if any(p.matches(q) for q in self._marks[p.article])}
        return len(known), len(mine)

    def names_of(self, article: str, nodes: Iterable[str]) -> frozenset[str]:
        """The annotated things that some entities stand for, within one article."""
        return frozenset(self.name_of(article, node) for node in nodes)

    def name_of(self, article: str, node: str) -> str:
        """The annotated thing that an entity stands for, else its IRI with a "?"."""
        stands = self._stands
        within = stands.get((article, node)) or stands.get((None, node))
        return within or f"?{node}"

    @cached_property
    def _stands(self) -> Mapping[tuple[str | None, str], str]:
        named = {self.annotated[place].entity for place in self.names}
        called: defaultdict[str, set[str]] = defaultdict(set)
        for place in self.names:
            if (entity := self.found[place]) is not None:
                called[entity].add(self.annotated[place].entity)
        stands: dict[tuple[str | None, str], str] = {}
        for key, votes in self._votes().items():
            # "he" alone stands for nobody: who has a name must be called by it once
            fit = [g for g in votes if g in called[key[1]] or g not in named]
            if fit:
                stands[key] = min(fit, key=lambda g: (-votes[g], g))
        return stands

    def _votes(self) -> Mapping[tuple[str | None, str], Counter[str]]:
        votes: defaultdict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
        for place, entity in self._pairs():
            votes[place.article, entity][self.annotated[place].entity] += 1
            votes[None, entity][self.annotated[place].entity] += 1
        return votes

    def _pairs(self) -> Iterator[tuple[Place, str]]:
        for place, entity in self.found.items():
            if entity is not None:
                yield place, entity


def _nearness(place: Place, other: Place) -> _Near:
    """The larger the overlap the nearer, then the shorter."""
    return place.overlap(other), other.start - other.end
