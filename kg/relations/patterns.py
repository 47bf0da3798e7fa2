"""Relation patterns of the ontology, compiled for look-up by their anchors."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class RelationPatterns:
    """All relation patterns of a schema, by lemma and by kind of anchor."""

    schema: Schema

    @cached_property
    def by_lemma(self) -> Mapping[str, list[Pattern]]:
        """Patterns that wait for one word."""
        return self._index("lemma")

    @cached_property
    def by_anchor(self) -> Mapping[str, list[Pattern]]:
        """Patterns that wait for a kind of word or a class of things."""
        return self._index("anchor")

    def _index(self, name: str) -> Mapping[str, list[Pattern]]:
        found: dict[str, list[Pattern]] = {}
        for term in self.schema.of("RelationPattern"):
            for key in term.all(name):
                found.setdefault(key, []).append(_compiled(term))
        return found


def _compiled(term: Individual) -> Pattern:
    roles = term.prefixed("slot:")
    return Pattern(
        term.id,
        term.one("evokes"),
        tuple(sorted(s for s, r in roles.items() if "subject" in r)),
        tuple(sorted(s for s, r in roles.items() if "object" in r)),
        term.prefixed("need:"),
        term.one("pos"),
        term.one("told") == "aside",
        term.prefixed("bar:"),
    )
