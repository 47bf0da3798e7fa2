"""Events on the public sets: what happened, of which kind, and who took part."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.figures import Figures, prf, share
from kg.evaluate.public.overlay import Overlay, is_name, length, marked, stands_for
from kg.evaluate.public.sets import Row, Terms, first_of
from kg.evaluate.system import Place, System, Told

_SLACK = 12
"""How far a mention may be longer or shorter than a short annotated phrase."""
_NONE = "NONE"

# ------------------------------------------------------------ events and participants


def meantime_events(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Events, acts of no category included, and their participants.

    An event is found when a trigger of the graph overlaps it. Of the participants of
    events so found, precision is over all, recall over those that the article names
    somewhere; the event that is in question is any that the trigger overlaps.
    """
    overlay, happened = Overlay(system), system.happened
    events, parts = Counter[str](), Counter[str]()
    for row in rows:
        told = happened.get(row["id"], ())
        places = [place for _, place, _ in marked(row, terms["event"])]
        triggers = {place for place, _ in told}
        events["gold"] += len(places)
        events["predicted"] += len(triggers)
        events["found"] += sum(_any_overlap(place, triggers) for place in places)
        events["right"] += sum(_any_overlap(place, places) for place in triggers)
        parts.update(_participants(row, told, overlay, terms))
    return {
        "meantime_events": _counted(events),
        "meantime_participants": _counted(parts),
    }


def _any_overlap(place: Place, others: Collection[Place]) -> bool:
    return any(place.overlap(other) for other in others)


def _participants(
    row: Row, told: Sequence[tuple[Place, str]], overlay: Overlay, terms: Terms
) -> Counter[str]:
    """Counts of one article: participants annotated, given, right and found."""
    system, marks = overlay.system, row["marks"]
    events = {key: place for key, place, _ in marked(row, terms["event"])}
    things = {key: place for key, place, _ in marked(row, terms["entity"])}
    named = {_thing(marks[key]) for key in things if is_name(marks[key], terms)}
    wanted = {
        (part["event"], _thing(marks[part["participant"]]))
        for part in row["participants"]
        if part["participant"] in things and part["event"] in events
    }
    core = {part for part in wanted if part[1] in named}
    stands = stands_for(_shared(row, things, overlay))
    count, met = Counter[str](), set[tuple[str, str]]()
    for trigger, node in told:
        touched = [key for key, place in events.items() if place.overlap(trigger)]
        who = system.values(node, "actor") | system.values(node, "recipient")
        for entity in who if touched else ():
            thing = stands.get(entity, _NONE)
            right = {(k, thing) for k in touched if thing != _NONE} & wanted
            count["predicted"] += 1
            count["right"] += bool(right)
            met |= right
    count.update(gold=len(core), found=len(core & met))
    return count


def _shared(
    row: Row, things: Mapping[str, Place], overlay: Overlay
) -> Iterator[tuple[str, str]]:
    """An entity and a thing, for each annotated mention of it that the entity has."""
    for key, place in things.items():
        slack = max(_SLACK, length(place))
        near = {
            entity
            for other, entity in overlay.system.written.get(row["id"], ())
            if place.overlap(other) and abs(length(other) - length(place)) <= slack
        }
        for entity in near:
            yield entity, _thing(row["marks"][key])


def _thing(mark: Row) -> str:
    """What a phrase is a mention of; those that are of nothing fit nothing."""
    return mark["instance"] or _NONE


def _counted(count: Counter[str]) -> Figures:
    shares = prf(
        count["right"] / max(1, count["predicted"]),
        count["found"] / max(1, count["gold"]),
    )
    return {**shares, "predicted": count["predicted"], "gold": count["gold"]}


# ------------------------------------------------------------------------ categories


@dataclass(frozen=True, slots=True)
class _Asked:
    """One sentence of PLOVER: whom it marks on either side (None: nobody in it)."""

    article: str
    source: Place | None
    target: Place | None

    @property
    def sides(self) -> tuple[Place | None, Place | None]:
        return self.source, self.target


