"""Who does how much to whom, month by month: the dyads of event data."""

from collections.abc import Collection, Iterator, Mapping
from itertools import permutations, product
from typing import Final

from kg.graph import Facts
from kg.grasp import SETTLED
from kg.model import EventClaim, Interval, KnowledgeGraph, Status
from kg.schema import Schema
from kg.sectors import standings
from kg.tables.coded import Coded, coded_events

_QUADS: Final = (
    *("verbal_cooperation", "material_cooperation"),
    *("verbal_conflict", "material_conflict"),
)
DYADS: Final = (
    *("actor", "recipient", "month", "events", "cooperation", "conflict"),
    *_QUADS,
    *("score_sum", "score_mean", "actor_country", "recipient_country"),
    *("actor_id", "recipient_id"),
)
_DIGITS = len("2019-03")


def to_dyads(
    graph: KnowledgeGraph,
    schema: Schema,
    *,
    statuses: Collection[Status] = SETTLED,
    states: bool = False,
) -> list[Facts]:
    """Count what each actor did to each other one, by month.

    A row is directed, from actor to recipient; a two-sided event (a meeting, a pact)
    counts in both directions, an event of several actors or recipients for each pair,
    one of a single participant for none.

    Args:
        graph: the events, and the names of the actors.
        schema: categories, their quad classes and scale.
        statuses: which events count.
        states: count for states (and kinds of bodies that are of none), by the code of
            each actor, instead of for the actors; an event counts once for two states,
            whoever acts for them, and not at all within one.

    Returns:
        Factss sorted by actor, recipient and month. `events` is cooperation + conflict,
        which are the sums of two quad classes each; `score_sum` and `score_mean` are
        on PLOVER's scale from -10 to 10. `month` is "2019-03", or "" where the text
        does not tell it: never the month of the article.
    """
    codes = {name: s.country for name, s in standings(graph, schema).items()}
    names = {name: (code or "") if states else name for name, code in codes.items()}
    cells: dict[tuple[str, str, str], list[Coded]] = {}
    for coded in coded_events(graph, schema):
        if coded.claim.status in statuses:
            month = month_of(coded.claim.when)
            for actor, recipient in _pairs(coded.claim, names):
                cells.setdefault((actor, recipient, month), []).append(coded)
    labels = {entity.id: entity.label for entity in graph.entities}
    return [
        {
            "actor": actor if states else labels[actor],
            "recipient": recipient if states else labels[recipient],
            "month": month,
            **_counted(events),
            "actor_country": actor if states else codes[actor],
            "recipient_country": recipient if states else codes[recipient],
            "actor_id": None if states else actor,
            "recipient_id": None if states else recipient,
        }
        for (actor, recipient, month), events in sorted(cells.items())
    ]


def _pairs(event: EventClaim, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of an event by what its sides are called here; unnamed ones are out."""
    pairs = {(names[one], names[other]) for one, other in directed(event)}
    return sorted((a, b) for a, b in pairs if a and b and a != b)


def directed(event: EventClaim) -> Iterator[tuple[str, str]]:
    """Who acts towards whom; in an event without recipient all actors, both ways."""
    actors, recipients = sorted(set(event.actors)), sorted(set(event.recipients))
    if recipients:
        return (p for p in product(actors, recipients) if p[0] != p[1])
    return permutations(actors, 2)


def month_of(when: Interval | None) -> str:
    """The month of an event, "" when it is unknown or not one month.

    >>> month_of(Interval("2019-03-22", "2019-03-24")), month_of(Interval("2019", None))
    ('2019-03', '')
    """
    if when is None or when.begin is None or len(when.begin) < _DIGITS:
        return ""
    month = when.begin[:_DIGITS]
    return month if when.end is None or when.end.startswith(month) else ""


def _counted(events: list[Coded]) -> Facts:
    quads = [coded.quad.replace("-", "_") for coded in events]
    counts = {quad: quads.count(quad) for quad in _QUADS}
    total = sum(coded.scale for coded in events)
    return {
        "events": len(events),
        "cooperation": counts["verbal_cooperation"] + counts["material_cooperation"],
        "conflict": counts["verbal_conflict"] + counts["material_conflict"],
        **counts,
        "score_sum": round(total, 2),
        "score_mean": round(total / len(events), 2),
    }
