"""Which entity is meant: by its IRI, its id, its label, or any name that it goes by.

Names are compared without case, accents, hyphens and spaces ("Kim Yo Jong" is
"Kim Yo-jong"); nothing is guessed: when two entities fit equally well, both are told.
"""

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

import pyoxigraph as ox

from kg.errors import NotFound, QueryError
from kg.rdf import DEFAULT_BASE, Iris
from kg.rdf.terms import GAF, NIF, RDFS, SKOS
from kg.schema import KG

# The better the name, the earlier: what a label says outweighs an alias of another.
_NAMES: Final = (
    f"SELECT ?e ?name WHERE {{ ?e <{RDFS}label> ?name }}",
    f"SELECT ?e ?name WHERE {{ ?e <{SKOS}altLabel> ?name }}",
    f"SELECT ?e ?name WHERE {{ ?e <{GAF}denotedBy> ?m . ?m <{NIF}anchorOf> ?name ; "
    f"<{KG}mentionKind> ?kind FILTER(?kind != <{KG}pronoun>) }}",
)


def find_entity(store: ox.Store, name: str, *, base: str = DEFAULT_BASE) -> str:
    """The IRI of the entity that goes by a name.

    Args:
        store: the graph, as `load` gives it.
        name: an IRI, an id ("kim-yo-jong"), a label, an alias, or the words of a
            mention other than a pronoun; looked up in this order.
        base: what the graph's IRIs begin with.

    Raises:
        NotFound: if nothing has that name; the message has near ones.
        QueryError: if several entities have it, equally well.
    """
    iris, seen = Iris(base), list[str]()
    for entity, known in _ids(store, iris):
        if name in (entity, known):
            return entity
    for query in _NAMES:
        rows = list(_rows(store, query, iris))
        found = sorted({entity for entity, known in rows if key(known) == key(name)})
        if len(found) > 1:
            ids = ", ".join(str(iris.name("e", entity)) for entity in found)
            message = f"{name!r} may be {ids}; give the id"
            raise QueryError(message)
        if found:
            return found[0]
        seen += [known for _, known in rows]
    near = get_close_matches(name, sorted(set(seen)), n=3)
    hint = f"; near: {', '.join(near)}" if near else ""
    message = f"nothing in the graph is named {name!r}{hint}"
    raise NotFound(message)


def key(name: str) -> str:
    """A name without case, accents and anything but letters and digits.

    >>> key("Kim Yo-jong") == key("KIM Yo Jong")
    True
    """
    flat = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in flat if c.isalnum()) or flat


def _ids(store: ox.Store, iris: Iris) -> Iterator[tuple[str, str]]:
    query = f"SELECT ?e ?name WHERE {{ ?e <{RDFS}label> ?name }}"
    for entity, _ in _rows(store, query, iris):
        yield entity, str(iris.name("e", entity))


def _rows(store: ox.Store, query: str, iris: Iris) -> Iterator[tuple[str, str]]:
    """IRIs of entities (not of classes, which have labels too) and their names."""
    solutions = store.query(query)
    if not isinstance(solutions, ox.QuerySolutions):
        return
    for entity, name in solutions:
        if (
            isinstance(entity, ox.NamedNode)
            and isinstance(name, ox.Literal)
            and iris.name("e", entity.value) is not None
        ):
            yield entity.value, name.value
