"""Relation patterns of the ontology, compiled for look-up by their anchors."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.lexicon import spelt, word_sets
from kg.schema import Individual, Schema


@dataclass(frozen=True, slots=True)
class Pattern:
    """A relation pattern, ready to be matched."""

    id: str
    relation: str | None
    subject: tuple[str, ...]
    object: tuple[str, ...]
    needs: dict[str, tuple[str, ...]]
    pos: str | None
    aside: bool
    bars: Mapping[str, tuple[str, ...]]
    dated: str | None = None
    former: bool = False
    beside: bool = False

    def possible(self, slots: Collection[str]) -> bool:
        """Whether these slots may hold all that is needed, a subject and an object."""
        return (
            all(s in slots for s in self.needs)
            and any(s in slots for s in self.subject)
            and any(s in slots for s in self.object)
        )

    @property
    def several(self) -> bool:
        """Whether one alone does not state it: "the U.S.-Russia summit"."""
        return any("Several" in row for row in self.needs.values())


@dataclass(frozen=True)
class RelationPatterns:
    """All relation patterns of a schema, by lemma and by kind of anchor."""

    schema: Schema

    @cached_property
    def by_lemma(self) -> Mapping[str, list[Pattern]]:
        """Patterns that wait for one word."""
        return self._index("lemma")

    @cached_property
    def parts(self) -> frozenset[str]:
        """The words of those that are spelled as two: "set" and "up"."""
        return frozenset(w for key in self.by_lemma if " " in key for w in key.split())

    @cached_property
    def by_anchor(self) -> Mapping[str, list[Pattern]]:
        """Patterns that wait for a kind of word or a class of things."""
        return self._index("anchor")

    @cached_property
    def seats(self) -> frozenset[str]:
        """Gazetteer ids of the capitals of states."""
        entries = self.schema.of("GazetteerEntry")
        return frozenset(seat for e in entries for seat in e.all("capital"))

    def stronger(self, relation: str) -> tuple[str, ...]:
        """The relations that make one needless between the same two."""
        return self._stronger.get(relation, ())

    @cached_property
    def _stronger(self) -> Mapping[str, tuple[str, ...]]:
        """By relation: what it gives way to, with all that is under that."""
        found = {}
        for name, term in self.schema.relations.items():
            over = set(term.all("givesWayTo"))
            under = (
                r for r in self.schema.relations if over & set(self.schema.ancestors(r))
            )
            found[name] = tuple(sorted({*over, *under} - {name}))
        return found

    def _index(self, name: str) -> Mapping[str, list[Pattern]]:
        words = word_sets(self.schema)
        found: dict[str, list[Pattern]] = {}
        for term in self.schema.of("RelationPattern"):
            for key in term.all(name):
                found.setdefault(key, []).append(_compiled(term, words, self.schema))
        return found


def _compiled(
    term: Individual, words: Mapping[str, tuple[str, ...]], schema: Schema
) -> Pattern:
    """A pattern whose inverse relation is turned and whose sets of words are told."""
    roles = term.prefixed("slot:")
    relation = term.one("evokes")
    straight = schema.inverses.get(relation or "")
    ends = ("object", "subject") if straight else ("subject", "object")
    return Pattern(
        term.id,
        straight or relation,
        tuple(sorted(s for s, r in roles.items() if ends[0] in r)),
        tuple(sorted(s for s, r in roles.items() if ends[1] in r)),
        spelt(term.prefixed("need:"), words),
        term.one("pos"),
        term.one("told") == "aside",
        spelt(term.prefixed("bar:"), words),
        term.one("dated"),
        term.one("former") == "true",
        term.one("beside") == "true",
    )
