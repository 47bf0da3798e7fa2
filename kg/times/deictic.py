"""What is told from the day of publication: "yesterday", "last month", "a year ago".

Without that day nothing of it is placed.
"""

from datetime import date, timedelta

from kg.model import Interval, Tense
from kg.times import days
from kg.times.setting import Fields, Setting, grain_of, unit_of

_FEW = 9


def nowhere(fields: Fields, setting: Setting) -> Interval | None:
    """A time that is not told closely enough: "recently", "a few years ago"."""
    del fields, setting
    return None


def deictic(fields: Fields, setting: Setting) -> Interval | None:
    """Place "today", "yesterday"."""
    if setting.published is None:
        return None
    day = days.moved(setting.published, "day", int(fields["deictic"]))
    return days.period(day, "day")


def weekday(fields: Fields, setting: Setting) -> Interval | None:
    """Place "Friday": the last, in a future clause the coming one; today counts."""
    now = setting.latest or setting.published
    if now is None:
        return None
    future = setting.tense is Tense.FUTURE and setting.latest is None
    toward = days.ahead if future else days.behind
    return days.period(toward(int(fields["weekday"]), now), "day")


def shifted_weekday(fields: Fields, setting: Setting) -> Interval | None:
    """Place "last Friday" before today, "next Friday" in the next ISO week."""
    now, number, shift = setting.published, int(fields["weekday"]), fields["shift"]
    if now is None:
        return None
    if shift == "-1":
        return days.period(days.behind(number, now - timedelta(1)), "day")
    return weekday_of_week(fields, setting)


def weekday_of_week(fields: Fields, setting: Setting) -> Interval | None:
    """Place "Monday next week", "this Friday": counted in ISO weeks, Monday first."""
    if setting.published is None:
        return None
    week = days.moved(setting.published, "week", int(fields["shift"]))
    monday = days.behind(1, week)
    return days.period(days.ahead(int(fields["weekday"]), monday), "day")


def nearest_weekday(fields: Fields, setting: Setting) -> Interval | None:
    """Place "this coming Sunday", "this past Sunday": today does not count."""
    now, number = setting.published, int(fields["weekday"])
    if now is None:
        return None
    if fields["nearest"] == "-1":
        return days.period(days.behind(number, now - timedelta(1)), "day")
    return days.period(days.ahead(number, now + timedelta(1)), "day")


def shifted_unit(fields: Fields, setting: Setting) -> Interval | None:
    """Place "last month", "this week", "next year", "the current quarter"."""
    if setting.published is None:
        return None
    unit = unit_of(fields)
    if unit == "weekend" and fields["shift"] == "0":
        return weekend(fields, setting)
    count = int(fields.get("shift") or fields["nearest"])
    return days.period(days.moved(setting.published, unit, count), unit)


def weekend(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the weekend": the last that began, in a future clause the coming one."""
    del fields
    if setting.published is None:
        return None
    weeks = [days.moved(setting.published, "week", n) for n in (-1, 0, 1)]
    ends = [days.period(week, "weekend") for week in weeks]
    past = Tense.FUTURE if setting.tense is Tense.FUTURE else Tense.PAST
    return days.nearest(ends, setting.published, past)


def rolling(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the past year", "the next three months": from or up to the publication.

    As fine as one would count it: days for days and weeks, months for months and for
    a single year, years for years.
    """
    now, count = setting.published, int(fields.get("n", "1")) * int(fields["rolling"])
    if now is None:
        return None
    unit = unit_of(fields)
    fine = "month" if unit == "year" and abs(count) == 1 else unit
    other = days.moved(now, unit, count)
    first, last = sorted((now, other))
    grain = {"decade": "year", "century": "year", "quarter": "month"}.get(fine, fine)
    return Interval(days.iso_of(first, grain), days.iso_of(last, grain))


def rolling_few(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the past few days": begun in this month or the last, at the finest.

    A few are fewer than ten; of days and weeks, the end that is not told is known to
    the month. A few months or years are too vague.
    """
    if setting.published is None or unit_of(fields) not in ("day", "week"):
        return None
    count = _FEW * int(fields["rolling"])
    far = days.moved(setting.published, unit_of(fields), count)
    near, other = days.iso_of(setting.published, "day"), days.iso_of(far, "month")
    return Interval(other, near) if count < 0 else Interval(near, other)


def offset(fields: Fields, setting: Setting) -> Interval | None:
    """Place "three days ago", "two weeks from now", "in six months".

    N days are a day, N weeks the ISO week in which that day lies, N months a month,
    N years (decades, centuries) a year; hours count as whole days, rounded down.
    """
    if setting.published is None:
        return None
    unit, count = unit_of(fields), int(fields["n"]) * int(fields.get("ago", "1"))
    moment = days.moved(setting.published, unit, count)
    return days.period(moment, grain_of(unit))


def offset_ahead(fields: Fields, setting: Setting) -> Interval | None:
    """Place "in three days", in a future clause; in a past one it is a duration."""
    return offset(fields, setting) if setting.tense is Tense.FUTURE else None


def year_end(fields: Fields, setting: Setting) -> Interval | None:
    """Place "by year-end": the last day of a year."""
    del fields
    if setting.published is None:
        return None
    future = setting.tense is Tense.FUTURE  # however far away
    if future:
        return days.period(date(setting.published.year, 12, 31), "day")
    return days.yearless(
        lambda y: days.month_day(y, 12, 31), setting.published, setting.tense
    )


def shifted_month(fields: Fields, setting: Setting) -> Interval | None:
    """Place "last September" before this month, "next May" after it."""
    if setting.published is None:
        return None
    number, shift, now = int(fields["month"]), int(fields["shift"]), setting.published
    passed = {-1: number >= now.month, 0: False, 1: number <= now.month}[shift]
    year = now.year + (shift if passed else 0)
    return days.period(date(year, number, 1), "month")
