"""An ontology that knows nothing by name of one class: for the gazetteer's share.

Scored beside the whole ontology, it tells how much of a figure is known in advance and
how much is read.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.errors import UsageError
from kg.schema import Individual, Schema

_ENTRY = "GazetteerEntry"


def emptied(schema: Schema, cls: str) -> Schema:
    """The ontology without the gazetteer's entries of a class or of one under it.

    What speaks of such an entry goes too, as who held an office when. Patterns, titles
    and words stay.

    Raises:
        UsageError: if the gazetteer has nothing of that class.
    """
    gone = {
        term.id for term in schema.of(_ENTRY) if schema.is_a(term.need("class"), cls)
    }
    if not gone:
        classes = sorted({term.need("class") for term in schema.of(_ENTRY)})
        message = f"{cls}: the gazetteer has nothing of it; it has {', '.join(classes)}"
        raise UsageError(message)
    return replace(schema, individuals=tuple(_left(schema, gone)))


def _left(schema: Schema, gone: set[str]) -> Iterator[Individual]:
    for term in schema.individuals:
        if not (term.kind == _ENTRY and term.id in gone) and not any(
            gone.intersection(values) for values in term.properties.values()
        ):
            yield term
