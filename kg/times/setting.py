"""When and how a time was told: what every meaning is seen from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Interval, Tense

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """When it was said, the tense of the clause, and the event it is counted from.

    `latest` is set for what must lie before a day: the begin of a range, or what it has
    lasted since. With `backward`, the event is the one that is to be found, and the
    other end of the count is known. `story` is the one day that the article tells of;
    `south` says on which side of the equator its seasons are, None if that is unknown.
    """

    published: date | None
    tense: Tense
    before: Interval | None = None
    latest: date | None = None
    backward: bool = False
    story: Interval | None = None
    south: bool | None = None


Meaning = Callable[[Fields, Setting], Interval | None]

_HOURS = 24
_CENTURY = 100


def unit_of(fields: Fields) -> str:
    """The unit that is counted."""
    return fields.get("unit", "day")


def grain_of(unit: str) -> str:
    """The period in which a count of such units is honest."""
    return {"fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit)
