"""Events on the public sets: which of them are told as one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from kg.evaluate.figures import Figures, b_cubed
from kg.evaluate.public.identity import place_of
from kg.evaluate.public.overlay import length, marked
from kg.evaluate.public.sets import Row, Terms
from kg.evaluate.system import Place, System
from kg.schema import KG


def meantime_happenings(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Within articles: events of one instance, over triggers that an event overlaps."""
    gold = {
        place: f"{row['id']}:{mark['instance']}"
        for row in rows
        for _, place, mark in marked(row, terms["event"])
        if mark["instance"]
    }
    return {"meantime_happenings": _grouped(gold, system)}


def newswcl_happenings(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Across documents: triggers within phrases that are annotated as an event."""
    gold = {
        place_of(row, mention): mention["chain"]
        for row in rows
        for mention in row["mentions"]
        if mention.get("type") in terms["events"]
    }
    return {"newswcl_happenings": _grouped(gold, system)}


def _grouped(gold: Mapping[Place, str], system: System) -> Figures:
    """B-cubed over the triggers in a gold phrase; and the pairs made, and right."""
    phrases: defaultdict[str, list[Place]] = defaultdict(list)
    for phrase in gold:
        phrases[phrase.article].append(phrase)
    homes = {claim: happening for happening, claim in system.pairs(f"{KG}report")}
    ours: dict[Place, str] = {}
    truth: dict[Place, str] = {}
    for event in system.events:
        for place in event.places:
            around = _phrase(place, phrases.get(place.article, ()))
            if around is not None:
                ours[place] = homes.get(event.node, event.node)
                truth[place] = gold[around]
    made = list(_pairs(ours))
    right = sum(truth[one] == truth[other] for one, other in made)
    return {
        **b_cubed(truth, ours),
        "gold": len(truth),
        "pairs": len(made),
        "pairs_right": right,
    }


def _phrase(place: Place, phrases: Iterable[Place]) -> Place | None:
    """The shortest annotated phrase of an article that a trigger overlaps."""
    found = (other for other in phrases if place.overlap(other))
    return min(found, key=lambda other: (length(other), other), default=None)


def _pairs(clusters: Mapping[Place, str]) -> Iterable[tuple[Place, Place]]:
    for one, other in combinations(sorted(clusters), 2):
        if clusters[one] == clusters[other]:
            yield one, other
