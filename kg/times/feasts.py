"""The day of a holiday in a year, by the rule that the ontology gives.

Three kinds of rules: "12-25" is a day of the calendar; "11-22+4" the first such
weekday (Monday = 1) on or after a day, so the fourth Thursday of November; "easter-2"
is counted from Easter Sunday, by the Gregorian reckoning (Meeus, Astronomical
Algorithms, 1991, chapter 8). Feasts of the calendars of the moon have no such rule.
"""

from datetime import date, timedelta

from kg.model import Interval
from kg.times import days

_EASTER = "easter"


def feast(rule: str, year: int) -> Interval:
    """The day of a holiday in a year.

    Raises:
        ValueError: if the year does not have it.
    """
    if rule.startswith(_EASTER):
        day = easter(year) + timedelta(int(rule.removeprefix(_EASTER) or "0"))
        return days.period(day, "day")
    fixed, _, weekday = rule.partition("+")
    month, number = fixed.split("-")
    day = date(year, int(month), int(number))
    return days.period(days.ahead(int(weekday), day) if weekday else day, "day")


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    leaps, rest = divmod(century, 4)
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarters, left = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * quarters - epact - left) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
