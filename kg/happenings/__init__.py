"""One event, many reports: claims of one happening are gathered, never merged.

`gather` is a pure function of a graph, whatever the order of its articles: it decides
which event claims report one happening, how many of their articles speak for
themselves, and where reports disagree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.happenings.copies import origins
from kg.happenings.disputes import disputes
from kg.happenings.groups import Group, candidates, groups
from kg.happenings.numbers import NumberWords
from kg.happenings.tellings import days_of, tellings
from kg.happenings.weigh import world_of
from kg.model import EventClaim, Happening, KnowledgeGraph, Status, digest
from kg.schema import Schema

__all__ = ["gather", "narrow"]

_ASSERTIVE = list(reversed(Status))


def gather(graph: KnowledgeGraph, schema: Schema) -> KnowledgeGraph:
    """The same graph with its happenings and disputes; none for none.

    Two claims report one happening if nothing contradicts it (category, mode, dates,
    participants, place, denial, plan) and enough speaks for it: see `weigh`. Groups
    grow from the strongest pair on, and never so that two members contradict. Acts
    that no category fits have no happening: their verbs alone do not say that two
    reports mean one thing.

    Args:
        graph: claims and articles; happenings that it has already are made anew.
        schema: the ontology, for families of categories and the names of agencies.
    """
    told = [t for t in tellings(graph, schema) if t.claim.verb is None]
    world = world_of(graph, schema)
    pairs = candidates(told)
    found = groups(told, pairs, world)
    origin = origins(graph.articles, _agencies(schema))
    issued = {a.id: a.published or "~" for a in graph.articles}
    happenings = (_happening(group, origin, issued) for group in found)
    return replace(
        graph,
        happenings=tuple(sorted(happenings, key=lambda h: h.id)),
        disputes=disputes(graph, told, pairs, found, world, NumberWords.of(schema)),
    )


def narrow(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The same graph, its happenings and disputes only of the claims that it has.

    Of a happening that loses reports, no more articles count than are left.
    """
    claims = {claim.id: claim for claim in graph.events}
    known = {claim.id for claim in graph.claims}
    happenings = []
    for happening in graph.happenings:
        left = [claims[name] for name in happening.reports if name in claims]
        if len(left) == len(happening.reports):
            happenings.append(happening)
        elif left:
            happenings.append(_lessened(happening, left))
    disputed = (d for d in graph.disputes if {d.left.claim, d.right.claim} <= known)
    return replace(graph, happenings=tuple(happenings), disputes=tuple(disputed))


def _lessened(happening: Happening, left: Sequence[EventClaim]) -> Happening:
    count = min(happening.independent, len({claim.article for claim in left}))
    origin = {claim.article: claim.article for claim in left}
    made = _of_claims(left, happening.reasons, origin, {})
    return replace(made, id=happening.id, independent=count)


def _agencies(schema: Schema) -> list[str]:
    """The names of news agencies, as articles credit them."""
    return [name for term in schema.of("NewsAgency") for name in term.all("words")]


def _happening(
    group: Group, origin: Mapping[str, str], issued: Mapping[str, str]
) -> Happening:
    claims = [telling.claim for telling in group.members]
    return _of_claims(claims, group.reasons, origin, issued)


def _of_claims(
    claims: Sequence[EventClaim],
    reasons: tuple[str, ...],
    origin: Mapping[str, str],
    issued: Mapping[str, str],
) -> Happening:
    """What its reports say together; the first of them is the one that says most."""
    ranked = sorted(claims, key=lambda claim: _rank(claim, issued))
    best, names = ranked[0], sorted(claim.id for claim in claims)
    actors = {who for claim in claims for who in claim.actors}
    others = {who for claim in claims for who in claim.recipients} - actors
    dated = [claim for claim in ranked if claim.when is not None]
    return Happening(
        digest(*names),
        best.category,
        tuple(names),
        best.id,
        tuple(sorted(actors)),
        tuple(sorted(others)),
        best.status,
        next((claim.place for claim in ranked if claim.place), None),
        min(dated, key=_width).when if dated else None,
        len({origin[claim.article] for claim in claims}),
        reasons,
    )


def _rank(claim: EventClaim, issued: Mapping[str, str]) -> tuple[object, ...]:
    """The most assertive first, then who names most, then in order of time."""
    return (
        _ASSERTIVE.index(claim.status),
        -len({*claim.actors, *claim.recipients}),
        issued.get(claim.article, ""),
        claim.article,
        claim.trigger,
    )


def _width(claim: EventClaim) -> int:
    begin, end = days_of(claim.when) or (0, 0)
    return end - begin
