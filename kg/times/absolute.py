"""What is told on the calendar: dates, months, years, decades, quarters.

Each meaning takes the fields that a rule of the grammar matched (values of words, not
their spellings) and the setting, and returns an interval, or None for what it cannot
place. ValueError and OverflowError mean that the calendar has no such day.
"""

from collections.abc import Callable
from datetime import date

from kg.model import Interval, Tense
from kg.times import days
from kg.times.deictic import shifted_month
from kg.times.feasts import feast
from kg.times.setting import Fields, Setting

_CENTURY = 100
_MONTHS = 12


def _year(fields: Fields, setting: Setting) -> int | None:
    """The year that is told: "2018", or "last year" seen from the publication."""
    if "year" in fields:
        return int(fields["year"])
    if "shift" in fields and setting.published:
        return setting.published.year + int(fields["shift"])
    return None


def _in_year(
    make: Callable[[int], Interval], fields: Fields, setting: Setting
) -> Interval | None:
    """Place it in the year that is told, else in the one the tense points at."""
    year = _year(fields, setting)
    if year is not None:
        return make(year)
    if "shift" in fields:
        return None
    if setting.latest:
        return days.nearest(
            days.around(make, setting.latest), setting.latest, Tense.PAST
        )
    if setting.published is None:
        return None
    return days.yearless(make, setting.published, setting.tense)


def day_of_month(fields: Fields, setting: Setting) -> Interval | None:
    """Place "Sept. 18, 2018", "9 January", "July 7 last year"."""
    month, day = int(fields["month"]), int(fields["day"])
    return _in_year(lambda y: days.month_day(y, month, day), fields, setting)


