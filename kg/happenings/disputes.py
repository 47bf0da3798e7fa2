"""Where reports disagree: two claims that would tell the same but for one point.

Reports of one happening may differ in a number. Claims that differ in whether it
happened, on which day, or by whom, are kept apart by that; they are disputed if all
else speaks for one thing. Each side keeps its claim and the words that say so.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kg.happenings.groups import Group
from kg.happenings.numbers import Count, NumberWords, count_of
from kg.happenings.tellings import Telling, likeness, same_word
from kg.happenings.weigh import (
    World,
    apart,
    distance,
    is_near,
    other_actors,
    other_kind,
    other_people,
    other_place,
    same_day,
    sides,
)
from kg.model import (
    Dispute,
    KnowledgeGraph,
    Point,
    Polarity,
    RelationClaim,
    Side,
    Span,
    digest,
)

_SLIP: Final = 3  # days: further apart, they are two happenings
_AKIN: Final = 0.3  # likeness of two sentences of one thing
_TWINS: Final = 0.5
_TOLD: Final = 0.15  # the less that a named speaker denies it

Said = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class _Reader:
    """The texts that sides are cut from."""

    texts: Mapping[str, str]
    world: World
    words: NumberWords

    def count(self, telling: Telling) -> Count | None:
        claim = telling.claim
        text = self.texts[claim.article]
        return count_of(text, telling.sentence, claim.trigger, self.words)

    def cut(self, telling: Telling, words: Span) -> str:
        return words.cut(self.texts[telling.claim.article])


def disputes(
    graph: KnowledgeGraph,
    told: Sequence[Telling],
    pairs: Sequence[tuple[int, int]],
    found: Sequence[Group],
    world: World,
    words: NumberWords,
) -> tuple[Dispute, ...]:
    """All disputes, sorted by id; one for each two claims and point.

    Args:
        graph: the articles, and the relations, of which some are stated and denied.
        told: all event claims.
        pairs: those of them that may be one, by index.
        found: which of them report one happening.
        world: what is known beside the claims.
        words: those of numbers.
    """
    texts = {article.id: article.text for article in graph.articles}
    reader = _Reader(texts, world, words)
    made = [d for group in found for d in _of_numbers(group, reader)]
    made += _of_relations(graph.relations)
    for i, j in pairs:
        made += _between(told[i], told[j], reader)
    return tuple(sorted({d.id: d for d in made}.values(), key=lambda d: d.id))


def _dispute(
    about: Point, left: Telling, right: Telling, said: tuple[Said, Said]
) -> Dispute:
    return _of_sides(
        about, Side(left.claim.id, *said[0]), Side(right.claim.id, *said[1])
    )


def _of_sides(about: Point, *sides: Side) -> Dispute:
    left, right = sorted(sides, key=lambda side: side.claim)
    return Dispute(digest(about, left.claim, right.claim), about, left, right)


# ------------------------------------------------------------------ relations


def _of_relations(claims: Sequence[RelationClaim]) -> Iterator[Dispute]:
    """What is stated of two things and denied of them."""
    triples: defaultdict[tuple[str, ...], list[RelationClaim]] = defaultdict(list)
    for claim in claims:
        if not claim.former:
            triples[claim.subject, claim.relation, claim.object].append(claim)
    for same in triples.values():
        for left, right in combinations(same, 2):
            values = [claim.stance.polarity.value for claim in (left, right)]
            if values[0] != values[1]:
                ends = zip((left, right), values, strict=True)
                sides = (Side(claim.id, v, claim.evidence[0]) for claim, v in ends)
                yield _of_sides(Point.POLARITY, *sides)


# -------------------------------------------------------------------- numbers


def _of_numbers(group: Group, reader: _Reader) -> Iterator[Dispute]:
    """Other numbers of the same, by the same word: one pair for each two values."""
    members = sorted(group.members, key=lambda t: t.claim.id)
    counted = [(t, c) for t in members if (c := reader.count(t)) is not None]
    seen = set[tuple[object, ...]]()
    for (left, one), (right, other) in combinations(counted, 2):
        key = (one.counted, *sorted((one.number, other.number)))
        differ = one.counted == other.counted and one.number != other.number
        if differ and same_word(left, right) and key not in seen:
            seen.add(key)
            said = tuple(
                (reader.cut(t, c.words), c.words)
                for t, c in ((left, one), (right, other))
            )
            yield _dispute(Point.NUMBER, left, right, (said[0], said[1]))


# ---------------------------------------------------- what keeps two claims apart


def _between(left: Telling, right: Telling, reader: _Reader) -> Iterator[Dispute]:
    """The one point in which two claims differ that agree in all the rest."""
    world = reader.world
    if (
        not same_word(left, right)
        or other_kind(left, right)
        or other_place(left, right, world)
    ):
        return
    denied = left.claim.stance.polarity != right.claim.stance.polarity
    dated = apart(left.days, right.days)
    if other_people(left, right, world):
        if not denied and not dated and _other_hand(left, right, world):
            yield _dispute(Point.ACTOR, left, right, (_actors(left), _actors(right)))
    elif denied and not dated and _one_question(left, right):
        yield _dispute(Point.POLARITY, left, right, (_polarity(left), _polarity(right)))
    elif dated and not denied and _one_day_told_twice(left, right):
        yield _dispute(Point.DATE, left, right, (_date(left), _date(right)))


def _near(left: Telling, right: Telling) -> bool:
    return left.claim.article == right.claim.article or is_near(left, right)


def _one_question(left: Telling, right: Telling) -> bool:
    """Whether one denies what the other says: both sides, near, in like words."""
    wanted = _AKIN if sides(left, right) > 1 else _TWINS
    denial = left if left.claim.stance.polarity is Polarity.NEGATIVE else right
    if denial.claim.speaker is not None:
        wanted -= _TOLD
    return (
        not left.planned
        and _near(left, right)
        and sides(left, right) > 0
        and (same_day(left, right) or likeness(left, right) >= wanted)
    )


def _one_day_told_twice(left: Telling, right: Telling) -> bool:
    """Whether two days are told of one thing: both sides, near, in the same words."""
    gap = distance(left.days, right.days)
    return (
        gap is not None
        and gap <= _SLIP
        and left.claim.article != right.claim.article
        and sides(left, right) > 1
        and likeness(left, right) >= _TWINS
    )


def _other_hand(left: Telling, right: Telling, world: World) -> bool:
    """Whether one deed is laid to two: done to the same on one day, or in one tale."""
    shared = set(left.claim.recipients) & set(right.claim.recipients)
    spoken = left.claim.speaker != right.claim.speaker
    elsewhere = left.claim.article != right.claim.article
    return (
        other_actors(left, right, world)
        and bool(shared)
        and (spoken or elsewhere)
        and (
            same_day(left, right)
            or (_near(left, right) and likeness(left, right) >= _TWINS)
        )
    )


def _polarity(telling: Telling) -> Said:
    return telling.claim.stance.polarity.value, telling.sentence


def _date(telling: Telling) -> Said:
    when = telling.claim.when
    ends = (when.begin, when.end) if when else ()
    return "/".join(dict.fromkeys(end or ".." for end in ends)), telling.sentence


def _actors(telling: Telling) -> Said:
    return " ".join(telling.claim.actors), telling.sentence
