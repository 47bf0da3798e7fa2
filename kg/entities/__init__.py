"""All articles together: which chains are one thing, and what is claimed of it.

`combine` is a pure function of its readings, whatever their order. Chains of different
articles become one entity by evidence that is kept as judgements; facts on mentions
become claims on entities.
"""

from collections.abc import Collection, Iterable

from kg.entities.claims import event_claims, relation_claims
from kg.entities.clusters import Clustering, cluster
from kg.entities.describe import describe
from kg.entities.judge import judgements
from kg.entities.profiles import Profile, atoms_of, profiles_of
from kg.model import Entity, KnowledgeGraph, Reading, Span
from kg.names import NameKeys
from kg.schema import Schema

__all__ = ["combine"]


def combine(
    readings: Collection[Reading], schema: Schema, *, keys: NameKeys | None = None
) -> KnowledgeGraph:
    """Combine the readings of all articles into one graph; empty for none.

    Two chains are one entity if the gazetteer knows them as one; if they bear the same
    name in any spelling and nothing speaks against it; or if names differ as those of
    one thing do (a middle initial, a short form, an acronym) and only one thing fits.
    A name in part ("Moon") needs the same country and office besides, a common one
    ("Foreign Ministry") the same countries. Different gazetteer entries, classes,
    generations, or country and office together, forbid it.

    Args:
        readings: one for each article; the same reading twice counts once.
        schema: the ontology that the readings were made with.
        keys: the compiled spelling, if at hand; else compiled from the schema.

    Raises:
        ValueError: if two different readings have one article id, or an argument of a
            fact is no mention of a chain.
        OntologyError: if a fact uses a relation that the ontology does not have.
    """
    keys = keys or NameKeys.from_schema(schema)
    ordered = _one_each(readings)
    clustering = cluster(atoms_of(profiles_of(ordered, schema, keys)), keys)
    groups = _groups(clustering)
    entities = describe(groups, schema, keys)
    homes = _homes(groups, entities)
    return KnowledgeGraph(
        tuple(reading.article for reading in ordered),
        tuple(sorted(entities, key=lambda entity: entity.id)),
        relation_claims(ordered, homes, schema),
        event_claims(ordered, homes),
        judgements(clustering),
    )


def _one_each(readings: Iterable[Reading]) -> list[Reading]:
    """Readings by article id."""
    found: dict[str, Reading] = {}
    for reading in readings:
        if found.setdefault(reading.article.id, reading) != reading:
            message = (
                f"article {reading.article.id!r} was read twice, with different "
                "results; give the articles different ids"
            )
            raise ValueError(message)
    return [found[name] for name in sorted(found)]


def _groups(clustering: Clustering) -> list[list[Profile]]:
    """The chains of each cluster, clusters in the order of their first atom."""
    return [
        [p for i in sorted(members) for p in clustering.atoms[i].profiles]
        for _, members in sorted(clustering.members.items())
    ]


def _homes(
    groups: list[list[Profile]], entities: list[Entity]
) -> dict[tuple[str, Span], Entity]:
    """The entity that each mention stands for; the first if chains share a mention."""
    homes: dict[tuple[str, Span], Entity] = {}
    for group, entity in zip(groups, entities, strict=True):
        for profile in group:
            for mention in profile.chain.mentions:
                homes.setdefault((profile.article, mention.span), entity)
    return homes
