"""All articles together: which chains are one thing, and what is claimed of it.

`combine` is a pure function of its readings, whatever their order. Chains of different
articles become one entity by evidence that is kept as judgements; facts on mentions
become claims on entities.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.curation import Curation
from kg.entities.affair import place_by_affair
from kg.entities.claims import event_claims, relation_claims
from kg.entities.clusters import Clustering, cluster
from kg.entities.curate import Curated, curate, holding
from kg.entities.describe import describe
from kg.entities.judge import inner, judgements, ordered
from kg.entities.profiles import Profile, atoms_of, profiles_of
from kg.model import Entity, KnowledgeGraph, Reading, Skipped, Span
from kg.names import NameKeys
from kg.schema import Schema

__all__ = ["Combined", "combine", "combine_curated"]


@dataclass(frozen=True, slots=True)
class Combined:
    """A graph, and the entries of its curation that could not be followed."""

    graph: KnowledgeGraph
    unheeded: tuple[Skipped, ...] = ()


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
    return combine_curated(readings, schema, Curation(), keys=keys).graph


def combine_curated(
    readings: Collection[Reading],
    schema: Schema,
    curation: Curation,
    *,
    keys: NameKeys | None = None,
) -> Combined:
    """Combine readings as `combine` does, a person's decisions above all evidence.

    An entry that names nothing in these articles, or more than one thing, changes
    nothing and is given back with the reason.

    Raises:
        ValueError, OntologyError: as `combine`.
    """
    keys = keys or NameKeys.from_schema(schema)
    sorted_readings = _one_each(readings)
    clustering = cluster(atoms_of(profiles_of(sorted_readings, schema, keys)), keys)
    place_by_affair(clustering, keys)
    groups, found = _groups(clustering), judgements(clustering)
    entities = describe(groups, schema, keys)
    done = Curated(groups)
    if curation.entries:
        done = curate(groups, entities, curation, keys)
        entities = describe(done.groups, schema, keys, done.labels)
    homes = _homes(done.groups, entities)
    if curation.entries:
        found = [*holding(found, homes), *done.judgements]
    graph = KnowledgeGraph(
        tuple(reading.article for reading in sorted_readings),
        tuple(sorted(entities, key=lambda entity: entity.id)),
        relation_claims(sorted_readings, homes, schema),
        event_claims(sorted_readings, homes),
        ordered([*found, *inner(done.groups)]),
    )
    return Combined(graph, tuple(done.unheeded))


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
    groups: Sequence[Sequence[Profile]], entities: Sequence[Entity]
) -> dict[tuple[str, Span], Entity]:
    """The entity that each mention stands for; the first if chains share a mention."""
    homes: dict[tuple[str, Span], Entity] = {}
    for group, entity in zip(groups, entities, strict=True):
        for profile in group:
            for mention in profile.chain.mentions:
                homes.setdefault((profile.article, mention.span), entity)
    return homes
