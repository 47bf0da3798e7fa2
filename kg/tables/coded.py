"""Events as PLOVER codes them: category, quad class, mode, scale, contexts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.model import EventClaim, KnowledgeGraph
from kg.schema import Individual, Schema


@dataclass(frozen=True, slots=True)
class Coded:
    """One event in PLOVER's codes.

    `type` is the category ("SANCTION"), `mode` one that PLOVER has for it or None,
    `scale` the mode's place between conflict (-10) and cooperation (10), else the
    category's; `quad` is the local name of the quad class, `quad_code` PLOVER's name.
    """

    claim: EventClaim
    type: str
    mode: str | None
    scale: float
    quad: str
    quad_code: str
    contexts: tuple[str, ...]


def coded_events(graph: KnowledgeGraph, schema: Schema) -> Iterator[Coded]:
    """The events of a graph in PLOVER's codes, in the order of the graph.

    An act that no category fits is left out.
    """
    codes = _Codes(schema)
    for claim in graph.events:
        category = schema.categories.get(claim.category)
        if category is not None and category.one("quad"):
            yield codes.code(claim, category)


@dataclass(frozen=True)
class _Codes:
    schema: Schema

    @cached_property
    def _scores(self) -> Mapping[tuple[str, str], float]:
        return {
            (term.need("category"), term.need("mode")): float(term.need("score"))
            for term in self.schema.of("ModeScore")
        }

    @cached_property
    def _names(self) -> Mapping[str, str]:
        terms = (*self.schema.of("Quad"), *self.schema.of("Context"))
        return {term.id: term.one("notation") or term.id for term in terms}

    def code(self, claim: EventClaim, category: Individual) -> Coded:
        quad = category.need("quad")
        score = self._scores.get((category.id, claim.mode or ""))
        return Coded(
            claim,
            category.one("notation") or category.id.upper(),
            claim.mode if score is not None else None,
            float(category.one("score") or 0) if score is None else score,
            quad,
            self._names.get(quad, quad),
            tuple(self._names.get(name, name) for name in claim.contexts),
        )