def plover_categories(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """The category of the event between two marked phrases: macro-F1 over categories.

    End to end, the event counts only if its actors are within the source and its
    recipients (without any, its actors) within the target, two different things where
    both are marked. For the category alone, the event that fits best is taken, else
    the first of the sentence. An event with two categories has none.
    """
    overlay, first = Overlay(system), first_of(rows)
    told: defaultdict[str, list[Told]] = defaultdict(list)
    for event in system.events:
        for place in event.places if event.kinds else ():
            told[place.article].append(Told(event.node, event.kinds, (place,)))
    gold = [row["plover"] for row in rows]
    answers = [
        _answers(_asked(row, first[row["text"]]["id"]), told, overlay) for row in rows
    ]
    same = terms["same"]
    whole, alone = (
        [same.get(answer, answer) or _NONE for answer in column]
        for column in zip(*answers, strict=True)
    )
    answered = share(len(whole) - whole.count(_NONE), len(whole))
    right = sum(map(str.__eq__, gold, alone))
    return {
        "plover_end_to_end": {"macro_f": _macro_f(gold, whole), "answered": answered},
        "plover_category": {
            "macro_f": _macro_f(gold, alone),
            "accuracy": share(right, len(gold)),
        },
    }


def _answers(
    asked: _Asked, told: Mapping[str, Sequence[Told]], overlay: Overlay
) -> tuple[str | None, str | None]:
    """The category end to end, and the category alone; None where there is none."""
    events = sorted(told.get(asked.article, ()), key=lambda e: e.places[0])
    fits = [_fit(asked, event.node, overlay) for event in events]
    kinds = [e.kinds[0] if len(e.kinds) == 1 else None for e in events]
    points, index = max(((p, -i) for i, (p, _) in enumerate(fits)), default=(0, 0))
    best = kinds[-index] if points else None
    whole = best if points and fits[-index][1] else None
    return whole, best or next(filter(None, kinds), None)


def _fit(asked: _Asked, node: str, overlay: Overlay) -> tuple[int, bool]:
    """How well an event fits the marked phrases, and whether it does so wholly."""
    actors, recipients = (
        overlay.system.values(node, r) for r in ("actor", "recipient")
    )
    # who stands on both sides says nothing of who did it to whom
    actors, recipients = actors - recipients, recipients - actors
    everyone = actors | recipients
    pairs = list(zip((actors, recipients or actors), asked.sides, strict=True))
    points = sum(
        2 * bool(_inside(nodes, side, overlay)) + bool(_inside(everyone, side, overlay))
        for nodes, side in pairs
    )
    filled = all(_inside(nodes, side, overlay) for nodes, side in pairs if side)
    met = {n for side in asked.sides for n in _inside(everyone, side, overlay)}
    whole = filled and len(met) >= sum(side is not None for side in asked.sides)
    return points + 10 * whole, whole


def _inside(nodes: Collection[str], side: Place | None, overlay: Overlay) -> set[str]:
    """Who has a mention of which more than half lies in a phrase."""
    if side is None:
        return set()
    entities = overlay.system.entities
    return {
        node
        for node in nodes
        for place in entities.get(node, ())
        if place.article == side.article and side.overlap(place) > length(place) / 2
    }


def _asked(row: Row, article: str) -> _Asked:
    places = _marked(row) or tuple(_found(row["text"], row[k]) for k in _SIDES)
    source, target = (Place(article, *at) if at else None for at in places)
    return _Asked(article, source, target)


_SIDES = "source", "target"
_MARK = re.compile(r"<([st])>(.*?)</[st]>", re.DOTALL)
_Ends = tuple[int, int]


def _marked(row: Row) -> tuple[_Ends | None, ...] | None:
    """Where the two phrases stand by the marks; None if these do not tell."""
    found = list(_MARK.finditer(row["marked"]))[:2]
    if len(found) < 2 or _MARK.sub(r"\2", row["marked"]) != row["text"]:
        return None
    places: dict[str, _Ends] = {}
    for number, mark in enumerate(found):
        # of each mark before, seven code points are not text: <s></s>
        start = mark.start() - 7 * number
        places.setdefault(mark[1], (start, start + len(mark[2])))
    return places.get("s"), places.get("t")


def _found(text: str, words: str) -> _Ends | None:
    start = text.find(words)
    return None if start < 0 else (start, start + len(words))


def _macro_f(gold: Sequence[str], answers: Sequence[str]) -> float:
    """The mean of F over the categories that the set has, each as heavy as another."""
    pairs, theirs, ours = (
        Counter(zip(gold, answers, strict=True)),
        *map(Counter, (gold, answers)),
    )
    shares = [2 * pairs[c, c] / (theirs[c] + ours[c]) for c in sorted(theirs)]
    return round(sum(shares) / max(1, len(shares)), 3)
