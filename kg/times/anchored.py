"""What is told from another event: "three days after", "the same day".

Without the interval of that event nothing of it is placed.
"""

from dataclasses import replace
from datetime import date, timedelta

from kg.model import Interval, Tense
from kg.times import days
from kg.times.deictic import rolling, shifted_weekday
from kg.times.setting import Fields, Setting, unit_of


def from_event(fields: Fields, setting: Setting) -> Interval | None:
    """Place "three days after", "a week later", "the year before", "the following day".

    Days and weeks keep the grain of days and need an event known to the day (or
    both ends of a week); months and years cut it to a month ("just a year after").
    """
    unit, count = unit_of(fields), int(fields.get("n", "1"))
    count *= int(fields.get("direction") or fields["step"])
    count *= -1 if setting.backward else 1
    ends = [_end_moved(iso, unit, count) for iso in _ends(setting.before)]
    return Interval(ends[0], ends[1]) if len(ends) == 2 and all(ends) else None


def within_hours(fields: Fields, setting: Setting) -> Interval | None:
    """Place "hours after": the same day, as hours are rounded down to whole days."""
    return from_event({**fields, "unit": "hour", "n": "0"}, setting)


def stepped(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the following day", "the previous month", "the next three weeks".

    Without such an event, "the next three weeks" of a future clause lie ahead.
    """
    if setting.before is None and setting.tense is Tense.FUTURE:
        return rolling({**fields, "rolling": fields["step"]}, setting)
    if "n" in fields:
        return from_event(fields, setting)
    return beside_event({**fields, "direction": fields["step"]}, setting)


def stepped_weekday(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the next Tuesday": after the event; without one, after this week."""
    known, forward = _ends(setting.before), int(fields["step"]) > 0
    if setting.tense is Tense.FUTURE or not known:
        future = setting.tense is Tense.FUTURE and forward
        return shifted_weekday({**fields, "shift": "1"}, setting) if future else None
    number, one = int(fields["weekday"]), timedelta(1)
    if forward:
        day = days.ahead(number, days.last_day(known[1]) + one)
    else:
        day = days.behind(number, days.first_day(known[0]) - one)
    return days.period(day, "day")


def beside_event(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the year before", "the week after": all of that year or week."""
    if setting.before is None and setting.tense is Tense.PRESENT and setting.published:
        # "is less than the year before": before now
        today = days.period(setting.published, "day")
        setting = replace(setting, before=today)
    moved = from_event(fields, setting)
    if moved is None:
        return None
    return same_period(fields, replace(setting, before=moved))


def same_period(fields: Fields, setting: Setting) -> Interval | None:
    """Place "the same day", "that year": the period of the event, if it is as fine."""
    ends = _ends(setting.before)
    if len(ends) != 2:
        return None
    grain, unit = min(map(len, ends)), unit_of(fields)
    if grain < len(days.iso_of(date.min, _needed(unit))):
        return None
    first = days.period(days.first_day(ends[0]), unit)
    last = days.period(days.last_day(ends[1]), unit)
    return Interval(first.begin, last.end)


def same_day(fields: Fields, setting: Setting) -> Interval | None:
    """Place "in the evening", "at 10 a.m.": on the day of the event."""
    return same_period({**fields, "unit": "day"}, setting)


def same_or_now(fields: Fields, setting: Setting) -> Interval | None:
    """Place "(the end of) the year": the event's, else the one of the publication.

    A quarter whose results are told is over: the last that has ended. "The day" is
    that of the publication only where the article tells of no other.
    """
    same = same_period(fields, setting)
    if fields["unit"] == "day":
        return same or setting.story
    told = fields["unit"] == "quarter" and setting.tense is Tense.PAST
    if not same and told and setting.published:
        return days.period(days.moved(setting.published, "quarter", -1), "quarter")
    if same or setting.published is None or fields["unit"] == "hour":
        return same
    return days.period(setting.published, fields["unit"])


def _ends(interval: Interval | None) -> tuple[str, ...]:
    """Both ends of an event; nothing if one is open or there is no event."""
    if interval is None or interval.begin is None or interval.end is None:
        return ()
    return (interval.begin, interval.end)


def _end_moved(iso: str, unit: str, count: int) -> str | None:
    """One end of an event moved; None if it is not known as finely as the unit."""
    grain = {4: "year", 7: "month"}.get(len(iso), "day")
    wanted = _needed(unit)
    order = ("year", "month", "day")
    if order.index(grain) < order.index(wanted):
        return None
    kept = grain if wanted == "day" or grain != "day" else "month"
    return days.iso_of(days.moved(days.first_day(iso), unit, count), kept)


def _needed(unit: str) -> str:
    """How finely an event must be known to count such units from it."""
    if unit in ("day", "week", "fortnight", "weekend", "hour"):
        return "day"
    return "month" if unit in ("month", "quarter") else "year"
