"""Stance on the public sets: whether it happened, how sure it is, and when."""

from collections import Counter
from collections.abc import Sequence

from kg.evaluate.figures import Figures, share
from kg.evaluate.public.overlay import marked
from kg.evaluate.public.sets import Row, Terms
from kg.evaluate.system import System

_ASKED = ("polarity", "certainty", "tense")
_NEGATIVE = "negative"


def meantime_stance(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Polarity, certainty and tense of the events that a trigger of the graph overlaps.

    Acts of no category count as events. What the annotators left open is not asked;
    of an event with several annotated values by overlap, the first in the text is
    taken. `negatives` is the share of negated events that are found negated, absent
    when there are none. An event that is not found says nothing.
    """
    right, asked = Counter[str](), Counter[str]()
    for row in rows:
        here = system.happened.get(row["id"], ())
        for _, place, mark in marked(row, terms["event"]):
            nodes = [node for other, node in here if place.overlap(other)]
            for node in nodes[:1]:
                for name, wanted in _values(mark, terms):
                    same = system.locals(node, name) & set(wanted)
                    asked[name] += 1
                    right[name] += bool(same)
                    if wanted == [_NEGATIVE]:
                        asked["negatives"] += 1
                        right["negatives"] += bool(same)
    names = [*_ASKED, *(["negatives"] if asked["negatives"] else [])]
    shares = {name: share(right[name], asked[name]) for name in names}
    return {"meantime_stance": {**shares, **{f"{n}_asked": asked[n] for n in names}}}


def _values(mark: Row, terms: Terms) -> list[tuple[str, list[str]]]:
    """What may be answered, by role: "NON_FUTURE" is the past or the present."""
    named = (("polarity", "polarity"), ("certainty", "certainty"), ("tense", "time"))
    values = ((role, terms["stance"].get(mark.get(name) or "")) for role, name in named)
    return [(role, value) for role, value in values if value]
