"""Arithmetic on days, periods and ISO dates that are as fine as known.

Every function that leaves the years 1 to 9999, or meets a day that no calendar has,
raises ValueError or OverflowError, as `datetime` does; the caller turns both into
"not placed".
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from kg.model import Interval, Tense

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_HOURS = 24
_YEARS = {"decade": 10, "century": 100}
# News tells the year of a date that is longer ago than this; without it, a near day
# is meant even against the tense ("It was planned for January 9", said on January 5).
_TOO_FAR = {Tense.PAST: 270, Tense.FUTURE: 300}


def first_day(iso: str) -> date:
    """The first day of an ISO year, month or day."""
    year, month, day = (*iso.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def last_day(iso: str) -> date:
    """The last day of an ISO year, month or day."""
    first = first_day(iso)
    if len(iso) == len("2019-03-22"):
        return first
    unit = "month" if len(iso) == len("2019-03") else "year"
    return moved(first, unit, 1) - timedelta(days=1)


def neighbour(iso: str, count: int) -> str:
    """The ISO year, month or day that many steps on, in its own grain."""
    unit = {4: "year", 7: "month"}.get(len(iso), "day")
    return iso_of(moved(first_day(iso), unit, count), unit)


def iso_of(moment: date, unit: str) -> str:
    """The ISO date of a day, cut to the grain of the unit (month, year, else day)."""
    return moment.isoformat()[: {"month": 7, "year": 4}.get(unit, 10)]


def moved(moment: date, unit: str, count: int) -> date:
    """The day that many units later (earlier if negative).

    A day that the month does not have becomes its last day; hours count as whole days,
    rounded toward zero.
    """
    if unit == "hour":
        return moment + timedelta(days=int(count / _HOURS))
    if unit in _DAYS:
        return moment + timedelta(days=count * _DAYS[unit])
    months = _MONTHS.get(unit) or 12 * _YEARS[unit]
    year, month = divmod(moment.year * 12 + moment.month - 1 + count * months, 12)
    start = date(year, month + 1, 1)
    days = (start.replace(day=28) + timedelta(days=4)).replace(day=1) - start
    return start.replace(day=min(moment.day, days.days))


def period(moment: date, unit: str) -> Interval:
    """The calendar period that holds a day: its ISO week, quarter, decade, ...

    A weekend is Saturday and Sunday of the ISO week; decades and centuries begin with
    the years that end in 0 and 00 (ISO 8601:2004, 3.2.1).
    """
    if unit in ("hour", "day", "month", "year"):
        iso = iso_of(moment, unit)
        return Interval(iso, iso)
    if unit in _DAYS:
        monday = moment - timedelta(days=moment.weekday())
        first = monday + timedelta(days=5 if unit == "weekend" else 0)
        return Interval(first.isoformat(), (monday + timedelta(days=6)).isoformat())
    if unit in _YEARS:
        year = moment.year - moment.year % _YEARS[unit]
        return years(year, year + _YEARS[unit] - 1)
    return fraction(moment.year, _MONTHS[unit], (moment.month - 1) // _MONTHS[unit] + 1)


def years(first: int, last: int) -> Interval:
    """From a year to a year."""
    return Interval(date(first, 1, 1).isoformat()[:4], date(last, 1, 1).isoformat()[:4])


def fraction(year: int, months: int, which: int) -> Interval:
    """The quarter (3 months) or half (6 months) of a year, counted from 1."""
    first = date(year, months * (which - 1) + 1, 1)
    return Interval(
        iso_of(first, "month"), iso_of(moved(first, "month", months - 1), "month")
    )


def month_day(year: int, month: int, day: int) -> Interval:
    """One day."""
    return period(date(year, month, day), "day")


def ahead(weekday: int, after: date) -> date:
    """The first such weekday (Monday = 1) on or after a day."""
    return after + timedelta(days=(weekday - after.isoweekday()) % 7)


def behind(weekday: int, until: date) -> date:
    """The last such weekday (Monday = 1) on or before a day."""
    return until - timedelta(days=(until.isoweekday() - weekday) % 7)


def nearest(
    candidates: Sequence[Interval], published: date, tense: Tense
) -> Interval | None:
    """The candidate that the tense points at, candidates being in calendar order.

    Past: the last that had begun on the day of publication; future: the first that
    had not ended; present: the one fewest days away, the earlier of two. None without
    candidates.
    """
    begun = [c for c in candidates if first_day(c.begin or "") <= published]
    open_ = [c for c in candidates if last_day(c.end or "") >= published]
    if tense is Tense.FUTURE:
        return next(iter(open_), None)
    if tense is Tense.PAST:
        return next(reversed(begun), None)
    return min(candidates, key=lambda c: away(c, published), default=None)


def length(interval: Interval) -> int | None:
    """How many days an interval has; None if an end is open."""
    if interval.begin is None or interval.end is None:
        return None
    return (last_day(interval.end) - first_day(interval.begin)).days + 1


def narrower(inner: Interval, outer: Interval) -> bool:
    """Whether an interval lies in another and is shorter; False if an end is open."""
    if None in (inner.begin, inner.end, outer.begin, outer.end) or inner == outer:
        return False
    begins = first_day(inner.begin or ""), first_day(outer.begin or "")
    ends = last_day(inner.end or ""), last_day(outer.end or "")
    return begins[0] >= begins[1] and ends[0] <= ends[1]


def away(interval: Interval, moment: date) -> int:
    """How many days lie between; 0 if the day is inside."""
    before = first_day(interval.begin or "") - moment
    after = moment - last_day(interval.end or "")
    return max(before.days, after.days, 0)


def yearless(
    make: Callable[[int], Interval], published: date, tense: Tense
) -> Interval | None:
    """Place what is told without its year, in a year beside that of publication.

    Takes the nearest that the tense allows; the nearest of all if that is too far away
    to be told without its year. Years in which the day does not exist are left out.
    """
    candidates = around(make, published)
    told = nearest(candidates, published, tense)
    if told is None or away(told, published) <= _TOO_FAR.get(tense, 0):
        return told
    return nearest(candidates, published, Tense.PRESENT)


def around(make: Callable[[int], Interval], moment: date) -> list[Interval]:
    """The day in the year of the moment and in those beside it, where it exists."""
    return [c for n in (-1, 0, 1) if (c := _made(make, moment.year + n))]


def _made(make: Callable[[int], Interval], year: int) -> Interval | None:
    """The day in that year; None for a February 29 that it does not have."""
    try:
        return make(year)
    except ValueError:
        return None
