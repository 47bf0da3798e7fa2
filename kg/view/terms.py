"""The terms that a graph uses, with all that the page needs to tell and draw them.

The page's scripts know no class, relation or category: labels, families, quad classes
and scores come from the ontology, looks from the palette.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model import KnowledgeGraph
from kg.schema import Individual, Schema
from kg.view.style import Style

Terms = dict[str, dict[str, dict[str, object]]]


def terms(graph: KnowledgeGraph, schema: Schema, style: Style) -> Terms:
    """Terms by kind ("class", "claim", "mode", "context") and local name, sorted."""
    classes = sorted({entity.cls for entity in graph.entities})
    events = sorted({claim.category for claim in graph.events})
    relations = sorted({claim.relation for claim in graph.relations})
    modes = {claim.mode for claim in graph.events if claim.mode}
    contexts = {context for claim in graph.events for context in claim.contexts}
    return {
        "class": {
            cls: {"label": schema.label(cls), "look": style.look(cls, schema).name}
            for cls in classes
        },
        "claim": {
            **{term: _event(term, schema, style) for term in events},
            **{term: _relation(term, schema, style) for term in relations},
        },
        "mode": _modes(modes, schema),
        "context": _labelled("Context", contexts, schema),
    }


def _event(term: str, schema: Schema, style: Style) -> dict[str, object]:
    """`score` is the category's place on PLOVER's scale, as in the tables of dyads."""
    score = _nearest(term, "score", schema)
    return {
        "label": schema.label(term),
        "kind": "event",
        "family": style.family(term, schema),
        "quad": _nearest(term, "quad", schema),
        "score": None if score is None else float(score),
    }


def _relation(term: str, schema: Schema, style: Style) -> dict[str, object]:
    return {
        "label": schema.label(term),
        "kind": "relation",
        "family": style.relations,
    }


def _nearest(category: str, name: str, schema: Schema) -> str | None:
    """A property of a category, else of the nearest class above it that has it."""
    values = (above.one(name) for above in _upwards(category, schema))
    return next((value for value in values if value is not None), None)


def _upwards(category: str, schema: Schema) -> Iterator[Individual]:
    todo, seen = [category], set[str]()
    while todo:
        term = schema.classes.get(todo.pop(0))
        if term is not None and term.id not in seen:
            seen.add(term.id)
            yield term
            todo += term.all("subClassOf")


def _modes(used: Iterable[str], schema: Schema) -> dict[str, dict[str, object]]:
    """Modes with their `scores` by category: there they stand for the category's."""
    scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for term in schema.of("ModeScore"):
        scores[term.need("mode")][term.need("category")] = float(term.need("score"))
    found = _labelled("Mode", used, schema)
    return {
        mode: {**term, **({"scores": dict(scores[mode])} if mode in scores else {})}
        for mode, term in found.items()
    }


def _labelled(
    kind: str, used: Iterable[str], schema: Schema
) -> dict[str, dict[str, object]]:
    known: Mapping[str, str | None] = {t.id: t.one("label") for t in schema.of(kind)}
    return {term: {"label": known.get(term) or term} for term in sorted(used)}
