"""Times as the text tells them: where they stand, and which days they mean.

"last Friday", the date of the article and the tense of the clause give an interval.
A grammar of our own over the time words of the ontology decides, on strings alone;
who does what at that time is left to the stages that know the syntax. What cannot be
placed for certain is None: without the date of the article no relative expression is
ever placed, and a coarse answer (the month, the ISO week) is preferred to a wrong day.

The grains follow TIMEX3 (Pustejovsky et al. 2003), where it fixes them.
"""

from kg.times.dateline import counted_from_day
from kg.times.days import length, narrower
from kg.times.place import (
    TimeExpression,
    counted_from,
    find_times,
    normalise,
    place_times,
)
from kg.times.rules import EVENT, Anchor
from kg.times.words import TimeWords

__all__ = [
    "EVENT",
    "Anchor",
    "TimeExpression",
    "TimeWords",
    "counted_from",
    "counted_from_day",
    "find_times",
    "length",
    "narrower",
    "normalise",
    "place_times",
]