def week_of_day(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the week of March 6": the ISO week that holds it."""
    day = day_of_month(fields, setting)
    return day and days.period(days.first_day(day.begin or ""), "week")


def days_of_month(fields: Fields, setting: Setting) -> Interval | None:
    """Place "Sept. 18-20", "7 to 9 July 2020"; None if it runs backwards."""
    month, first, last = (int(fields[k]) for k in ("month", "day", "day2"))
    if last < first:
        return None

    def make(year: int) -> Interval:
        end = days.month_day(year, month, last).end
        return Interval(days.month_day(year, month, first).begin, end)

    return _in_year(make, fields, setting)


def holiday(fields: Fields, setting: Setting) -> Interval | None:
    """Place "New Year's Day", "Christmas 2018", "Easter week"."""
    rule, unit = fields["holiday"], fields.get("unit", "day")
    day = _in_year(lambda y: feast(rule, y), fields, setting)
    return day and days.period(days.first_day(day.begin or ""), unit)


def shifted_holiday(fields: Fields, setting: Setting) -> Interval | None:
    """Place "last Christmas" before today, "next Easter" after it."""
    if setting.published is None:
        return None
    rule, shift, now = fields["holiday"], fields["shift"], setting.published
    if shift == "0":
        return feast(rule, now.year)
    candidates = days.around(lambda y: feast(rule, y), now)
    other = [c for c in candidates if c.begin != now.isoformat()]
    tense = Tense.PAST if shift == "-1" else Tense.FUTURE
    return days.nearest(other, now, tense)


def month(fields: Fields, setting: Setting) -> Interval | None:
    """Place "September", "May 2018", "May last year"."""
    number = int(fields["month"])
    return _in_year(lambda y: days.period(date(y, number, 1), "month"), fields, setting)


def season(fields: Fields, setting: Setting) -> Interval | None:
    """Place "last summer", "spring 2018": three months, if the hemisphere is known.

    Else the year; None for a winter without its year: it lies in two.
    """
    first = int(fields["season"])
    year = _year(fields, setting) if "year" in fields else None
    if setting.south is not None:
        first = (first + 5) % _MONTHS + 1 if setting.south else first
        return _season_from(first, year, fields, setting)
    if year is not None:
        return days.years(year, year)
    if setting.published is None or first + 2 > _MONTHS:
        return None
    shifted = shifted_month({**fields, "month": str(first)}, setting)
    return shifted and days.years(
        int((shifted.begin or "")[:4]), int((shifted.end or "")[:4])
    )


def _season_from(
    first: int, year: int | None, fields: Fields, setting: Setting
) -> Interval | None:
    """The three months from a month on; the year for one that begins in another."""

    def make(year: int) -> Interval:
        begin = date(year, first, 1)
        end = days.moved(begin, "month", 2)
        return Interval(days.iso_of(begin, "month"), days.iso_of(end, "month"))

    if year is not None:
        return make(year) if first + 2 <= _MONTHS else days.years(year, year)
    now, shift = setting.published, fields["shift"]
    if now is None:
        return None
    near = [make(now.year + n) for n in (-2, -1, 0, 1)]
    if shift == "0":
        return days.nearest(near, now, setting.tense)
    if shift == "1":
        return next(c for c in near if days.first_day(c.begin or "") > now)
    return next(c for c in reversed(near) if days.last_day(c.end or "") < now)


def iso_day(fields: Fields, setting: Setting) -> Interval | None:
    """Place "2019-03-22"."""
    del setting
    return days.month_day(*(int(fields[k]) for k in ("year", "num", "num2")))


def slashed_day(fields: Fields, setting: Setting) -> Interval | None:
    """Place "25/12/2018", and "Thu, 01/04/2018" by its weekday.

    Only the year if both orders of day and month would do.
    """
    del setting
    year, first, second = (int(fields[k]) for k in ("year", "num", "num2"))
    orders = {(first, second), (second, first)}
    told = [date(year, m, d) for m, d in sorted(orders) if m <= _MONTHS]
    weekday = fields.get("weekday")
    fitting = [d for d in told if weekday in (None, str(d.isoweekday()))]
    if len(fitting) == 1:
        return days.period(fitting[0], "day")
    return days.years(year, year) if told else None


def year(fields: Fields, setting: Setting) -> Interval | None:
    """Place "2019", "the year 2000", "fiscal 2019"."""
    del setting
    return days.years(int(fields["year"]), int(fields["year"]))


def spoken_year(fields: Fields, setting: Setting) -> Interval | None:
    """Place "nineteen ninety-six", "two thousand and three"."""
    del setting
    told = int(fields["hundreds"]) * _CENTURY + int(fields.get("tail", "0"))
    return days.years(told, told)


def spoken_month(fields: Fields, setting: Setting) -> Interval | None:
    """Place "January nineteen ninety-seven"."""
    told = spoken_year(fields, setting)
    return month({**fields, "year": told.begin or ""}, setting) if told else None


def year_range(fields: Fields, setting: Setting) -> Interval | None:
    """Place "1950-53", "2014-2016"; None if it runs backwards."""
    del setting
    first, tail = int(fields["year"]), fields["yy"]
    last = int(fields["year"][: -len(tail)] + tail)
    return days.years(first, last) if first < last else None


def decade(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the 1990s", "the '80s", "the sixties": of the last hundred years."""
    if "year" in fields:
        first = int(fields["year"])
    elif setting.published is None:
        return None
    else:
        now = setting.published.year
        first = now - (now - int(fields["decade"])) % _CENTURY
    return days.years(first, first + 9) if first % 10 == 0 else None


def century(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the 20th century": 1900 to 1999."""
    del setting
    return days.period(date(int(fields["day"]) * 100 - 100, 1, 1), "century")


def fraction(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the third quarter of 2019", "the first half of last year".

    Without its year the nearest: results of a quarter are told while they are near.
    """
    months, which = int(fields["fraction"]), int(fields["ordinal"])
    which = which if which > 0 else _MONTHS // months
    told = _year(fields, setting)
    if told is not None:
        return days.fraction(told, months, which)
    if setting.published is None or "shift" in fields:
        return None
    return days.yearless(
        lambda y: days.fraction(y, months, which), setting.published, Tense.PRESENT
    )
