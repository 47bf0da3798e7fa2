"""Can two claims report one thing, and what speaks for it.

What contradicts forbids: another family of categories, another mode, another day, other
participants, a plan beside what was done, a denial. What is left needs evidence: the
same sides, the same day, the same word, one article, near dates, alike sentences.
Two claims without a date and without a common article are never one by their sides
alone: the same two meet again and again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.happenings.tellings import Days, Telling, likeness, same_word
from kg.model import KnowledgeGraph
from kg.schema import Schema

ENOUGH: Final = 4
_NEAR: Final = 7  # days
_FAR: Final = 30
_ALIKE: Final = 0.3
_VERY_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class World:
    """What is known beside the claims.

    `stands` has pairs of entities of which one may be named for the other: a minister
    and his state, a city and its country. `repeated` are categories of acts that the
    same do to the same over and over: they need more evidence.
    """

    stands: frozenset[frozenset[str]]
    repeated: frozenset[str]

    def at_odds(self, left: frozenset[str], right: frozenset[str]) -> bool:
        """Whether two sets, both known, have nobody in common, not even for another."""
        if not left or not right or left & right:
            return False
        return not any(frozenset((a, b)) in self.stands for a in left for b in right)


def world_of(graph: KnowledgeGraph, schema: Schema) -> World:
    """Gather what is known beside the claims from relations and the gazetteer."""
    stand = {n for n, term in schema.relations.items() if term.one("standsFor")}
    pairs = {
        frozenset((claim.subject, claim.object))
        for claim in graph.relations
        if claim.relation in stand and claim.plain
    }
    entries = {term.id: term for term in schema.of("GazetteerEntry")}
    known = {entity.entry: entity.id for entity in graph.entities if entity.entry}
    for entry, name in known.items():
        lands = entries[entry].all("country") if entry in entries else ()
        pairs |= {frozenset((name, known[land])) for land in lands if land in known}
    repeated = {name for name, term in schema.classes.items() if term.one("repeated")}
    return World(frozenset(pairs), frozenset(repeated))


# ------------------------------------------------------------------ what forbids


def contradict(left: Telling, right: Telling, world: World) -> bool:
    """Whether two claims cannot be reports of one thing."""
    return (
        left.claim.stance.polarity != right.claim.stance.polarity
        or other_kind(left, right)
        or other_people(left, right, world)
        or apart(left.days, right.days)
        or other_weekday(left, right)
        or other_place(left, right, world)
    )


def other_kind(left: Telling, right: Telling) -> bool:
    """Another family or mode; planned, not done; one of many; told beside it."""
    one, other = left.claim, right.claim
    modes = {one.mode, other.mode} - {None}
    beside = one.article == other.article and left.sentence == right.sentence
    return (
        left.family != right.family
        or left.planned != right.planned
        or (one.category == other.category and len(modes) > 1)
        or (left.many != right.many and bool(set(left.lemmas) & set(right.lemmas)))
        or (beside and not (left.mutual and left.everyone == right.everyone))
    )


def apart(left: Days | None, right: Days | None) -> bool:
    """Whether two dates, both known, have no day in common."""
    return bool(distance(left, right))


def other_weekday(left: Telling, right: Telling) -> bool:
    """Whether sentences name other days of the week, of which one is not placed."""
    if left.days is not None and right.days is not None:
        return False
    named = left.weekdays, right.weekdays
    return all(named) and named[0].isdisjoint(named[1])


def other_place(left: Telling, right: Telling, world: World) -> bool:
    """Whether two places, both known, are not one, nor one in the other."""
    one, other = left.claim.place, right.claim.place
    if one is None or other is None:
        return False
    return world.at_odds(frozenset((one,)), frozenset((other,)))


def other_people(left: Telling, right: Telling, world: World) -> bool:
    """Whether those who take part do not go together."""
    if left.mutual or right.mutual:
        small = min(len(left.everyone), len(right.everyone))
        return len(left.everyone & right.everyone) < min(2, small)
    return other_actors(left, right, world) or world.at_odds(
        frozenset(left.claim.recipients), frozenset(right.claim.recipients)
    )


def other_actors(left: Telling, right: Telling, world: World) -> bool:
    """Whether both name who did it, and not the same."""
    return world.at_odds(frozenset(left.claim.actors), frozenset(right.claim.actors))


# -------------------------------------------------------------- what speaks for it


def evidence(left: Telling, right: Telling, world: World) -> Mapping[str, int]:
    """What speaks for one thing, by its name; empty if nobody takes part in both."""
    shared = sides(left, right)
    if not shared:
        return {}
    found = {
        ("one side", "both sides")[shared - 1]: shared,
        **_of_time(left, right),
        **_of_words(left, right),
    }
    if left.claim.place is not None and left.claim.place == right.claim.place:
        found["same place"] = 1
    if left.claim.category != right.claim.category:
        found["other category"] = -1
    if left.claim.category in world.repeated:
        found["often done"] = -1
    if (left.claim.stance.certainty == "possible") != (
        right.claim.stance.certainty == "possible"
    ):
        found["less sure"] = -1
    return found


def sides(left: Telling, right: Telling) -> int:
    """How many sides are the same: none, one or both."""
    one, other = left.claim, right.claim
    if left.mutual or right.mutual:
        return min(2, len(left.everyone & right.everyone))
    same_actors = not set(one.actors).isdisjoint(other.actors)
    return same_actors + (not set(one.recipients).isdisjoint(other.recipients))


def _of_time(left: Telling, right: Telling) -> dict[str, int]:
    found = {}
    if left.claim.article == right.claim.article:
        found["same article"] = 1
    if same_day(left, right):
        found["same day"] = 2
    elif left.days and right.days:
        found["same time"] = 1
    gap = distance(left.around, right.around)
    if gap is not None and gap > _FAR:
        found["far apart"] = -2
    elif is_near(left, right) and not {"same article", "same time"} & set(found):
        found["near in time"] = 1
    return found


def same_day(left: Telling, right: Telling) -> bool:
    """Whether both are known to have been on one and the same day."""
    days = left.days
    return days is not None and days == right.days and days[0] == days[1]


def is_near(left: Telling, right: Telling) -> bool:
    """Whether two are told of days, or by articles, of about one week."""
    gap = distance(left.around, right.around)
    return gap is not None and gap <= _NEAR and all(map(_brief, (left, right)))


def _brief(telling: Telling) -> bool:
    begin, end = telling.around or (0, 0)
    return end - begin <= _NEAR


def distance(left: Days | None, right: Days | None) -> int | None:
    """Days between two dates; 0 if they overlap, None if one is unknown."""
    if left is None or right is None:
        return None
    return max(0, right[0] - left[1], left[0] - right[1])


def _of_words(left: Telling, right: Telling) -> dict[str, int]:
    found = {}
    if same_word(left, right):
        found["same word"] = 1
    if left.before == right.claim.id or right.before == left.claim.id:
        found["points back"] = 1
    alike = likeness(left, right)
    if alike >= _VERY_ALIKE:
        found["very alike"] = 2
    elif alike >= _ALIKE:
        found["alike"] = 1
    return found
